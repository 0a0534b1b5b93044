using VirglHost.Shaders.Ir;
using VirglHost.Shaders.Tgsi;

namespace VirglHost.Shaders.Lowering;

/// <content>Texture lookups and queries: TGSI's packed coordinates become GLSL's argument lists (tgsi.md §7, §8.4).</content>
internal sealed partial class TgsiLowering
{
    public void Sample(TgsiInstruction instruction)
    {
        TextureTarget target = RequireTarget(instruction);
        List<ExpressionId> arguments = CoordinateArguments(instruction, target);
        bool hasOffset = AddOffset(instruction, target, arguments);
        Finish(instruction, target, hasOffset ? ResourceFunction.TextureOffset : ResourceFunction.Texture, arguments);
    }

    public void SampleProjected(TgsiInstruction instruction)
    {
        TextureTarget target = RequireTarget(instruction);
        if (target is TextureTarget.Cube)
        {
            ExpressionId whole = Read(instruction.Sources[0], 15, OperandKind.Float);
            ExpressionId projected = _builder.Same(Operation.Divide, _builder.Masked(whole, 7), _builder.Splat(_builder.Lane(whole, 3), 3));
            Finish(instruction, target, ResourceFunction.Texture, [projected]);
            return;
        }

        if (target.IsArray() || target.IsMultisample() || target is TextureTarget.Buffer or TextureTarget.ShadowCube)
            throw Refuse(instruction, $"TXP cannot project a {target} coordinate");
        List<ExpressionId> arguments = [Read(instruction.Sources[0], 15, OperandKind.Float)];
        bool hasOffset = AddOffset(instruction, target, arguments);
        Finish(instruction, target, hasOffset ? ResourceFunction.TextureProjOffset : ResourceFunction.TextureProj, arguments);
    }

    public void SampleBiased(TgsiInstruction instruction)
    {
        RequireStage(instruction, ShaderStage.Fragment);
        TextureTarget target = RequireTarget(instruction);
        if (!target.HasLevels()) throw Refuse(instruction, $"{target} takes no bias");
        List<ExpressionId> arguments = CoordinateArguments(instruction, target);
        ExpressionId bias = LevelOrBias(instruction, target);
        bool hasOffset = AddOffset(instruction, target, arguments);
        arguments.Add(bias);
        Finish(instruction, target, hasOffset ? ResourceFunction.TextureOffset : ResourceFunction.Texture, arguments);
    }

    public void SampleLevel(TgsiInstruction instruction, bool isZero = false)
    {
        TextureTarget target = RequireTarget(instruction);
        List<ExpressionId> arguments = CoordinateArguments(instruction, target);
        if (target.HasLevels()) arguments.Add(isZero ? _builder.Float(0) : LevelOrBias(instruction, target));
        bool hasOffset = AddOffset(instruction, target, arguments);
        ResourceFunction function = (target.HasLevels(), hasOffset) switch
        {
            (true, true) => ResourceFunction.TextureLodOffset,
            (true, false) => ResourceFunction.TextureLod,
            (false, true) => ResourceFunction.TextureOffset,
            _ => ResourceFunction.Texture,
        };
        Finish(instruction, target, function, arguments);
    }

    public void SampleGradient(TgsiInstruction instruction)
    {
        TextureTarget target = RequireTarget(instruction);
        if (target == TextureTarget.ShadowCubeArray) throw Refuse(instruction, "ShadowCubeArray takes no gradient");
        List<ExpressionId> arguments = CoordinateArguments(instruction, target);
        int mask = (1 << target.DerivativeLanes()) - 1;
        arguments.Add(Read(instruction.Sources[1], mask, OperandKind.Float));
        arguments.Add(Read(instruction.Sources[2], mask, OperandKind.Float));
        bool hasOffset = AddOffset(instruction, target, arguments);
        Finish(instruction, target, hasOffset ? ResourceFunction.TextureGradOffset : ResourceFunction.TextureGrad, arguments);
    }

