namespace VirglHost.Shaders.Ir;

/// <summary>GLSL functions on samplers and images; arguments of a <see cref="ResourceCall"/> follow in GLSL's order.</summary>
internal enum ResourceFunction
{
    Texture,
    TextureOffset,
    TextureProj,
    TextureProjOffset,
    TextureLod,
    TextureLodOffset,
    TextureGrad,
    TextureGradOffset,
    TexelFetch,
    TexelFetchOffset,
    TextureGather,
    TextureGatherOffset,

    /// <summary>The four arguments at <see cref="ResourceCall.OffsetsAt"/> form one array.</summary>
    TextureGatherOffsets,
    TextureQueryLod,
    TextureQueryLevels,
    TextureSize,
    TextureSamples,
    ImageLoad,
    ImageSize,
    ImageSamples,

    /// <summary>Words of an unsized storage buffer.</summary>
    BufferLength,

    /// <summary>Value of an atomic counter.</summary>
    CounterValue,
}
