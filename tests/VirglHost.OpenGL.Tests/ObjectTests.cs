using VirglHost.OpenGL.Objects;

namespace VirglHost.OpenGL.Tests;

public sealed class ObjectTests : IDisposable
{
    private readonly RecordingGl _recorder = new();
    private readonly GlShareGroup _group;

    public ObjectTests() => _group = _recorder.CreateGroup();

    public void Dispose() => _recorder.Dispose();

    [Fact]
    public void VertexArray_emits_differences_of_formats_and_buffers()
    {
        using GlVertexArray array = GlVertexArray.Create(_group);
        _recorder.Clear();
        GlVertexAttribute position = new(true, 0, 4, GLEnum.Float, GlVertexKind.Float, false, 0);

        array.SetAttribute(0, position);
        array.SetAttribute(0, position);
        array.SetAttribute(0, position with { RelativeOffset = 16 });
        array.SetBuffer(0, 9, 32, 20);
        array.SetBuffer(0, 9, 32, 20);
        array.SetDivisor(0, 0);
        array.SetElementBuffer(9);
        array.DisableFrom(0);

        Assert.Equal(
            """
            EnableVertexArrayAttrib(1, 0)
            VertexArrayAttribFormat(1, 0, 4, Float, false, 0)
            VertexArrayAttribBinding(1, 0, 0)
            VertexArrayAttribFormat(1, 0, 4, Float, false, 16)
            VertexArrayVertexBuffer(1, 0, 9, 32, 20)
            VertexArrayElementBuffer(1, 9)
            DisableVertexArrayAttrib(1, 0)
            """, _recorder.TakeText());
    }

    [Fact]
    public void VertexArray_forgets_a_deleted_buffer()
    {
        using GlVertexArray array = GlVertexArray.Create(_group);
        GlBuffer buffer = GlBuffer.Create(_group, 16, 0);
        array.SetBuffer(0, buffer.Name, 0, 4);
        array.SetElementBuffer(buffer.Name);

        buffer.Dispose();
        _recorder.Clear();
        array.SetBuffer(0, buffer.Name, 0, 4);
        array.SetElementBuffer(buffer.Name);

        Assert.Equal("VertexArrayVertexBuffer(1, 0, 2, 0, 4)\nVertexArrayElementBuffer(1, 2)", _recorder.TakeText());
    }

    [Fact]
    public void Framebuffer_depth_stencil_covers_both_slots()
    {
        using GlFramebuffer framebuffer = GlFramebuffer.Create(_group);
        _recorder.Clear();

        framebuffer.Attach(GLEnum.DepthStencilAttachment, 5, 0);
        framebuffer.Attach(GLEnum.DepthAttachment, 5, 0);
        framebuffer.Detach(GLEnum.StencilAttachment);
        framebuffer.Attach(GLEnum.DepthStencilAttachment, 5, 0);
        framebuffer.SetDrawBuffers([GLEnum.ColorAttachment0]);
        framebuffer.SetDrawBuffers([GLEnum.ColorAttachment0, GLEnum.ColorAttachment1]);

        Assert.Equal(
            """
            NamedFramebufferTexture(1, DepthStencilAttachment, 5, 0)
            NamedFramebufferTexture(1, StencilAttachment, 0, 0)
            NamedFramebufferTexture(1, DepthStencilAttachment, 5, 0)
            NamedFramebufferDrawBuffers(1, 2, [ColorAttachment0, ColorAttachment1])
            """, _recorder.TakeText());
    }

    [Fact]
    public void Sampler_emits_what_differs_from_the_initial_values()
    {
        using GlSampler sampler = GlSampler.Create(_group, new GlSamplerShape { WrapS = GLEnum.ClampToEdge, MaxLod = 0, BorderBits = (1, 2, 3, 4) });

        Assert.Equal(
            """
            CreateSamplers(1, *)
            SamplerParameteri(1, TextureWrapS, 33071)
            SamplerParameterf(1, TextureMaxLod, 0)
            SamplerParameterIuiv(1, TextureBorderColor, [1, 2, 3, 4])
            """, _recorder.TakeText());
    }

