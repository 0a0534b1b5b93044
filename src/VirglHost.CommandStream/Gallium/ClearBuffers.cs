namespace VirglHost.CommandStream.Gallium;

/// <summary>PIPE_CLEAR_*: buffers that CLEAR writes; colour i is 4 &lt;&lt; i.</summary>
[Flags]
public enum ClearBuffers : uint
{
    /// <summary>Nothing.</summary>
    None = 0,
    /// <summary>Depth.</summary>
    Depth = 1,
    /// <summary>Stencil.</summary>
    Stencil = 2,
    /// <summary>Depth and stencil.</summary>
    DepthStencil = 3,
    /// <summary>Colour buffer 0.</summary>
    Color0 = 4,
    /// <summary>All eight colour buffers.</summary>
    AllColors = 0x3FC,
}
