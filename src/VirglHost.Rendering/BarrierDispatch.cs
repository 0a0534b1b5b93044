using VirglHost.CommandStream.Commands;
using VirglHost.CommandStream.Gallium;
using VirglHost.OpenGL;

namespace VirglHost.Rendering;

/// <summary>MEMORY_BARRIER and TEXTURE_BARRIER in GL's bits.</summary>
internal static class BarrierDispatch
{
    private static readonly (BarrierFlags Guest, GLEnum Host)[] _rows =
    [
        (BarrierFlags.MappedBuffer, GLEnum.ClientMappedBufferBarrierBit),
        (BarrierFlags.ShaderBuffer, GLEnum.ShaderStorageBarrierBit),
        (BarrierFlags.ShaderBuffer, GLEnum.AtomicCounterBarrierBit),
        (BarrierFlags.QueryBuffer, GLEnum.QueryBufferBarrierBit),
        (BarrierFlags.VertexBuffer, GLEnum.VertexAttribArrayBarrierBit),
        (BarrierFlags.IndexBuffer, GLEnum.ElementArrayBarrierBit),
        (BarrierFlags.ConstantBuffer, GLEnum.UniformBarrierBit),
        (BarrierFlags.IndirectBuffer, GLEnum.CommandBarrierBit),
        (BarrierFlags.Texture, GLEnum.TextureFetchBarrierBit),
        (BarrierFlags.Image, GLEnum.ShaderImageAccessBarrierBit),
        (BarrierFlags.Framebuffer, GLEnum.FramebufferBarrierBit),
        (BarrierFlags.StreamOutBuffer, GLEnum.TransformFeedbackBarrierBit),
        (BarrierFlags.UpdateBuffer, GLEnum.BufferUpdateBarrierBit),
        (BarrierFlags.UpdateTexture, GLEnum.TextureUpdateBarrierBit),
    ];

    /// <summary>MEMORY_BARRIER.</summary>
    public static void Memory(SubContext sub, in MemoryBarrierCommand command)
    {
        uint bits = 0;
        foreach ((BarrierFlags guest, GLEnum host) in _rows)
        {
            bits |= (command.Flags & guest) != 0 ? (uint)host : 0;
        }

        if ((command.Flags & BarrierFlags.All) == BarrierFlags.All)
        {
            bits = (uint)GLEnum.AllBarrierBits;
        }

        if (bits != 0)
        {
            sub.Session.Gl.MemoryBarrier((GLEnum)bits);
        }
    }

    /// <summary>TEXTURE_BARRIER; the second bit belongs to advanced blending on hosts that do not order it themselves.</summary>
    public static void Texture(SubContext sub, in TextureBarrierCommand command)
    {
        if ((command.Flags & TextureBarrierFlags.Sampler) != 0)
        {
            sub.Session.Gl.TextureBarrier();
        }

        GlFeatures host = sub.Session.Features;
        if ((command.Flags & TextureBarrierFlags.Framebuffer) != 0 && host[GlFeature.BlendEquationAdvanced] && !host[GlFeature.BlendEquationAdvancedCoherent])
        {
            sub.Session.Gl.BlendBarrierKHR();
        }
    }
}
