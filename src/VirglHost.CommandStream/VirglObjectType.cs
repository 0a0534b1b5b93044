namespace VirglHost.CommandStream;

/// <summary>VIRGL_OBJECT_*: types of CREATE_OBJECT, BIND_OBJECT and DESTROY_OBJECT.</summary>
public enum VirglObjectType : byte
{
    /// <summary>No object: every other command.</summary>
    None = 0,
    /// <summary>VIRGL_OBJECT_BLEND.</summary>
    Blend = 1,
    /// <summary>VIRGL_OBJECT_RASTERIZER.</summary>
    Rasterizer = 2,
    /// <summary>VIRGL_OBJECT_DSA.</summary>
    DepthStencilAlpha = 3,
    /// <summary>VIRGL_OBJECT_SHADER.</summary>
    Shader = 4,
    /// <summary>VIRGL_OBJECT_VERTEX_ELEMENTS.</summary>
    VertexElements = 5,
    /// <summary>VIRGL_OBJECT_SAMPLER_VIEW.</summary>
    SamplerView = 6,
    /// <summary>VIRGL_OBJECT_SAMPLER_STATE.</summary>
    SamplerState = 7,
    /// <summary>VIRGL_OBJECT_SURFACE.</summary>
    Surface = 8,
    /// <summary>VIRGL_OBJECT_QUERY.</summary>
    Query = 9,
    /// <summary>VIRGL_OBJECT_STREAMOUT_TARGET.</summary>
    StreamOutTarget = 10,
    /// <summary>VIRGL_OBJECT_MSAA_SURFACE.</summary>
    MultisampleSurface = 11,
}
