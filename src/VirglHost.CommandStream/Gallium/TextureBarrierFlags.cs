namespace VirglHost.CommandStream.Gallium;

/// <summary>PIPE_TEXTURE_BARRIER_*: accesses that TEXTURE_BARRIER orders.</summary>
[Flags]
public enum TextureBarrierFlags : uint
{
    /// <summary>Nothing.</summary>
    None = 0,
    /// <summary>SAMPLER.</summary>
    Sampler = 1,
    /// <summary>FRAMEBUFFER: advanced blending.</summary>
    Framebuffer = 2,
}
