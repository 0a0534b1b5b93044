using System.Collections.Immutable;
using VirglHost.Shaders.Ir;
using VirglHost.Shaders.Tgsi;

namespace VirglHost.Shaders.Lowering;

/// <summary>The SV file (tgsi.md §6). Unused lanes read zero.</summary>
internal sealed class SystemValueRegisters(IrBuilder builder)
{
    private const int MaxRegisters = 64;
    private readonly ShaderSemantic?[] _semantics = new ShaderSemantic?[MaxRegisters];

    public ImmutableArray<ShaderSemantic> Semantics
        => [.. _semantics.Where(semantic => semantic is not null).Select(semantic => semantic!.Value).Distinct().Order()];

    public void Declare(TgsiDeclaration declaration)
    {
        if (declaration.Semantic is not { } semantic) throw new TgsiRefusal(declaration.Offset, "a system value needs a semantic");
        if (declaration.Last >= MaxRegisters) throw new TgsiRefusal(declaration.Offset, "too many system values");
        for (int i = declaration.First; i <= declaration.Last; i++)
        {
            if (_semantics[i] is not null) throw new TgsiRefusal(declaration.Offset, $"SV[{i}] is declared twice");
            _semantics[i] = semantic;
        }

        if (!IsKnown(semantic, builder.Module.Stage)) throw new TgsiRefusal(declaration.Offset, $"system value {semantic} is not supported in this stage");
    }

    public ExpressionId Load(TgsiRegister register, int offset)
    {
        if (register.HasDimension || register.Index.IsIndirect) throw new TgsiRefusal(offset, "system values cannot be indexed");
        ShaderSemantic? semantic = (uint)register.Index.Offset < MaxRegisters ? _semantics[register.Index.Offset] : null;
        if (semantic is null) throw new TgsiRefusal(offset, $"SV[{register.Index.Offset}] is not declared");
        RequireFeatures(semantic.Value, offset);
        return Load(semantic.Value);
    }

    private static bool IsKnown(ShaderSemantic semantic, ShaderStage stage) => semantic switch
    {
        ShaderSemantic.VertexId or ShaderSemantic.InstanceId or ShaderSemantic.VertexIdNoBase or ShaderSemantic.BaseVertex
            or ShaderSemantic.BaseInstance or ShaderSemantic.DrawId => stage == ShaderStage.Vertex,
        ShaderSemantic.InvocationId => stage is ShaderStage.Geometry or ShaderStage.TessControl,
        ShaderSemantic.PrimitiveId => stage is not (ShaderStage.Vertex or ShaderStage.Compute),
        ShaderSemantic.VerticesIn => stage is ShaderStage.TessControl or ShaderStage.TessEvaluation,
        ShaderSemantic.TessCoord or ShaderSemantic.TessOuter or ShaderSemantic.TessInner
            => stage == ShaderStage.TessEvaluation,
        ShaderSemantic.SampleId or ShaderSemantic.SamplePosition or ShaderSemantic.SampleMask or ShaderSemantic.HelperInvocation
            or ShaderSemantic.Face or ShaderSemantic.Position or ShaderSemantic.PointCoord or ShaderSemantic.Layer or ShaderSemantic.ViewportIndex
            => stage == ShaderStage.Fragment,
        ShaderSemantic.ThreadId or ShaderSemantic.BlockId or ShaderSemantic.GridSize or ShaderSemantic.BlockSize => stage == ShaderStage.Compute,
        >= ShaderSemantic.SubgroupSize and <= ShaderSemantic.SubgroupLtMask => true,
        _ => false,
    };

