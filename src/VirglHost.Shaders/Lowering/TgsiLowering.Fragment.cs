using VirglHost.Shaders.Ir;
using VirglHost.Shaders.Tgsi;

namespace VirglHost.Shaders.Lowering;

/// <content>Derivatives and interpolation functions.</content>
internal sealed partial class TgsiLowering
{
    public void Derivative(TgsiInstruction instruction, Operation operation)
    {
        RequireStage(instruction, ShaderStage.Fragment);
        ExpressionId value = Read(instruction.Sources[0], instruction.Destinations[0].Mask, OperandKind.Float);
        Store(instruction, _builder.Same(operation, value), OperandKind.Float);
    }

    public void Interpolate(TgsiInstruction instruction, Operation operation)
    {
        RequireStage(instruction, ShaderStage.Fragment);
        TgsiSource source = instruction.Sources[0];
        ExpressionId input = source.Register.File == RegisterFile.Input ? _registers.Inputs.LoadVarying(source.Register, source.Offset) : ExpressionId.None;
        if (input.IsNone) throw Refuse(instruction, "only a plain varying can be interpolated anew");
        if (source.IsNegated || source.IsAbsolute) throw Refuse(instruction, "the interpolated input takes no modifier");
        ExpressionId where = operation switch
        {
            Operation.InterpolateSample => ReadScalar(instruction.Sources[1], OperandKind.Int),
            Operation.InterpolateOffset => Read(instruction.Sources[1], 3, OperandKind.Float),
            _ => ExpressionId.None,
        };
        ExpressionId value = _builder.Apply(operation, _builder.TypeOf(input), input, where);
        ExpressionId swizzled = _builder.Swizzle(value, [source.Lane(0), source.Lane(1), source.Lane(2), source.Lane(3)]);
        Store(instruction, _builder.Masked(swizzled, instruction.Destinations[0].Mask), OperandKind.Float);
    }
}
