namespace VirglHost.Rendering.State;

/// <summary>Groups of bound state that changed since GL was last told. A bit costs a derivation, not a GL call: <c>GlState</c> emits only differences.</summary>
[Flags]
internal enum Dirty
{
    /// <summary>GL is up to date.</summary>
    None = 0,

    /// <summary>Surfaces, their formats and the default size.</summary>
    Framebuffer = 1 << 0,

    /// <summary>Blend object.</summary>
    Blend = 1 << 1,

    /// <summary>Blend constant.</summary>
    BlendColor = 1 << 2,

    /// <summary>Depth, stencil and alpha object, stencil references.</summary>
    DepthStencil = 1 << 3,

    /// <summary>Rasterizer object.</summary>
    Rasterizer = 1 << 4,

    /// <summary>Viewports and depth ranges.</summary>
    Viewports = 1 << 5,

    /// <summary>Scissor rectangles.</summary>
    Scissors = 1 << 6,

    /// <summary>Sample mask and minimum samples.</summary>
    Samples = 1 << 7,

    /// <summary>Vertex elements.</summary>
    VertexLayout = 1 << 8,

    /// <summary>Vertex buffers.</summary>
    VertexBuffers = 1 << 9,

    /// <summary>A stage's shader.</summary>
    Shaders = 1 << 10,

    /// <summary>Sampler views or sampler states of any stage.</summary>
    Textures = 1 << 11,

    /// <summary>The values of constant buffer 0 of any stage.</summary>
    Constants = 1 << 12,

    /// <summary>Uniform buffers from resources.</summary>
    UniformBuffers = 1 << 13,

    /// <summary>Values of the helper block: clip planes, stipple, alpha reference, draw id.</summary>
    HelperBlock = 1 << 14,

    /// <summary>Storage buffers, images and atomic counters.</summary>
    Storage = 1 << 15,

    /// <summary>Tessellation defaults and patch size.</summary>
    Tessellation = 1 << 16,

    /// <summary>The primitive class changed between points, lines and polygons.</summary>
    PrimitiveClass = 1 << 17,

    /// <summary>The index buffer.</summary>
    IndexBuffer = 1 << 18,

    /// <summary>What shader variants depend on in the blend, depth, rasterizer and vertex elements objects: most changes of these leave it as it is.</summary>
    ShaderInputs = 1 << 19,

    /// <summary>Everything.</summary>
    All = (1 << 20) - 1,
}
