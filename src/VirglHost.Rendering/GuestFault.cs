namespace VirglHost.Rendering;

/// <summary>What a guest did wrong. Up to 99 the numbers are the context errors of the protocol (SPEC: virgl-commands.md section 8); the rest are faults
/// that the doors answer themselves.</summary>
public enum GuestFault
{
    /// <summary>Anything without a number of its own.</summary>
    Unknown = 1,

    /// <summary>A shader does not parse, translate, compile or link.</summary>
    IllegalShader = 2,

    /// <summary>An object handle is unknown or of another type.</summary>
    IllegalHandle = 3,

    /// <summary>A resource is not attached or cannot be used in that way.</summary>
    IllegalResource = 4,

    /// <summary>A surface is unknown or cannot be used in that way.</summary>
    IllegalSurface = 5,

    /// <summary>A vertex format cannot be fetched.</summary>
    IllegalVertexFormat = 6,

    /// <summary>A value of a command is illegal.</summary>
    IllegalCommandBuffer = 7,

    /// <summary>A format is unknown or cannot be used in that way.</summary>
    IllegalFormat = 10,

    /// <summary>A sampler view's shape does not fit its resource.</summary>
    IllegalSamplerViewTarget = 11,

    /// <summary>A transfer leaves its level or its backing store.</summary>
    TransferOutOfBounds = 12,

    /// <summary>Second-source factors are used where there is no second source.</summary>
    IllegalDualSourceBlend = 13,

    /// <summary>A function that the host lacks and that was not advertised.</summary>
    UnsupportedFunction = 14,

    /// <summary>More vertex attributes than advertised.</summary>
    TooManyVertexAttributes = 16,

    /// <summary>An addressing mode that was not advertised.</summary>
    UnsupportedTextureWrap = 17,

    /// <summary>A cube face above 5.</summary>
    CubeFaceOutOfRange = 18,

    /// <summary>A blit leaves its destination.</summary>
    BlitOutOfRange = 19,

    /// <summary>A storage buffer range leaves its buffer.</summary>
    StorageBufferRange = 20,

    /// <summary>A box leaves its resource.</summary>
    ResourceOutOfRange = 21,

    /// <summary>The context id names no context.</summary>
    UnknownContext = 100,

    /// <summary>The context id is taken.</summary>
    ContextExists,

    /// <summary>The resource id names no resource.</summary>
    UnknownResource,

    /// <summary>The resource id is taken.</summary>
    ResourceExists,

    /// <summary>A number, flag or combination is illegal.</summary>
    InvalidParameter,

    /// <summary>The guest's memory budget or a count limit is spent.</summary>
    OutOfMemory,

    /// <summary>A command number that does not exist.</summary>
    UnknownOpcode,

    /// <summary>A command whose words do not form it.</summary>
    Malformed,

    /// <summary>A command that exists, is not advertised, and is refused.</summary>
    Unsupported,
}
