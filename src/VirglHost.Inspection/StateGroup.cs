namespace VirglHost.Inspection;

/// <summary>A part of the bound state that the page shows together and compares from draw to draw. Numbers are the page's; those of a stage repeat for each stage.</summary>
internal enum StateGroup
{
    Framebuffer = 0,
    Viewports = 1,
    Scissors = 2,
    Rasterizer = 3,
    DepthStencilAlpha = 4,
    Blend = 5,
    Fixed = 6,
    VertexElements = 7,
    VertexBuffers = 8,
    IndexBuffer = 9,
    StreamOutput = 10,
    RenderCondition = 11,
    AtomicBuffers = 12,
    Program = 13,
    SamplerViews = 14,
    SamplerStates = 15,
    Constants = 16,
    UniformBuffers = 17,
    Storage = 18,
}
