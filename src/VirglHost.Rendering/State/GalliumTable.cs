using VirglHost.CommandStream.Gallium;
using VirglHost.OpenGL;

namespace VirglHost.Rendering.State;

/// <summary>Gallium's enumerations in GL's words. Values outside a row's range have been refused or are mapped to the neutral entry.</summary>
internal static class GalliumTable
{
    private static readonly GLEnum[] _blendEquations =
        [GLEnum.FuncAdd, GLEnum.FuncSubtract, GLEnum.FuncReverseSubtract, GLEnum.Min, GLEnum.Max];

    private static readonly GLEnum[] _logicOperations =
    [
        GLEnum.Clear, GLEnum.Nor, GLEnum.AndInverted, GLEnum.CopyInverted, GLEnum.AndReverse, GLEnum.Invert, GLEnum.Xor, GLEnum.Nand,
        GLEnum.And, GLEnum.Equiv, GLEnum.Noop, GLEnum.OrInverted, GLEnum.Copy, GLEnum.OrReverse, GLEnum.Or, GLEnum.Set,
    ];

    private static readonly GLEnum[] _stencilOperations =
    [
        GLEnum.Keep, GLEnum.Zero, GLEnum.Replace, GLEnum.Incr, GLEnum.Decr, GLEnum.IncrWrap, GLEnum.DecrWrap, GLEnum.Invert,
    ];

    private static readonly GLEnum[] _wraps =
    [
        // Core GL lacks CLAMP and MIRROR_CLAMP: these entries are for nearest filtering, SamplerState sees to the rest.
        GLEnum.Repeat, GLEnum.ClampToEdge, GLEnum.ClampToEdge, GLEnum.ClampToBorder, GLEnum.MirroredRepeat,
        GLEnum.MirrorClampToEdge, GLEnum.MirrorClampToEdge, GLEnum.MirrorClampToBorderExt,
    ];

    /// <summary>GL_NEVER … GL_ALWAYS, which have Gallium's order.</summary>
    public static GLEnum Compare(CompareFunction function) => (GLEnum)((uint)GLEnum.Never + ((uint)function & 7));

    /// <summary>Blend equation; unknown numbers mean ADD.</summary>
    public static GLEnum Equation(BlendFunction function) =>
        (uint)function < (uint)_blendEquations.Length ? _blendEquations[(uint)function] : GLEnum.FuncAdd;

    /// <summary>Logic operation, four bits.</summary>
    public static GLEnum Logic(LogicOperation operation) => _logicOperations[(uint)operation & 15];

    /// <summary>Stencil operation, three bits.</summary>
    public static GLEnum Stencil(StencilOperation operation) => _stencilOperations[(uint)operation & 7];

    /// <summary>Texture wrap, three bits.</summary>
    public static GLEnum Wrap(TextureWrap wrap) => _wraps[(uint)wrap & 7];

    /// <summary>Polygon mode; unknown numbers mean FILL.</summary>
    public static GLEnum Polygon(PolygonMode mode) => mode switch
    {
        PolygonMode.Line => GLEnum.Line,
        PolygonMode.Point => GLEnum.Point,
        _ => GLEnum.Fill,
    };

    /// <summary>Blend factor; unknown numbers mean ZERO.</summary>
    public static GLEnum Factor(BlendFactor factor) => factor switch
    {
        BlendFactor.One => GLEnum.One,
        BlendFactor.SrcColor => GLEnum.SrcColor,
        BlendFactor.SrcAlpha => GLEnum.SrcAlpha,
        BlendFactor.DstAlpha => GLEnum.DstAlpha,
        BlendFactor.DstColor => GLEnum.DstColor,
        BlendFactor.SrcAlphaSaturate => GLEnum.SrcAlphaSaturate,
        BlendFactor.ConstColor => GLEnum.ConstantColor,
        BlendFactor.ConstAlpha => GLEnum.ConstantAlpha,
        BlendFactor.Src1Color => GLEnum.Src1Color,
        BlendFactor.Src1Alpha => GLEnum.Src1Alpha,
        BlendFactor.InvSrcColor => GLEnum.OneMinusSrcColor,
        BlendFactor.InvSrcAlpha => GLEnum.OneMinusSrcAlpha,
        BlendFactor.InvDstAlpha => GLEnum.OneMinusDstAlpha,
        BlendFactor.InvDstColor => GLEnum.OneMinusDstColor,
        BlendFactor.InvConstColor => GLEnum.OneMinusConstantColor,
        BlendFactor.InvConstAlpha => GLEnum.OneMinusConstantAlpha,
        BlendFactor.InvSrc1Color => GLEnum.OneMinusSrc1Color,
        BlendFactor.InvSrc1Alpha => GLEnum.OneMinusSrc1Alpha,
        _ => GLEnum.Zero,
    };

    /// <summary>GL's advanced equation by gallium's number, 1 to 15; None for other numbers.</summary>
    public static GLEnum AdvancedEquation(int mode) => mode switch
    {
        1 => GLEnum.MultiplyKhr,
        2 => GLEnum.ScreenKhr,
        3 => GLEnum.OverlayKhr,
        4 => GLEnum.DarkenKhr,
        5 => GLEnum.LightenKhr,
        6 => GLEnum.ColordodgeKhr,
        7 => GLEnum.ColorburnKhr,
        8 => GLEnum.HardlightKhr,
        9 => GLEnum.SoftlightKhr,
        10 => GLEnum.DifferenceKhr,
        11 => GLEnum.ExclusionKhr,
        12 => GLEnum.HslHueKhr,
        13 => GLEnum.HslSaturationKhr,
        14 => GLEnum.HslColorKhr,
        15 => GLEnum.HslLuminosityKhr,
        _ => GLEnum.None,
    };

    /// <summary>GL's minification filter for an image filter and a mip filter.</summary>
    public static GLEnum MinFilter(TextureFilter image, MipFilter mip) => (image, mip) switch
    {
        (TextureFilter.Nearest, MipFilter.Nearest) => GLEnum.NearestMipmapNearest,
        (TextureFilter.Nearest, MipFilter.Linear) => GLEnum.NearestMipmapLinear,
        (TextureFilter.Nearest, _) => GLEnum.Nearest,
        (_, MipFilter.Nearest) => GLEnum.LinearMipmapNearest,
        (_, MipFilter.Linear) => GLEnum.LinearMipmapLinear,
        _ => GLEnum.Linear,
    };

    /// <summary>Magnification filter.</summary>
    public static GLEnum MagFilter(TextureFilter image) => image == TextureFilter.Nearest ? GLEnum.Nearest : GLEnum.Linear;

    /// <summary>Texture target of a resource or view; <paramref name="samples"/> above 1 selects the multisample forms.</summary>
    public static GLEnum Target(PipeTarget target, uint samples) => target switch
    {
        PipeTarget.Texture1D => GLEnum.Texture1D,
        PipeTarget.Texture2D => samples > 1 ? GLEnum.Texture2DMultisample : GLEnum.Texture2D,
        PipeTarget.Texture3D => GLEnum.Texture3D,
        PipeTarget.TextureCube => GLEnum.TextureCubeMap,
        PipeTarget.TextureRect => GLEnum.TextureRectangle,
        PipeTarget.Texture1DArray => GLEnum.Texture1DArray,
        PipeTarget.Texture2DArray => samples > 1 ? GLEnum.Texture2DMultisampleArray : GLEnum.Texture2DArray,
        PipeTarget.TextureCubeArray => GLEnum.TextureCubeMapArray,
        _ => GLEnum.TextureBuffer,
    };
}
