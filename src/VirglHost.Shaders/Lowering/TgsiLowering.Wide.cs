using VirglHost.Shaders.Ir;
using VirglHost.Shaders.Tgsi;

namespace VirglHost.Shaders.Lowering;

/// <content>
/// 64-bit numbers of any kind: lanes xy hold one number, zw another, low word first (tgsi.md §8.3). The first pair that is written comes from
/// number 0 of the sources and the second from number 1, wherever they lie: guests compute a lone zw, too, from lanes xy.
/// </content>
internal sealed partial class TgsiLowering
{
    private static readonly IrType WordPair = new(ScalarKind.UInt, 2);

    /// <summary>Numbers of one 64-bit kind in, numbers of that kind out.</summary>
    public void WideMath(TgsiInstruction instruction, ScalarKind kind, ValueRule rule) => StoreWide(instruction, pair =>
    {
        Span<ExpressionId> sources = stackalloc ExpressionId[4];
        for (int i = 0; i < instruction.Sources.Length; i++) sources[i] = ReadWide(instruction.Sources[i], pair, kind);
        return rule(_builder, sources[..instruction.Sources.Length]);
    });

    public void DoubleLoadExponent(TgsiInstruction instruction) => StoreWide(instruction, pair =>
    {
        ExpressionId number = ReadWide(instruction.Sources[0], pair, ScalarKind.Double);
        ExpressionId scaled = _builder.Apply(
            Operation.LoadExponent, IrType.Double, number, PairScalar(instruction.Sources[1], pair, OperandKind.Int));

        // QUIRK: Mesa 22.3 makes a power of two of a zero.
        ExpressionId isZero = _builder.Compare(Operation.Equal, number, _builder.Convert(_builder.Float(0), ScalarKind.Double));
        return _builder.Select(isZero, number, scaled);
    });

    /// <summary>Two destinations: the significand as a double, the exponent as an integer in the first lane of each pair.</summary>
    public void DoubleSplit(TgsiInstruction instruction)
    {
        TgsiDestination exponents = instruction.Destinations[1];
        ExpressionId zero = _builder.Int(0);
        Span<ExpressionId> lanes = [zero, zero, zero, zero];
        int next = 0;
        for (int pair = 0; pair < 2; pair++)
        {
            if ((exponents.Mask & (3 << (pair * 2))) == 0) continue;
            ExpressionId number = ReadWide(instruction.Sources[0], next++, ScalarKind.Double);
            lanes[pair * 2] = Keep(_builder.Apply(Operation.Exponent, IrType.Int, number));
        }

        StoreWide(instruction, pair => _builder.Same(Operation.Significand, ReadWide(instruction.Sources[0], pair, ScalarKind.Double)));
        Store(instruction, exponents, _builder.Masked(_builder.Construct(lanes), exponents.Mask), OperandKind.Int);
    }

    /// <summary>Shifts by the low six bits of a 32-bit count, which stands in the first lane of each pair.</summary>
    public void WideShift(TgsiInstruction instruction, ScalarKind kind, Operation operation) => StoreWide(instruction, pair =>
    {
        ExpressionId count = _builder.Same(Operation.BitAnd, PairScalar(instruction.Sources[1], pair, OperandKind.UInt), _builder.UInt(63));
        ExpressionId number = ReadWide(instruction.Sources[0], pair, kind);
        return _builder.Apply(operation, _builder.TypeOf(number), number, count);
    });

    /// <summary>Number 0 comes from lane x, number 1 from lane y.</summary>
    public void Widen(TgsiInstruction instruction, OperandKind from, ScalarKind to)
        => StoreWide(instruction, pair => _builder.Convert(Read(instruction.Sources[0], 1 << pair, from), to));

    /// <summary>A number of one 64-bit kind as one of another.</summary>
    public void ConvertWide(TgsiInstruction instruction, ScalarKind from, ScalarKind to)
        => StoreWide(instruction, pair => _builder.Convert(ReadWide(instruction.Sources[0], pair, from), to));

