using VirglHost.CommandStream.Gallium;
using VirglHost.Shaders;

namespace VirglHost.Rendering.Programs;

/// <summary>What reaches the rasteriser.</summary>
internal enum PrimitiveClass
{
    /// <summary>Triangles of any kind.</summary>
    Polygons,

    /// <summary>Lines of any kind.</summary>
    Lines,

    /// <summary>Points.</summary>
    Points,
}

/// <summary>Primitive class by primitive.</summary>
internal static class PrimitiveClassTable
{
    /// <summary>Class of a draw's own primitive.</summary>
    public static PrimitiveClass Of(PipePrimitive primitive) => primitive switch
    {
        PipePrimitive.Points => PrimitiveClass.Points,
        PipePrimitive.Lines or PipePrimitive.LineLoop or PipePrimitive.LineStrip or PipePrimitive.LinesAdjacency or PipePrimitive.LineStripAdjacency
            => PrimitiveClass.Lines,
        _ => PrimitiveClass.Polygons,
    };

    /// <summary>Class of what a geometry shader makes.</summary>
    public static PrimitiveClass Of(ShaderPrimitive primitive) => primitive switch
    {
        ShaderPrimitive.Points => PrimitiveClass.Points,
        ShaderPrimitive.Lines or ShaderPrimitive.LineLoop or ShaderPrimitive.LineStrip => PrimitiveClass.Lines,
        _ => PrimitiveClass.Polygons,
    };
}
