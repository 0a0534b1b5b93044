using VirglHost.Shaders.Ir;
using VirglHost.Shaders.Tgsi;

namespace VirglHost.Shaders.Lowering;

/// <summary>Outputs of a tessellation control shader: per-vertex arrays that every invocation may read, patch outputs and levels.</summary>
internal sealed class TessControlOutputs(IrBuilder builder, RegisterSet set)
{
    private static readonly IrType Float4 = new(ScalarKind.Float, 4);
    private readonly Dictionary<(ShaderSemantic, int), VariableId> _variables = [];

    public ExpressionId Load(TgsiRegister register, Func<int, int, OutputRegister> find, Func<int, int, RegisterArray> arrayAt, int offset)
    {
        OutputRegister output = Require(register, find, arrayAt, offset);
        ExpressionId vertex = Vertex(register, output, offset);
        switch (output.Semantic)
        {
            case ShaderSemantic.TessOuter or ShaderSemantic.TessInner:
                int count = output.Semantic == ShaderSemantic.TessOuter ? 4 : 2;
                Span<ExpressionId> lanes = [builder.Float(0), builder.Float(0), builder.Float(0), builder.Float(0)];
                for (int i = 0; i < count; i++) lanes[i] = builder.Load(Variable(output), builder.Int(i));
                return builder.Bitcast(builder.Construct(lanes), ScalarKind.UInt);
            case ShaderSemantic.PointSize:
                return set.SystemValues.Words(builder.Load(Variable(output), vertex));
            default:
                return builder.Bitcast(builder.Load(Variable(output), vertex), ScalarKind.UInt);
        }
    }

    /// <summary>Whatever index the guest gives, an invocation writes its own vertex: GLSL allows no other.</summary>
    public void Store(
        Block block, TgsiDestination destination, ExpressionId value, Func<int, int, OutputRegister> find, Func<int, int, RegisterArray> arrayAt)
    {
        OutputRegister output = Require(destination.Register, find, arrayAt, destination.Offset);
        ExpressionId number = builder.Bitcast(value, ScalarKind.Float);
        ExpressionId invocation = IsPerVertex(output.Semantic) ? set.SystemValues.Int(BuiltIn.InvocationId) : ExpressionId.None;
        switch (output.Semantic)
        {
            case ShaderSemantic.TessOuter or ShaderSemantic.TessInner:
                StoreLevels(block, output, destination.Mask, number);
                break;
            case ShaderSemantic.PointSize:
                if ((destination.Mask & 1) != 0)
                    block.Add(new StoreStatement(Variable(output), invocation, ExpressionId.None, 1, builder.Lane(number, 0)));
                break;
            default:
                block.Add(new StoreStatement(Variable(output), invocation, ExpressionId.None, destination.Mask, number));
                break;
        }
    }

    private static bool IsPerVertex(ShaderSemantic semantic)
        => semantic is not (ShaderSemantic.Patch or ShaderSemantic.TessOuter or ShaderSemantic.TessInner);

    private void StoreLevels(Block block, OutputRegister output, int mask, ExpressionId value)
    {
        int count = output.Semantic == ShaderSemantic.TessOuter ? 4 : 2;
        int next = 0;
        for (int lane = 0; lane < 4; lane++)
        {
            if ((mask & (1 << lane)) == 0) continue;
            ExpressionId level = builder.Lane(value, next++);
            if (lane < count) block.Add(new StoreStatement(Variable(output), builder.Int(lane), ExpressionId.None, 1, level));
        }
    }

    private static OutputRegister Require(
        TgsiRegister register, Func<int, int, OutputRegister> find, Func<int, int, RegisterArray> arrayAt, int offset)
    {
        if (!register.Index.IsIndirect) return find(register.Index.Offset, offset);
        _ = arrayAt(register.Index.ArrayId, offset);
        throw new TgsiRefusal(offset, "tessellation control outputs selected by an address are not supported");
    }

    private ExpressionId Vertex(TgsiRegister register, OutputRegister output, int offset)
    {
        if (!IsPerVertex(output.Semantic)) return ExpressionId.None;
        if (!register.HasDimension) throw new TgsiRefusal(offset, "the output needs a vertex index");
        return set.Element(register.Dimension, 0, builder.Module.Layout.TessControlVertices, offset);
    }

    private VariableId Variable(OutputRegister output)
    {
        if (_variables.TryGetValue((output.Semantic, output.Index), out VariableId known)) return known;
        VariableId variable = output.Semantic switch
        {
            ShaderSemantic.Position => builder.Module.Require(BuiltIn.TessPosition, Float4, Ir.Variable.Unsized),
            ShaderSemantic.PointSize => builder.Module.Require(BuiltIn.TessPointSize, IrType.Float, Ir.Variable.Unsized),
            ShaderSemantic.TessOuter => builder.Module.Require(BuiltIn.TessLevelOuter, IrType.Float, 4),
            ShaderSemantic.TessInner => builder.Module.Require(BuiltIn.TessLevelInner, IrType.Float, 2),
            _ => builder.Module.Add(new Variable
            {
                Storage = VariableStorage.VaryingOut,
                Type = Float4,
                Semantic = output.Semantic,
                Index = output.Index,
                ArrayLength = IsPerVertex(output.Semantic) ? Ir.Variable.Unsized : 0,
                Producer = ShaderStage.TessControl,
                IsInvariant = output.IsInvariant,
            }),
        };
        _variables.Add((output.Semantic, output.Index), variable);
        return variable;
    }
}
