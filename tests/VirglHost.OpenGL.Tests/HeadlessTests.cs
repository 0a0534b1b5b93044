using VirglHost.OpenGL.Egl;
using VirglHost.OpenGL.Objects;

namespace VirglHost.OpenGL.Tests;

/// <summary>Against the machine's own driver (llvmpipe where there is no GPU).</summary>
public sealed class HeadlessTests : IDisposable
{
    private readonly EglDisplay _display = EglDisplay.OpenHeadless();
    private readonly EglContext _context;
    private readonly GL _gl;
    private readonly GlShareGroup _group;
    private readonly GlState _state;

    public HeadlessTests()
    {
        _context = _display.CreateContext();
        _context.MakeCurrent();
        _gl = _display.OpenGl;
        GlFeatures features = GlFeatures.Query(_gl);
        _group = new GlShareGroup(_gl, features, GlLimits.Query(_gl, features));
        _state = _group.CreateState();
    }

    public void Dispose()
    {
        _context.Dispose();
        _display.Dispose();
    }

    [Fact]
    public void Display_opened_remembers_every_attempt()
    {
        Assert.True(_display.Attempts[^1].Succeeded);
        Assert.All(_display.Attempts.SkipLast(1), a => Assert.False(a.Succeeded));
        Assert.All(_display.Attempts, a => Assert.NotEmpty(a.Reason));
    }

    [Fact]
    public void Display_of_an_unknown_render_node_lists_the_refusals()
    {
        EglException refused = Assert.Throws<EglException>(() => EglDisplay.OpenHeadless(new EglOptions { RenderNode = "/dev/dri/renderD999" }));

        Assert.NotEmpty(refused.Attempts);
        Assert.All(refused.Attempts, a => Assert.Equal(EglPlatform.Device, a.Platform));
    }

    [Fact]
    public void Display_opened_twice_survives_the_first_dispose()
    {
        using EglDisplay again = EglDisplay.OpenHeadless();
        again.Dispose();

        using EglContext context = _display.CreateContext();
        context.MakeCurrent();
        Assert.True(context.IsCurrent);
    }

    [Fact]
    public void Context_is_core_of_at_least_4_5()
    {
        Assert.True((_context.Major, _context.Minor).CompareTo((4, 5)) >= 0);
        Assert.True(_group.Features.IsAtLeast(_context.Major, _context.Minor));
        Assert.Equal((int)GLEnum.ContextCoreProfileBit, _gl.GetInteger(GLEnum.ContextProfileMask));
        Assert.NotEmpty(_group.Features.Renderer);
        Assert.Equal(GLEnum.NoError, _gl.GetError());
    }

    [Fact]
    public void Limits_meet_the_minimums_of_4_5()
    {
        Assert.True(_group.Limits.MaxTextureSize >= 16384);
        Assert.True(_group.Limits.MaxDrawBuffers >= 8);
        Assert.True(_group.Limits.MaxCombinedTextureImageUnits >= 96);
        Assert.True(_group.Limits.MaxComputeWorkGroupCount.Z >= 65535);
        Assert.True(_group.Limits.PointSizeRange.Max >= 1);
    }

    [Fact]
    public void New_context_matches_the_remembered_initial_state()
    {
        Assert.Equal(GLEnum.Ccw, (GLEnum)_gl.GetInteger(GLEnum.FrontFace));
        Assert.Equal(GLEnum.LastVertexConvention, (GLEnum)_gl.GetInteger(GLEnum.ProvokingVertex));
        Assert.Equal(4, _gl.GetInteger(GLEnum.UnpackAlignment));
        Assert.Equal(GLEnum.UpperLeft, (GLEnum)_gl.GetInteger(GLEnum.PointSpriteCoordOrigin));
        Assert.True(_gl.IsEnabled(GLEnum.Dither));
        Assert.True(_gl.IsEnabled(GLEnum.Multisample));
        Assert.False(_gl.IsEnabled(GLEnum.FramebufferSrgb));
        Assert.False(_gl.IsEnabled(GLEnum.TextureCubeMapSeamless));
        Assert.Equal(GLEnum.LowerLeft, (GLEnum)_gl.GetInteger(GLEnum.ClipOrigin));
        Assert.Equal(3, _gl.GetInteger(GLEnum.PatchVertices));
        Assert.Equal(GLEnum.Copy, (GLEnum)_gl.GetInteger(GLEnum.LogicOpMode));
    }

