using System.Collections.Immutable;
using VirglHost.Shaders.Ir;
using VirglHost.Shaders.Tgsi;

namespace VirglHost.Shaders.Lowering;

/// <summary>
/// Outputs of a tessellation control shader: per-vertex arrays that every invocation may read, patch outputs and levels. Where an address
/// selects the register, a switch goes over the registers that it can mean.
/// </summary>
internal sealed class TessControlOutputs(IrBuilder builder, RegisterSet set)
{
    private static readonly IrType Float4 = new(ScalarKind.Float, 4);
    private readonly Dictionary<(ShaderSemantic, int), VariableId> _variables = [];
    private readonly SortedDictionary<int, OutputRegister> _registers = [];

    public void Declare(OutputRegister output) => _registers.Add(output.Register, output);

    public ExpressionId Load(TgsiRegister register, int offset)
    {
        if (!register.Index.IsIndirect) return Load(Find(register.Index.Offset, offset), register, offset);
        (OutputRegister[] run, ExpressionId element) = Run(register, offset);
        VariableId chosen = builder.Module.AddScratch(new IrType(ScalarKind.UInt, 4));
        Switch(set.Block, run, element, (output, body)
            => body.Add(new StoreStatement(chosen, ExpressionId.None, ExpressionId.None, 15, Load(output, register, offset))));
        return builder.Load(chosen);
    }

    /// <summary>Whatever vertex the guest gives, an invocation writes its own: GLSL allows no other.</summary>
    public void Store(Block block, TgsiDestination destination, ExpressionId value, bool isPrecise)
    {
        TgsiRegister register = destination.Register;
        ExpressionId number = builder.Bitcast(isPrecise ? Keep(block, value, isPrecise) : value, ScalarKind.Float);
        if (!register.Index.IsIndirect)
        {
            Store(block, Find(register.Index.Offset, destination.Offset), destination.Mask, number);
            return;
        }

        (OutputRegister[] run, ExpressionId element) = Run(register, destination.Offset);
        ExpressionId kept = Keep(block, number);
        Switch(block, run, element, (output, body) => Store(body, output, destination.Mask, kept));
    }

    private static bool IsPerVertex(ShaderSemantic semantic)
        => semantic is not (ShaderSemantic.Patch or ShaderSemantic.TessOuter or ShaderSemantic.TessInner);

    private void Switch(Block block, OutputRegister[] run, ExpressionId element, Action<OutputRegister, Block> write)
    {
        var cases = ImmutableArray.CreateBuilder<SwitchCase>(run.Length);
        for (int i = 0; i < run.Length; i++)
        {
            var body = new Block();
            write(run[i], body);
            body.Add(new BreakStatement());
            cases.Add(new SwitchCase([(uint)i], false, body));
        }

        block.Add(new SwitchStatement(builder.Bitcast(element, ScalarKind.UInt), cases.ToImmutable()));
    }

    /// <summary>The registers around the base that are like it: all per vertex, or all per patch.</summary>
    private (OutputRegister[] Run, ExpressionId Element) Run(TgsiRegister register, int offset)
    {
        OutputRegister start = Find(register.Index.Offset, offset);
        int first = start.Register;
        int last = first;
        while (IsLike(first - 1, start)) first--;
        while (IsLike(last + 1, start)) last++;
        set.ChargeSelection(last - first + 1, offset);
        OutputRegister[] run = [.. Enumerable.Range(first, last - first + 1).Select(number => _registers[number])];
        return (run, set.Element(register.Index, first, run.Length, offset));
    }

    private bool IsLike(int number, OutputRegister start)
        => _registers.TryGetValue(number, out OutputRegister? other) && IsPerVertex(other.Semantic) == IsPerVertex(start.Semantic)
            && other.Semantic is not (ShaderSemantic.TessOuter or ShaderSemantic.TessInner);

    private OutputRegister Find(int number, int offset)
        => _registers.TryGetValue(number, out OutputRegister? output) ? output : throw new TgsiRefusal(offset, $"OUT[{number}] is not declared");

    private ExpressionId Load(OutputRegister output, TgsiRegister register, int offset)
    {
        ExpressionId vertex = Vertex(register, output, offset);
        ExpressionId zero = builder.Float(0);
        Span<ExpressionId> lanes = [zero, zero, zero, zero];
        switch (output.Semantic)
        {
            case ShaderSemantic.TessOuter or ShaderSemantic.TessInner:
                int count = output.Semantic == ShaderSemantic.TessOuter ? 4 : 2;
                for (int i = 0; i < count; i++) lanes[i] = builder.Load(Variable(output), builder.Int(i));
                return builder.Bitcast(builder.Construct(lanes), ScalarKind.UInt);
            case ShaderSemantic.ClipDistance:
                for (int i = 0; i < 4; i++)
                {
                    (VariableId distances, int number) = Distance(output, i);
                    lanes[i] = builder.Load(distances, vertex, builder.Int(number));
                }

                return builder.Bitcast(builder.Construct(lanes), ScalarKind.UInt);
            case ShaderSemantic.PointSize:
                return set.SystemValues.Words(builder.Load(Variable(output), vertex));
            default:
                return builder.Bitcast(builder.Load(Variable(output), vertex), ScalarKind.UInt);
        }
    }

