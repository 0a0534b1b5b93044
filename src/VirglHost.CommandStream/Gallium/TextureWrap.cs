namespace VirglHost.CommandStream.Gallium;

/// <summary>PIPE_TEX_WRAP_*: addressing outside [0, 1].</summary>
public enum TextureWrap : uint
{
    /// <summary>PIPE_TEX_WRAP_REPEAT.</summary>
    Repeat = 0,
    /// <summary>PIPE_TEX_WRAP_CLAMP.</summary>
    Clamp = 1,
    /// <summary>PIPE_TEX_WRAP_CLAMP_TO_EDGE.</summary>
    ClampToEdge = 2,
    /// <summary>PIPE_TEX_WRAP_CLAMP_TO_BORDER.</summary>
    ClampToBorder = 3,
    /// <summary>PIPE_TEX_WRAP_MIRROR_REPEAT.</summary>
    MirrorRepeat = 4,
    /// <summary>PIPE_TEX_WRAP_MIRROR_CLAMP.</summary>
    MirrorClamp = 5,
    /// <summary>PIPE_TEX_WRAP_MIRROR_CLAMP_TO_EDGE.</summary>
    MirrorClampToEdge = 6,
    /// <summary>PIPE_TEX_WRAP_MIRROR_CLAMP_TO_BORDER.</summary>
    MirrorClampToBorder = 7,
}
