using VirglHost.Shaders.Ir;

namespace VirglHost.Shaders.Passes;

/// <summary>Counts samples as the guest does where several of GL's stand for one of its: the sample's number and the coverage a shader reads.</summary>
internal sealed class SampleRatioPass : IrRewriter
{
    /// <summary>Most samples of the guest that have a bit in a mask here.</summary>
    private const int MaxSamples = 8;

    private readonly int _ratio;

    private SampleRatioPass(ShaderModule module, int ratio)
        : base(module) => _ratio = ratio;

    public static void Run(ShaderModule module, in ShaderKey key)
    {
        if (key.SampleRatio > 1) new SampleRatioPass(module, key.SampleRatio).Run();
    }

    /// <summary>GL's coverage mask for the guest's: each bit as many times as it has samples.</summary>
    public static ExpressionId Spread(IrBuilder b, ExpressionId mask, int ratio)
    {
        ExpressionId result = b.Int(0);
        for (int sample = 0; sample < MaxSamples && (sample + 1) * ratio <= 32; sample++)
        {
            ExpressionId bit = b.Same(Operation.BitAnd, b.Same(Operation.ShiftRight, mask, b.Int(sample)), b.Int(1));
            ExpressionId bits = b.Same(Operation.Multiply, bit, b.Int(unchecked((int)(((1u << ratio) - 1) << (sample * ratio)))));
            result = b.Same(Operation.BitOr, result, bits);
        }

        return result;
    }

    protected override ExpressionId RewriteLoad(VariableId variable, ExpressionId element, ExpressionId second)
    {
        ExpressionId value = base.RewriteLoad(variable, element, second);
        return Module[variable].BuiltIn switch
        {
            BuiltIn.SampleId => Builder.Same(Operation.Divide, value, Builder.Int(_ratio)),
            BuiltIn.SampleMaskIn => Fold(value),
            _ => value,
        };
    }

    /// <summary>
    /// The guest's mask: a sample is covered where that one of GL's is which fetches of it read, so that the masks of the fragments of a pixel never share a bit.
    /// A fragment that covers none of those tells of all it covers.
    /// </summary>
    private ExpressionId Fold(ExpressionId mask)
    {
        ExpressionId any = mask;
        for (int i = 1; i < _ratio; i++) any = Builder.Same(Operation.BitOr, any, Builder.Same(Operation.ShiftRight, mask, Builder.Int(i)));
        ExpressionId fetched = Gather(mask);
        return Builder.Select(Builder.Compare(Operation.NotEqual, fetched, Builder.Int(0)), fetched, Gather(any));
    }

    /// <summary>Every bit that is the first of its group, side by side.</summary>
    private ExpressionId Gather(ExpressionId mask)
    {
        ExpressionId result = Builder.Int(0);
        for (int sample = 0; sample < MaxSamples && (sample + 1) * _ratio <= 32; sample++)
        {
            ExpressionId bit = Builder.Same(Operation.BitAnd, Builder.Same(Operation.ShiftRight, mask, Builder.Int(sample * _ratio)), Builder.Int(1));
            result = Builder.Same(Operation.BitOr, result, Builder.Same(Operation.ShiftLeft, bit, Builder.Int(sample)));
        }

        return result;
    }
}