    private void Store(Block block, OutputRegister output, int mask, ExpressionId value)
    {
        ExpressionId invocation = IsPerVertex(output.Semantic) ? set.SystemValues.Int(BuiltIn.InvocationId) : ExpressionId.None;
        switch (output.Semantic)
        {
            case ShaderSemantic.TessOuter: StoreLanes(block, output, mask, value, (lane, _) => (builder.Int(lane), ExpressionId.None), 4); break;
            case ShaderSemantic.TessInner: StoreLanes(block, output, mask, value, (lane, _) => (builder.Int(lane), ExpressionId.None), 2); break;
            case ShaderSemantic.ClipDistance:
                StoreDistances(block, output, mask, value, invocation);
                break;
            case ShaderSemantic.PointSize: StoreLanes(block, output, mask, value, (_, _) => (invocation, ExpressionId.None), 1); break;
            case ShaderSemantic.EdgeFlag or ShaderSemantic.Layer or ShaderSemantic.ViewportIndex
                or ShaderSemantic.PrimitiveId:
                break;
            default: block.Add(new StoreStatement(Variable(output), invocation, ExpressionId.None, mask, value)); break;
        }
    }

    private void StoreDistances(Block block, OutputRegister output, int mask, ExpressionId value, ExpressionId invocation)
    {
        int next = 0;
        ExpressionId whole = Keep(block, value);
        for (int lane = 0; lane < 4; lane++)
        {
            if ((mask & (1 << lane)) == 0) continue;
            (VariableId distances, int number) = Distance(output, lane);
            block.Add(new StoreStatement(distances, invocation, builder.Int(number), 1, builder.Lane(whole, next++)));
        }
    }

    /// <summary>The properties say how many components clip; what follows culls.</summary>
    private (VariableId Distances, int Number) Distance(OutputRegister output, int lane)
    {
        ShaderLayout layout = builder.Module.Layout;
        int number = (output.Index * 4) + lane;
        bool isCull = layout.CullDistances > 0 && number >= layout.ClipDistances;
        return isCull
            ? (builder.Module.Require(BuiltIn.TessCullDistance, IrType.Float, Ir.Variable.Unsized), Math.Min(number - layout.ClipDistances, 7))
            : (builder.Module.Require(BuiltIn.TessClipDistance, IrType.Float, Ir.Variable.Unsized), number);
    }

    private void StoreLanes(
        Block block, OutputRegister output, int mask, ExpressionId value, Func<int, int, (ExpressionId Element, ExpressionId Second)> place, int count)
    {
        int next = 0;
        ExpressionId whole = Keep(block, value);
        for (int lane = 0; lane < 4; lane++)
        {
            if ((mask & (1 << lane)) == 0) continue;
            ExpressionId number = builder.Lane(whole, next++);
            if (lane >= count) continue;
            (ExpressionId element, ExpressionId second) = place(lane, output.Index);
            block.Add(new StoreStatement(Variable(output), element, second, 1, number));
        }
    }

    /// <summary>A store in parts must not read what an earlier part wrote.</summary>
    private ExpressionId Keep(Block block, ExpressionId value, bool isPrecise = false)
    {
        int lanes = builder.TypeOf(value).Lanes;
        if (builder[value].Kind == ExpressionKind.Literal) return value;
        VariableId kept = builder.Module.AddScratch(builder.TypeOf(value));
        if (isPrecise) builder.Module.Variables[kept.Index] = builder.Module[kept] with { IsPrecise = true };
        block.Add(new StoreStatement(kept, ExpressionId.None, ExpressionId.None, (1 << lanes) - 1, value));
        return builder.Load(kept);
    }

    /// <summary>Without a vertex index an output is the invocation's own.</summary>
    private ExpressionId Vertex(TgsiRegister register, OutputRegister output, int offset)
    {
        if (!IsPerVertex(output.Semantic)) return ExpressionId.None;
        if (!register.HasDimension) return set.SystemValues.Int(BuiltIn.InvocationId);
        return set.Element(register.Dimension, 0, builder.Module.Layout.TessControlVertices, offset);
    }

    private VariableId Variable(OutputRegister output)
    {
        if (_variables.TryGetValue((output.Semantic, output.Index), out VariableId known)) return known;
        VariableId variable = output.Semantic switch
        {
            ShaderSemantic.Position => builder.Module.Require(BuiltIn.TessPosition, Float4, Ir.Variable.Unsized),
            ShaderSemantic.PointSize => builder.Module.Require(BuiltIn.TessPointSize, IrType.Float, Ir.Variable.Unsized),
            ShaderSemantic.TessOuter => builder.Module.Require(BuiltIn.TessLevelOuter, IrType.Float, 4),
            ShaderSemantic.TessInner => builder.Module.Require(BuiltIn.TessLevelInner, IrType.Float, 2),
            _ => builder.Module.Add(new Variable
            {
                Storage = VariableStorage.VaryingOut,
                Type = Float4,
                Semantic = output.Semantic,
                Index = output.Index,
                ArrayLength = IsPerVertex(output.Semantic) ? Ir.Variable.Unsized : 0,
                Producer = ShaderStage.TessControl,
                IsInvariant = output.IsInvariant,
            }),
        };
        _variables.Add((output.Semantic, output.Index), variable);
        return variable;
    }
}
