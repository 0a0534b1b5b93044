namespace VirglHost.OpenGL;

/// <content>From clip space to fragments: viewports, primitives, multisampling.</content>
public sealed partial class GlState
{
    /// <summary>Viewport (0..15).</summary>
    public void SetViewport(int index, in GlViewport value)
    {
        if (_now.Viewports[index].Change(value)) _gl.ViewportIndexedf((uint)index, value.X, value.Y, value.Width, value.Height);
    }

    /// <summary>Depth range of a viewport (0..15).</summary>
    public void SetDepthRange(int index, in GlDepthRange value)
    {
        if (_now.DepthRanges[index].Change(value)) _gl.DepthRangeIndexed((uint)index, value.Near, value.Far);
    }

    /// <summary>Scissor of a viewport (0..15); the rectangle is only emitted while the test is on.</summary>
    public void SetScissor(int index, in GlScissor value)
    {
        ref Cached<GlScissor> cached = ref _now.Scissors[index];
        if (cached.Holds(value)) return;
        GlScissor old = cached.Value;
        if (!cached.IsKnown || old.Enabled != value.Enabled) Toggle(GLEnum.ScissorTest, (uint)index, value.Enabled);
        if (!cached.IsKnown || old.X != value.X || old.Y != value.Y || old.Width != value.Width || old.Height != value.Height)
        {
            _gl.ScissorIndexed((uint)index, value.X, value.Y, value.Width, value.Height);
        }

        cached = Cached<GlScissor>.Of(value);
    }

    /// <summary>Face culling.</summary>
    public void SetCull(in GlCull value)
    {
        ref Cached<GlCull> cached = ref _now.Single.Cull;
        if (cached.Holds(value)) return;
        if (!cached.IsKnown || cached.Value.Enabled != value.Enabled) Toggle(GLEnum.CullFace, value.Enabled);
        if (!cached.IsKnown || cached.Value.Face != value.Face) _gl.CullFace(value.Face);
        cached = Cached<GlCull>.Of(value);
    }

    /// <summary>Winding of front faces: Cw or Ccw.</summary>
    public void SetFrontFace(GLEnum value)
    {
        if (_now.Single.FrontFace.Change((uint)value)) _gl.FrontFace(value);
    }

    /// <summary>How polygons of both faces are drawn: Point, Line or Fill.</summary>
    public void SetPolygonMode(GLEnum value)
    {
        if (_now.Single.PolygonMode.Change((uint)value)) _gl.PolygonMode(GLEnum.FrontAndBack, value);
    }

    /// <summary>Depth offset; the clamp is left out where the host has none.</summary>
    public void SetPolygonOffset(in GlPolygonOffset value)
    {
        ref Cached<GlPolygonOffset> cached = ref _now.Single.PolygonOffset;
        if (cached.Holds(value)) return;
        GlPolygonOffset old = cached.Value;
        bool all = !cached.IsKnown;
        if (all || old.FillEnabled != value.FillEnabled) Toggle(GLEnum.PolygonOffsetFill, value.FillEnabled);
        if (all || old.LineEnabled != value.LineEnabled) Toggle(GLEnum.PolygonOffsetLine, value.LineEnabled);
        if (all || old.PointEnabled != value.PointEnabled) Toggle(GLEnum.PolygonOffsetPoint, value.PointEnabled);
        if (all || !old.Factor.Equals(value.Factor) || !old.Units.Equals(value.Units) || !old.Clamp.Equals(value.Clamp))
        {
            if (!_clampsOffset) _gl.PolygonOffset(value.Factor, value.Units);
            else if (_clampsOffsetByCoreName) _gl.PolygonOffsetClamp(value.Factor, value.Units, value.Clamp);
            else _gl.PolygonOffsetClampEXT(value.Factor, value.Units, value.Clamp);
        }

        cached = Cached<GlPolygonOffset>.Of(value);
    }

    /// <summary>Enabled clip distances, bit i for distance i; bits beyond the host's count are ignored.</summary>
    public void SetClipDistances(uint mask)
    {
        ref Cached<uint> cached = ref _now.Single.ClipDistances;
        if (cached.Holds(mask)) return;
        uint changed = cached.IsKnown ? cached.Value ^ mask : uint.MaxValue;
        for (int i = 0; i < _clipDistanceCount; i++)
        {
            if ((changed >> i & 1) != 0) Toggle((GLEnum)((uint)GLEnum.ClipDistance0 + (uint)i), (mask >> i & 1) != 0);
        }

        cached = Cached<uint>.Of(mask);
    }

