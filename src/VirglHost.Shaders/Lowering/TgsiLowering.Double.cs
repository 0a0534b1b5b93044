using VirglHost.Shaders.Ir;
using VirglHost.Shaders.Tgsi;

namespace VirglHost.Shaders.Lowering;

/// <content>64-bit floating point: lanes xy hold one number, zw another, low word first (tgsi.md §8.3).</content>
internal sealed partial class TgsiLowering
{
    private static readonly IrType DoubleType = new(ScalarKind.Double, 1);
    private static readonly IrType WordPair = new(ScalarKind.UInt, 2);

    public void DoubleMath(TgsiInstruction instruction, ValueRule rule) => StoreDoubles(instruction, pair =>
    {
        Span<ExpressionId> sources = stackalloc ExpressionId[4];
        for (int i = 0; i < instruction.Sources.Length; i++) sources[i] = ReadDouble(instruction.Sources[i], pair);
        return rule(_builder, sources[..instruction.Sources.Length]);
    });

    public void DoubleLoadExponent(TgsiInstruction instruction) => StoreDoubles(instruction, pair => _builder.Apply(
        Operation.LoadExponent, DoubleType, ReadDouble(instruction.Sources[0], pair), Read(instruction.Sources[1], 1 << (pair * 2), OperandKind.Int)));

    public void ToDouble(TgsiInstruction instruction, ScalarKind from)
    {
        OperandKind kind = from switch { ScalarKind.Float => OperandKind.Float, ScalarKind.Int => OperandKind.Int, _ => OperandKind.UInt };
        StoreDoubles(instruction, pair => _builder.Convert(Read(instruction.Sources[0], 1 << pair, kind), ScalarKind.Double));
    }

    /// <summary>The first written lane gets number 0, the second number 1, wherever they lie: guests write a lone y from lanes xy.</summary>
    public void FromDouble(TgsiInstruction instruction, ScalarKind to)
    {
        int mask = instruction.Destinations[0].Mask;
        ExpressionId zero = _builder.Literal(to, [0]);
        Span<ExpressionId> lanes = [zero, zero, zero, zero];
        int pair = 0;
        for (int lane = 0; lane < 4 && pair < 2; lane++)
        {
            if ((mask & (1 << lane)) != 0) lanes[lane] = _builder.Convert(ReadDouble(instruction.Sources[0], pair++), to);
        }

        OperandKind kind = to switch { ScalarKind.Float => OperandKind.Float, ScalarKind.Int => OperandKind.Int, _ => OperandKind.UInt };
        Store(instruction, _builder.Masked(_builder.Construct(lanes), mask), kind);
    }

    /// <summary>All ones or zero: both lanes of a pair get their pair's answer.</summary>
    public void DoubleCompare(TgsiInstruction instruction, Operation comparison)
    {
        int mask = instruction.Destinations[0].Mask;
        ExpressionId zero = _builder.Int(0);
        Span<ExpressionId> lanes = [zero, zero, zero, zero];
        for (int pair = 0; pair < 2; pair++)
        {
            if ((mask & (3 << (pair * 2))) == 0) continue;
            ExpressionId answer = _builder.Compare(comparison, ReadDouble(instruction.Sources[0], pair), ReadDouble(instruction.Sources[1], pair));
            ExpressionId bits = _builder.Same(Operation.Negate, _builder.Convert(answer, ScalarKind.Int));
            lanes[pair * 2] = bits;
            lanes[(pair * 2) + 1] = bits;
        }

        Store(instruction, _builder.Masked(_builder.Construct(lanes), mask), OperandKind.Int);
    }

    private ExpressionId ReadDouble(TgsiSource source, int pair)
    {
        TgsiSource plain = source with { IsNegated = false, IsAbsolute = false };
        ExpressionId number = _builder.Apply(Operation.PackDouble, DoubleType, Read(plain, 3 << (pair * 2), OperandKind.UInt));
        if (source.IsAbsolute) number = _builder.Same(Operation.Abs, number);
        return source.IsNegated ? _builder.Same(Operation.Negate, number) : number;
    }

    private void StoreDoubles(TgsiInstruction instruction, Func<int, ExpressionId> numberOf)
    {
        if (instruction.IsSaturated) throw Refuse(instruction, "saturation of a double");
        int mask = instruction.Destinations[0].Mask;
        ExpressionId zero = _builder.UInt(0);
        Span<ExpressionId> lanes = [zero, zero, zero, zero];
        for (int pair = 0; pair < 2; pair++)
        {
            if ((mask & (3 << (pair * 2))) == 0) continue;
            ExpressionId words = Keep(_builder.Apply(Operation.UnpackDouble, WordPair, numberOf(pair)));
            lanes[pair * 2] = _builder.Lane(words, 0);
            lanes[(pair * 2) + 1] = _builder.Lane(words, 1);
        }

        Store(instruction, _builder.Masked(_builder.Construct(lanes), mask), OperandKind.Raw);
    }
}
