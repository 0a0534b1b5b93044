using VirglHost.Shaders.Ir;

namespace VirglHost.Shaders.Passes;

/// <summary>Applies result swizzles that GL does not: to shadow lookups, whose result is one scalar, and to buffer textures.</summary>
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
        ExpressionId value = Builder.Call(call, type);
        if (call.Unit < 0 || Module[call.Resource].Storage != VariableStorage.Sampler || !_fixups.TryGet(call.Unit, out SamplerFixup fixup)) return value;
        bool isGather = call.Function is ResourceFunction.TextureGather or ResourceFunction.TextureGatherOffset or ResourceFunction.TextureGatherOffsets;
        if (isGather) fixup = GatherFixup(call.Unit, fixup.X);
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

    /// <summary>The four lanes of a gather are four texels of the view's first channel: they are all constant, or none is.</summary>
    private static SamplerFixup GatherFixup(int unit, ColorSource first)
        => first >= ColorSource.Zero
            ? new SamplerFixup(unit, first, first, first, first)
            : new SamplerFixup(unit, ColorSource.X, ColorSource.Y, ColorSource.Z, ColorSource.W);
}