    /// <summary>Clip space conventions.</summary>
    public void SetClipControl(in GlClipControl value)
    {
        if (_now.Single.ClipControl.Change(value)) _gl.ClipControl(value.Origin, value.Depth);
    }

    /// <summary>Clamping in place of clipping at the near and far plane.</summary>
    public void SetDepthClamp(bool on) => SetSwitch(ref _now.Single.DepthClamp, GLEnum.DepthClamp, on);

    /// <summary>Discarding of all primitives before rasterisation.</summary>
    public void SetRasterizerDiscard(bool on) => SetSwitch(ref _now.Single.RasterizerDiscard, GLEnum.RasterizerDiscard, on);

    /// <summary>Vertex that flat varyings come from: FirstVertexConvention or LastVertexConvention.</summary>
    public void SetProvokingVertex(GLEnum value)
    {
        if (_now.Single.ProvokingVertex.Change((uint)value)) _gl.ProvokingVertex(value);
    }

    /// <summary>Lines.</summary>
    public void SetLine(in GlLine value)
    {
        ref Cached<GlLine> cached = ref _now.Single.Line;
        if (cached.Holds(value)) return;
        if (!cached.IsKnown || !cached.Value.Width.Equals(value.Width)) _gl.LineWidth(value.Width);
        if (!cached.IsKnown || cached.Value.Smooth != value.Smooth) Toggle(GLEnum.LineSmooth, value.Smooth);
        cached = Cached<GlLine>.Of(value);
    }

    /// <summary>Antialiasing of polygons.</summary>
    public void SetPolygonSmooth(bool on) => SetSwitch(ref _now.Single.PolygonSmooth, GLEnum.PolygonSmooth, on);

    /// <summary>Points.</summary>
    public void SetPoint(in GlPoint value)
    {
        ref Cached<GlPoint> cached = ref _now.Single.Point;
        if (cached.Holds(value)) return;
        GlPoint old = cached.Value;
        bool all = !cached.IsKnown;
        if (all || !old.Size.Equals(value.Size)) _gl.PointSize(value.Size);
        if (all || old.ProgramSize != value.ProgramSize) Toggle(GLEnum.ProgramPointSize, value.ProgramSize);
        if (all || old.SpriteOrigin != value.SpriteOrigin) _gl.PointParameteri(GLEnum.PointSpriteCoordOrigin, (int)value.SpriteOrigin);
        if (all || !old.FadeThreshold.Equals(value.FadeThreshold)) _gl.PointParameterf(GLEnum.PointFadeThresholdSize, value.FadeThreshold);
        cached = Cached<GlPoint>.Of(value);
    }

    /// <summary>Multisampling.</summary>
    public void SetMultisample(in GlMultisample value)
    {
        ref Cached<GlMultisample> cached = ref _now.Single.Multisample;
        if (cached.Holds(value)) return;
        GlMultisample old = cached.Value;
        bool all = !cached.IsKnown;
        if (all || old.Enabled != value.Enabled) Toggle(GLEnum.Multisample, value.Enabled);
        if (all || old.AlphaToCoverage != value.AlphaToCoverage) Toggle(GLEnum.SampleAlphaToCoverage, value.AlphaToCoverage);
        if (all || old.AlphaToOne != value.AlphaToOne) Toggle(GLEnum.SampleAlphaToOne, value.AlphaToOne);
        if (all || old.MaskEnabled != value.MaskEnabled) Toggle(GLEnum.SampleMask, value.MaskEnabled);
        if (all || old.Mask != value.Mask) _gl.SampleMaski(0, value.Mask);
        if (all || old.ShadingEnabled != value.ShadingEnabled) Toggle(GLEnum.SampleShading, value.ShadingEnabled);
        if (all || !old.MinimumShading.Equals(value.MinimumShading)) _gl.MinSampleShading(value.MinimumShading);
        cached = Cached<GlMultisample>.Of(value);
    }