    public void Fetch(TgsiInstruction instruction, bool isZero = false)
    {
        TextureTarget target = RequireTarget(instruction, needsFilter: false);
        if (target.IsShadow() || target is TextureTarget.Cube or TextureTarget.CubeArray) throw Refuse(instruction, $"TXF cannot fetch from {target}");
        TgsiSource source = instruction.Sources[0];
        List<ExpressionId> arguments = [Read(source, (1 << target.CoordinateLanes()) - 1, OperandKind.Int)];
        if (target.HasLevels() || target.IsMultisample()) arguments.Add(isZero ? _builder.Int(0) : Read(source, 8, OperandKind.Int));
        bool hasOffset = AddOffset(instruction, target, arguments);
        Finish(instruction, target, hasOffset ? ResourceFunction.TexelFetchOffset : ResourceFunction.TexelFetch, arguments);
    }

    public void Gather(TgsiInstruction instruction)
    {
        TextureTarget target = RequireTarget(instruction);
        bool canGather = target is TextureTarget.Texture2D or TextureTarget.Texture2DArray or TextureTarget.Cube or TextureTarget.CubeArray
            or TextureTarget.Rect or TextureTarget.Shadow2D or TextureTarget.Shadow2DArray or TextureTarget.ShadowCube
            or TextureTarget.ShadowCubeArray or TextureTarget.ShadowRect;
        if (!canGather) throw Refuse(instruction, $"TG4 cannot gather from {target}");
        TgsiSource source = instruction.Sources[0];
        List<ExpressionId> arguments = [Read(source, (1 << target.CoordinateLanes()) - 1, OperandKind.Float)];
        if (target.IsShadow()) arguments.Add(GatherReference(instruction, target));
        (ResourceFunction function, int offsetsAt) = AddGatherOffsets(instruction, target, arguments);
        if (!target.IsShadow()) arguments.Add(GatherComponent(instruction));
        Finish(instruction, target, function, arguments, offsetsAt);
    }

    public void QueryLod(TgsiInstruction instruction)
    {
        RequireStage(instruction, ShaderStage.Fragment);
        TextureTarget target = RequireTarget(instruction);
        if (!target.HasLevels()) throw Refuse(instruction, $"{target} has no levels");
        ExpressionId coordinate = Read(instruction.Sources[0], (1 << target.DerivativeLanes()) - 1, OperandKind.Float);
        ExpressionId lod = Call(instruction, target, ResourceFunction.TextureQueryLod, [coordinate], new IrType(ScalarKind.Float, 2));
        ExpressionId zero = _builder.Float(0);
        ExpressionId kept = Keep(lod);
        ExpressionId whole = _builder.Construct(_builder.Lane(kept, 0), _builder.Lane(kept, 1), zero, zero);
        Store(instruction, _builder.Masked(whole, instruction.Destinations[0].Mask), OperandKind.Float);
    }

    public void QuerySize(TgsiInstruction instruction)
    {
        TextureTarget target = RequireTarget(instruction, needsFilter: false);
        int mask = instruction.Destinations[0].Mask;
        ExpressionId zero = _builder.Int(0);
        Span<ExpressionId> lanes = [zero, zero, zero, zero];
        if ((mask & 7) != 0)
        {
            List<ExpressionId> arguments = [];
            if (target.HasLevels()) arguments.Add(ReadScalar(instruction.Sources[0], OperandKind.Int));
            var type = new IrType(ScalarKind.Int, target.SizeLanes());
            ExpressionId size = Keep(Call(instruction, target, ResourceFunction.TextureSize, arguments, type));
            for (int lane = 0; lane < type.Lanes; lane++) lanes[lane] = _builder.Lane(size, lane);
        }

        if ((mask & 8) != 0 && target.HasLevels()) lanes[3] = Call(instruction, target, ResourceFunction.TextureQueryLevels, [], IrType.Int);
        Store(instruction, _builder.Masked(_builder.Construct(lanes), mask), OperandKind.Int);
    }

