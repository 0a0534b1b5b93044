using VirglHost.Shaders.Ir;

namespace VirglHost.Shaders.Passes;

/// <summary>
/// Ends a vertex, tessellation evaluation or geometry shader: varyings by name, built-ins by meaning, and in the last of these stages the
/// factor that turns the guest's picture the right way up.
/// </summary>
internal static class VertexOutputPass
{
    private static readonly IrType Float4 = new(ScalarKind.Float, 4);

    public static void Run(ShaderModule module, in ShaderKey key)
    {
        var b = new IrBuilder(module);
        foreach (OutputRegister output in module.Outputs)
        {
            switch (output.Semantic)
            {
                case ShaderSemantic.Position: StorePosition(b, output, key.IsLastVertexStage); break;
                case ShaderSemantic.PointSize: StoreScalar(b, output, BuiltIn.PointSize, ScalarKind.Float); break;
                case ShaderSemantic.Layer: StoreScalar(b, output, BuiltIn.Layer, ScalarKind.Int); break;
                case ShaderSemantic.ViewportIndex: StoreScalar(b, output, BuiltIn.ViewportIndex, ScalarKind.Int); break;
                case ShaderSemantic.PrimitiveId: StoreScalar(b, output, BuiltIn.PrimitiveId, ScalarKind.Int); break;
                case ShaderSemantic.ClipDistance or ShaderSemantic.EdgeFlag: break;
                // Between stages it is a varying like any other; the last one's is met by the planes in ClipPass.
                case ShaderSemantic.ClipVertex when key.IsLastVertexStage: break;
                default: StoreVarying(b, output); break;
            }
        }
    }

    private static void StorePosition(IrBuilder b, OutputRegister output, bool isLast)
    {
        ExpressionId position = b.Bitcast(OutputValue.Load(b, output), ScalarKind.Float);
        if (isLast)
        {
            ExpressionId factor = b.Load(b.Module.Require(BuiltIn.StateWinsysY, IrType.Float));
            ExpressionId y = b.Same(Operation.Multiply, b.Lane(position, 1), factor);
            position = b.Construct(b.Lane(position, 0), y, b.Lane(position, 2), b.Lane(position, 3));
        }

        VariableId target = b.Module.Require(BuiltIn.Position, Float4);
        if (output.IsInvariant) b.Module.Variables[target.Index] = b.Module[target] with { IsInvariant = true };
        b.Module.Epilogue.Add(new StoreStatement(target, ExpressionId.None, ExpressionId.None, 15, position));
    }

    private static void StoreScalar(IrBuilder b, OutputRegister output, BuiltIn target, ScalarKind kind)
    {
        if ((output.Mask & 1) == 0) return;
        bool isForeign = target is BuiltIn.PrimitiveId && b.Module.Stage != ShaderStage.Geometry;
        if (isForeign) return;
        ExpressionId value = b.Bitcast(b.Lane(OutputValue.Load(b, output), 0), kind);
        VariableId variable = b.Module.Require(target, new IrType(kind, 1));
        if (output.IsInvariant) b.Module.Variables[variable.Index] = b.Module[variable] with { IsInvariant = true };
        b.Module.Epilogue.Add(new StoreStatement(variable, ExpressionId.None, ExpressionId.None, 1, value));
    }

    private static void StoreVarying(IrBuilder b, OutputRegister output)
    {
        ShaderModule module = b.Module;
        // A varying is one variable of one stream: where its components go to several, the rasteriser's are kept; the others are captured apart.
        int mask = output.RasterisedMask;
        int stream = mask != 0 ? 0 : (output.Streams >> (System.Numerics.BitOperations.TrailingZeroCount(output.Mask) * 2)) & 3;
        if (mask == 0) mask = output.Mask;
        int known = module.Variables.FindIndex(variable => variable.Storage == VariableStorage.VaryingOut
            && variable.Semantic == output.Semantic && variable.Index == output.Index);
        VariableId target = known >= 0 ? new VariableId(known) : module.Add(new Variable
        {
            Storage = VariableStorage.VaryingOut,
            Type = Float4,
            Semantic = output.Semantic,
            Index = output.Index,
            Producer = module.Stage,
            IsInvariant = output.IsInvariant,
            Stream = stream,
        });
        ExpressionId value = b.Bitcast(b.Masked(OutputValue.Load(b, output), mask), ScalarKind.Float);
        module.Epilogue.Add(new StoreStatement(target, ExpressionId.None, ExpressionId.None, mask, value));
    }
}
