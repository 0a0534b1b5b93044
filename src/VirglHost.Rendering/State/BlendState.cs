using VirglHost.CommandStream;
using VirglHost.CommandStream.Gallium;
using VirglHost.CommandStream.Objects;
using VirglHost.OpenGL;

namespace VirglHost.Rendering.State;

/// <summary>A BLEND object in GL's words, once for every kind of colour buffer. Immutable.</summary>
internal sealed class BlendState : GuestObject
{
    /// <summary>Colour buffers that a framebuffer can have.</summary>
    public const int TargetCount = 8;

    private const int KindCount = 3;

    private readonly GlBlend[] _blends = new GlBlend[TargetCount * KindCount];
    private readonly GlColorMask[] _masks = new GlColorMask[TargetCount * KindCount];

    /// <summary>Translates <paramref name="source"/>; without independent blending target 0 counts for all.</summary>
    public BlendState(in BlendObject source)
        : base(VirglObjectType.Blend)
    {
        for (int i = 0; i < TargetCount; i++)
        {
            BlendTarget target = source.Targets[source.IndependentBlend ? i : 0];
            for (int kind = 0; kind < KindCount; kind++)
            {
                _blends[i * KindCount + kind] = Blend(target, (ColorTargetKind)kind);
                _masks[i * KindCount + kind] = Mask(target.WriteMask, (ColorTargetKind)kind);
            }
        }

        LogicOp = new GlLogicOp { Enabled = source.LogicOperationEnabled, Operation = GalliumTable.Logic(source.LogicOperation) };
        Dither = source.Dither;
        AlphaToCoverage = source.AlphaToCoverage;
        AlphaToOne = source.AlphaToOne;
        // SPEC: virgl-caps.md: with advanced blending the mode stands in target 0's alpha source, whose destination no ordinary blend leaves at 0.
        bool isAdvanced = source.Targets[0].AlphaDestination == 0 && !source.LogicOperationEnabled;
        GLEnum equation = isAdvanced ? GalliumTable.AdvancedEquation((int)source.Targets[0].AlphaSource) : GLEnum.None;
        Advanced = equation == GLEnum.None ? null : new GlBlend
        {
            Enabled = true, ColorEquation = equation, AlphaEquation = equation, ColorSource = GLEnum.One, ColorDestination = GLEnum.Zero,
            AlphaSource = GLEnum.One, AlphaDestination = GLEnum.Zero,
        };
        UsesDualSource = source.Targets[0].Enabled && IsDualSource(source.Targets[0]);
    }

    /// <summary>The state of a context in which none is bound: no blending, all channels written.</summary>
    public static BlendState Default { get; } = new(new BlendObject
    {
        Targets = new BlendTarget[]
        {
            new() { WriteMask = ColorMask.All }, default, default, default, default, default, default, default,
        },
    });

    /// <summary>Logic operation.</summary>
    public GlLogicOp LogicOp { get; }

    /// <summary>Dithering.</summary>
    public bool Dither { get; }

    /// <summary>Alpha to coverage.</summary>
    public bool AlphaToCoverage { get; }

    /// <summary>Alpha to one.</summary>
    public bool AlphaToOne { get; }

    /// <summary>Blending of target 0 by an equation of KHR_blend_equation_advanced, for shaders made for it; null without.</summary>
    public GlBlend? Advanced { get; }

    /// <summary>Target 0 blends with the second colour of the fragment shader.</summary>
    public bool UsesDualSource { get; }

    /// <summary>Blending of colour buffer <paramref name="index"/>.</summary>
    public ref readonly GlBlend For(int index, ColorTargetKind kind) => ref _blends[index * KindCount + (int)kind];

    /// <summary>Channels written in colour buffer <paramref name="index"/>.</summary>
    public GlColorMask MaskFor(int index, ColorTargetKind kind) => _masks[index * KindCount + (int)kind];

    private static GlColorMask Mask(ColorMask mask, ColorTargetKind kind) => kind == ColorTargetKind.AlphaInRed
        ? new GlColorMask((mask & ColorMask.Alpha) != 0, false, false, false)
        : new GlColorMask((mask & ColorMask.Red) != 0, (mask & ColorMask.Green) != 0, (mask & ColorMask.Blue) != 0, (mask & ColorMask.Alpha) != 0);

    private static GlBlend Blend(BlendTarget target, ColorTargetKind kind)
    {
        bool isAlphaInRed = kind == ColorTargetKind.AlphaInRed;
        return new GlBlend
        {
            Enabled = target.Enabled,
            ColorEquation = GalliumTable.Equation(isAlphaInRed ? target.AlphaFunction : target.RgbFunction),
            AlphaEquation = GalliumTable.Equation(target.AlphaFunction),
            ColorSource = Factor(isAlphaInRed ? target.AlphaSource : target.RgbSource, kind),
            ColorDestination = Factor(isAlphaInRed ? target.AlphaDestination : target.RgbDestination, kind),
            AlphaSource = isAlphaInRed ? GLEnum.Zero : Factor(target.AlphaSource, kind),
            AlphaDestination = isAlphaInRed ? GLEnum.Zero : Factor(target.AlphaDestination, kind),
        };
    }

    /// <summary>
    /// A format without alpha reads as alpha one. Where alpha lives in red, the alpha factors work on red, where the shader writes alpha.
    /// </summary>
    private static GLEnum Factor(BlendFactor factor, ColorTargetKind kind) => (kind, factor) switch
    {
        (ColorTargetKind.WithoutAlpha, BlendFactor.DstAlpha) => GLEnum.One,
        (ColorTargetKind.WithoutAlpha, BlendFactor.InvDstAlpha) => GLEnum.Zero,
        (ColorTargetKind.WithoutAlpha, BlendFactor.SrcAlphaSaturate) => GLEnum.Zero,
        (ColorTargetKind.AlphaInRed, BlendFactor.DstAlpha) => GLEnum.DstColor,
        (ColorTargetKind.AlphaInRed, BlendFactor.InvDstAlpha) => GLEnum.OneMinusDstColor,
        (ColorTargetKind.AlphaInRed, BlendFactor.SrcAlpha) => GLEnum.SrcColor,
        (ColorTargetKind.AlphaInRed, BlendFactor.InvSrcAlpha) => GLEnum.OneMinusSrcColor,
        (ColorTargetKind.AlphaInRed, BlendFactor.SrcAlphaSaturate) => GLEnum.One,
        (ColorTargetKind.AlphaInRed, BlendFactor.ConstColor) => GLEnum.ConstantAlpha,
        (ColorTargetKind.AlphaInRed, BlendFactor.InvConstColor) => GLEnum.OneMinusConstantAlpha,
        _ => GalliumTable.Factor(factor),
    };

    private static bool IsDualSource(BlendTarget target) =>
        IsDualSource(target.RgbSource) || IsDualSource(target.RgbDestination) || IsDualSource(target.AlphaSource) || IsDualSource(target.AlphaDestination);

    private static bool IsDualSource(BlendFactor factor) =>
        factor is BlendFactor.Src1Color or BlendFactor.Src1Alpha or BlendFactor.InvSrc1Color or BlendFactor.InvSrc1Alpha;
}
