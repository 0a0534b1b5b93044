namespace VirglHost.CommandStream.Gallium;

/// <summary>PIPE_PRIM_*: primitive kinds; numerically equal to the GL modes.</summary>
public enum PipePrimitive : uint
{
    /// <summary>PIPE_PRIM_POINTS.</summary>
    Points = 0,
    /// <summary>PIPE_PRIM_LINES.</summary>
    Lines = 1,
    /// <summary>PIPE_PRIM_LINE_LOOP.</summary>
    LineLoop = 2,
    /// <summary>PIPE_PRIM_LINE_STRIP.</summary>
    LineStrip = 3,
    /// <summary>PIPE_PRIM_TRIANGLES.</summary>
    Triangles = 4,
    /// <summary>PIPE_PRIM_TRIANGLE_STRIP.</summary>
    TriangleStrip = 5,
    /// <summary>PIPE_PRIM_TRIANGLE_FAN.</summary>
    TriangleFan = 6,
    /// <summary>PIPE_PRIM_QUADS.</summary>
    Quads = 7,
    /// <summary>PIPE_PRIM_QUAD_STRIP.</summary>
    QuadStrip = 8,
    /// <summary>PIPE_PRIM_POLYGON.</summary>
    Polygon = 9,
    /// <summary>PIPE_PRIM_LINES_ADJACENCY.</summary>
    LinesAdjacency = 10,
    /// <summary>PIPE_PRIM_LINE_STRIP_ADJACENCY.</summary>
    LineStripAdjacency = 11,
    /// <summary>PIPE_PRIM_TRIANGLES_ADJACENCY.</summary>
    TrianglesAdjacency = 12,
    /// <summary>PIPE_PRIM_TRIANGLE_STRIP_ADJACENCY.</summary>
    TriangleStripAdjacency = 13,
    /// <summary>PIPE_PRIM_PATCHES.</summary>
    Patches = 14,
}
