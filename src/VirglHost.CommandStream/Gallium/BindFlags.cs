namespace VirglHost.CommandStream.Gallium;

/// <summary>VIRGL_BIND_*: what a resource was made for.</summary>
[Flags]
public enum BindFlags : uint
{
    /// <summary>DEPTH_STENCIL.</summary>
    DepthStencil = 1u << 0,
    /// <summary>RENDER_TARGET.</summary>
    RenderTarget = 1u << 1,
    /// <summary>SAMPLER_VIEW.</summary>
    SamplerView = 1u << 3,
    /// <summary>VERTEX_BUFFER.</summary>
    VertexBuffer = 1u << 4,
    /// <summary>INDEX_BUFFER.</summary>
    IndexBuffer = 1u << 5,
    /// <summary>CONSTANT_BUFFER.</summary>
    ConstantBuffer = 1u << 6,
    /// <summary>DISPLAY_TARGET.</summary>
    DisplayTarget = 1u << 7,
    /// <summary>COMMAND_ARGS: indirect parameters.</summary>
    CommandArguments = 1u << 8,
    /// <summary>STREAM_OUTPUT.</summary>
    StreamOutput = 1u << 11,
    /// <summary>SHADER_BUFFER.</summary>
    ShaderBuffer = 1u << 14,
    /// <summary>QUERY_BUFFER.</summary>
    QueryBuffer = 1u << 15,
    /// <summary>CURSOR.</summary>
    Cursor = 1u << 16,
    /// <summary>CUSTOM: host memory mirrored into the backing store.</summary>
    Custom = 1u << 17,
    /// <summary>SCANOUT.</summary>
    Scanout = 1u << 18,
    /// <summary>STAGING: backing store only.</summary>
    Staging = 1u << 19,
    /// <summary>SHARED.</summary>
    Shared = 1u << 20,
    /// <summary>PREFER_EMULATED_BGRA: ignored.</summary>
    PreferEmulatedBgra = 1u << 21,
    /// <summary>LINEAR.</summary>
    Linear = 1u << 22,
}
