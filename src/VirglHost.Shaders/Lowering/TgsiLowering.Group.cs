using VirglHost.Shaders.Ir;
using VirglHost.Shaders.Tgsi;

namespace VirglHost.Shaders.Lowering;

/// <content>What invocations tell each other, and the clock.</content>
internal sealed partial class TgsiLowering
{
    /// <summary>A pair of words, low word first, as everything 64 bits wide.</summary>
    public void Ballot(TgsiInstruction instruction)
    {
        ExpressionId word = ReadScalar(instruction.Sources[0], OperandKind.UInt);
        ExpressionId truth = _builder.Compare(Operation.NotEqual, word, _builder.UInt(0));
        _module.Require(GlslHostFeatures.Integers64, instruction.Offset);
        StoreWords(instruction, _builder.Apply(Operation.UnpackWords, WordPair, _builder.Apply(Operation.Ballot, IrType.UInt64, truth)));
    }

    public void ReadInvocation(TgsiInstruction instruction)
    {
        int mask = instruction.Destinations[0].Mask;
        ExpressionId value = Read(instruction.Sources[0], mask, OperandKind.UInt);
        ExpressionId number = ReadScalar(instruction.Sources[1], OperandKind.UInt);
        Store(instruction, _builder.Apply(Operation.ReadInvocation, _builder.TypeOf(value), value, number), OperandKind.UInt);
    }

    public void ReadClock(TgsiInstruction instruction)
        => StoreWords(instruction, _builder.Apply(Operation.Clock, WordPair, ExpressionId.None));

    private void StoreWords(TgsiInstruction instruction, ExpressionId pair)
    {
        ExpressionId words = Keep(pair);
        ExpressionId low = _builder.Lane(words, 0);
        ExpressionId high = _builder.Lane(words, 1);
        Store(instruction, _builder.Masked(_builder.Construct(low, high, low, high), instruction.Destinations[0].Mask), OperandKind.Raw);
    }
}
