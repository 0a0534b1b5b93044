using VirglHost.Shaders.Ir;

namespace VirglHost.Shaders.Lowering;

/// <summary>Values of the opcodes that mix lanes (tgsi.md §8.1).</summary>
internal static class VectorRules
{
    public static ExpressionId Dot(IrBuilder b, ExpressionId x, ExpressionId y, int lanes)
    {
        int mask = (1 << lanes) - 1;
        return b.Apply(Operation.Dot, IrType.Float, b.Masked(x, mask), b.Masked(y, mask));
    }

    public static ExpressionId HomogeneousDot(IrBuilder b, ExpressionId x, ExpressionId y)
        => b.Apply(Operation.Dot, IrType.Float, b.Construct(b.Masked(x, 7), b.Float(1)), y);

    public static ExpressionId Cross(IrBuilder b, ExpressionId x, ExpressionId y)
    {
        ExpressionId first = b.Same(Operation.Multiply, b.Swizzle(x, [1, 2, 0]), b.Swizzle(y, [2, 0, 1]));
        ExpressionId second = b.Same(Operation.Multiply, b.Swizzle(x, [2, 0, 1]), b.Swizzle(y, [1, 2, 0]));
        return b.Construct(b.Same(Operation.Subtract, first, second), b.Float(1));
    }

    public static ExpressionId Distance(IrBuilder b, ExpressionId x, ExpressionId y)
        => b.Construct(b.Float(1), b.Same(Operation.Multiply, b.Lane(x, 1), b.Lane(y, 1)), b.Lane(x, 2), b.Lane(y, 3));

    /// <summary>(1, max(x, 0), x &gt; 0 ? max(y, 0) to the power of w within ±128 : 0, 1)</summary>
    public static ExpressionId Light(IrBuilder b, ExpressionId x)
    {
        ExpressionId zero = b.Float(0);
        ExpressionId exponent = b.Apply(Operation.Clamp, IrType.Float, b.Lane(x, 3), b.Float(-128), b.Float(128));
        ExpressionId power = b.Same(Operation.Pow, b.Same(Operation.Max, b.Lane(x, 1), zero), exponent);
        ExpressionId specular = b.Select(b.Compare(Operation.Greater, b.Lane(x, 0), zero), power, zero);
        return b.Construct(b.Float(1), b.Same(Operation.Max, b.Lane(x, 0), zero), specular, b.Float(1));
    }

    public static ExpressionId Exponent(IrBuilder b, ExpressionId x)
    {
        ExpressionId lane = b.Lane(x, 0);
        return b.Construct(
            b.Same(Operation.Exp2, b.Same(Operation.Floor, lane)), b.Same(Operation.Fract, lane), b.Same(Operation.Exp2, lane), b.Float(1));
    }

    public static ExpressionId Logarithm(IrBuilder b, ExpressionId x)
    {
        ExpressionId lane = b.Same(Operation.Abs, b.Lane(x, 0));
        ExpressionId log = b.Same(Operation.Log2, lane);
        ExpressionId floor = b.Same(Operation.Floor, log);
        return b.Construct(floor, b.Same(Operation.Divide, lane, b.Same(Operation.Exp2, floor)), log, b.Float(1));
    }

    public static ExpressionId SineCosine(IrBuilder b, ExpressionId x)
    {
        ExpressionId lane = b.Lane(x, 0);
        return b.Construct(b.Same(Operation.Cos, lane), b.Same(Operation.Sin, lane), b.Float(0), b.Float(1));
    }

    /// <summary>Two floats out of a word, twice.</summary>
    public static ExpressionId UnpackPair(IrBuilder b, Operation unpack, ExpressionId x)
        => b.Swizzle(b.Apply(unpack, new IrType(ScalarKind.Float, 2), b.Lane(x, 0)), [0, 1, 0, 1]);

    /// <summary>The five low bits, which is all TGSI looks at; GLSL leaves larger counts undefined.</summary>
    public static ExpressionId ShiftCount(IrBuilder b, ExpressionId count)
    {
        Expression literal = b[count];
        if (literal.Kind != ExpressionKind.Literal) return b.Same(Operation.BitAnd, count, b.Uniform(literal.Type, 31));
        Span<uint> bits = [0, 0, 0, 0];
        for (int i = 0; i < literal.Type.Lanes; i++) bits[i] = literal.LiteralBits(i) & 31;
        return b.Literal(literal.Type.Kind, bits[..literal.Type.Lanes]);
    }
}