    /// <summary>The first written lane gets number 0, the second number 1, wherever they lie.</summary>
    public void Narrow(TgsiInstruction instruction, ScalarKind from, ScalarKind to)
    {
        int mask = instruction.Destinations[0].Mask;
        ExpressionId zero = _builder.Literal(to, [0]);
        Span<ExpressionId> lanes = [zero, zero, zero, zero];
        int pair = 0;
        for (int lane = 0; lane < 4 && pair < 2; lane++)
        {
            if ((mask & (1 << lane)) != 0) lanes[lane] = _builder.Convert(ReadWide(instruction.Sources[0], pair++, from), to);
        }

        OperandKind kind = to switch { ScalarKind.Float => OperandKind.Float, ScalarKind.Int => OperandKind.Int, _ => OperandKind.UInt };
        Store(instruction, _builder.Masked(_builder.Construct(lanes), mask), kind);
    }

    /// <summary>All ones or zero: both lanes of a pair get their pair's answer.</summary>
    public void WideCompare(TgsiInstruction instruction, ScalarKind kind, Operation comparison)
    {
        int mask = instruction.Destinations[0].Mask;
        ExpressionId zero = _builder.Int(0);
        Span<ExpressionId> lanes = [zero, zero, zero, zero];
        int next = 0;
        for (int pair = 0; pair < 2; pair++)
        {
            if ((mask & (3 << (pair * 2))) == 0) continue;
            ExpressionId answer = _builder.Compare(comparison, ReadWide(instruction.Sources[0], next, kind), ReadWide(instruction.Sources[1], next, kind));
            next++;
            ExpressionId bits = _builder.Same(Operation.Negate, _builder.Convert(answer, ScalarKind.Int));
            lanes[pair * 2] = bits;
            lanes[(pair * 2) + 1] = bits;
        }

        Store(instruction, _builder.Masked(_builder.Construct(lanes), mask), OperandKind.Int);
    }

    private ExpressionId PairScalar(TgsiSource source, int pair, OperandKind kind) => Read(source, 1 << (pair * 2), kind);

    private ExpressionId ReadWide(TgsiSource source, int pair, ScalarKind kind)
    {
        TgsiSource plain = source with { IsNegated = false, IsAbsolute = false };
        ExpressionId words = Read(plain, 3 << (pair * 2), OperandKind.UInt);
        ExpressionId number = kind == ScalarKind.Double
            ? _builder.Apply(Operation.PackDouble, IrType.Double, words)
            : _builder.Convert(_builder.Apply(Operation.PackWords, IrType.UInt64, words), kind);
        if (source.IsAbsolute && kind == ScalarKind.UInt64) throw new TgsiRefusal(source.Offset, "absolute value of an unsigned operand");
        if (source.IsAbsolute) number = _builder.Same(Operation.Abs, number);
        return source.IsNegated ? _builder.Same(Operation.Negate, number) : number;
    }

    private ExpressionId WordsOf(ExpressionId number) => _builder.TypeOf(number).Kind == ScalarKind.Double
        ? _builder.Apply(Operation.UnpackDouble, WordPair, number)
        : _builder.Apply(Operation.UnpackWords, WordPair, _builder.Convert(number, ScalarKind.UInt64));

    private void StoreWide(TgsiInstruction instruction, Func<int, ExpressionId> numberOf)
    {
        if (instruction.IsSaturated) throw Refuse(instruction, "saturation of a 64-bit number");
        int mask = instruction.Destinations[0].Mask;
        ExpressionId zero = _builder.UInt(0);
        Span<ExpressionId> lanes = [zero, zero, zero, zero];
        int next = 0;
        for (int pair = 0; pair < 2; pair++)
        {
            if ((mask & (3 << (pair * 2))) == 0) continue;
            ExpressionId words = Keep(WordsOf(numberOf(next++)));
            lanes[pair * 2] = _builder.Lane(words, 0);
            lanes[(pair * 2) + 1] = _builder.Lane(words, 1);
        }

        Store(instruction, _builder.Masked(_builder.Construct(lanes), mask), OperandKind.Raw);
    }
}
