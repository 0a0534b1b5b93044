namespace VirglHost.OpenGL;

/// <content>Per-fragment operations: blending, masks, depth and stencil.</content>
public sealed partial class GlState
{
    /// <summary>Blending of one draw buffer (0..7).</summary>
    public void SetBlend(int index, in GlBlend value)
    {
        ref Cached<GlBlend> cached = ref _now.Blends[index];
        if (cached.Holds(value)) return;
        GlBlend old = cached.Value;
        bool all = !cached.IsKnown;
        if (all || old.Enabled != value.Enabled) Toggle(GLEnum.Blend, (uint)index, value.Enabled);
        if (all || old.ColorEquation != value.ColorEquation || old.AlphaEquation != value.AlphaEquation)
        {
            // SPEC: KHR_blend_equation_advanced: its equations are accepted only where one value serves colour and alpha.
            if (value.ColorEquation == value.AlphaEquation) _gl.BlendEquationi((uint)index, value.ColorEquation);
            else _gl.BlendEquationSeparatei((uint)index, value.ColorEquation, value.AlphaEquation);
        }

        if (all || old.ColorSource != value.ColorSource || old.ColorDestination != value.ColorDestination
            || old.AlphaSource != value.AlphaSource || old.AlphaDestination != value.AlphaDestination)
        {
            _gl.BlendFuncSeparatei((uint)index, value.ColorSource, value.ColorDestination, value.AlphaSource, value.AlphaDestination);
        }

        cached = Cached<GlBlend>.Of(value);
    }

    /// <summary>Writable channels of one draw buffer (0..7).</summary>
    public void SetColorMask(int index, GlColorMask value)
    {
        if (_now.ColorMasks[index].Change(value)) _gl.ColorMaski((uint)index, value.Red, value.Green, value.Blue, value.Alpha);
    }

    /// <summary>Constant colour of the blend factors.</summary>
    public void SetBlendColor(in GlColor value)
    {
        if (_now.Single.BlendColor.Change(value)) _gl.BlendColor(value.Red, value.Green, value.Blue, value.Alpha);
    }

    /// <summary>Logical operation.</summary>
    public void SetLogicOp(in GlLogicOp value)
    {
        ref Cached<GlLogicOp> cached = ref _now.Single.LogicOp;
        if (cached.Holds(value)) return;
        if (!cached.IsKnown || cached.Value.Enabled != value.Enabled) Toggle(GLEnum.ColorLogicOp, value.Enabled);
        if (!cached.IsKnown || cached.Value.Operation != value.Operation) _gl.LogicOp(value.Operation);
        cached = Cached<GlLogicOp>.Of(value);
    }

    /// <summary>Dithering.</summary>
    public void SetDither(bool on) => SetSwitch(ref _now.Single.Dither, GLEnum.Dither, on);

    /// <summary>Conversion to sRGB on writes to sRGB targets.</summary>
    public void SetFramebufferSrgb(bool on) => SetSwitch(ref _now.Single.FramebufferSrgb, GLEnum.FramebufferSrgb, on);

    /// <summary>Depth test.</summary>
    public void SetDepth(in GlDepth value)
    {
        ref Cached<GlDepth> cached = ref _now.Single.Depth;
        if (cached.Holds(value)) return;
        if (!cached.IsKnown || cached.Value.TestEnabled != value.TestEnabled) Toggle(GLEnum.DepthTest, value.TestEnabled);
        if (!cached.IsKnown || cached.Value.WriteEnabled != value.WriteEnabled) _gl.DepthMask(value.WriteEnabled);
        if (!cached.IsKnown || cached.Value.Function != value.Function) _gl.DepthFunc(value.Function);
        cached = Cached<GlDepth>.Of(value);
    }

    /// <summary>Stencil test.</summary>
    public void SetStencil(in GlStencil value)
    {
        ref Cached<GlStencil> cached = ref _now.Single.Stencil;
        if (cached.Holds(value)) return;
        bool all = !cached.IsKnown;
        if (all || cached.Value.Enabled != value.Enabled) Toggle(GLEnum.StencilTest, value.Enabled);
        SetStencilFace(GLEnum.Front, cached.Value.Front, value.Front, all);
        SetStencilFace(GLEnum.Back, cached.Value.Back, value.Back, all);
        cached = Cached<GlStencil>.Of(value);
    }

    private void SetStencilFace(GLEnum face, in GlStencilFace old, in GlStencilFace value, bool all)
    {
        if (all || old.Function != value.Function || old.Reference != value.Reference || old.ReadMask != value.ReadMask)
        {
            _gl.StencilFuncSeparate(face, value.Function, value.Reference, value.ReadMask);
        }

        if (all || old.WriteMask != value.WriteMask) _gl.StencilMaskSeparate(face, value.WriteMask);
        if (all || old.StencilFail != value.StencilFail || old.DepthFail != value.DepthFail || old.DepthPass != value.DepthPass)
        {
            _gl.StencilOpSeparate(face, value.StencilFail, value.DepthFail, value.DepthPass);
        }
    }

    private void RestoreFragments(GlStateValues to)
    {
        for (int i = 0; i < GlStateValues.DrawBufferCount; i++)
        {
            if (to.Blends[i].IsKnown) SetBlend(i, to.Blends[i].Value);
            if (to.ColorMasks[i].IsKnown) SetColorMask(i, to.ColorMasks[i].Value);
        }

        ref GlStateValues.Scalars one = ref to.Single;
        if (one.BlendColor.IsKnown) SetBlendColor(one.BlendColor.Value);
        if (one.LogicOp.IsKnown) SetLogicOp(one.LogicOp.Value);
        if (one.Dither.IsKnown) SetDither(one.Dither.Value);
        if (one.FramebufferSrgb.IsKnown) SetFramebufferSrgb(one.FramebufferSrgb.Value);
        if (one.Depth.IsKnown) SetDepth(one.Depth.Value);
        if (one.Stencil.IsKnown) SetStencil(one.Stencil.Value);
    }
}
