using VirglHost.Shaders.Ir;

namespace VirglHost.Shaders.Lowering;

/// <summary>
/// The control shader for a pipeline that has none: hands every vertex on and takes the levels from the state array (virgl-commands.md §7.15).
/// </summary>
internal static class PassthroughTessControl
{
    private const int MaxPatchVertices = 32;
    private static readonly IrType Float4 = new(ScalarKind.Float, 4);

    public static ShaderModule Build(ShaderInfo vertex, ShaderInfo evaluation, int verticesPerPatch)
    {
        var module = new ShaderModule(ShaderStage.TessControl);
        module.Layout = module.Layout with { TessControlVertices = Math.Clamp(verticesPerPatch, 1, MaxPatchVertices) };
        var b = new IrBuilder(module);
        ExpressionId invocation = b.Load(module.Require(BuiltIn.InvocationId, IrType.Int));
        if (vertex.Writes(ShaderSemantic.Position))
            Copy(b, module.Require(BuiltIn.PositionIn, Float4, Variable.Unsized), module.Require(BuiltIn.TessPosition, Float4, Variable.Unsized), invocation);
        if (vertex.Writes(ShaderSemantic.PointSize))
        {
            VariableId size = module.Require(BuiltIn.TessPointSize, IrType.Float, Variable.Unsized);
            Copy(b, module.Require(BuiltIn.PointSizeIn, IrType.Float, Variable.Unsized), size, invocation);
        }

        foreach (ShaderVarying input in evaluation.Inputs)
        {
            bool isHandedOn = ShaderInfo.IsUserVarying(input.Semantic) && input.Semantic != ShaderSemantic.Patch && vertex.Writes(input.Semantic, input.Index);
            if (!isHandedOn) continue;
            VariableId from = AddVarying(module, input, VariableStorage.VaryingIn, ShaderStage.Vertex);
            Copy(b, from, AddVarying(module, input, VariableStorage.VaryingOut, ShaderStage.TessControl), invocation);
        }

        StoreLevels(b, BuiltIn.StateTessOuter, BuiltIn.TessLevelOuter, 4);
        StoreLevels(b, BuiltIn.StateTessInner, BuiltIn.TessLevelInner, 2);
        IrValidator.Assert(module);
        return module;
    }

    private static VariableId AddVarying(ShaderModule module, ShaderVarying varying, VariableStorage storage, ShaderStage producer)
        => module.Add(new Variable
        {
            Storage = storage, Type = Float4, Semantic = varying.Semantic, Index = varying.Index, ArrayLength = Variable.Unsized, Producer = producer,
        });

    private static void Copy(IrBuilder b, VariableId from, VariableId to, ExpressionId invocation)
    {
        int mask = (1 << b.Module[to].Type.Lanes) - 1;
        b.Module.Body.Add(new StoreStatement(to, invocation, ExpressionId.None, mask, b.Load(from, invocation)));
    }

    private static void StoreLevels(IrBuilder b, BuiltIn state, BuiltIn levels, int count)
    {
        ExpressionId source = b.Load(b.Module.Require(state, Float4));
        VariableId target = b.Module.Require(levels, IrType.Float, count);
        for (int i = 0; i < count; i++)
            b.Module.Body.Add(new StoreStatement(target, b.Int(i), ExpressionId.None, 1, b.Lane(source, i)));
    }
}