    [Fact]
    public void Triangle_drawn_over_a_clear_reads_back_exactly()
    {
        using GlTexture target = GlTexture.Create(_group, new GlTextureShape(GLEnum.Texture2D, GLEnum.Rgba8, 8, 8));
        using GlFramebuffer framebuffer = GlFramebuffer.Create(_group);
        framebuffer.Attach(GLEnum.ColorAttachment0, target.Name, 0);
        Assert.Equal(GLEnum.FramebufferComplete, framebuffer.Status(GLEnum.DrawFramebuffer));
        _gl.ClearNamedFramebufferfv(framebuffer.Name, GLEnum.Color, 0, [0f, 0f, 1f, 1f]);
        using GlProgram program = GlProgram.Link(_group,
        [
            (GLEnum.VertexShader, "#version 450 core\nlayout(location=0) in vec2 p;\nvoid main() { gl_Position = vec4(p, 0, 1); }"),
            (GLEnum.FragmentShader, "#version 450 core\nlayout(std140) uniform Tint { vec4 tint; };\nout vec4 c;\nvoid main() { c = tint; }"),
        ]);
        Assert.True(program.SetUniformBlockBinding("Tint", 2));
        Assert.False(program.SetUniformBlockBinding("Missing", 2));
        using GlStreamBuffer stream = new(_group, 4096, _group.Limits.UniformBufferOffsetAlignment);
        using GlBuffer vertices = GlBuffer.Create(_group, System.Runtime.InteropServices.MemoryMarshal.AsBytes<float>([-1, -1, 3, -1, -1, 3]), 0);
        using GlVertexArray array = GlVertexArray.Create(_group);
        array.SetAttribute(0, new GlVertexAttribute(true, 0, 2, GLEnum.Float, GlVertexKind.Float, false, 0));
        array.SetBuffer(0, vertices.Name, 0, 8);

        _state.SetUniformBuffer(2, stream.Upload(System.Runtime.InteropServices.MemoryMarshal.AsBytes<float>([1, 0, 0, 1])));
        _state.SetProgram(program.Name);
        _state.SetVertexArray(array.Name);
        _state.SetDrawFramebuffer(framebuffer.Name);
        _state.SetReadFramebuffer(framebuffer.Name);
        _state.SetViewport(0, new GlViewport(0, 0, 8, 8));
        _state.SetScissor(0, new GlScissor(true, 0, 0, 4, 8));
        _gl.DrawArrays(GLEnum.Triangles, 0, 3);
        byte[] pixels = new byte[8 * 8 * 4];
        _gl.ReadPixels(0, 0, 8, 8, GLEnum.Rgba, GLEnum.UnsignedByte, pixels);

        byte[] row = [.. Enumerable.Repeat<byte[]>([255, 0, 0, 255], 4).SelectMany(p => p), .. Enumerable.Repeat<byte[]>([0, 0, 255, 255], 4).SelectMany(p => p)];
        Assert.Equal(Enumerable.Repeat(row, 8).SelectMany(r => r), pixels);
        Assert.Equal(GLEnum.NoError, _gl.GetError());
    }

    [Fact]
    public void Shader_with_an_error_throws_the_drivers_words()
    {
        GlCompileException refused = Assert.Throws<GlCompileException>(() => GlShader.Compile(_group, GLEnum.FragmentShader, "#version 450 core\nvoid main() { nonsense; }"));

        Assert.Contains("nonsense", refused.Log, StringComparison.Ordinal);
        Assert.Equal(GLEnum.FragmentShader, refused.Stage);
    }

    [Fact]
    public void DebugLog_receives_a_marker()
    {
        using EglContext context = _display.CreateContext(new EglContextOptions { Debug = true });
        context.MakeCurrent();
        List<string> texts = [];
        using (GlDebugLog log = new(_gl, (in GlDebugMessage m) => texts.Add(m.Text))) _gl.DebugMessageInsert("here");
        _gl.DebugMessageInsert("not here");

        Assert.Equal(["here"], texts.Where(t => t.Contains("here", StringComparison.Ordinal)));
    }

    [Fact]
    public void Prepared_contexts_are_handed_out_once_and_share_as_asked()
    {
        Thread other = new(() => _display.PrepareContexts(1));
        other.Start();
        other.Join();
        using EglContext root = _display.CreateContext();
        Assert.Single(root.Companions);
        using EglContext companion = _display.CreateContext(new EglContextOptions { Share = root });
        Assert.Empty(root.Companions);
        using EglContext made = _display.CreateContext(new EglContextOptions { Share = root });
        using EglContext stranger = _display.CreateContext();

        root.MakeCurrent();
        uint name = _gl.CreateBuffer();
        _gl.NamedBufferStorage(name, [1, 2, 3, 4], 0);
        byte[] First(EglContext context)
        {
            byte[] bytes = new byte[4];
            context.MakeCurrent();
            _gl.GetNamedBufferSubData(name, 0, bytes);
            return bytes;
        }

        Assert.Empty(stranger.Companions);
        Assert.Equal([1, 2, 3, 4], First(companion));
        Assert.Equal([1, 2, 3, 4], First(made));
        Assert.Equal([0, 0, 0, 0], First(stranger));
    }

