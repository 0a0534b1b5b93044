using VirglHost.Shaders.Ir;
using VirglHost.Shaders.Tgsi;

namespace VirglHost.Shaders.Lowering;

/// <summary>
/// Turns a syntax tree into the IR. Registers stay untyped here (UInt lanes); each use casts to what its opcode reads. The other parts of
/// this type hold the opcodes that <see cref="TgsiOpcodeTable"/> marks special.
/// </summary>
internal sealed partial class TgsiLowering
{
    /// <summary>What most instructions need; more is only slower.</summary>
    private const int ExpressionsPerInstruction = 5;

    private readonly TgsiShader _shader;
    private readonly ShaderModule _module;
    private readonly IrBuilder _builder;
    private readonly RegisterSet _registers;
    private readonly ResourceSet _resources;
    private readonly CounterSet _counters;
    private readonly Stack<FlowFrame> _frames = new();
    private Block _block;
    private bool _hasEnded;

    private TgsiLowering(TgsiShader shader, GlslHostFeatures host)
    {
        _shader = shader;
        _module = new ShaderModule(shader.Stage, host) { Layout = PropertyReader.ReadLayout(shader) };
        if (_module.Layout.PostDepthCoverage) _module.Require(GlslHostFeatures.PostDepthCoverage, 0);
        _module.Expressions.EnsureCapacity(shader.Instructions.Count * ExpressionsPerInstruction);
        _builder = new IrBuilder(_module);
        _registers = new RegisterSet(_builder, shader);
        _resources = new ResourceSet(_builder, shader, _registers);
        _counters = new CounterSet(_builder, shader, _registers);
        _block = _module.Body;
    }

    /// <summary>Lowers a shader, or refuses with <see cref="TgsiRefusal"/>.</summary>
    public static (ShaderModule Module, ShaderInfo Info) Lower(TgsiShader shader, GlslHostFeatures host)
    {
        var lowering = new TgsiLowering(shader, host);
        foreach (TgsiInstruction instruction in shader.Instructions) lowering.Lower(instruction);
        if (lowering._frames.Count != 0) throw new TgsiRefusal(lowering._frames.Peek().Offset, "block is not closed");
        if (lowering._module.Layout.AdvancedBlend) lowering._module.Require(GlslHostFeatures.AdvancedBlend, 0);
        ShaderInfo info = ShaderInfoReader.Read(shader, lowering._module, lowering._registers, lowering._resources, lowering._counters);
        return (lowering._module, info);
    }

    private void Lower(TgsiInstruction instruction)
    {
        if (_hasEnded) throw Refuse(instruction, "instruction after END");
        TgsiOpcode opcode = instruction.Opcode;
        _registers.Block = _block;
        if (opcode.Needs != GlslHostFeatures.None) _module.Require(opcode.Needs, instruction.Offset);
        if (opcode.Special is { } special)
        {
            special(this, instruction);
            return;
        }

        TgsiDestination destination = instruction.Destinations[0];
        ExpressionId value = opcode.Shape switch
        {
            OpcodeShape.Lanewise => Evaluate(instruction, destination.Mask),
            OpcodeShape.PerLane => EvaluatePerLane(instruction, destination.Mask),
            OpcodeShape.Scalar => _builder.Splat(Evaluate(instruction, 1), CountLanes(destination.Mask)),
            _ => Spread(Evaluate(instruction, 15), destination.Mask),
        };
        Store(instruction, value, opcode.Result);
    }

    private ExpressionId Evaluate(TgsiInstruction instruction, int mask)
    {
        Span<ExpressionId> sources = stackalloc ExpressionId[4];
        for (int i = 0; i < instruction.Sources.Length; i++)
            sources[i] = Read(instruction.Sources[i], mask, instruction.Opcode.Operands[i]);
        return instruction.Opcode.Value!(_builder, sources[..instruction.Sources.Length]);
    }

    private ExpressionId EvaluatePerLane(TgsiInstruction instruction, int mask)
    {
        Span<ExpressionId> lanes = stackalloc ExpressionId[4];
        int count = 0;
        for (int lane = 0; lane < 4; lane++)
        {
            if ((mask & (1 << lane)) != 0) lanes[count++] = Evaluate(instruction, 1 << lane);
        }

        return _builder.Construct(lanes[..count]);
    }

