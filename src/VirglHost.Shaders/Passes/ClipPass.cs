using VirglHost.Shaders.Ir;

namespace VirglHost.Shaders.Passes;

/// <summary>
/// Clip distances: the shader's own split into clipping and culling, or those of the user clip planes, measured at CLIPVERTEX where the
/// shader writes one and at the position otherwise.
/// </summary>
internal static class ClipPass
{
    private const int MaxPlanes = 8;

    public static void Run(ShaderModule module, in ShaderKey key)
    {
        var b = new IrBuilder(module);
        if (module.Layout.ClipDistances + module.Layout.CullDistances > 0) StoreOwnDistances(b);
        else if (key.ClipPlaneMask != 0) StorePlaneDistances(b, key.ClipPlaneMask);
    }

    private static void StoreOwnDistances(IrBuilder b)
    {
        ShaderLayout layout = b.Module.Layout;
        foreach (OutputRegister output in b.Module.Outputs.Where(output => output.Semantic == ShaderSemantic.ClipDistance))
        {
            for (int lane = 0; lane < 4; lane++)
            {
                int number = (output.Index * 4) + lane;
                if ((output.Mask & (1 << lane)) == 0 || number >= layout.ClipDistances + layout.CullDistances) continue;
                bool isCull = number >= layout.ClipDistances;
                ExpressionId distance = b.Bitcast(b.Lane(OutputValue.Load(b, output), lane), ScalarKind.Float);
                Store(b, isCull ? BuiltIn.CullDistance : BuiltIn.ClipDistance, isCull ? number - layout.ClipDistances : number, distance);
            }
        }
    }

    private static void StorePlaneDistances(IrBuilder b, int planeMask)
    {
        OutputRegister? vertex = b.Module.Outputs.Find(output => output.Semantic == ShaderSemantic.ClipVertex)
            ?? b.Module.Outputs.Find(output => output.Semantic == ShaderSemantic.Position);
        if (vertex is null) return;
        VariableId planes = b.Module.Require(BuiltIn.StateClipPlanes, new IrType(ScalarKind.Float, 4), MaxPlanes);
        int count = 32 - System.Numerics.BitOperations.LeadingZeroCount((uint)planeMask);
        b.Module.Layout = b.Module.Layout with { ClipDistances = count };
        for (int plane = 0; plane < count; plane++)
        {
            ExpressionId distance = b.Float(0);
            if ((planeMask & (1 << plane)) != 0)
            {
                ExpressionId position = b.Bitcast(OutputValue.Load(b, vertex), ScalarKind.Float);
                distance = b.Apply(Operation.Dot, IrType.Float, position, b.Load(planes, b.UInt((uint)plane)));
            }

            Store(b, BuiltIn.ClipDistance, plane, distance);
        }
    }

    private static void Store(IrBuilder b, BuiltIn target, int number, ExpressionId distance)
    {
        VariableId variable = b.Module.Require(target, IrType.Float, MaxPlanes);
        b.Module.Epilogue.Add(new StoreStatement(variable, b.Int(number), ExpressionId.None, 1, distance));
    }
}