    [Fact]
    public void Prepared_contexts_are_not_for_those_who_want_debug_output()
    {
        _display.PrepareContexts(1);
        using EglContext debug = _display.CreateContext(new EglContextOptions { Debug = true });
        using EglContext ordinary = _display.CreateContext();

        Assert.True(debug.IsDebug);
        Assert.Empty(debug.Companions);
        Assert.Single(ordinary.Companions);
    }

    [Fact]
    public void Fence_is_waited_for_by_another_thread_with_a_shared_context()
    {
        using EglContext other = _display.CreateContext(new EglContextOptions { Share = _context });
        using GlTexture texture = GlTexture.Create(_group, new GlTextureShape(GLEnum.Texture2D, GLEnum.Rgba8, 256, 256));
        _gl.ClearTexImage(texture.Name, 0, GLEnum.Rgba, GLEnum.UnsignedByte, [1, 2, 3, 4]);
        GlFence fence = GlFence.Insert(_gl);
        GlFenceStatus status = GlFenceStatus.Failed;
        byte[] pixel = new byte[4];
        Exception? failure = null;

        Thread waiter = new(() =>
        {
            try
            {
                other.MakeCurrent();
                status = fence.Wait(TimeSpan.FromSeconds(20));
                _gl.GetTextureSubImage(texture.Name, 0, 255, 255, 0, 1, 1, 1, GLEnum.Rgba, GLEnum.UnsignedByte, pixel);
                EglContext.ReleaseCurrent(_display);
            }
            catch (Exception e)
            {
                failure = e;
            }
        });
        waiter.Start();
        Assert.True(waiter.Join(TimeSpan.FromSeconds(30)));
        fence.Dispose();

        Assert.Null(failure);
        Assert.Equal(GlFenceStatus.Signaled, status);
        Assert.Equal([1, 2, 3, 4], pixel);
    }

    [Fact]
    public void StreamBuffer_many_laps_keep_the_data_of_draws_in_flight()
    {
        using GlStreamBuffer stream = new(_group, 1024, 256);
        using GlBuffer copy = GlBuffer.Create(_group, 4 * 500, GLEnum.DynamicStorageBit);
        for (int i = 0; i < 500; i++)
        {
            GlBufferRange range = stream.Upload(BitConverter.GetBytes(i));
            _gl.CopyNamedBufferSubData(range.Buffer, copy.Name, range.Offset, i * 4, 4);
        }

        byte[] bytes = new byte[4 * 500];
        copy.Read(0, bytes);

        Assert.Equal(Enumerable.Range(0, 500), Enumerable.Range(0, 500).Select(i => BitConverter.ToInt32(bytes, i * 4)));
    }

    [Fact]
    public void Query_counts_samples()
    {
        using GlQuery query = GlQuery.Create(_group, GLEnum.SamplesPassed);
        query.Begin();
        query.End();

        Assert.Equal(0ul, query.GetResult());
        Assert.True(query.TryGetResult(out _));
    }

    [Fact]
    public void Texture_of_an_impossible_shape_is_a_host_fault()
    {
        Assert.Throws<HostFaultException>(() => GlTexture.Create(_group, new GlTextureShape(GLEnum.Texture2D, GLEnum.Rgba8, 1u << 30, 1)));
        Assert.Equal(GLEnum.NoError, _gl.GetError());
    }

    [Fact]
    public void View_of_a_cube_shows_one_face()
    {
        using GlTexture cube = GlTexture.Create(_group, new GlTextureShape(GLEnum.TextureCubeMap, GLEnum.Rgba8, 4, 4));
        _gl.ClearTexSubImage(cube.Name, 0, 0, 0, 3, 4, 4, 1, GLEnum.Rgba, GLEnum.UnsignedByte, [9, 8, 7, 6]);
        using GlTexture face = GlTexture.CreateView(_group, cube, new GlTextureViewShape(GLEnum.Texture2D, GLEnum.Rgba8, 0, 1, 3, 1));
        byte[] pixel = new byte[4];

        _gl.GetTextureSubImage(face.Name, 0, 0, 0, 0, 1, 1, 1, GLEnum.Rgba, GLEnum.UnsignedByte, pixel);

        Assert.Equal([9, 8, 7, 6], pixel);
    }
}
