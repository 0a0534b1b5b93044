using VirglHost.OpenGL.Objects;

namespace VirglHost.OpenGL.Tests;

public sealed class GlStateTests : IDisposable
{
    private readonly RecordingGl _recorder = new();
    private readonly GlState _state;

    public GlStateTests() => _state = _recorder.CreateGroup().CreateState();

    public void Dispose() => _recorder.Dispose();

    [Fact]
    public void InitialValues_set_again_emit_nothing()
    {
        _state.SetBlend(0, GlBlend.Initial);
        _state.SetDepth(GlDepth.Initial);
        _state.SetStencil(GlStencil.Initial);
        _state.SetColorMask(7, GlColorMask.All);
        _state.SetPoint(GlPoint.Initial);
        _state.SetMultisample(GlMultisample.Initial);
        _state.SetTexture(5, 0);
        _state.SetUniformBuffer(3, default);
        _state.SetProgram(0);

        Assert.Equal("", _recorder.TakeText());
    }

    [Fact]
    public void Blend_changed_in_one_part_emits_that_part()
    {
        GlBlend on = GlBlend.Initial with { Enabled = true, ColorSource = GLEnum.SrcAlpha, ColorDestination = GLEnum.OneMinusSrcAlpha };
        _state.SetBlend(1, on);
        _state.SetBlend(1, on);
        _state.SetBlend(1, on with { ColorEquation = GLEnum.Max });
        _state.SetBlend(1, on with { ColorEquation = GLEnum.Max, AlphaEquation = GLEnum.Max });

        Assert.Equal(
            """
            Enablei(Blend, 1)
            BlendFuncSeparatei(1, SrcAlpha, OneMinusSrcAlpha, One, Zero)
            BlendEquationSeparatei(1, Max, FuncAdd)
            BlendEquationi(1, Max)
            """, _recorder.TakeText());
    }

    [Fact]
    public void Depth_and_stencil_emit_differences()
    {
        _state.SetDepth(new GlDepth(true, true, GLEnum.Less));
        _state.SetDepth(new GlDepth(true, false, GLEnum.Lequal));
        GlStencilFace face = GlStencilFace.Initial with { Function = GLEnum.Equal, Reference = 3, DepthPass = GLEnum.Replace };
        _state.SetStencil(new GlStencil(true, face, GlStencilFace.Initial));
        _state.SetStencil(new GlStencil(true, face, GlStencilFace.Initial with { WriteMask = 0xF }));

        Assert.Equal(
            """
            Enable(DepthTest)
            DepthMask(false)
            DepthFunc(Lequal)
            Enable(StencilTest)
            StencilFuncSeparate(Front, Equal, 3, 4294967295)
            StencilOpSeparate(Front, Keep, Keep, Replace)
            StencilMaskSeparate(Back, 15)
            """, _recorder.TakeText());
    }

    [Fact]
    public void Viewport_unknown_at_first_is_emitted_even_when_empty()
    {
        _state.SetViewport(0, default);
        _state.SetViewport(0, default);
        _state.SetViewport(15, new GlViewport(1, 2, 3, 4));
        _state.SetScissor(2, new GlScissor(true, 1, 2, 3, 4));
        _state.SetScissor(2, new GlScissor(false, 1, 2, 3, 4));

        Assert.Equal(
            """
            ViewportIndexedf(0, 0, 0, 0, 0)
            ViewportIndexedf(15, 1, 2, 3, 4)
            Enablei(ScissorTest, 2)
            ScissorIndexed(2, 1, 2, 3, 4)
            Disablei(ScissorTest, 2)
            """, _recorder.TakeText());
    }

    [Fact]
    public void ClipDistances_emit_changed_bits()
    {
        _state.SetClipDistances(0b101);
        _state.SetClipDistances(0b110);

        Assert.Equal(
            """
            Enable(ClipDistance0)
            Enable(ClipDistance2)
            Disable(ClipDistance0)
            Enable(ClipDistance1)
            """, _recorder.TakeText());
    }

    [Fact]
    public void Bindings_emit_once_each()
    {
        _state.SetProgram(4);
        _state.SetProgram(4);
        _state.SetTexture(3, 9);
        _state.SetTexture(3, 9);
        _state.SetSampler(3, 5);
        _state.SetImage(1, new GlImage(9, 2, true, 0, GLEnum.ReadWrite, GLEnum.R32ui));
        _state.SetImage(1, default);
        _state.SetUniformBuffer(2, new GlBufferRange(7, 256, 64));
        _state.SetUniformBuffer(2, new GlBufferRange(7, 512, 64));
        _state.SetUniformBuffer(2, default);

        Assert.Equal(
            """
            UseProgram(4)
            BindTextureUnit(3, 9)
            BindSampler(3, 5)
            BindImageTexture(1, 9, 2, true, 0, ReadWrite, R32ui)
            BindImageTexture(1, 0, 0, false, 0, ReadOnly, R8)
            BindBufferRange(UniformBuffer, 2, 7, 256, 64)
            BindBufferRange(UniformBuffer, 2, 7, 512, 64)
            BindBufferBase(UniformBuffer, 2, 0)
            """, _recorder.TakeText());
    }

