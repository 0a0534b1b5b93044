using VirglHost.CommandStream.Gallium;

namespace VirglHost.CommandStream.Objects;

/// <summary>CREATE_OBJECT RASTERIZER: rasterisation state.</summary>
public readonly record struct RasterizerObject : IVirglObject<RasterizerObject>
{
    private static readonly BitField FlatShadeBits = new(0, 1);
    private static readonly BitField DepthClipBits = new(1, 1);
    private static readonly BitField ClipHalfZBits = new(2, 1);
    private static readonly BitField RasterizerDiscardBits = new(3, 1);
    private static readonly BitField FlatShadeFirstBits = new(4, 1);
    private static readonly BitField LightTwoSideBits = new(5, 1);
    private static readonly BitField SpriteCoordLowerLeftBits = new(6, 1);
    private static readonly BitField PointQuadRasterizationBits = new(7, 1);
    private static readonly BitField CullFaceBits = new(8, 2);
    private static readonly BitField FillFrontBits = new(10, 2);
    private static readonly BitField FillBackBits = new(12, 2);
    private static readonly BitField ScissorBits = new(14, 1);
    private static readonly BitField FrontCounterClockwiseBits = new(15, 1);
    private static readonly BitField ClampVertexColorBits = new(16, 1);
    private static readonly BitField ClampFragmentColorBits = new(17, 1);
    private static readonly BitField OffsetLineBits = new(18, 1);
    private static readonly BitField OffsetPointBits = new(19, 1);
    private static readonly BitField OffsetTriangleBits = new(20, 1);
    private static readonly BitField PolygonSmoothBits = new(21, 1);
    private static readonly BitField PolygonStippleBits = new(22, 1);
    private static readonly BitField PointSmoothBits = new(23, 1);
    private static readonly BitField PointSizePerVertexBits = new(24, 1);
    private static readonly BitField MultisampleBits = new(25, 1);
    private static readonly BitField LineSmoothBits = new(26, 1);
    private static readonly BitField LineStippleBits = new(27, 1);
    private static readonly BitField LineLastPixelBits = new(28, 1);
    private static readonly BitField HalfPixelCenterBits = new(29, 1);
    private static readonly BitField BottomEdgeRuleBits = new(30, 1);
    private static readonly BitField ForcePerSampleInterpolationBits = new(31, 1);
    private static readonly BitField LineStipplePatternBits = new(0, 16);
    private static readonly BitField LineStippleFactorBits = new(16, 8);
    private static readonly BitField ClipPlaneMaskBits = new(24, 8);

    /// <summary>Handle the guest names the object by; not zero.</summary>
    public uint Handle { get; init; }

    /// <summary>Colours are flat.</summary>
    public bool FlatShade { get; init; }

    /// <summary>Depth is clipped, not clamped.</summary>
    public bool DepthClip { get; init; }

    /// <summary>Clip space z runs 0..1.</summary>
    public bool ClipHalfZ { get; init; }

    /// <summary>Nothing is rasterised.</summary>
    public bool RasterizerDiscard { get; init; }

    /// <summary>First vertex provokes.</summary>
    public bool FlatShadeFirst { get; init; }

    /// <summary>Back faces use back colours.</summary>
    public bool LightTwoSide { get; init; }

    /// <summary>Point sprite origin is the lower left (sprite_coord_mode).</summary>
    public bool SpriteCoordLowerLeft { get; init; }

    /// <summary>Points are quads.</summary>
    public bool PointQuadRasterization { get; init; }

    /// <summary>Faces culled.</summary>
    public CullFace CullFace { get; init; }

    /// <summary>Fill of front faces.</summary>
    public PolygonMode FillFront { get; init; }

    /// <summary>Fill of back faces.</summary>
    public PolygonMode FillBack { get; init; }

    /// <summary>Scissor test is on.</summary>
    public bool Scissor { get; init; }

    /// <summary>Counter-clockwise faces are front.</summary>
    public bool FrontCounterClockwise { get; init; }

    /// <summary>Vertex colours are clamped.</summary>
    public bool ClampVertexColor { get; init; }

    /// <summary>Fragment colours are clamped.</summary>
    public bool ClampFragmentColor { get; init; }

    /// <summary>Offset applies to lines.</summary>
    public bool OffsetLine { get; init; }

    /// <summary>Offset applies to points.</summary>
    public bool OffsetPoint { get; init; }

    /// <summary>Offset applies to triangles.</summary>
    public bool OffsetTriangle { get; init; }

    /// <summary>Polygons are smoothed.</summary>
    public bool PolygonSmooth { get; init; }

    /// <summary>Polygon stipple is on.</summary>
    public bool PolygonStipple { get; init; }

    /// <summary>Points are smoothed.</summary>
    public bool PointSmooth { get; init; }

    /// <summary>Shaders write the point size.</summary>
    public bool PointSizePerVertex { get; init; }

    /// <summary>Multisampling is on.</summary>
    public bool Multisample { get; init; }

    /// <summary>Lines are smoothed.</summary>
    public bool LineSmooth { get; init; }

    /// <summary>Line stipple is on.</summary>
    public bool LineStipple { get; init; }

    /// <summary>Last pixel of a line is drawn.</summary>
    public bool LineLastPixel { get; init; }

    /// <summary>Pixel centres are at .5.</summary>
    public bool HalfPixelCenter { get; init; }

    /// <summary>Bottom edges belong to triangles.</summary>
    public bool BottomEdgeRule { get; init; }

    /// <summary>Every sample is shaded.</summary>
    public bool ForcePerSampleInterpolation { get; init; }

    /// <summary>Point size where shaders write none.</summary>
    public float PointSize { get; init; }

    /// <summary>Generic varyings replaced by point coordinates.</summary>
    public uint SpriteCoordMask { get; init; }

    /// <summary>Line stipple bits.</summary>
    public uint LineStipplePattern { get; init; }

    /// <summary>Line stipple factor.</summary>
    public uint LineStippleFactor { get; init; }

    /// <summary>User clip planes that are on.</summary>
    public uint ClipPlaneMask { get; init; }

    /// <summary>Line width.</summary>
    public float LineWidth { get; init; }

    /// <summary>Depth offset in units.</summary>
    public float OffsetUnits { get; init; }

    /// <summary>Depth offset per slope.</summary>
    public float OffsetScale { get; init; }

    /// <summary>Bound of the depth offset; 0 for none.</summary>
    public float OffsetClamp { get; init; }

    /// <inheritdoc/>
    public static VirglObjectType Type => VirglObjectType.Rasterizer;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out RasterizerObject decoded)
    {
        if (body.Length != 9)
        {
            decoded = default;
            return false;
        }

        decoded = new RasterizerObject
        {
            Handle = body[0],
            FlatShade = FlatShadeBits.Read(body[1]) != 0,
            DepthClip = DepthClipBits.Read(body[1]) != 0,
            ClipHalfZ = ClipHalfZBits.Read(body[1]) != 0,
            RasterizerDiscard = RasterizerDiscardBits.Read(body[1]) != 0,
            FlatShadeFirst = FlatShadeFirstBits.Read(body[1]) != 0,
            LightTwoSide = LightTwoSideBits.Read(body[1]) != 0,
            SpriteCoordLowerLeft = SpriteCoordLowerLeftBits.Read(body[1]) != 0,
            PointQuadRasterization = PointQuadRasterizationBits.Read(body[1]) != 0,
            CullFace = (CullFace)CullFaceBits.Read(body[1]),
            FillFront = (PolygonMode)FillFrontBits.Read(body[1]),
            FillBack = (PolygonMode)FillBackBits.Read(body[1]),
            Scissor = ScissorBits.Read(body[1]) != 0,
            FrontCounterClockwise = FrontCounterClockwiseBits.Read(body[1]) != 0,
            ClampVertexColor = ClampVertexColorBits.Read(body[1]) != 0,
            ClampFragmentColor = ClampFragmentColorBits.Read(body[1]) != 0,
            OffsetLine = OffsetLineBits.Read(body[1]) != 0,
            OffsetPoint = OffsetPointBits.Read(body[1]) != 0,
            OffsetTriangle = OffsetTriangleBits.Read(body[1]) != 0,
            PolygonSmooth = PolygonSmoothBits.Read(body[1]) != 0,
            PolygonStipple = PolygonStippleBits.Read(body[1]) != 0,
            PointSmooth = PointSmoothBits.Read(body[1]) != 0,
            PointSizePerVertex = PointSizePerVertexBits.Read(body[1]) != 0,
            Multisample = MultisampleBits.Read(body[1]) != 0,
            LineSmooth = LineSmoothBits.Read(body[1]) != 0,
            LineStipple = LineStippleBits.Read(body[1]) != 0,
            LineLastPixel = LineLastPixelBits.Read(body[1]) != 0,
            HalfPixelCenter = HalfPixelCenterBits.Read(body[1]) != 0,
            BottomEdgeRule = BottomEdgeRuleBits.Read(body[1]) != 0,
            ForcePerSampleInterpolation = ForcePerSampleInterpolationBits.Read(body[1]) != 0,
            PointSize = Words.Float(body[2]),
            SpriteCoordMask = body[3],
            LineStipplePattern = LineStipplePatternBits.Read(body[4]),
            LineStippleFactor = LineStippleFactorBits.Read(body[4]),
            ClipPlaneMask = ClipPlaneMaskBits.Read(body[4]),
            LineWidth = Words.Float(body[5]),
            OffsetUnits = Words.Float(body[6]),
            OffsetScale = Words.Float(body[7]),
            OffsetClamp = Words.Float(body[8]),
        };
        return decoded.Handle != 0;
    }

    /// <inheritdoc/>
    public void Encode(StreamWriter writer)
    {
        writer.Put(Handle);
        writer.Put(FlatShadeBits.Write(FlatShade) | DepthClipBits.Write(DepthClip) | ClipHalfZBits.Write(ClipHalfZ) |
            RasterizerDiscardBits.Write(RasterizerDiscard) | FlatShadeFirstBits.Write(FlatShadeFirst) |
            LightTwoSideBits.Write(LightTwoSide) | SpriteCoordLowerLeftBits.Write(SpriteCoordLowerLeft) |
            PointQuadRasterizationBits.Write(PointQuadRasterization) | CullFaceBits.Write((uint)CullFace) |
            FillFrontBits.Write((uint)FillFront) | FillBackBits.Write((uint)FillBack) |
            ScissorBits.Write(Scissor) | FrontCounterClockwiseBits.Write(FrontCounterClockwise) |
            ClampVertexColorBits.Write(ClampVertexColor) | ClampFragmentColorBits.Write(ClampFragmentColor) |
            OffsetLineBits.Write(OffsetLine) | OffsetPointBits.Write(OffsetPoint) |
            OffsetTriangleBits.Write(OffsetTriangle) | PolygonSmoothBits.Write(PolygonSmooth) |
            PolygonStippleBits.Write(PolygonStipple) | PointSmoothBits.Write(PointSmooth) |
            PointSizePerVertexBits.Write(PointSizePerVertex) | MultisampleBits.Write(Multisample) |
            LineSmoothBits.Write(LineSmooth) | LineStippleBits.Write(LineStipple) |
            LineLastPixelBits.Write(LineLastPixel) | HalfPixelCenterBits.Write(HalfPixelCenter) |
            BottomEdgeRuleBits.Write(BottomEdgeRule) |
            ForcePerSampleInterpolationBits.Write(ForcePerSampleInterpolation));
        writer.Put(PointSize);
        writer.Put(SpriteCoordMask);
        writer.Put(LineStipplePatternBits.Write(LineStipplePattern) | LineStippleFactorBits.Write(LineStippleFactor) |
            ClipPlaneMaskBits.Write(ClipPlaneMask));
        writer.Put(LineWidth);
        writer.Put(OffsetUnits);
        writer.Put(OffsetScale);
        writer.Put(OffsetClamp);
    }

    /// <inheritdoc/>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Object("handle", Handle, Type);
        visitor.Flag("flatshade", FlatShade);
        visitor.Flag("depth_clip", DepthClip);
        visitor.Flag("clip_halfz", ClipHalfZ);
        visitor.Flag("rasterizer_discard", RasterizerDiscard);
        visitor.Flag("flatshade_first", FlatShadeFirst);
        visitor.Flag("light_twoside", LightTwoSide);
        visitor.Flag("sprite_coord_mode", SpriteCoordLowerLeft);
        visitor.Flag("point_quad_rasterization", PointQuadRasterization);
        visitor.Choice("cull_face", CullFace);
        visitor.Choice("fill_front", FillFront);
        visitor.Choice("fill_back", FillBack);
        visitor.Flag("scissor", Scissor);
        visitor.Flag("front_ccw", FrontCounterClockwise);
        visitor.Flag("clamp_vertex_color", ClampVertexColor);
        visitor.Flag("clamp_fragment_color", ClampFragmentColor);
        visitor.Flag("offset_line", OffsetLine);
        visitor.Flag("offset_point", OffsetPoint);
        visitor.Flag("offset_tri", OffsetTriangle);
        visitor.Flag("poly_smooth", PolygonSmooth);
        visitor.Flag("poly_stipple_enable", PolygonStipple);
        visitor.Flag("point_smooth", PointSmooth);
        visitor.Flag("point_size_per_vertex", PointSizePerVertex);
        visitor.Flag("multisample", Multisample);
        visitor.Flag("line_smooth", LineSmooth);
        visitor.Flag("line_stipple_enable", LineStipple);
        visitor.Flag("line_last_pixel", LineLastPixel);
        visitor.Flag("half_pixel_center", HalfPixelCenter);
        visitor.Flag("bottom_edge_rule", BottomEdgeRule);
        visitor.Flag("force_persample_interp", ForcePerSampleInterpolation);
        visitor.Real("point_size", PointSize);
        visitor.Mask("sprite_coord_enable", SpriteCoordMask);
        visitor.Mask("line_stipple_pattern", LineStipplePattern);
        visitor.Number("line_stipple_factor", LineStippleFactor);
        visitor.Mask("clip_plane_enable", ClipPlaneMask);
        visitor.Real("line_width", LineWidth);
        visitor.Real("offset_units", OffsetUnits);
        visitor.Real("offset_scale", OffsetScale);
        visitor.Real("offset_clamp", OffsetClamp);
    }
}
