using System.Runtime.InteropServices;

namespace VirglHost.CommandStream.Caps;

/// <summary>Capset 2 as it lies on the wire.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct VirglCapsV2
{
    /// <summary>Bytes on the wire.</summary>
    public const int SizeInBytes = 1408;

    /// <summary>Offset 0: the part shared with capset 1.</summary>
    public VirglCapsV1 Common;

    /// <summary>Offset 308: least aliased point size.</summary>
    public float MinAliasedPointSize;

    /// <summary>Offset 312: greatest aliased point size.</summary>
    public float MaxAliasedPointSize;

    /// <summary>Offset 316: least smooth point size.</summary>
    public float MinSmoothPointSize;

    /// <summary>Offset 320: greatest smooth point size.</summary>
    public float MaxSmoothPointSize;

    /// <summary>Offset 324: least aliased line width.</summary>
    public float MinAliasedLineWidth;

    /// <summary>Offset 328: greatest aliased line width.</summary>
    public float MaxAliasedLineWidth;

    /// <summary>Offset 332: least smooth line width.</summary>
    public float MinSmoothLineWidth;

    /// <summary>Offset 336: greatest smooth line width.</summary>
    public float MaxSmoothLineWidth;

    /// <summary>Offset 340: greatest level of detail bias.</summary>
    public float MaxTextureLodBias;

    /// <summary>Offset 344: vertices a geometry shader may emit.</summary>
    public uint MaxGeometryOutputVertices;

    /// <summary>Offset 348: components a geometry shader may emit.</summary>
    public uint MaxGeometryTotalOutputComponents;

    /// <summary>Offset 352: vectors a vertex shader may write.</summary>
    public uint MaxVertexOutputs;

    /// <summary>Offset 356: vertex attributes.</summary>
    public uint MaxVertexAttributes;

    /// <summary>Offset 360: vectors per patch.</summary>
    public uint MaxShaderPatchVaryings;

    /// <summary>Offset 364: bound of constant texel offsets.</summary>
    public int MinTexelOffset;

    /// <summary>Offset 368: bound of constant texel offsets.</summary>
    public int MaxTexelOffset;

    /// <summary>Offset 372: bound of constant texel offsets.</summary>
    public int MinTextureGatherOffset;

    /// <summary>Offset 376: bound of constant texel offsets.</summary>
    public int MaxTextureGatherOffset;

    /// <summary>Offset 380: bytes; 0 means no ranges of buffer textures.</summary>
    public uint TextureBufferOffsetAlignment;

    /// <summary>Offset 384: bytes.</summary>
    public uint UniformBufferOffsetAlignment;

    /// <summary>Offset 388: bytes.</summary>
    public uint ShaderBufferOffsetAlignment;

    /// <summary>Offset 392: the capability_bits word.</summary>
    public CapabilityBits CapabilityBits;

    /// <summary>Offset 396: sample positions.</summary>
    public SampleLocations SampleLocations;

    /// <summary>Offset 428: bytes between vertices.</summary>
    public uint MaxVertexAttributeStride;

    /// <summary>Offset 432: storage buffers of fragment and compute shaders.</summary>
    public uint MaxShaderBufferFragmentCompute;

    /// <summary>Offset 436: storage buffers of the other stages.</summary>
    public uint MaxShaderBufferOtherStages;

    /// <summary>Offset 440: images of fragment and compute shaders.</summary>
    public uint MaxShaderImageFragmentCompute;

    /// <summary>Offset 444: images of the other stages.</summary>
    public uint MaxShaderImageOtherStages;

    /// <summary>Offset 448: samples of images.</summary>
    public uint MaxImageSamples;

    /// <summary>Offset 452: invocations of a work group.</summary>
    public uint MaxComputeWorkGroupInvocations;

    /// <summary>Offset 456: bytes of shared memory.</summary>
    public uint MaxComputeSharedMemorySize;

    /// <summary>Offset 460: work groups in x.</summary>
    public uint MaxComputeGridX;

    /// <summary>Offset 464: work groups in y.</summary>
    public uint MaxComputeGridY;

    /// <summary>Offset 468: work groups in z.</summary>
    public uint MaxComputeGridZ;

    /// <summary>Offset 472: invocations of a work group in x.</summary>
    public uint MaxComputeBlockX;

    /// <summary>Offset 476: invocations of a work group in y.</summary>
    public uint MaxComputeBlockY;

    /// <summary>Offset 480: invocations of a work group in z.</summary>
    public uint MaxComputeBlockZ;

    /// <summary>Offset 484: texels.</summary>
    public uint MaxTexture2DSize;

    /// <summary>Offset 488: texels.</summary>
    public uint MaxTexture3DSize;

    /// <summary>Offset 492: texels.</summary>
    public uint MaxTextureCubeSize;

    /// <summary>Offset 496: storage buffers of all stages.</summary>
    public uint MaxCombinedShaderBuffers;

    /// <summary>Offset 500: atomic counters per stage.</summary>
    public PerStage MaxAtomicCounters;

    /// <summary>Offset 524: atomic counter buffers per stage.</summary>
    public PerStage MaxAtomicCounterBuffers;

    /// <summary>Offset 548: atomic counters of all stages.</summary>
    public uint MaxCombinedAtomicCounters;

    /// <summary>Offset 552: atomic counter buffers of all stages.</summary>
    public uint MaxCombinedAtomicCounterBuffers;

    /// <summary>Offset 556: the newest protocol feature the host implements together with all before it.</summary>
    public uint HostFeatureCheckVersion;

    /// <summary>Offset 560: formats that read back exactly.</summary>
    public FormatMask SupportedReadbackFormats;

    /// <summary>Offset 624: formats that can be shown.</summary>
    public FormatMask Scanout;

    /// <summary>Offset 688: the capability_bits_v2 word.</summary>
    public CapabilityBitsV2 CapabilityBitsV2;

    /// <summary>Offset 692: miB.</summary>
    public uint MaxVideoMemory;

    /// <summary>Offset 696: name of the host renderer.</summary>
    public RendererName Renderer;

    /// <summary>Offset 760: greatest anisotropy.</summary>
    public float MaxAnisotropy;

    /// <summary>Offset 764: samplers per stage.</summary>
    public uint MaxTextureSamplers;

    /// <summary>Offset 768: formats with multisampled textures; bit 0 is always set.</summary>
    public FormatMask SupportedMultisampleFormats;

    /// <summary>Offset 832: bytes of constant buffer 0 per stage.</summary>
    public PerStage MaxConstantBufferSize;

    /// <summary>Offset 856: video profiles: none.</summary>
    public uint VideoCapsCount;

    /// <summary>Offset 860: video profiles.</summary>
    public VideoCaps VideoCaps;

    /// <summary>Offset 1372: bytes.</summary>
    public uint MaxUniformBlockSize;

    /// <summary>Offset 1376: vectors.</summary>
    public uint MaxTessControlOutputs;

    /// <summary>Offset 1380: vectors.</summary>
    public uint MaxTessEvaluationOutputs;

    /// <summary>Offset 1384: storage buffers per stage.</summary>
    public PerStage MaxShaderStorageBlocks;

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