    /// <summary>Primitive restart.</summary>
    public void SetPrimitiveRestart(in GlPrimitiveRestart value)
    {
        ref Cached<GlPrimitiveRestart> cached = ref _now.Single.PrimitiveRestart;
        if (cached.Holds(value)) return;
        bool all = !cached.IsKnown;
        GlPrimitiveRestart old = cached.Value;
        bool plain = value.Enabled && !value.FixedIndex;
        bool wasPlain = old.Enabled && !old.FixedIndex;
        bool wasFixed = old.Enabled && old.FixedIndex;
        if (all || plain != wasPlain) Toggle(GLEnum.PrimitiveRestart, plain);
        if (all || (value.Enabled && value.FixedIndex) != wasFixed) Toggle(GLEnum.PrimitiveRestartFixedIndex, value.Enabled && value.FixedIndex);
        if (all || old.Index != value.Index) _gl.PrimitiveRestartIndex(value.Index);
        cached = Cached<GlPrimitiveRestart>.Of(value);
    }

    /// <summary>Tessellation patches.</summary>
    public void SetPatch(in GlPatch value)
    {
        ref Cached<GlPatch> cached = ref _now.Single.Patch;
        if (cached.Holds(value)) return;
        GlPatch old = cached.Value;
        bool all = !cached.IsKnown;
        if (all || old.Vertices != value.Vertices) _gl.PatchParameteri(GLEnum.PatchVertices, (int)value.Vertices);
        if (all || (old with { Vertices = 0, Inner0 = 0, Inner1 = 0 }) != (value with { Vertices = 0, Inner0 = 0, Inner1 = 0 }))
        {
            _gl.PatchParameter(GLEnum.PatchDefaultOuterLevel, [value.Outer0, value.Outer1, value.Outer2, value.Outer3]);
        }

        if (all || !old.Inner0.Equals(value.Inner0) || !old.Inner1.Equals(value.Inner1))
        {
            _gl.PatchParameter(GLEnum.PatchDefaultInnerLevel, [value.Inner0, value.Inner1]);
        }

        cached = Cached<GlPatch>.Of(value);
    }

    private void RestoreRasterizer(GlStateValues to)
    {
        for (int i = 0; i < GlStateValues.ViewportCount; i++)
        {
            if (to.Viewports[i].IsKnown) SetViewport(i, to.Viewports[i].Value);
            if (to.DepthRanges[i].IsKnown) SetDepthRange(i, to.DepthRanges[i].Value);
            if (to.Scissors[i].IsKnown) SetScissor(i, to.Scissors[i].Value);
        }

        ref GlStateValues.Scalars one = ref to.Single;
        if (one.Cull.IsKnown) SetCull(one.Cull.Value);
        if (one.FrontFace.IsKnown) SetFrontFace((GLEnum)one.FrontFace.Value);
        if (one.PolygonMode.IsKnown) SetPolygonMode((GLEnum)one.PolygonMode.Value);
        if (one.PolygonOffset.IsKnown) SetPolygonOffset(one.PolygonOffset.Value);
        if (one.ClipDistances.IsKnown) SetClipDistances(one.ClipDistances.Value);
        if (one.ClipControl.IsKnown) SetClipControl(one.ClipControl.Value);
        if (one.DepthClamp.IsKnown) SetDepthClamp(one.DepthClamp.Value);
        if (one.RasterizerDiscard.IsKnown) SetRasterizerDiscard(one.RasterizerDiscard.Value);
        if (one.ProvokingVertex.IsKnown) SetProvokingVertex((GLEnum)one.ProvokingVertex.Value);
        RestorePrimitives(ref one);
    }

    private void RestorePrimitives(ref GlStateValues.Scalars one)
    {
        if (one.Line.IsKnown) SetLine(one.Line.Value);
        if (one.PolygonSmooth.IsKnown) SetPolygonSmooth(one.PolygonSmooth.Value);
        if (one.Point.IsKnown) SetPoint(one.Point.Value);
        if (one.Multisample.IsKnown) SetMultisample(one.Multisample.Value);
        if (one.PrimitiveRestart.IsKnown) SetPrimitiveRestart(one.PrimitiveRestart.Value);
        if (one.Patch.IsKnown) SetPatch(one.Patch.Value);
    }
}
