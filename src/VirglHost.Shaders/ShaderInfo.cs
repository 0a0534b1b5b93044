using System.Collections.Immutable;
using System.Numerics;

namespace VirglHost.Shaders;

/// <summary>What a parsed shader declares and uses. Immutable; independent of any <see cref="ShaderKey"/>.</summary>
public sealed class ShaderInfo
{
    internal ShaderInfo(ShaderStage stage) => Stage = stage;

    /// <summary>The processor.</summary>
    public ShaderStage Stage { get; }

    /// <summary>Declared inputs, one per semantic and index, at most 64.</summary>
    public ImmutableArray<ShaderVarying> Inputs { get; internal init; } = [];

    /// <summary>Declared outputs, one per semantic and index, at most 64.</summary>
    public ImmutableArray<ShaderVarying> Outputs { get; internal init; } = [];

    /// <summary>Declared system values, ascending.</summary>
    public ImmutableArray<ShaderSemantic> SystemValues { get; internal init; } = [];

    /// <summary>Every declared constant buffer, ascending, slot 0 included.</summary>
    public ImmutableArray<ShaderUniformBlock> ConstantBuffers
    {
        get;
        internal init
        {
            field = value;
            UniformBlockMask = value.Aggregate(0u, (mask, block) => mask | (1u << block.Index)) & ~1u;
        }
    } = [];

    /// <summary>Size of constant buffer 0 in vec4; 0 when it is not declared.</summary>
    public int ConstantCount => ConstantBuffers.Length > 0 && ConstantBuffers[0].Index == 0 ? ConstantBuffers[0].LengthInVectors : 0;

    /// <summary>
    /// Constant buffer 0 is short (at most 64 vec4) and only read at fixed places: it need not be a block, whose robust access keeps stray indices inside.
    /// </summary>
    public bool AllowsPlainConstants { get; internal init; }

    /// <summary>Bit b: constant buffer b ≥ 1 is declared.</summary>
    public uint UniformBlockMask { get; private init; }

    /// <summary>Samplers that instructions use, ascending.</summary>
    public ImmutableArray<ShaderSampler> Samplers
    {
        get;
        internal init
        {
            field = value;
            SamplerMask = value.Aggregate(0u, (mask, sampler) => mask | (1u << sampler.Index));
        }
    } = [];

    /// <summary>Bit i: sampler unit i is used.</summary>
    public uint SamplerMask { get; private init; }

    /// <summary>Declared images, ascending.</summary>
    public ImmutableArray<ShaderImage> Images
    {
        get;
        internal init
        {
            field = value;
            ImageMask = value.Aggregate(0u, (mask, image) => mask | (1u << image.Index));
        }
    } = [];

    /// <summary>Bit i: image unit i is declared.</summary>
    public uint ImageMask { get; private init; }

    /// <summary>Bit i: shader buffer i is declared.</summary>
    public uint StorageBufferMask { get; internal init; }

    /// <summary>
    /// The lowest shader buffer that is declared, 0 where none is. QUIRK: Mesa 25 numbers them from the first one's binding in GLSL, and fills its slots from
    /// 0 on; older ones begin with 0 here too. So buffer i lies in slot i - this.
    /// </summary>
    public int FirstStorageBuffer => StorageBufferMask == 0 ? 0 : BitOperations.TrailingZeroCount(StorageBufferMask);

    /// <summary>Bit b: atomic counter buffer b is declared. Its binding is b and is in the GLSL text.</summary>
    public uint AtomicBufferMask { get; internal init; }

    /// <summary>The shader is made for the equations of KHR_blend_equation_advanced: the blend state's mode counts.</summary>
    public bool UsesAdvancedBlend { get; internal init; }

    /// <summary>Length of gl_ClipDistance the shader writes itself; 0 when it writes none.</summary>
    public int ClipDistanceCount { get; internal init; }

    /// <summary>Length of gl_CullDistance the shader writes.</summary>
    public int CullDistanceCount { get; internal init; }

    /// <summary>Bit i: Outputs[i] is emitted to a vertex stream above 0. It can be captured, but no later stage reads it.</summary>
    public ulong HigherStreamOutputs { get; internal init; }

    /// <summary>Fragment output 0 goes to every bound colour buffer.</summary>
    public bool WritesAllColorBuffers { get; internal init; }

    /// <summary>Geometry properties; null in other stages.</summary>
    public GeometryProperties? Geometry { get; internal init; }

    /// <summary>Output patch size of a tessellation control shader; 0 in other stages.</summary>
    public int TessControlVertices { get; internal init; }

    /// <summary>Tessellation evaluation properties; null in other stages.</summary>
    public TessEvaluationProperties? TessEvaluation { get; internal init; }

    /// <summary>Compute work-group size; zeros in other stages.</summary>
    public (int X, int Y, int Z) WorkGroupSize { get; internal init; }

    /// <summary>Whether an output with this semantic is declared.</summary>
    public bool Writes(ShaderSemantic semantic, int index = 0) => Find(Outputs, semantic, index) >= 0;

    /// <summary>Whether an input with this semantic is declared.</summary>
    public bool Reads(ShaderSemantic semantic, int index = 0) => Find(Inputs, semantic, index) >= 0;

