using System.Collections.Immutable;
using VirglHost.Shaders.Ir;

namespace VirglHost.Shaders.Passes;

/// <summary>Does what <see cref="SamplerFixups"/> asks: swizzles results, clamps coordinates, renumbers samples.</summary>
internal sealed class SamplerFixupPass : IrRewriter
{
    private readonly SamplerFixups _fixups;

    private SamplerFixupPass(ShaderModule module, SamplerFixups fixups)
        : base(module) => _fixups = fixups;

    public static void Run(ShaderModule module, in ShaderKey key)
    {
        if (key.Samplers is { } fixups) new SamplerFixupPass(module, fixups).Run();
    }

    protected override ExpressionId RewriteCall(ResourceCall call, IrType type)
    {
        if (!call.HasFixups) return Builder.Call(call, type);
        Variable sampler = Module[call.Resource];
        if (sampler.BlockCount == 0) return Correct(call, type, sampler.Index);
        Expression element = Builder[call.Element];
        return element.Kind == ExpressionKind.Literal ? Correct(call, type, sampler.Index + (int)element.LiteralBits(0)) : CorrectByElement(call, type, sampler);
    }

    private ExpressionId Correct(ResourceCall call, IrType type, int unit)
    {
        if (!_fixups.TryGet(unit, out SamplerFixup fixup)) return Builder.Call(call, type);
        if (call.Function == ResourceFunction.TextureSamples) return fixup.SampleCount == 0 ? Builder.Call(call, type) : Builder.Int(fixup.SampleCount);
        if (call.Function == ResourceFunction.TextureSize) return Builder.Call(fixup.CountsTexels ? AsPlane(call) : call, type);
        ResourceCall changed = Renumber(Clamp(call, fixup), fixup);
        ExpressionId value = Builder.Call(fixup.CountsTexels ? AsPlane(changed) : changed, type);
        return fixup.IsPlain ? value : Swizzle(call, type, value, fixup);
    }

    /// <summary>One correction where all samplers of the array share it, else a choice among them by the address that chooses the sampler.</summary>
    private ExpressionId CorrectByElement(ResourceCall call, IrType type, Variable sampler)
    {
        SamplerFixup first = FixupOf(sampler.Index);
        ExpressionId result = Correct(call, type, sampler.Index);
        for (int i = 1; i < sampler.BlockCount; i++)
        {
            if (FixupOf(sampler.Index + i) with { Sampler = first.Sampler } == first) continue;
            ExpressionId number = Builder.Literal(Builder.TypeOf(call.Element).Kind, [(uint)i]);
            ExpressionId isThis = Builder.Compare(Operation.Equal, call.Element, number);
            result = Builder.Select(Builder.Splat(isThis, type.Lanes), Correct(call, type, sampler.Index + i), result);
        }

        return result;
    }

    private SamplerFixup FixupOf(int unit) => _fixups.TryGet(unit, out SamplerFixup fixup) ? fixup : new SamplerFixup(unit);

    private ExpressionId Swizzle(ResourceCall call, IrType type, ExpressionId value, SamplerFixup fixup)
    {
        bool isGather = call.Function is ResourceFunction.TextureGather or ResourceFunction.TextureGatherOffset or ResourceFunction.TextureGatherOffsets;
        if (isGather) fixup = GatherFixup(fixup.Sampler, fixup.X);
        uint one = type.Kind == ScalarKind.Float ? BitConverter.SingleToUInt32Bits(1) : 1;
        Span<int> lanes = [0, 0, 0, 0];
        Span<uint> constants = [0, 0, 0, 0];
        Span<uint> isConstant = [0, 0, 0, 0];
        for (int lane = 0; lane < 4; lane++)
        {
            ColorSource source = fixup[lane];
            if (source < ColorSource.Zero) lanes[lane] = (int)source;
            else isConstant[lane] = 1;
            constants[lane] = source == ColorSource.One ? one : 0;
        }

        ExpressionId swizzled = Builder.Swizzle(value, lanes);
        if (isConstant.IndexOf(1u) < 0) return swizzled;
        return Builder.Select(Builder.Literal(ScalarKind.Bool, isConstant), Builder.Literal(type.Kind, constants), swizzled);
    }

    /// <summary>A fetch of one of the guest's samples: the first of GL's samples that stand for it.</summary>
    private ResourceCall Renumber(ResourceCall call, in SamplerFixup fixup)
    {
        if (fixup.SampleRatio <= 1 || call.Function != ResourceFunction.TexelFetch || !Module[call.Resource].Target.IsMultisample()) return call;
        ExpressionId sample = Builder.Same(Operation.Multiply, call.Arguments[1], Builder.Int(fixup.SampleRatio));
        return call with { Arguments = call.Arguments.SetItem(1, sample) };
    }

