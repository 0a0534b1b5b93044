using VirglHost.Shaders.Ir;

namespace VirglHost.Shaders.Passes;

/// <summary>
/// Ends a fragment shader: alpha test on output 0, then every output to its target, in the target's own kind, copied to all colour buffers
/// where the shader asks for that.
/// </summary>
internal static class FragmentOutputPass
{
    private static readonly IrType Float4 = new(ScalarKind.Float, 4);

    public static void Run(ShaderModule module, in ShaderKey key)
    {
        var b = new IrBuilder(module);
        TestAlpha(b, key);
        foreach (OutputRegister output in module.Outputs)
        {
            switch (output.Semantic)
            {
                case ShaderSemantic.Color: StoreColor(b, output, key); break;
                case ShaderSemantic.Position: StoreScalar(b, output, 2, BuiltIn.FragDepth, ScalarKind.Float); break;
                case ShaderSemantic.Stencil: StoreScalar(b, output, 1, BuiltIn.FragStencilRef, ScalarKind.Int); break;
                case ShaderSemantic.SampleMask: StoreSampleMask(b, output, key); break;
            }
        }
    }

    /// <summary>Kind of the lanes that a target takes and gives.</summary>
    public static ScalarKind KindOf(ColorBufferKind target) => target switch
    {
        ColorBufferKind.Int or ColorBufferKind.IntAlphaInRed => ScalarKind.Int,
        ColorBufferKind.UInt or ColorBufferKind.UIntAlphaInRed => ScalarKind.UInt,
        _ => ScalarKind.Float,
    };

    /// <summary>Whether red holds what the guest calls alpha.</summary>
    public static bool IsAlphaInRed(ColorBufferKind target)
        => target is ColorBufferKind.AlphaInRed or ColorBufferKind.IntAlphaInRed or ColorBufferKind.UIntAlphaInRed;

    private static void TestAlpha(IrBuilder b, in ShaderKey key)
    {
        if (key.AlphaFunction == AlphaTestFunction.Always) return;
        OutputRegister? color = b.Module.Outputs.Find(output => output is { Semantic: ShaderSemantic.Color, Index: 0 } && (output.Mask & 8) != 0);
        if (color is null) return;
        ExpressionId fails = b.Literal(ScalarKind.Bool, [1]);
        if (key.AlphaFunction != AlphaTestFunction.Never)
        {
            ExpressionId alpha = b.Bitcast(b.Lane(OutputValue.Load(b, color), 3), ScalarKind.Float);
            ExpressionId reference = b.Load(b.Module.Require(BuiltIn.StateAlphaReference, IrType.Float));
            fails = b.Apply(Operation.LogicalNot, IrType.Bool, b.Compare(ComparisonOf(key.AlphaFunction), alpha, reference));
        }

        var then = new Block();
        then.Add(new DiscardStatement());
        b.Module.Epilogue.Add(new IfStatement(fails, then, new Block()));
    }

    private static Operation ComparisonOf(AlphaTestFunction function) => function switch
    {
        AlphaTestFunction.Less => Operation.Less,
        AlphaTestFunction.Equal => Operation.Equal,
        AlphaTestFunction.LessOrEqual => Operation.LessEqual,
        AlphaTestFunction.Greater => Operation.Greater,
        AlphaTestFunction.NotEqual => Operation.NotEqual,
        _ => Operation.GreaterEqual,
    };

    private static void StoreColor(IrBuilder b, OutputRegister output, in ShaderKey key)
    {
        int copies = output.Index == 0 && b.Module.Layout.WritesAllColorBuffers && !key.DualSourceBlend ? Math.Max(key.ColorBufferCount, 1) : 1;
        for (int copy = 0; copy < copies; copy++)
        {
            bool isSecondSource = key.DualSourceBlend && output.Index == 1;
            int location = isSecondSource ? 0 : output.Index + copy;
            ColorBufferKind target = key.GetColorBuffer(location);
            ScalarKind kind = KindOf(target);
            VariableId variable = Require(b.Module, location, isSecondSource, kind);
            ExpressionId value = b.Bitcast(OutputValue.Load(b, output), kind);
            int mask = output.Mask;
            if (IsAlphaInRed(target))
            {
                if ((mask & 8) == 0) continue;
                value = b.Lane(value, 3);
                mask = 1;
            }
            else
            {
                value = b.Masked(value, mask);
            }

            b.Module.Epilogue.Add(new StoreStatement(variable, ExpressionId.None, ExpressionId.None, mask, value));
        }
    }

    private static VariableId Require(ShaderModule module, int location, bool isSecondSource, ScalarKind kind)
    {
        VariableId variable = module.RequireFragmentOutput(location, isSecondSource);
        if (module[variable].Type.Kind != kind) module.Variables[variable.Index] = module[variable] with { Type = Float4.WithKind(kind) };
        return variable;
    }

    private static void StoreScalar(IrBuilder b, OutputRegister output, int lane, BuiltIn target, ScalarKind kind)
    {
        if ((output.Mask & (1 << lane)) == 0) return;
        ExpressionId value = b.Bitcast(b.Lane(OutputValue.Load(b, output), lane), kind);
        VariableId variable = b.Module.Require(target, new IrType(kind, 1));
        b.Module.Epilogue.Add(new StoreStatement(variable, ExpressionId.None, ExpressionId.None, 1, value));
    }

    private static void StoreSampleMask(IrBuilder b, OutputRegister output, in ShaderKey key)
    {
        ExpressionId value = b.Bitcast(b.Lane(OutputValue.Load(b, output), 0), ScalarKind.Int);
        if (key.SampleRatio > 1) value = SampleRatioPass.Spread(b, value, key.SampleRatio);
        VariableId variable = b.Module.Require(BuiltIn.SampleMask, IrType.Int, 1);
        b.Module.Epilogue.Add(new StoreStatement(variable, b.Int(0), ExpressionId.None, 1, value));
    }
}
