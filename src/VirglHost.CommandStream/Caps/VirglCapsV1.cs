using System.Runtime.InteropServices;

namespace VirglHost.CommandStream.Caps;

/// <summary>Capset 1, and the start of capset 2, as it lies on the wire.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct VirglCapsV1
{
    /// <summary>Bytes on the wire.</summary>
    public const int SizeInBytes = 308;

    /// <summary>Offset 0: 1 in capset 1, 2 in capset 2.</summary>
    public uint MaxVersion;

    /// <summary>Offset 4: formats that can be sampled; also depth formats that can be attached.</summary>
    public FormatMask Sampler;

    /// <summary>Offset 68: formats that can be colour attachments.</summary>
    public FormatMask Render;

    /// <summary>Offset 132: not filled by hosts; guests do not read it.</summary>
    public FormatMask DepthStencil;

    /// <summary>Offset 196: only packed vertex formats need their bit.</summary>
    public FormatMask VertexBuffer;

    /// <summary>Offset 260: the bset word.</summary>
    public BooleanCaps BooleanCaps;

    /// <summary>Offset 264: GLSL version * 100.</summary>
    public uint GlslLevel;

    /// <summary>Offset 268: array layers.</summary>
    public uint MaxTextureArrayLayers;

    /// <summary>Offset 272: capture buffers.</summary>
    public uint MaxStreamOutBuffers;

    /// <summary>Offset 276: colour buffers with two sources.</summary>
    public uint MaxDualSourceRenderTargets;

    /// <summary>Offset 280: colour buffers, at most 8.</summary>
    public uint MaxRenderTargets;

    /// <summary>Offset 284: samples per texel; 1 means none.</summary>
    public uint MaxSamples;

    /// <summary>Offset 288: one bit per PipePrimitive.</summary>
    public uint PrimitiveMask;

    /// <summary>Offset 292: texels of a buffer texture; 0 means none.</summary>
    public uint MaxTextureBufferSize;

    /// <summary>Offset 296: constant buffers per stage, buffer 0 included.</summary>
    public uint MaxUniformBlocks;

    /// <summary>Offset 300: viewports.</summary>
    public uint MaxViewports;

    /// <summary>Offset 304: components texture gather can choose from.</summary>
    public uint MaxTextureGatherComponents;

    /// <summary>Copies the wire image.</summary>
    /// <param name="destination">At least <see cref="SizeInBytes"/> bytes.</param>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public readonly void WriteTo(Span<byte> destination)
    {
        if (destination.Length < SizeInBytes)
            throw new ArgumentException("The destination is shorter than the capset.", nameof(destination));
        MemoryMarshal.Write(destination, in this);
    }
}
