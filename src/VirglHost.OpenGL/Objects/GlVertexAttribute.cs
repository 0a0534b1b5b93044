namespace VirglHost.OpenGL.Objects;

/// <summary>Format of one vertex attribute.</summary>
/// <param name="Enabled">Whether it is fetched.</param>
/// <param name="Binding">Vertex buffer binding it is fetched from.</param>
/// <param name="Size">Components 1..4, or <c>(int)GLEnum.Bgra</c>.</param>
/// <param name="Type">Component type.</param>
/// <param name="Kind">What the shader sees.</param>
/// <param name="Normalized">Whether integers become 0..1 or −1..1; only for float kind.</param>
/// <param name="RelativeOffset">Bytes from the vertex's start.</param>
public readonly record struct GlVertexAttribute(
    bool Enabled, uint Binding, int Size, GLEnum Type, GlVertexKind Kind, bool Normalized, uint RelativeOffset);
