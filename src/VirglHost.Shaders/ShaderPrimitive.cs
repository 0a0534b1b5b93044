namespace VirglHost.Shaders;

/// <summary>Primitive names in shader properties; the numbers are the wire's <c>PIPE_PRIM_*</c>.</summary>
public enum ShaderPrimitive
{
    /// <summary><c>POINTS</c></summary>
    Points,

    /// <summary><c>LINES</c></summary>
    Lines,

    /// <summary><c>LINE_LOOP</c></summary>
    LineLoop,

    /// <summary><c>LINE_STRIP</c></summary>
    LineStrip,

    /// <summary><c>TRIANGLES</c></summary>
    Triangles,

    /// <summary><c>TRIANGLE_STRIP</c></summary>
    TriangleStrip,

    /// <summary><c>TRIANGLE_FAN</c></summary>
    TriangleFan,

    /// <summary><c>QUADS</c></summary>
    Quads,

    /// <summary><c>QUAD_STRIP</c></summary>
    QuadStrip,

    /// <summary><c>POLYGON</c></summary>
    Polygon,

    /// <summary><c>LINES_ADJACENCY</c></summary>
    LinesAdjacency,

    /// <summary><c>LINE_STRIP_ADJACENCY</c></summary>
    LineStripAdjacency,

    /// <summary><c>TRIANGLES_ADJACENCY</c></summary>
    TrianglesAdjacency,

    /// <summary><c>TRIANGLE_STRIP_ADJACENCY</c></summary>
    TriangleStripAdjacency,

    /// <summary><c>PATCHES</c></summary>
    Patches,
}
