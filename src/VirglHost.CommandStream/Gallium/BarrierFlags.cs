namespace VirglHost.CommandStream.Gallium;

/// <summary>PIPE_BARRIER_*: accesses that MEMORY_BARRIER orders.</summary>
[Flags]
public enum BarrierFlags : uint
{
    /// <summary>Nothing.</summary>
    None = 0,
    /// <summary>MAPPED_BUFFER.</summary>
    MappedBuffer = 1u << 0,
    /// <summary>SHADER_BUFFER.</summary>
    ShaderBuffer = 1u << 1,
    /// <summary>QUERY_BUFFER.</summary>
    QueryBuffer = 1u << 2,
    /// <summary>VERTEX_BUFFER.</summary>
    VertexBuffer = 1u << 3,
    /// <summary>INDEX_BUFFER.</summary>
    IndexBuffer = 1u << 4,
    /// <summary>CONSTANT_BUFFER.</summary>
    ConstantBuffer = 1u << 5,
    /// <summary>INDIRECT_BUFFER.</summary>
    IndirectBuffer = 1u << 6,
    /// <summary>TEXTURE.</summary>
    Texture = 1u << 7,
    /// <summary>IMAGE.</summary>
    Image = 1u << 8,
    /// <summary>FRAMEBUFFER.</summary>
    Framebuffer = 1u << 9,
    /// <summary>STREAMOUT_BUFFER.</summary>
    StreamOutBuffer = 1u << 10,
    /// <summary>GLOBAL_BUFFER.</summary>
    GlobalBuffer = 1u << 11,
    /// <summary>UPDATE_BUFFER.</summary>
    UpdateBuffer = 1u << 12,
    /// <summary>UPDATE_TEXTURE.</summary>
    UpdateTexture = 1u << 13,
    /// <summary>All of them.</summary>
    All = 0x3FFF,
}
