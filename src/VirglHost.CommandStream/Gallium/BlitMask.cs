namespace VirglHost.CommandStream.Gallium;

/// <summary>PIPE_MASK_*: aspects that a blit writes.</summary>
[Flags]
public enum BlitMask : uint
{
    /// <summary>Nothing.</summary>
    None = 0,
    /// <summary>Red.</summary>
    Red = 1,
    /// <summary>Green.</summary>
    Green = 2,
    /// <summary>Blue.</summary>
    Blue = 4,
    /// <summary>Alpha.</summary>
    Alpha = 8,
    /// <summary>Red, green, blue and alpha.</summary>
    Color = 15,
    /// <summary>Depth.</summary>
    Depth = 16,
    /// <summary>Stencil.</summary>
    Stencil = 32,
    /// <summary>Depth and stencil.</summary>
    DepthStencil = 48,
}