    [Fact]
    public void StreamBuffer_full_segment_moves_on_and_waits_when_it_comes_round()
    {
        using GlStreamBuffer stream = new(_group, 64, 16);
        _recorder.Clear();

        GlBufferRange a = stream.Upload(new byte[20]);
        GlBufferRange b = stream.Upload(new byte[32]);
        Assert.Equal(0, stream.Generation);
        GlBufferRange c = stream.Upload(new byte[1]);

        Assert.Equal((0, 32, 0), ((int)a.Offset, (int)b.Offset, (int)c.Offset));
        Assert.Equal(a.Buffer, b.Buffer);
        Assert.NotEqual(a.Buffer, c.Buffer);
        Assert.Equal(1, stream.Generation);
        for (int i = 0; i < 3; i++) stream.Upload(new byte[64]);
        Assert.Equal(4, stream.Generation);
        Assert.Single(_recorder.Lines, l => l.StartsWith("ClientWaitSync", StringComparison.Ordinal));
    }

    [Fact]
    public void StreamBuffer_makes_each_segment_when_it_is_entered_and_once()
    {
        using GlStreamBuffer stream = new(_group, 64, 16);
        int Made() => _recorder.Lines.Count(l => l.StartsWith("NamedBufferStorage", StringComparison.Ordinal));
        Assert.Equal(0, Made());

        int[] made = new int[6];
        for (int i = 0; i < made.Length; i++)
        {
            stream.Upload(new byte[64]);
            made[i] = Made();
        }

        Assert.Equal([1, 2, 3, 4, 4, 4], made);
    }

    [Fact]
    public void StreamBuffer_upload_larger_than_a_segment_is_refused()
    {
        using GlStreamBuffer stream = new(_group, 64, 16);

        Assert.Throws<ArgumentOutOfRangeException>(() => stream.Upload(new byte[65]));
    }

    [Fact]
    public void Buffer_access_outside_is_refused()
    {
        using GlBuffer buffer = GlBuffer.Create(_group, 16, GLEnum.DynamicStorageBit);

        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Write(9, new byte[8]));
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Read(-1, new byte[1]));
    }

    [Fact]
    public void Buffer_refused_for_memory_is_a_host_fault()
    {
        _recorder.Results["GetError"] = (long)GLEnum.OutOfMemory;

        HostFaultException fault = Assert.Throws<HostFaultException>(() => GlBuffer.Create(_group, 16, 0));

        Assert.Equal(HostFault.OutOfMemory, fault.Kind);
        Assert.Contains("DeleteBuffers(1, [1])", _recorder.Lines);
    }

    [Fact]
    public void Dispose_twice_deletes_once()
    {
        GlTexture texture = GlTexture.Create(_group, new GlTextureShape(GLEnum.Texture2D, GLEnum.Rgba8, 1));
        texture.Dispose();
        texture.Dispose();

        Assert.Single(_recorder.Lines, l => l.StartsWith("DeleteTextures", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(4, 4, 1, 0, 0, 1, 64)]
    [InlineData(3, 2, 1, 0, 0, 4, 24)]
    [InlineData(3, 2, 2, 8, 4, 1, 8 * 4 * 4 + 8 * 4 + 12)]
    [InlineData(0, 2, 2, 8, 4, 1, 0)]
    public void PixelStore_required_bytes_end_with_the_last_pixel(uint width, uint height, uint depth, int rowLength, int imageHeight, int alignment, long expected)
    {
        GlPixelStore layout = new(alignment, rowLength, imageHeight);

        Assert.Equal(expected, layout.RequiredBytes(width, height, depth, GLEnum.Rgba, GLEnum.UnsignedByte));
    }

    [Fact]
    public void Upload_from_a_short_span_is_refused_before_GL()
    {
        Assert.Throws<ArgumentException>(() => _group.Gl.TextureSubImage2D(1, 0, 0, 0, 4, 4, GLEnum.Rgba, GLEnum.UnsignedByte, new byte[63]));
        Assert.Throws<ArgumentException>(() => _group.Gl.TextureSubImage2D(1, 0, 0, 0, 4, 4, GLEnum.FuncAdd, GLEnum.UnsignedByte, new byte[999]));
        Assert.Empty(_recorder.Lines);
    }

    [Fact]
    public void Reset_reported_by_the_driver_is_a_host_fault()
    {
        _recorder.Results["GetGraphicsResetStatus"] = (long)GLEnum.GuiltyContextReset;

        Assert.Equal(HostFault.ContextReset, Assert.Throws<HostFaultException>(() => GlFaultCheck.ThrowIfReset(_group.Gl)).Kind);
    }
}