    [Fact]
    public void PrimitiveRestart_switches_between_its_two_forms()
    {
        _state.SetPrimitiveRestart(new GlPrimitiveRestart(true, false, 0xFFFF));
        _state.SetPrimitiveRestart(new GlPrimitiveRestart(true, true, 0xFFFF));
        _state.SetPrimitiveRestart(new GlPrimitiveRestart(false, true, 0xFFFF));

        Assert.Equal(
            """
            Enable(PrimitiveRestart)
            PrimitiveRestartIndex(65535)
            Disable(PrimitiveRestart)
            Enable(PrimitiveRestartFixedIndex)
            Disable(PrimitiveRestartFixedIndex)
            """, _recorder.TakeText());
    }

    [Theory]
    [InlineData(5, "", "PolygonOffset(2, 3)")]
    [InlineData(6, "", "PolygonOffsetClamp(2, 3, 0.5)")]
    [InlineData(5, "GL_ARB_polygon_offset_clamp", "PolygonOffsetClamp(2, 3, 0.5)")]
    [InlineData(5, "GL_EXT_polygon_offset_clamp", "PolygonOffsetClampEXT(2, 3, 0.5)")]
    public void PolygonOffset_uses_the_name_the_host_has(int minor, string extension, string call)
    {
        GlState state = _recorder.CreateGroup(4, minor, extension).CreateState();

        state.SetPolygonOffset(new GlPolygonOffset(false, false, false, 2, 3, 0.5f));

        Assert.Equal(call, _recorder.TakeText());
    }

    [Fact]
    public void Scope_left_sets_changed_values_back()
    {
        _state.SetProgram(4);
        _state.SetViewport(0, new GlViewport(0, 0, 640, 480));
        _recorder.Clear();

        using (_state.Enter())
        {
            _state.SetProgram(8);
            _state.SetViewport(0, new GlViewport(0, 0, 16, 16));
            _state.SetTexture(0, 3);
            _state.SetScissor(0, default);
            _recorder.Clear();
        }

        // The scissor was unknown before the scope and stays as the scope left it.
        Assert.Equal(
            """
            UseProgram(4)
            BindTextureUnit(0, 0)
            ViewportIndexedf(0, 0, 0, 640, 480)
            """, _recorder.TakeText());
    }

    [Fact]
    public void Scopes_nest()
    {
        using (_state.Enter())
        {
            _state.SetDither(false);
            using (_state.Enter()) _state.SetDither(true);
            _recorder.Clear();
            _state.SetDither(false);
            Assert.Equal("", _recorder.TakeText());
        }

        Assert.Equal("Enable(Dither)", _recorder.TakeText());
    }

    [Fact]
    public void Texture_deleted_and_its_name_reused_is_bound_again_in_every_state()
    {
        GlShareGroup group = _recorder.CreateGroup();
        GlState first = group.CreateState(), second = group.CreateState();
        GlTexture texture = GlTexture.Create(group, new GlTextureShape(GLEnum.Texture2D, GLEnum.Rgba8, 4, 4));
        first.SetTexture(0, texture.Name);
        second.SetTexture(0, texture.Name);
        GlFramebuffer framebuffer = GlFramebuffer.Create(group);
        framebuffer.Attach(GLEnum.ColorAttachment0, texture.Name, 0);

        texture.Dispose();
        _recorder.Clear();
        first.SetTexture(0, 1);
        second.SetTexture(0, 1);
        framebuffer.Attach(GLEnum.ColorAttachment0, 1, 0);

        Assert.Equal(
            """
            BindTextureUnit(0, 1)
            BindTextureUnit(0, 1)
            NamedFramebufferTexture(2, ColorAttachment0, 1, 0)
            """, _recorder.TakeText());
    }

    [Fact]
    public void Buffer_deleted_inside_a_scope_is_not_bound_again_at_its_end()
    {
        GlShareGroup group = _recorder.CreateGroup();
        GlState state = group.CreateState();
        GlBuffer buffer = GlBuffer.Create(group, 64, 0);
        state.SetUniformBuffer(0, buffer.Range);

        using (state.Enter())
        {
            buffer.Dispose();
            _recorder.Clear();
        }

        Assert.Equal("", _recorder.TakeText());
    }

    [Fact]
    public void InvalidateAll_makes_the_next_value_go_out()
    {
        _state.InvalidateAll();
        _state.SetCull(GlCull.Initial);

        Assert.Equal("Disable(CullFace)\nCullFace(Back)", _recorder.TakeText());
    }

    [Fact]
    public void Setters_in_steady_state_allocate_nothing()
    {
        GlBlend blend = GlBlend.Initial with { Enabled = true };
        void Draw()
        {
            _state.SetBlend(0, blend);
            _state.SetViewport(0, new GlViewport(0, 0, 5, 5));
            _state.SetStencil(GlStencil.Initial);
            _state.SetUniformBuffer(0, new GlBufferRange(1, 0, 16));
            using (_state.Enter()) _state.SetProgram(0);
        }

        for (int i = 0; i < 100; i++) Draw();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++) Draw();

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
