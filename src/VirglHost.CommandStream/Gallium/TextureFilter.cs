namespace VirglHost.CommandStream.Gallium;

/// <summary>PIPE_TEX_FILTER_*: filter inside one level.</summary>
public enum TextureFilter : uint
{
    /// <summary>NEAREST.</summary>
    Nearest = 0,
    /// <summary>LINEAR.</summary>
    Linear = 1,
}
