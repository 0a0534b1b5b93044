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
        if (source.Register.File != RegisterFile.Input || source.IsNegated || source.IsAbsolute)
            throw Refuse(instruction, "only a plain varying can be interpolated anew");
        ExpressionId where = operation switch
        {
            Operation.InterpolateSample => ReadScalar(instruction.Sources[1], OperandKind.Int),
            Operation.InterpolateOffset => Read(instruction.Sources[1], 3, OperandKind.Float),
            _ => ExpressionId.None,
        };
        ExpressionId value = _registers.Inputs.Map(
            source.Register, source.Offset, input => _builder.Apply(operation, _builder.TypeOf(input), input, where));
        ExpressionId swizzled = _builder.Swizzle(value, [source.Lane(0), source.Lane(1), source.Lane(2), source.Lane(3)]);
        Store(instruction, _builder.Masked(swizzled, instruction.Destinations[0].Mask), OperandKind.Float);
    }

    /// <summary>The colour that lies in the framebuffer under this fragment; the target's kind is settled by a pass.</summary>
    public void FetchFramebuffer(TgsiInstruction instruction)
    {
        RequireStage(instruction, ShaderStage.Fragment);
        TgsiSource source = instruction.Sources[0];
        if (source.Register.File != RegisterFile.Output || source.Register.HasDimension || source.Register.Index.IsIndirect)
            throw Refuse(instruction, "FBFETCH needs a colour output");
        // GUEST: a compiler that finds both ways open blends by itself and names the equations all the same; the host must not blend again.
        _module.Layout = _module.Layout with { AdvancedBlend = false };
        int location = _registers.Outputs.ColorLocation(source.Register.Index.Offset, source.Offset);
        ExpressionId color = _builder.Bitcast(_builder.Load(_module.RequireFragmentOutput(location)), ScalarKind.UInt);
        ExpressionId swizzled = _builder.Swizzle(color, [source.Lane(0), source.Lane(1), source.Lane(2), source.Lane(3)]);
        Store(instruction, _builder.Masked(swizzled, instruction.Destinations[0].Mask), OperandKind.Raw);
    }
}