    public void QuerySamples(TgsiInstruction instruction)
    {
        TextureTarget target = RequireTarget(instruction, needsFilter: false);
        if (!target.IsMultisample()) throw Refuse(instruction, $"{target} has no samples");
        ExpressionId samples = Call(instruction, target, ResourceFunction.TextureSamples, [], IrType.Int);
        Store(instruction, _builder.Splat(samples, CountLanes(instruction.Destinations[0].Mask)), OperandKind.Int);
    }

    private static TextureTarget RequireTarget(TgsiInstruction instruction, bool needsFilter = true)
    {
        if (instruction.Target is not { } target || target == TextureTarget.Unknown) throw Refuse(instruction, "the instruction names no texture target");
        if (needsFilter && (target.IsMultisample() || target == TextureTarget.Buffer)) throw Refuse(instruction, $"{target} cannot be filtered");
        return target;
    }

    /// <summary>The coordinate with layer and reference value where GLSL wants them; a cube array's reference is a second argument.</summary>
    private List<ExpressionId> CoordinateArguments(TgsiInstruction instruction, TextureTarget target)
    {
        TgsiSource source = instruction.Sources[0];
        if (target == TextureTarget.ShadowCubeArray)
        {
            if (instruction.Sources.Length < 3) throw Refuse(instruction, "a cube array comparison needs its reference in a second source");
            return [Read(source, 15, OperandKind.Float), ReadScalar(instruction.Sources[1], OperandKind.Float)];
        }

        if (target == TextureTarget.Shadow1D) return [Read(source, 7, OperandKind.Float)];
        int lanes = target.CoordinateLanes() + (target.IsShadow() ? 1 : 0);
        return [Read(source, (1 << lanes) - 1, OperandKind.Float)];
    }

    private ExpressionId LevelOrBias(TgsiInstruction instruction, TextureTarget target)
    {
        bool isSeparate = instruction.Sources.Length == 3;
        if (target == TextureTarget.ShadowCubeArray && isSeparate) return Read(instruction.Sources[1], 2, OperandKind.Float);
        return isSeparate ? ReadScalar(instruction.Sources[1], OperandKind.Float) : Read(instruction.Sources[0], 8, OperandKind.Float);
    }

    private ExpressionId GatherReference(TgsiInstruction instruction, TextureTarget target) => target switch
    {
        TextureTarget.ShadowCubeArray => ReadScalar(instruction.Sources[1], OperandKind.Float),
        TextureTarget.ShadowCube or TextureTarget.Shadow2DArray => Read(instruction.Sources[0], 8, OperandKind.Float),
        _ => Read(instruction.Sources[0], 4, OperandKind.Float),
    };

    private ExpressionId GatherComponent(TgsiInstruction instruction)
    {
        ExpressionId component = ReadScalar(instruction.Sources[1], OperandKind.Int);
        Expression literal = _builder[component];
        if (literal.Kind != ExpressionKind.Literal) throw Refuse(instruction, "the gathered component must be an immediate");
        uint bits = literal.LiteralBits(0);
        uint value = bits > 3 ? (uint)BitConverter.UInt32BitsToSingle(bits) : bits;
        if (value > 3 || (bits > 3 && BitConverter.UInt32BitsToSingle(bits) != value)) throw Refuse(instruction, "the gathered component is not 0 to 3");
        return _builder.Int((int)value);
    }

    private bool AddOffset(TgsiInstruction instruction, TextureTarget target, List<ExpressionId> arguments)
    {
        if (instruction.TexelOffsets.Count == 0) return false;
        if (instruction.TexelOffsets.Count > 1) throw Refuse(instruction, "only TG4 takes four texel offsets");
        ExpressionId offset = ReadOffset(instruction, target, 0);
        if (_builder[offset].Kind != ExpressionKind.Literal) throw Refuse(instruction, "the texel offset must be an immediate");
        if (IsZero(_builder[offset])) return false;
        if (target is TextureTarget.Cube or TextureTarget.CubeArray or TextureTarget.ShadowCube or TextureTarget.ShadowCubeArray)
            throw Refuse(instruction, "cube lookups take no texel offset");
        arguments.Add(offset);
        return true;
    }

