using VirglHost.OpenGL;

namespace VirglHost.Corpus.Testing;

/// <summary>Kind (f, d, i, u, b), lanes and columns of GLSL's value types.</summary>
internal static class GlslTypeFacts
{
    private static readonly Dictionary<GLEnum, (char Kind, int Lanes, int Columns)> Shapes = new()
    {
        [GLEnum.Float] = ('f', 1, 1), [GLEnum.FloatVec2] = ('f', 2, 1), [GLEnum.FloatVec3] = ('f', 3, 1), [GLEnum.FloatVec4] = ('f', 4, 1),
        [GLEnum.Double] = ('d', 1, 1), [GLEnum.DoubleVec2] = ('d', 2, 1), [GLEnum.DoubleVec3] = ('d', 3, 1), [GLEnum.DoubleVec4] = ('d', 4, 1),
        [GLEnum.Int] = ('i', 1, 1), [GLEnum.IntVec2] = ('i', 2, 1), [GLEnum.IntVec3] = ('i', 3, 1), [GLEnum.IntVec4] = ('i', 4, 1),
        [GLEnum.UnsignedInt] = ('u', 1, 1), [GLEnum.UnsignedIntVec2] = ('u', 2, 1), [GLEnum.UnsignedIntVec3] = ('u', 3, 1),
        [GLEnum.UnsignedIntVec4] = ('u', 4, 1),
        [GLEnum.Bool] = ('b', 1, 1), [GLEnum.BoolVec2] = ('b', 2, 1), [GLEnum.BoolVec3] = ('b', 3, 1), [GLEnum.BoolVec4] = ('b', 4, 1),
        [GLEnum.FloatMat2] = ('f', 2, 2), [GLEnum.FloatMat3] = ('f', 3, 3), [GLEnum.FloatMat4] = ('f', 4, 4), [GLEnum.FloatMat2x3] = ('f', 3, 2),
        [GLEnum.DoubleMat2] = ('d', 2, 2), [GLEnum.DoubleMat4] = ('d', 4, 4),
    };

    public static char KindOf(GLEnum type) => Shape(type).Kind;

    public static (char Kind, int Lanes, int Columns) Shape(GLEnum type)
        => Shapes.TryGetValue(type, out (char Kind, int Lanes, int Columns) shape) ? shape : throw new CorpusException($"no shape for {type}");
}
