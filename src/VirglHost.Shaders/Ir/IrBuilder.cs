namespace VirglHost.Shaders.Ir;

/// <summary>
/// Appends expressions to a module and folds what needs no thought: casts of casts, lanes of lanes, lanes and casts of constants. Casts
/// move outward through lane shuffles, so that a retyped register meets its use directly.
/// </summary>
internal sealed class IrBuilder(ShaderModule module)
{
    public ShaderModule Module { get; } = module;

    public Expression this[ExpressionId id] => Module[id];

    public IrType TypeOf(ExpressionId id) => Module[id].Type;

    public ExpressionId Literal(ScalarKind kind, ReadOnlySpan<uint> bits)
    {
        Span<int> lanes = [0, 0, 0, 0];
        for (int i = 0; i < bits.Length; i++) lanes[i] = (int)bits[i];
        return Add(new Expression(ExpressionKind.Literal, new IrType(kind, bits.Length), new(lanes[0]), new(lanes[1]), new(lanes[2]), new(lanes[3]), 0));
    }

    public ExpressionId Float(float value) => Literal(ScalarKind.Float, [BitConverter.SingleToUInt32Bits(value)]);

    public ExpressionId Int(int value) => Literal(ScalarKind.Int, [(uint)value]);

    public ExpressionId UInt(uint value) => Literal(ScalarKind.UInt, [value]);

    /// <summary>A constant with the same value in every lane.</summary>
    public ExpressionId Uniform(IrType type, uint bits)
    {
        Span<uint> lanes = [bits, bits, bits, bits];
        return Literal(type.Kind, lanes[..type.Lanes]);
    }

    public ExpressionId Load(VariableId variable) => Load(variable, ExpressionId.None, ExpressionId.None);

    public ExpressionId Load(VariableId variable, ExpressionId element) => Load(variable, element, ExpressionId.None);

    public ExpressionId Load(VariableId variable, ExpressionId element, ExpressionId second)
        => Add(new Expression(ExpressionKind.Load, Module[variable].Type, element, second, ExpressionId.None, ExpressionId.None, variable.Index));

    public ExpressionId Lane(ExpressionId value, int lane) => Swizzle(value, [lane]);

    /// <summary>Lanes of <paramref name="mask"/>, closed up.</summary>
    public ExpressionId Masked(ExpressionId value, int mask)
    {
        Span<int> lanes = [0, 0, 0, 0];
        int count = 0;
        for (int i = 0; i < 4; i++)
        {
            if ((mask & (1 << i)) != 0) lanes[count++] = i;
        }

        return Swizzle(value, lanes[..count]);
    }

    public ExpressionId Splat(ExpressionId scalar, int lanes) => lanes == 1 ? scalar : Swizzle(scalar, new int[lanes]);

    public ExpressionId Swizzle(ExpressionId value, ReadOnlySpan<int> lanes)
    {
        Expression source = Module[value];
        IrType type = source.Type.WithLanes(lanes.Length);
        if (IsIdentity(lanes, source.Type.Lanes)) return value;
        switch (source.Kind)
        {
            case ExpressionKind.Literal:
                Span<uint> bits = [0, 0, 0, 0];
                for (int i = 0; i < lanes.Length; i++) bits[i] = source.LiteralBits(lanes[i]);
                return Literal(type.Kind, bits[..lanes.Length]);
            case ExpressionKind.Swizzle:
                Span<int> inner = [0, 0, 0, 0];
                for (int i = 0; i < lanes.Length; i++) inner[i] = source.SwizzleLane(lanes[i]);
                return Swizzle(source.A, inner[..lanes.Length]);
            case ExpressionKind.Bitcast:
                return Bitcast(Swizzle(source.A, lanes), type.Kind);
            case ExpressionKind.Construct:
                ExpressionId picked = SwizzleConstruct(source, type, lanes);
                if (!picked.IsNone) return picked;
                break;
        }

        if (source.Type.Lanes == 1)
            return Add(new Expression(ExpressionKind.Construct, type, value, ExpressionId.None, ExpressionId.None, ExpressionId.None, 0));
        int packed = 0;
        for (int i = 0; i < lanes.Length; i++) packed |= lanes[i] << (i * 2);
        return Add(new Expression(ExpressionKind.Swizzle, type, value, ExpressionId.None, ExpressionId.None, ExpressionId.None, packed));
    }