    private (ResourceFunction Function, int OffsetsAt) AddGatherOffsets(
        TgsiInstruction instruction, TextureTarget target, List<ExpressionId> arguments)
    {
        int count = instruction.TexelOffsets.Count;
        if (count == 0) return (ResourceFunction.TextureGather, -1);
        if (target is TextureTarget.Cube or TextureTarget.CubeArray or TextureTarget.ShadowCube or TextureTarget.ShadowCubeArray)
            throw Refuse(instruction, "cube lookups take no texel offset");
        int at = arguments.Count;
        for (int i = 0; i < count; i++) arguments.Add(ReadOffset(instruction, target, i));
        if (count == 1) return (ResourceFunction.TextureGatherOffset, -1);
        if (count != 4 || arguments.Skip(at).Any(offset => _builder[offset].Kind != ExpressionKind.Literal))
            throw Refuse(instruction, "TG4 takes one texel offset, or four that are immediates");
        return (ResourceFunction.TextureGatherOffsets, at);
    }

    private ExpressionId ReadOffset(TgsiInstruction instruction, TextureTarget target, int index)
        => Read(instruction.TexelOffsets[index], (1 << target.DerivativeLanes()) - 1, OperandKind.Int);

    private static bool IsZero(in Expression literal)
    {
        for (int i = 0; i < literal.Type.Lanes; i++)
        {
            if (literal.LiteralBits(i) != 0) return false;
        }

        return true;
    }

    private void Finish(
        TgsiInstruction instruction, TextureTarget target, ResourceFunction function, List<ExpressionId> arguments, int offsetsAt = -1)
    {
        TgsiSource sampler = instruction.Sources[^1];
        (VariableId variable, _) = _resources.Sampler(sampler, target);
        ScalarKind kind = _module[variable].SampledKind switch
        {
            SampledKind.Int => ScalarKind.Int,
            SampledKind.UInt => ScalarKind.UInt,
            _ => ScalarKind.Float,
        };
        ExpressionId result = Call(instruction, target, function, arguments, new IrType(kind, 4), offsetsAt);
        OperandKind store = kind switch { ScalarKind.Int => OperandKind.Int, ScalarKind.UInt => OperandKind.UInt, _ => OperandKind.Float };
        Store(instruction, _builder.Masked(result, instruction.Destinations[0].Mask), store);
    }

    private ExpressionId Call(
        TgsiInstruction instruction, TextureTarget target, ResourceFunction function, List<ExpressionId> arguments, IrType type, int offsetsAt = -1)
    {
        (VariableId variable, ExpressionId element) = _resources.Sampler(instruction.Sources[^1], target);
        if (NeedsShadowLod(target, function, arguments.Count)) _module.Require(GlslHostFeatures.ShadowLod, instruction.Offset);
        bool hasFixups = type.Lanes == 4 || function is ResourceFunction.TextureSamples or ResourceFunction.TextureSize;
        return _builder.Call(new ResourceCall(function, variable, element, [.. arguments], offsetsAt, hasFixups), type);
    }

    /// <summary>Levels, biases and offsets of shadow cube and array lookups came after GLSL 4.50.</summary>
    private static bool NeedsShadowLod(TextureTarget target, ResourceFunction function, int argumentCount) => target switch
    {
        TextureTarget.Shadow2DArray => function is ResourceFunction.TextureLod or ResourceFunction.TextureLodOffset or ResourceFunction.TextureOffset
            || (function == ResourceFunction.Texture && argumentCount > 1),
        TextureTarget.ShadowCube => function == ResourceFunction.TextureLod,
        TextureTarget.ShadowCubeArray => function == ResourceFunction.TextureLod || (function == ResourceFunction.Texture && argumentCount > 2),
        _ => false,
    };
}
