using VirglHost.CommandStream;
using VirglHost.CommandStream.Gallium;
using VirglHost.CommandStream.Objects;
using VirglHost.OpenGL;
using VirglHost.OpenGL.Objects;

namespace VirglHost.Rendering.State;

/// <summary>A SAMPLER_STATE object: a GL sampler, and a second one for views whose alpha is stored in red, because their border colour has to move too.</summary>
internal sealed class SamplerState : GuestObject
{
    private readonly GlShareGroup _group;
    private readonly GlSamplerShape _shape;
    private GlSampler? _plain;
    private GlSampler? _alphaInRed;

    /// <summary>Translates <paramref name="source"/>; the GL samplers are made at first use.</summary>
    public SamplerState(GlShareGroup group, in SamplerStateObject source)
        : base(VirglObjectType.SamplerState)
    {
        _group = group;
        UsesSeamlessCube = source.SeamlessCube;
        bool isLinear = source.MinFilter == TextureFilter.Linear || source.MagFilter == TextureFilter.Linear;
        if (isLinear)
        {
            ClampAxes = (byte)(BordersOf(source.WrapS) | BordersOf(source.WrapT) << 1 | BordersOf(source.WrapR) << 2);
            MirrorAxes = (byte)(MirrorsOf(source.WrapS) | MirrorsOf(source.WrapT) << 1 | MirrorsOf(source.WrapR) << 2);
        }

        _shape = new GlSamplerShape
        {
            WrapS = Wrap(source.WrapS, isLinear, group.Features),
            WrapT = Wrap(source.WrapT, isLinear, group.Features),
            WrapR = Wrap(source.WrapR, isLinear, group.Features),
            MinFilter = GalliumTable.MinFilter(source.MinFilter, source.MipFilter),
            MagFilter = GalliumTable.MagFilter(source.MagFilter),
            Compares = source.CompareEnabled,
            CompareFunction = GalliumTable.Compare(source.CompareFunction),
            MaxAnisotropy = Math.Max(source.MaxAnisotropy, 1u),
            LodBias = Finite(source.LodBias),
            MinLod = Finite(source.MinLod),
            MaxLod = Finite(source.MaxLod),
            IsSeamless = source.SeamlessCube,
            BorderBits = (source.BorderColor.R, source.BorderColor.G, source.BorderColor.B, source.BorderColor.A),
        };
    }

    /// <summary>Cube maps filter across faces; a switch of the whole context in core GL.</summary>
    public bool UsesSeamlessCube { get; }

    /// <summary>Bit 0, 1, 2: shaders hold coordinate s, t, r between the edges, and what lies beyond is filtered with the border: CLAMP and MIRROR_CLAMP.</summary>
    public byte ClampAxes { get; }

    /// <summary>Those axes of <see cref="ClampAxes"/> that are mirrored first.</summary>
    public byte MirrorAxes { get; }

    /// <summary>GL sampler for a view of the given kind.</summary>
    public uint Name(bool isAlphaInRed) =>
        isAlphaInRed
            ? (_alphaInRed ??= GlSampler.Create(_group, _shape with { BorderBits = (_shape.BorderBits.A, 0, 0, 0) })).Name
            : (_plain ??= GlSampler.Create(_group, _shape)).Name;

    /// <inheritdoc/>
    protected override void DisposeNames(GlSession session)
    {
        _plain?.Dispose();
        _alphaInRed?.Dispose();
    }

    private static int BordersOf(TextureWrap wrap) => wrap is TextureWrap.Clamp or TextureWrap.MirrorClamp ? 1 : 0;

    private static int MirrorsOf(TextureWrap wrap) => wrap == TextureWrap.MirrorClamp ? 1 : 0;

    private static GLEnum Wrap(TextureWrap wrap, bool isLinear, GlFeatures host) => wrap switch
    {
        TextureWrap.Clamp or TextureWrap.MirrorClamp when isLinear => GLEnum.ClampToBorder,
        TextureWrap.MirrorClampToBorder when !host[GlFeature.TextureMirrorClampToBorder] => GLEnum.MirroredRepeat,
        _ => GalliumTable.Wrap(wrap),
    };

    private static float Finite(float value) => float.IsFinite(value) ? value : 0;
}