    /// <summary>Puts scalars or vectors of one kind side by side; lane counts must add up to at most 4.</summary>
    public ExpressionId Construct(params ReadOnlySpan<ExpressionId> parts)
    {
        if (parts.Length == 1) return parts[0];
        int total = 0;
        bool areLiterals = true;
        ScalarKind? castFrom = CommonCastSource(parts);
        foreach (ExpressionId part in parts)
        {
            total += TypeOf(part).Lanes;
            areLiterals &= Module[part].Kind == ExpressionKind.Literal;
        }

        ScalarKind kind = TypeOf(parts[0]).Kind;
        if (areLiterals) return ConstructLiteral(kind, parts);
        Span<ExpressionId> operands = [ExpressionId.None, ExpressionId.None, ExpressionId.None, ExpressionId.None];
        if (castFrom is { } from)
        {
            for (int i = 0; i < parts.Length; i++) operands[i] = Bitcast(parts[i], from);
            return Bitcast(Construct(operands[..parts.Length]), kind);
        }

        if (TypeOf(parts[0]).Lanes == 1 && AllSame(parts)) return Splat(parts[0], total);
        for (int i = 0; i < parts.Length; i++) operands[i] = parts[i];
        return Add(new Expression(ExpressionKind.Construct, new IrType(kind, total), operands[0], operands[1], operands[2], operands[3], 0));
    }

    public ExpressionId Bitcast(ExpressionId value, ScalarKind kind)
    {
        Expression source = Module[value];
        if (source.Type.Kind == kind) return value;
        if (source.Kind == ExpressionKind.Bitcast) return Bitcast(source.A, kind);
        if (source.Kind == ExpressionKind.Literal) return Add(source with { Type = source.Type.WithKind(kind) });
        ExpressionId none = ExpressionId.None;
        return Add(new Expression(ExpressionKind.Bitcast, source.Type.WithKind(kind), value, none, none, none, 0));
    }

    public ExpressionId Apply(Operation operation, IrType type, ExpressionId a)
        => Apply(operation, type, a, ExpressionId.None, ExpressionId.None, ExpressionId.None);

    public ExpressionId Apply(Operation operation, IrType type, ExpressionId a, ExpressionId b)
        => Apply(operation, type, a, b, ExpressionId.None, ExpressionId.None);

    public ExpressionId Apply(Operation operation, IrType type, ExpressionId a, ExpressionId b, ExpressionId c)
        => Apply(operation, type, a, b, c, ExpressionId.None);

    public ExpressionId Apply(Operation operation, IrType type, ExpressionId a, ExpressionId b, ExpressionId c, ExpressionId d)
    {
        if (operation == Operation.Select && TrySelectCast(type, a, b, c, out ExpressionId cast)) return cast;
        if (operation is Operation.InterpolateCentroid or Operation.InterpolateSample or Operation.InterpolateOffset)
            return Interpolate(operation, type, a, b);
        return Add(new Expression(ExpressionKind.Apply, type, a, b, c, d, (int)operation));
    }

    /// <summary>An operation whose result has the type of its first operand.</summary>
    public ExpressionId Same(Operation operation, ExpressionId a) => Apply(operation, TypeOf(a), a);

    /// <inheritdoc cref="Same(Operation, ExpressionId)"/>
    public ExpressionId Same(Operation operation, ExpressionId a, ExpressionId b) => Apply(operation, TypeOf(a), a, b);

    public ExpressionId Compare(Operation operation, ExpressionId a, ExpressionId b)
        => Apply(operation, TypeOf(a).WithKind(ScalarKind.Bool), a, b);

    public ExpressionId Select(ExpressionId condition, ExpressionId whenTrue, ExpressionId whenFalse)
        => Apply(Operation.Select, TypeOf(whenTrue), condition, whenTrue, whenFalse);

    public ExpressionId Convert(ExpressionId value, ScalarKind kind)
        => TypeOf(value).Kind == kind ? value : Apply(Operation.Convert, TypeOf(value).WithKind(kind), value);

