namespace VirglHost.CommandStream.Gallium;

/// <summary>PIPE_MASK_R..A: writable colour channels.</summary>
[Flags]
public enum ColorMask : uint
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
    /// <summary>All four.</summary>
    All = 15,
}