    private void RequireFeatures(ShaderSemantic semantic, int offset)
    {
        switch (semantic)
        {
            case ShaderSemantic.BaseVertex or ShaderSemantic.BaseInstance or ShaderSemantic.DrawId or ShaderSemantic.VertexIdNoBase:
                builder.Module.Require(GlslHostFeatures.DrawParameters, offset);
                break;
            case ShaderSemantic.SubgroupSize or ShaderSemantic.SubgroupInvocation:
                builder.Module.Require(GlslHostFeatures.Ballot, offset);
                break;
            case >= ShaderSemantic.SubgroupEqMask and <= ShaderSemantic.SubgroupLtMask:
                builder.Module.Require(GlslHostFeatures.Ballot, offset);
                builder.Module.Require(GlslHostFeatures.Integers64, offset);
                break;
        }
    }

    /// <summary>Four raw lanes of a value that <see cref="IsKnown"/> admits.</summary>
    public ExpressionId Load(ShaderSemantic semantic)
    {
        switch (semantic)
        {
            case ShaderSemantic.VertexId: return Words(Int(BuiltIn.VertexId));
            case ShaderSemantic.InstanceId: return Words(Int(BuiltIn.InstanceId));
            case ShaderSemantic.VertexIdNoBase: return Words(builder.Same(Operation.Subtract, Int(BuiltIn.VertexId), Int(BuiltIn.BaseVertex)));
            case ShaderSemantic.BaseVertex: return Words(Int(BuiltIn.BaseVertex));
            case ShaderSemantic.BaseInstance: return Words(Int(BuiltIn.BaseInstance));
            case ShaderSemantic.DrawId: return Words(builder.Same(Operation.Add, Int(BuiltIn.DrawId), Int(BuiltIn.StateDrawIdBase)));
            case ShaderSemantic.InvocationId: return Words(Int(BuiltIn.InvocationId));
            case ShaderSemantic.PrimitiveId: return Words(Int(PrimitiveIdOf(builder.Module.Stage)));
            case ShaderSemantic.VerticesIn: return Words(Int(BuiltIn.PatchVerticesIn));
            case ShaderSemantic.SampleId: return Words(Int(BuiltIn.SampleId));
            case ShaderSemantic.Layer: return Words(Int(BuiltIn.FragmentLayer));
            case ShaderSemantic.ViewportIndex: return Words(Int(BuiltIn.FragmentViewportIndex));
            case ShaderSemantic.SampleMask: return Words(builder.Load(builder.Module.Require(BuiltIn.SampleMaskIn, IrType.Int, 1), builder.Int(0)));
            case ShaderSemantic.TessCoord: return Words(Value(BuiltIn.TessCoord, ScalarKind.Float, 3));
            case ShaderSemantic.TessOuter: return Levels(BuiltIn.TessLevelOuter, 4);
            case ShaderSemantic.TessInner: return Levels(BuiltIn.TessLevelInner, 2);
            case ShaderSemantic.SamplePosition: return Words(Value(BuiltIn.SamplePosition, ScalarKind.Float, 2));
            case ShaderSemantic.ThreadId: return Words(Value(BuiltIn.LocalInvocationId, ScalarKind.UInt, 3));
            case ShaderSemantic.BlockId: return Words(Value(BuiltIn.WorkGroupId, ScalarKind.UInt, 3));
            case ShaderSemantic.GridSize: return Words(Value(BuiltIn.NumWorkGroups, ScalarKind.UInt, 3));
            case ShaderSemantic.BlockSize: return WorkGroupSize();
            case ShaderSemantic.HelperInvocation: return Words(builder.Same(Operation.Negate, builder.Convert(Flag(BuiltIn.HelperInvocation), ScalarKind.Int)));
            case ShaderSemantic.SubgroupSize: return Words(Value(BuiltIn.SubgroupSize, ScalarKind.UInt, 1));
            case ShaderSemantic.SubgroupInvocation: return Words(Value(BuiltIn.SubgroupInvocation, ScalarKind.UInt, 1));
            case ShaderSemantic.SubgroupEqMask: return Mask(BuiltIn.SubgroupEqMask);
            case ShaderSemantic.SubgroupGeMask: return Mask(BuiltIn.SubgroupGeMask);
            case ShaderSemantic.SubgroupGtMask: return Mask(BuiltIn.SubgroupGtMask);
            case ShaderSemantic.SubgroupLeMask: return Mask(BuiltIn.SubgroupLeMask);
            case ShaderSemantic.SubgroupLtMask: return Mask(BuiltIn.SubgroupLtMask);
            case ShaderSemantic.Face: return Facing();
            case ShaderSemantic.Position: return builder.Bitcast(Value(BuiltIn.FragCoord, ScalarKind.Float, 4), ScalarKind.UInt);
            case ShaderSemantic.PointCoord: return PointCoordinate();
            default: throw new System.Diagnostics.UnreachableException(semantic.ToString());
        }
    }