    private ResourceCall Clamp(ResourceCall call, in SamplerFixup fixup)
    {
        TextureTarget target = Module[call.Resource].Target;
        int axes = fixup.ClampAxes & ((1 << target.DerivativeLanes()) - 1);
        bool isCube = target is TextureTarget.Cube or TextureTarget.CubeArray or TextureTarget.ShadowCube or TextureTarget.ShadowCubeArray;
        bool isLookup = call.Function is >= ResourceFunction.Texture and <= ResourceFunction.TextureGradOffset
            or ResourceFunction.TextureGather or ResourceFunction.TextureGatherOffset or ResourceFunction.TextureGatherOffsets;
        if (axes == 0 || isCube || !isLookup) return call;
        ExpressionId coordinate = call.Arguments[0];
        bool isProjected = call.Function is ResourceFunction.TextureProj or ResourceFunction.TextureProjOffset;
        int count = Builder.TypeOf(coordinate).Lanes;
        ExpressionId upper = UpperEdge(call, fixup, target);
        Span<ExpressionId> lanes = [ExpressionId.None, ExpressionId.None, ExpressionId.None, ExpressionId.None];
        for (int lane = 0; lane < count; lane++)
        {
            ExpressionId value = Builder.Lane(coordinate, lane);
            if (isProjected) value = lane == count - 1 ? Builder.Float(1) : Builder.Same(Operation.Divide, value, Builder.Lane(coordinate, count - 1));
            if ((fixup.MirrorAxes & axes & (1 << lane)) != 0) value = Builder.Same(Operation.Abs, value);
            if ((axes & (1 << lane)) != 0)
            {
                ExpressionId edge = Builder.TypeOf(upper).Lanes == 1 ? upper : Builder.Lane(upper, lane);
                value = Builder.Apply(Operation.Clamp, IrType.Float, value, Builder.Float(0), edge);
            }

            lanes[lane] = value;
        }

        return call with { Arguments = call.Arguments.SetItem(0, Builder.Construct(lanes[..count])) };
    }

    /// <summary>A call on a rectangle as one on a 2D texture: coordinates are divided by the size, levels are named.</summary>
    private ResourceCall AsPlane(ResourceCall call)
    {
        Variable sampler = Module[call.Resource];
        if (sampler.Target is not (TextureTarget.Rect or TextureTarget.Texture2D)) return call;
        Module.Variables[call.Resource.Index] = sampler with { Target = TextureTarget.Texture2D };
        switch (call.Function)
        {
            case ResourceFunction.TextureSize: return call with { Arguments = [Builder.Int(0)] };
            case ResourceFunction.TexelFetch or ResourceFunction.TexelFetchOffset: return call with { Arguments = call.Arguments.Insert(1, Builder.Int(0)) };
        }

        ExpressionId pixels = Builder.Call(new ResourceCall(ResourceFunction.TextureSize, call.Resource, call.Element, [Builder.Int(0)]), new IrType(ScalarKind.Int, 2));
        ExpressionId size = Builder.Convert(pixels, ScalarKind.Float);
        var arguments = call.Arguments.ToBuilder();
        arguments[0] = Divide(arguments[0], size);
        if (call.Function is ResourceFunction.TextureGrad or ResourceFunction.TextureGradOffset)
        {
            arguments[1] = Divide(arguments[1], size);
            arguments[2] = Divide(arguments[2], size);
        }

        return call with { Arguments = arguments.ToImmutable() };
    }

    /// <summary>The first two lanes divided, what follows them kept.</summary>
    private ExpressionId Divide(ExpressionId value, ExpressionId size)
    {
        int count = Builder.TypeOf(value).Lanes;
        Span<ExpressionId> lanes = [ExpressionId.None, ExpressionId.None, ExpressionId.None, ExpressionId.None];
        for (int lane = 0; lane < count; lane++)
        {
            lanes[lane] = Builder.Lane(value, lane);
            if (lane < 2) lanes[lane] = Builder.Same(Operation.Divide, lanes[lane], Builder.Lane(size, lane));
        }

        return Builder.Construct(lanes[..count]);
    }

    /// <summary>1, or the size where coordinates count texels.</summary>
    private ExpressionId UpperEdge(ResourceCall call, in SamplerFixup fixup, TextureTarget target)
    {
        if (!fixup.CountsTexels && target is not (TextureTarget.Rect or TextureTarget.ShadowRect)) return Builder.Float(1);
        ImmutableArray<ExpressionId> level = target == TextureTarget.Texture2D ? [Builder.Int(0)] : [];
        ExpressionId size = Builder.Call(new ResourceCall(ResourceFunction.TextureSize, call.Resource, call.Element, level), new IrType(ScalarKind.Int, 2));
        return Builder.Convert(size, ScalarKind.Float);
    }

    /// <summary>The four lanes of a gather are four texels of the view's first channel: they are all constant, or none is.</summary>
    private static SamplerFixup GatherFixup(int unit, ColorSource first)
        => first >= ColorSource.Zero
            ? new SamplerFixup(unit, first, first, first, first)
            : new SamplerFixup(unit, ColorSource.X, ColorSource.Y, ColorSource.Z, ColorSource.W);
}
