namespace VirglHost.CommandStream.Gallium;

/// <summary>PIPE_TEX_MIPFILTER_*: filter between levels; 3 is illegal.</summary>
public enum MipFilter : uint
{
    /// <summary>NEAREST.</summary>
    Nearest = 0,
    /// <summary>LINEAR.</summary>
    Linear = 1,
    /// <summary>NONE: level of detail stays at the base level.</summary>
    None = 2,
}
