using VirglHost.CommandStream;
using VirglHost.CommandStream.Gallium;
using VirglHost.CommandStream.Objects;
using VirglHost.OpenGL;

namespace VirglHost.Rendering.State;

/// <summary>What shader variants depend on in a rasterizer object: <see cref="Programs.ShaderKeyBuilder"/> sees nothing else of it.</summary>
internal readonly record struct RasterizerShaderInputs(byte ClipPlaneMask, bool FlatShade, bool TwoSidedColor, bool PolygonStipple, uint SpriteCoordMask, bool DrawsPolygonsAsPoints);

/// <summary>A RASTERIZER object in GL's words. Immutable.</summary>
internal sealed class RasterizerState : GuestObject
{
    private readonly RasterizerObject _source;

    /// <summary>Translates <paramref name="source"/>; every bit pattern is legal.</summary>
    public RasterizerState(in RasterizerObject source)
        : base(VirglObjectType.Rasterizer)
    {
        Cull = new GlCull
        {
            Enabled = source.CullFace != CullFace.None,
            Face = source.CullFace switch
            {
                CullFace.Front => GLEnum.Front,
                CullFace.FrontAndBack => GLEnum.FrontAndBack,
                _ => GLEnum.Back,
            },
        };

        PolygonMode = GalliumTable.Polygon(source.CullFace == CullFace.Front ? source.FillBack : source.FillFront);
        BackMode = source.CullFace == CullFace.None && source.FillBack != source.FillFront ? GalliumTable.Polygon(source.FillBack) : null;
        PolygonOffset = new GlPolygonOffset
        {
            FillEnabled = source.OffsetTriangle,
            LineEnabled = source.OffsetLine,
            PointEnabled = source.OffsetPoint,
            Factor = source.OffsetScale,
            Units = source.OffsetUnits,
            Clamp = source.OffsetClamp,
        };
        Line = new GlLine { Width = source.LineWidth > 0 ? source.LineWidth : 1, Smooth = source.LineSmooth };
        PointSize = source.PointSize > 0 ? source.PointSize : 1;
        _source = source;
        ShaderInputs = new RasterizerShaderInputs(
            (byte)source.ClipPlaneMask, source.FlatShade, source.LightTwoSide, source.PolygonStipple, source.SpriteCoordMask, PolygonMode == GLEnum.Point);
    }

    /// <summary>The object of a context in which none is bound: everything off, clipping to the depth range on.</summary>
    public static RasterizerState Default { get; } = new(new RasterizerObject { DepthClip = true, LineWidth = 1, PointSize = 1 });

    /// <summary>The decoded object, for the bits that need no translation.</summary>
    public ref readonly RasterizerObject Source => ref _source;

    /// <summary>What shader variants depend on.</summary>
    public RasterizerShaderInputs ShaderInputs { get; }

    /// <summary>Face culling.</summary>
    public GlCull Cull { get; }

    /// <summary>Polygon mode of the faces that can be seen, of front faces where both can.</summary>
    public GLEnum PolygonMode { get; }

    /// <summary>Polygon mode of back faces where both can be seen and theirs is another; core GL has one for all, so these are drawn by themselves.</summary>
    public GLEnum? BackMode { get; }

    /// <summary>Polygon offset.</summary>
    public GlPolygonOffset PolygonOffset { get; }

    /// <summary>Line width and smoothing.</summary>
    public GlLine Line { get; }

    /// <summary>Point size where the shader does not write one.</summary>
    public float PointSize { get; }

    /// <summary>Which vertex gives flat-shaded values.</summary>
    public GLEnum ProvokingVertex => Source.FlatShadeFirst ? GLEnum.FirstVertexConvention : GLEnum.LastVertexConvention;

    /// <summary>
    /// Winding of front faces. Gallium counts in window coordinates with y downwards, which is the memory order of a normal resource, so the winding
    /// is the opposite of GL's there and the same for resources whose rows are inverted.
    /// </summary>
    public GLEnum FrontFace(bool isYInverted) => Source.FrontCounterClockwise == isYInverted ? GLEnum.Ccw : GLEnum.Cw;

    /// <summary>Origin of gl_PointCoord, by the same reasoning.</summary>
    public GLEnum SpriteOrigin(bool isYInverted) => Source.SpriteCoordLowerLeft == isYInverted ? GLEnum.LowerLeft : GLEnum.UpperLeft;
}
