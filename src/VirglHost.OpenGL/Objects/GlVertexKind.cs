namespace VirglHost.OpenGL.Objects;

/// <summary>Type that a vertex attribute has in the shader.</summary>
public enum GlVertexKind
{
    /// <summary>Floats, converted from any component type.</summary>
    Float = 0,

    /// <summary>Integers, unconverted.</summary>
    Integer = 1,

    /// <summary>Doubles, unconverted.</summary>
    Double = 2,
}