    /// <summary>
    /// What this shader's key has to know about <paramref name="producer"/>, the nearest earlier stage of the pipeline. Allocates nothing.
    /// </summary>
    public InterfaceLink LinkFrom(ShaderInfo producer)
    {
        ArgumentNullException.ThrowIfNull(producer);
        ulong missing = 0;
        for (int i = 0; i < Inputs.Length; i++)
        {
            if (!IsUserVarying(Inputs[i].Semantic)) continue;
            int output = Find(producer.Outputs, Inputs[i].Semantic, Inputs[i].Index);
            if (output < 0 || (producer.HigherStreamOutputs & (1ul << output)) != 0) missing |= 1ul << i;
        }

        int backColors = (producer.Writes(ShaderSemantic.BackColor) ? 1 : 0) | (producer.Writes(ShaderSemantic.BackColor, 1) ? 2 : 0);
        return new InterfaceLink(
            producer.Stage, missing, (byte)backColors, (byte)producer.ClipDistanceCount, (byte)producer.CullDistanceCount);
    }

    /// <summary>The key with every field that this shader does not depend on set back to neutral. Allocates nothing in steady state.</summary>
    public ShaderKey Reduce(in ShaderKey key) => Stage switch
    {
        ShaderStage.Fragment => ReduceFragment(key),
        ShaderStage.Compute => new ShaderKey
        {
            Samplers = key.Samplers?.Restrict(SamplerMask),
            SharedMemoryInBytes = key.SharedMemoryInBytes,
            PlainConstants = key.PlainConstants && AllowsPlainConstants,
        },
        _ => ReduceVertexStage(key),
    };

    /// <summary>Whether OUT[<paramref name="register"/>] is declared.</summary>
    public bool HasOutputRegister(int register) => (OutputRegisters & (1ul << register)) != 0 && register is >= 0 and < 64;

    internal ulong OutputRegisters { get; init; }

    internal uint AttributeMask { get; init; }

    internal bool ReadsColor { get; init; }

    /// <summary>Matched by name between stages, unlike built-ins.</summary>
    internal static bool IsUserVarying(ShaderSemantic semantic) => semantic is ShaderSemantic.Color or ShaderSemantic.BackColor
        or ShaderSemantic.Fog or ShaderSemantic.Generic or ShaderSemantic.Texcoord or ShaderSemantic.Patch or ShaderSemantic.Normal
        or ShaderSemantic.ClipVertex;

    internal static int Find(ImmutableArray<ShaderVarying> varyings, ShaderSemantic semantic, int index)
    {
        for (int i = 0; i < varyings.Length; i++)
        {
            if (varyings[i].Semantic == semantic && varyings[i].Index == index) return i;
        }

        return -1;
    }

    private ShaderKey ReduceVertexStage(in ShaderKey key)
    {
        bool isVertex = Stage == ShaderStage.Vertex;
        bool isLast = key.IsLastVertexStage && Stage != ShaderStage.TessControl;
        return new ShaderKey
        {
            Previous = isVertex ? default : key.Previous with { BackColorMask = 0 },
            IsLastVertexStage = isLast,
            ClipPlaneMask = isLast && ClipDistanceCount == 0 && CullDistanceCount == 0 ? key.ClipPlaneMask : (byte)0,
            StreamOutput = isLast ? key.StreamOutput : null,
            IntegerAttributes = isVertex ? key.IntegerAttributes & AttributeMask : 0,
            UnsignedAttributes = isVertex ? key.UnsignedAttributes & AttributeMask & ~key.IntegerAttributes : 0,
            Samplers = key.Samplers?.Restrict(SamplerMask),
            PlainConstants = key.PlainConstants && AllowsPlainConstants,
        };
    }

    private ShaderKey ReduceFragment(in ShaderKey key)
    {
        bool twoSided = key.TwoSidedColor && ReadsColor && key.Previous.BackColorMask != 0;
        bool writesColor = Writes(ShaderSemantic.Color);
        var reduced = new ShaderKey
        {
            Previous = key.Previous with { BackColorMask = twoSided ? key.Previous.BackColorMask : (byte)0 },
            AlphaFunction = writesColor ? key.AlphaFunction : AlphaTestFunction.Always,
            FlatShade = key.FlatShade && ReadsColor,
            TwoSidedColor = twoSided,
            PolygonStipple = key.PolygonStipple,
            SampleRatio = key.SampleRatio > 1 && CountsSamples ? key.SampleRatio : 0,
            InvertFragCoordY = key.InvertFragCoordY && (Reads(ShaderSemantic.Position) || key.PolygonStipple || ReadsPosition),
            DualSourceBlend = key.DualSourceBlend && writesColor,
            PointSpriteTexcoords = key.PointSpriteTexcoords & TexcoordMask,
            PointSpriteGenerics = key.PointSpriteGenerics & GenericMask,
            ColorBufferCount = WritesAllColorBuffers ? key.ColorBufferCount : 0,
            Samplers = key.Samplers?.Restrict(SamplerMask),
            PlainConstants = key.PlainConstants && AllowsPlainConstants,
        };
        for (int i = 0; i < ShaderKey.MaxColorBuffers; i++)
        {
            if (Writes(ShaderSemantic.Color, i) || (WritesAllColorBuffers && i < key.ColorBufferCount))
                reduced = reduced.WithColorBuffer(i, key.GetColorBuffer(i));
        }

        return reduced;
    }

    private bool CountsSamples =>
        Writes(ShaderSemantic.SampleMask) || SystemValues.Contains(ShaderSemantic.SampleId) || SystemValues.Contains(ShaderSemantic.SampleMask);

    internal bool ReadsPosition { get; init; }

    internal uint TexcoordMask { get; init; }

    internal uint GenericMask { get; init; }
}
