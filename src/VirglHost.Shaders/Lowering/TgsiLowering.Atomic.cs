using VirglHost.Shaders.Ir;
using VirglHost.Shaders.Tgsi;

namespace VirglHost.Shaders.Lowering;

/// <content>Atomics on storage buffers, shared memory, images and counters (tgsi.md §8.5).</content>
internal sealed partial class TgsiLowering
{
    /// <summary>Whatever it works on, the old value goes to every written lane.</summary>
    public void Atomic(TgsiInstruction instruction, AtomicOperation operation)
    {
        AtomicPlace place = LocateAtomic(instruction, operation);
        OperandKind kind = OperandOf(place.Kind);
        ExpressionId operand = ReadScalar(instruction.Sources[2], kind);
        ExpressionId replacement = instruction.Sources.Length == 4 ? ReadScalar(instruction.Sources[3], kind) : ExpressionId.None;
        ExpressionId old = _module[place.Resource].Storage == VariableStorage.Counter
            ? RunOnCounter(instruction, operation, place, operand, replacement)
            : RunAtomic(operation, place, operand, replacement);
        StoreOld(instruction, old, kind);
    }

    /// <summary>Minimum or maximum by a signedness of its own: GLSL goes by the memory's, so where they differ the exchange is a loop.</summary>
    public void AtomicExtreme(TgsiInstruction instruction, AtomicOperation operation, ScalarKind wanted)
    {
        AtomicPlace place = LocateAtomic(instruction, operation);
        OperandKind kind = OperandOf(place.Kind);
        ExpressionId operand = ReadScalar(instruction.Sources[2], kind);
        bool isCounter = _module[place.Resource].Storage == VariableStorage.Counter;
        if (isCounter) _module.Require(GlslHostFeatures.AtomicCounterOperations, instruction.Offset);
        ExpressionId old = place.Kind == wanted
            ? RunAtomic(operation, place, operand, ExpressionId.None)
            : ExchangeUntilDone(operation == AtomicOperation.Min ? Operation.Min : Operation.Max, place, Keep(operand), wanted);
        StoreOld(instruction, old, kind);
    }

    private static OperandKind OperandOf(ScalarKind kind) => kind switch
    {
        ScalarKind.Float => OperandKind.Float,
        ScalarKind.Int => OperandKind.Int,
        _ => OperandKind.UInt,
    };

    private void StoreOld(TgsiInstruction instruction, ExpressionId old, OperandKind kind)
        => Store(instruction, _builder.Splat(old, CountLanes(instruction.Destinations[0].Mask)), kind);

    private AtomicPlace LocateAtomic(TgsiInstruction instruction, AtomicOperation operation)
    {
        TgsiSource resource = instruction.Sources[0];
        ExpressionId none = ExpressionId.None;
        switch (resource.Register.File)
        {
            case RegisterFile.Image:
                (VariableId image, ExpressionId unit) = _resources.Image(resource.Register, resource.Offset, isRead: true, isWritten: true);
                if (instruction.IsCoherent) _resources.MarkCoherent(image);
                (ExpressionId texel, ExpressionId sample) = ImageCoordinate(instruction.Sources[1], _module[image].Target);
                return new AtomicPlace(image, unit, texel, sample, AtomicImageKind(instruction, image, operation));
            case RegisterFile.AtomicCounter:
                (VariableId counter, ExpressionId number) = _counters.Locate(resource.Register, resource.Offset);
                return new AtomicPlace(counter, number, none, none, ScalarKind.UInt);
            default:
                (VariableId memory, ExpressionId block) = WordMemory(resource.Register, resource.Offset, instruction);
                return new AtomicPlace(memory, block, WordIndex(instruction.Sources[1]), none, _module[memory].Type.Kind);
        }
    }

    private ScalarKind AtomicImageKind(TgsiInstruction instruction, VariableId variable, AtomicOperation operation)
    {
        string format = _module[variable].Format;
        if (format == "r32f" && operation == AtomicOperation.Exchange) return ScalarKind.Float;
        if (format is not ("r32i" or "r32ui")) throw Refuse(instruction, "image atomics need a 32-bit integer format");
        return format == "r32i" ? ScalarKind.Int : ScalarKind.UInt;
    }

    private ExpressionId RunAtomic(AtomicOperation operation, in AtomicPlace place, ExpressionId operand, ExpressionId replacement)
    {
        VariableId result = Scratch(new IrType(place.Kind, 1));
        AddAtomic(_block, result, operation, place, operand, replacement);
        return _builder.Load(result);
    }

    /// <summary>Counting by one is in every host that has counters; the rest came later. GLSL's decrement returns the new value.</summary>
    private ExpressionId RunOnCounter(
        TgsiInstruction instruction, AtomicOperation operation, in AtomicPlace place, ExpressionId operand, ExpressionId replacement)
    {
        Expression literal = _builder[operand];
        uint step = operation == AtomicOperation.Add && literal.Kind == ExpressionKind.Literal ? literal.LiteralBits(0) : 0;
        if (step == 1) return RunAtomic(AtomicOperation.Increment, place, ExpressionId.None, ExpressionId.None);
        if (step == uint.MaxValue)
            return _builder.Same(Operation.Add, RunAtomic(AtomicOperation.Decrement, place, ExpressionId.None, ExpressionId.None), _builder.UInt(1));
        _module.Require(GlslHostFeatures.AtomicCounterOperations, instruction.Offset);
        return RunAtomic(operation, place, operand, replacement);
    }

    private ExpressionId ExchangeUntilDone(Operation choice, in AtomicPlace place, ExpressionId operand, ScalarKind wanted)
    {
        var type = new IrType(place.Kind, 1);
        VariableId old = Scratch(type);
        VariableId expected = Scratch(type);
        AddAtomic(_block, old, AtomicOperation.Or, place, _builder.Literal(place.Kind, [0]), ExpressionId.None);
        var body = new Block();
        body.Add(new StoreStatement(expected, ExpressionId.None, ExpressionId.None, 1, _builder.Load(old)));
        ExpressionId chosen = _builder.Same(choice, _builder.Bitcast(_builder.Load(expected), wanted), _builder.Bitcast(operand, wanted));
        AddAtomic(body, old, AtomicOperation.CompareExchange, place, _builder.Load(expected), _builder.Bitcast(chosen, place.Kind));
        var done = new Block();
        done.Add(new BreakStatement());
        body.Add(new IfStatement(_builder.Compare(Operation.Equal, _builder.Load(old), _builder.Load(expected)), done, new Block()));
        _block.Add(new LoopStatement(body));
        return _builder.Load(old);
    }

    private static void AddAtomic(
        Block block, VariableId result, AtomicOperation operation, in AtomicPlace place, ExpressionId operand, ExpressionId replacement)
        => block.Add(new AtomicStatement(result, operation, place.Resource, place.Element, place.Address, place.Sample, operand, replacement));
}
