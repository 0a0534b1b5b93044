using VirglHost.Shaders.Ir;
using VirglHost.Shaders.Tgsi;

namespace VirglHost.Shaders.Lowering;

/// <summary>Collects what the outside may know about a lowered shader.</summary>
internal static class ShaderInfoReader
{
    public static ShaderInfo Read(TgsiShader shader, ShaderModule module, RegisterSet registers, ResourceSet resources, CounterSet counters)
    {
        List<ShaderVarying> inputs = [];
        foreach (InputRegister input in registers.Inputs.Declared)
            Merge(inputs, new ShaderVarying(input.Semantic, input.Index, (byte)input.Mask, input.Register, input.Interpolation));
        List<ShaderVarying> outputs = [];
        ulong higherStreams = 0;
        foreach (OutputRegister output in registers.Outputs.Declared)
        {
            Merge(outputs, new ShaderVarying(output.Semantic, output.Index, (byte)output.Mask, output.Register, InterpolationMode.Perspective));
            if (output.RasterisedMask == 0) higherStreams |= 1ul << outputs.FindIndex(varying => varying.Semantic == output.Semantic && varying.Index == output.Index);
        }

        (int clip, int cull) = CountDistances(module.Layout, outputs);
        module.Layout = module.Layout with { ClipDistances = clip, CullDistances = cull };
        return new ShaderInfo(shader.Stage)
        {
            Inputs = [.. inputs],
            Outputs = [.. outputs],
            SystemValues = registers.SystemValues.Semantics,
            ConstantBuffers = registers.Constants.Blocks,
            AllowsPlainConstants = registers.Constants.AllowsPlain,
            Samplers = resources.Samplers,
            Images = resources.Images,
            StorageBufferMask = resources.BufferMask,
            HigherStreamOutputs = higherStreams,
            AtomicBufferMask = counters.BufferMask,
            UsesAdvancedBlend = module.Layout.AdvancedBlend,
            ClipDistanceCount = clip,
            CullDistanceCount = cull,
            WritesAllColorBuffers = module.Layout.WritesAllColorBuffers,
            Geometry = module.Layout.Geometry,
            TessControlVertices = module.Layout.TessControlVertices,
            TessEvaluation = module.Layout.TessEvaluation,
            WorkGroupSize = module.Layout.WorkGroupSize,
            OutputRegisters = registers.Outputs.Declared.Aggregate(0ul, (mask, output) => mask | (1ul << output.Register)),
            AttributeMask = MaskOf(inputs, ShaderSemantic.Attribute),
            TexcoordMask = MaskOf(inputs, ShaderSemantic.Texcoord),
            GenericMask = MaskOf(inputs, ShaderSemantic.Generic),
            ReadsColor = inputs.Exists(input => input.Semantic == ShaderSemantic.Color || input.Interpolation == InterpolationMode.Color),
            ReadsPosition = registers.SystemValues.Semantics.Contains(ShaderSemantic.Position),
        };
    }

    private static void Merge(List<ShaderVarying> varyings, ShaderVarying added)
    {
        int known = varyings.FindIndex(varying => varying.Semantic == added.Semantic && varying.Index == added.Index);
        if (known < 0) varyings.Add(added);
        else varyings[known] = varyings[known] with { ComponentMask = (byte)(varyings[known].ComponentMask | added.ComponentMask) };
    }

    /// <summary>Where no property says how many distances there are, every declared component clips.</summary>
    private static (int Clip, int Cull) CountDistances(ShaderLayout layout, List<ShaderVarying> outputs)
    {
        int declared = 0;
        foreach (ShaderVarying output in outputs.Where(output => output.Semantic == ShaderSemantic.ClipDistance))
            declared = Math.Max(declared, (output.Index * 4) + 32 - System.Numerics.BitOperations.LeadingZeroCount((uint)output.ComponentMask));
        if (declared == 0) return (0, 0);
        if (layout.ClipDistances + layout.CullDistances == 0) return (declared, 0);
        int clip = Math.Min(layout.ClipDistances, 8);
        return (clip, Math.Min(layout.CullDistances, 8 - clip));
    }

    private static uint MaskOf(List<ShaderVarying> varyings, ShaderSemantic semantic)
    {
        uint mask = 0;
        foreach (ShaderVarying varying in varyings)
        {
            if (varying.Semantic == semantic && varying.Index < 32) mask |= 1u << varying.Index;
        }

        return mask;
    }
}