    public ExpressionId Call(ResourceCall call, IrType type)
    {
        Module.Calls.Add(call);
        ExpressionId none = ExpressionId.None;
        return Add(new Expression(ExpressionKind.Call, type, none, none, none, none, Module.Calls.Count - 1));
    }

    private static bool IsIdentity(ReadOnlySpan<int> lanes, int sourceLanes)
    {
        if (lanes.Length != sourceLanes) return false;
        for (int i = 0; i < lanes.Length; i++)
        {
            if (lanes[i] != i) return false;
        }

        return true;
    }

    private static bool AllSame(ReadOnlySpan<ExpressionId> parts)
    {
        foreach (ExpressionId part in parts)
        {
            if (part != parts[0]) return false;
        }

        return true;
    }

    private ExpressionId SwizzleConstruct(Expression source, IrType type, ReadOnlySpan<int> lanes)
    {
        if (source.B.IsNone) return Splat(source.A, type.Lanes);
        Span<ExpressionId> parts = [ExpressionId.None, ExpressionId.None, ExpressionId.None, ExpressionId.None];
        for (int i = 0; i < 4; i++)
        {
            ExpressionId operand = source.Operand(i);
            if (!operand.IsNone && TypeOf(operand).Lanes != 1) return ExpressionId.None;
        }

        for (int i = 0; i < lanes.Length; i++) parts[i] = source.Operand(lanes[i]);
        return Construct(parts[..lanes.Length]);
    }

    /// <summary>The kind that every part is cast from, constants aside; null when the parts do not agree.</summary>
    private ScalarKind? CommonCastSource(ReadOnlySpan<ExpressionId> parts)
    {
        ScalarKind? common = null;
        foreach (ExpressionId part in parts)
        {
            Expression expression = Module[part];
            if (expression.Kind == ExpressionKind.Literal) continue;
            if (expression.Kind != ExpressionKind.Bitcast) return null;
            ScalarKind from = TypeOf(expression.A).Kind;
            if (common is not null && common != from) return null;
            common = from;
        }

        return common;
    }

    private ExpressionId ConstructLiteral(ScalarKind kind, ReadOnlySpan<ExpressionId> parts)
    {
        Span<uint> bits = [0, 0, 0, 0];
        int count = 0;
        foreach (ExpressionId part in parts)
        {
            Expression literal = Module[part];
            for (int i = 0; i < literal.Type.Lanes; i++) bits[count++] = literal.LiteralBits(i);
        }

        return Literal(kind, bits[..count]);
    }

    private bool TrySelectCast(IrType type, ExpressionId condition, ExpressionId whenTrue, ExpressionId whenFalse, out ExpressionId result)
    {
        result = ExpressionId.None;
        if (CommonCastSource([whenTrue, whenFalse]) is not { } from) return false;
        ExpressionId chosen = Apply(Operation.Select, type.WithKind(from), condition, Bitcast(whenTrue, from), Bitcast(whenFalse, from));
        result = Bitcast(chosen, type.Kind);
        return true;
    }

    /// <summary>Interpolation functions take an input only: a replaced input is its own value everywhere.</summary>
    private ExpressionId Interpolate(Operation operation, IrType type, ExpressionId input, ExpressionId where)
    {
        Expression source = Module[input];
        switch (source.Kind)
        {
            case ExpressionKind.Load when Module[source.Variable].Storage == VariableStorage.VaryingIn:
                return Add(new Expression(ExpressionKind.Apply, type, input, where, ExpressionId.None, ExpressionId.None, (int)operation));
            case ExpressionKind.Apply when source.Operation is Operation.InterpolateCentroid or Operation.InterpolateSample or Operation.InterpolateOffset:
                return Interpolate(operation, type, source.A, where);
            case ExpressionKind.Apply when source.Operation == Operation.Select:
                return Select(source.A, Interpolate(operation, type, source.B, where), Interpolate(operation, type, source.C, where));
            default:
                return input;
        }
    }

    private ExpressionId Add(Expression expression)
    {
        Module.Expressions.Add(expression);
        return new ExpressionId(Module.Expressions.Count - 1);
    }
}
