using System.Collections.Immutable;
using VirglHost.Shaders.Ir;
using VirglHost.Shaders.Tgsi;

namespace VirglHost.Shaders.Lowering;

/// <content>Control flow, discard, vertices and barriers.</content>
internal sealed partial class TgsiLowering
{
    /// <summary>Open blocks at once. Everything that recurses over statements relies on it.</summary>
    internal const int MaxNesting = 80;

    public void BeginIf(TgsiInstruction instruction, OperandKind kind)
    {
        ExpressionId value = ReadScalar(instruction.Sources[0], kind);
        ExpressionId condition = _builder.Compare(Operation.NotEqual, value, _builder.Uniform(_builder.TypeOf(value), 0));
        var frame = new FlowFrame(FlowKind.If, _block, instruction.Offset) { Condition = condition };
        Open(instruction, frame, frame.First);
    }

    public void Else(TgsiInstruction instruction)
    {
        FlowFrame frame = Top(instruction, FlowKind.If);
        frame.Kind = FlowKind.Else;
        _block = frame.Second;
    }

    public void EndIf(TgsiInstruction instruction)
    {
        if (_frames.Count == 0 || _frames.Peek().Kind is not (FlowKind.If or FlowKind.Else)) throw Refuse(instruction, "ENDIF without IF");
        FlowFrame frame = Close();
        _block.Add(new IfStatement(frame.Condition, frame.First, frame.Second));
    }

    public void BeginLoop(TgsiInstruction instruction)
    {
        var frame = new FlowFrame(FlowKind.Loop, _block, instruction.Offset);
        Open(instruction, frame, frame.First);
    }

    public void EndLoop(TgsiInstruction instruction)
    {
        _ = Top(instruction, FlowKind.Loop);
        FlowFrame frame = Close();
        _block.Add(new LoopStatement(frame.First));
    }

    public void Break(TgsiInstruction instruction)
    {
        if (!_frames.Any(frame => frame.Kind is FlowKind.Loop or FlowKind.Switch)) throw Refuse(instruction, "BRK outside a loop");
        _block.Add(new BreakStatement());
    }

    public void Continue(TgsiInstruction instruction)
    {
        if (!_frames.Any(frame => frame.Kind == FlowKind.Loop)) throw Refuse(instruction, "CONT outside a loop");
        _block.Add(new ContinueStatement());
    }

    public void BeginSwitch(TgsiInstruction instruction)
    {
        ExpressionId selector = Keep(ReadScalar(instruction.Sources[0], OperandKind.UInt));
        var frame = new FlowFrame(FlowKind.Switch, _block, instruction.Offset) { Condition = selector };
        Open(instruction, frame, frame.First);
    }

    public void Case(TgsiInstruction instruction)
    {
        FlowFrame frame = Top(instruction, FlowKind.Switch);
        ExpressionId label = ReadScalar(instruction.Sources[0], OperandKind.UInt);
        if (_builder[label].Kind != ExpressionKind.Literal) throw Refuse(instruction, "CASE label is not an immediate");
        uint value = _builder[label].LiteralBits(0);
        if (!frame.Labels.Add(value)) throw Refuse(instruction, "CASE label occurs twice");
        AddArm(frame, [value], isDefault: false);
    }

    public void Default(TgsiInstruction instruction)
    {
        FlowFrame frame = Top(instruction, FlowKind.Switch);
        if (frame.HasDefault) throw Refuse(instruction, "second DEFAULT");
        frame.HasDefault = true;
        AddArm(frame, [], isDefault: true);
    }

    public void EndSwitch(TgsiInstruction instruction)
    {
        FlowFrame frame = Top(instruction, FlowKind.Switch);
        if (!frame.First.IsEmpty) throw Refuse(instruction, "statements before the first CASE");
        _ = Close();
        _block.Add(new SwitchStatement(frame.Condition, [.. frame.Cases]));
    }

    public void Return(TgsiInstruction instruction) => _block.Add(new ReturnStatement());

    public void Kill(TgsiInstruction instruction)
    {
        RequireStage(instruction, ShaderStage.Fragment);
        _block.Add(new DiscardStatement());
    }

    public void KillIf(TgsiInstruction instruction)
    {
        RequireStage(instruction, ShaderStage.Fragment);
        TgsiSource source = instruction.Sources[0];
        int distinct = 0;
        int lanesSeen = 0;
        for (int lane = 0; lane < 4; lane++)
        {
            if ((lanesSeen & (1 << source.Lane(lane))) == 0) distinct |= 1 << lane;
            lanesSeen |= 1 << source.Lane(lane);
        }

        ExpressionId value = Read(source, distinct, OperandKind.Float);
        ExpressionId condition = _builder.Compare(Operation.Less, value, _builder.Uniform(_builder.TypeOf(value), 0));
        if (_builder.TypeOf(condition).Lanes > 1) condition = _builder.Apply(Operation.Any, IrType.Bool, condition);
        var then = new Block();
        then.Add(new DiscardStatement());
        _block.Add(new IfStatement(condition, then, new Block()));
    }

    public void EmitVertex(TgsiInstruction instruction)
    {
        RequireStage(instruction, ShaderStage.Geometry);
        _block.Add(new EmitVertexStatement(ReadStream(instruction)));
    }

    public void EndPrimitive(TgsiInstruction instruction)
    {
        RequireStage(instruction, ShaderStage.Geometry);
        _block.Add(new EndPrimitiveStatement(ReadStream(instruction)));
    }

    public void Barrier(TgsiInstruction instruction)
    {
        if (_shader.Stage is not (ShaderStage.Compute or ShaderStage.TessControl)) throw Refuse(instruction, "BARRIER in this stage");
        _block.Add(new BarrierStatement());
    }

    public void MemoryBarrier(TgsiInstruction instruction)
    {
        ExpressionId kinds = ReadScalar(instruction.Sources[0], OperandKind.UInt);
        if (_builder[kinds].Kind != ExpressionKind.Literal) throw Refuse(instruction, "MEMBAR needs an immediate");
        _block.Add(new MemoryBarrierStatement((MemoryBarrierKinds)(_builder[kinds].LiteralBits(0) & 31)));
    }

    public void End(TgsiInstruction instruction)
    {
        if (_frames.Count != 0) throw Refuse(instruction, "END inside a block");
        _hasEnded = true;
    }

    private int ReadStream(TgsiInstruction instruction)
    {
        ExpressionId stream = ReadScalar(instruction.Sources[0], OperandKind.UInt);
        if (_builder[stream].Kind != ExpressionKind.Literal || _builder[stream].LiteralBits(0) > 3)
            throw Refuse(instruction, "the vertex stream must be an immediate from 0 to 3");
        return (int)_builder[stream].LiteralBits(0);
    }

    private void AddArm(FlowFrame frame, ImmutableArray<uint> labels, bool isDefault)
    {
        _block = new Block();
        frame.Cases.Add(new SwitchCase(labels, isDefault, _block));
    }

    private void Open(TgsiInstruction instruction, FlowFrame frame, Block inner)
    {
        if (_frames.Count == MaxNesting) throw Refuse(instruction, $"more than {MaxNesting} nested blocks");
        _frames.Push(frame);
        _block = inner;
    }

    private FlowFrame Close()
    {
        FlowFrame frame = _frames.Pop();
        _block = frame.Outer;
        return frame;
    }

    private FlowFrame Top(TgsiInstruction instruction, FlowKind kind)
    {
        if (_frames.Count == 0 || _frames.Peek().Kind != kind) throw Refuse(instruction, $"{instruction.Opcode.Mnemonic} does not fit the open block");
        return _frames.Peek();
    }
}