    public ExpressionId Words(ExpressionId value)
    {
        ExpressionId words = builder.Bitcast(value, ScalarKind.UInt);
        ExpressionId zero = builder.UInt(0);
        return builder.TypeOf(words).Lanes switch
        {
            1 => builder.Construct(words, zero, zero, zero),
            2 => builder.Construct(builder.Lane(words, 0), builder.Lane(words, 1), zero, zero),
            3 => builder.Construct(builder.Lane(words, 0), builder.Lane(words, 1), builder.Lane(words, 2), zero),
            _ => words,
        };
    }

    public ExpressionId Int(BuiltIn builtIn) => Value(builtIn, ScalarKind.Int, 1);

    public ExpressionId Flag(BuiltIn builtIn) => Value(builtIn, ScalarKind.Bool, 1);

    public static BuiltIn PrimitiveIdOf(ShaderStage stage) => stage switch
    {
        ShaderStage.Geometry => BuiltIn.PrimitiveIdIn,
        ShaderStage.Fragment => BuiltIn.FragmentPrimitiveId,
        _ => BuiltIn.PrimitiveId,
    };

    /// <summary>(point coordinate, 0, 1)</summary>
    public ExpressionId PointCoordinate()
    {
        ExpressionId coordinate = Value(BuiltIn.PointCoord, ScalarKind.Float, 2);
        return builder.Bitcast(builder.Construct(builder.Lane(coordinate, 0), builder.Lane(coordinate, 1), builder.Float(0), builder.Float(1)), ScalarKind.UInt);
    }

    /// <summary>+1 on front faces, −1 on back faces, in lane x.</summary>
    public ExpressionId Facing()
    {
        ExpressionId sign = builder.Select(Flag(BuiltIn.FrontFacing), builder.Float(1), builder.Float(-1));
        return builder.Bitcast(builder.Construct(sign, builder.Float(0), builder.Float(0), builder.Float(1)), ScalarKind.UInt);
    }

    private ExpressionId Levels(BuiltIn builtIn, int count)
    {
        VariableId levels = builder.Module.Require(builtIn, IrType.Float, count);
        Span<ExpressionId> lanes = [builder.Float(0), builder.Float(0), builder.Float(0), builder.Float(0)];
        for (int i = 0; i < count; i++) lanes[i] = builder.Load(levels, builder.Int(i));
        return builder.Bitcast(builder.Construct(lanes), ScalarKind.UInt);
    }

    private ExpressionId WorkGroupSize()
    {
        (int x, int y, int z) = builder.Module.Layout.WorkGroupSize;
        return builder.Literal(ScalarKind.UInt, [(uint)x, (uint)y, (uint)z, 0]);
    }

    private ExpressionId Mask(BuiltIn builtIn)
        => Words(builder.Apply(Operation.UnpackWords, new IrType(ScalarKind.UInt, 2), Value(builtIn, ScalarKind.UInt64, 1)));

    private ExpressionId Value(BuiltIn builtIn, ScalarKind kind, int lanes)
        => builder.Load(builder.Module.Require(builtIn, new IrType(kind, lanes)));
}
