namespace VirglHost.Rendering;

/// <summary>What a guest did wrong; the doors turn it into an answer of their protocol.</summary>
public enum GuestFault
{
    /// <summary>The context id names no context.</summary>
    UnknownContext,

    /// <summary>The context id is taken.</summary>
    ContextExists,

    /// <summary>The resource id names no resource, or none that the context may use.</summary>
    UnknownResource,

    /// <summary>The resource id is taken.</summary>
    ResourceExists,

    /// <summary>A number, box, flag or combination is illegal.</summary>
    InvalidParameter,

    /// <summary>The guest's memory budget or a count limit is spent.</summary>
    OutOfMemory,

    /// <summary>A command is malformed or unknown.</summary>
    IllegalCommand,

    /// <summary>A command that this renderer refuses and does not advertise.</summary>
    Unsupported,

    /// <summary>An object handle is unknown or of another type.</summary>
    IllegalHandle,

    /// <summary>A resource cannot be used in that way.</summary>
    IllegalResource,

    /// <summary>A surface is unknown or cannot be used in that way.</summary>
    IllegalSurface,

    /// <summary>A format is unknown or cannot be used in that way.</summary>
    IllegalFormat,

    /// <summary>A vertex format cannot be fetched.</summary>
    IllegalVertexFormat,

    /// <summary>A shader does not parse, translate, compile or link.</summary>
    IllegalShader,

    /// <summary>A transfer leaves its level or its backing store.</summary>
    TransferOutOfBounds,
}