    /// <summary>A scalar in every written lane, or the written lanes of a whole vector.</summary>
    private ExpressionId Spread(ExpressionId value, int mask)
        => _builder.TypeOf(value).Lanes == 1 ? _builder.Splat(value, CountLanes(mask)) : _builder.Masked(value, mask);

    /// <summary>Lanes <paramref name="mask"/> of a source, after its swizzle, cast to <paramref name="kind"/>, modifiers applied.</summary>
    private ExpressionId Read(TgsiSource source, int mask, OperandKind kind)
    {
        Span<int> lanes = [0, 0, 0, 0];
        int count = 0;
        for (int lane = 0; lane < 4; lane++)
        {
            if ((mask & (1 << lane)) != 0) lanes[count++] = source.Lane(lane);
        }

        ExpressionId raw = _builder.Swizzle(_registers.Load(source), lanes[..count]);
        if (!source.IsNegated && !source.IsAbsolute) return _builder.Bitcast(raw, ScalarOf(kind));
        ScalarKind modifierKind = kind == OperandKind.Raw ? ScalarKind.Float : ScalarOf(kind);
        ExpressionId value = _builder.Bitcast(raw, modifierKind);
        if (source.IsAbsolute && modifierKind == ScalarKind.UInt) throw new TgsiRefusal(source.Offset, "absolute value of an unsigned operand");
        if (source.IsAbsolute) value = _builder.Same(Operation.Abs, value);
        if (source.IsNegated) value = _builder.Same(Operation.Negate, value);
        return _builder.Bitcast(value, ScalarOf(kind));
    }

    private ExpressionId ReadScalar(TgsiSource source, OperandKind kind) => Read(source, 1, kind);

    /// <summary>Writes the first destination; the value has one lane per bit of its mask.</summary>
    private void Store(TgsiInstruction instruction, ExpressionId value, OperandKind kind)
        => Store(instruction, instruction.Destinations[0], value, kind);

    private void Store(TgsiInstruction instruction, TgsiDestination destination, ExpressionId value, OperandKind kind)
    {
        if (instruction.IsSaturated) value = Saturate(instruction, value, kind);
        if (destination.Register.IsNull) return;
        _registers.Store(_block, destination, _builder.Bitcast(value, ScalarKind.UInt), instruction.IsPrecise);
    }

    private ExpressionId Saturate(TgsiInstruction instruction, ExpressionId value, OperandKind kind)
    {
        if (kind is OperandKind.Int or OperandKind.UInt) throw Refuse(instruction, "saturation of an integer result");
        ExpressionId number = _builder.Bitcast(value, ScalarKind.Float);
        IrType type = _builder.TypeOf(number);
        ExpressionId one = _builder.Uniform(type, BitConverter.SingleToUInt32Bits(1));
        return _builder.Apply(Operation.Clamp, type, number, _builder.Uniform(type, 0), one);
    }

    /// <summary>A private variable of its own for a value that is used more than once.</summary>
    private VariableId Scratch(IrType type) => _module.AddScratch(type);

    private ExpressionId Keep(ExpressionId value)
    {
        VariableId scratch = Scratch(_builder.TypeOf(value));
        int mask = (1 << _builder.TypeOf(value).Lanes) - 1;
        _block.Add(new StoreStatement(scratch, ExpressionId.None, ExpressionId.None, mask, value));
        return _builder.Load(scratch);
    }

    private void RequireStage(TgsiInstruction instruction, ShaderStage stage)
    {
        if (_shader.Stage != stage) throw Refuse(instruction, $"{instruction.Opcode.Mnemonic} outside a {stage} shader");
    }

    internal static int CountLanes(int mask) => System.Numerics.BitOperations.PopCount((uint)mask);

    internal static TgsiRefusal Refuse(TgsiInstruction instruction, string message) => new(instruction.Offset, message);

    private static ScalarKind ScalarOf(OperandKind kind) => kind switch
    {
        OperandKind.Float => ScalarKind.Float,
        OperandKind.Int => ScalarKind.Int,
        _ => ScalarKind.UInt,
    };
}
