using VirglHost.OpenGL.Objects;

namespace VirglHost.OpenGL.Tests;

/// <summary>Groups of contexts on several threads: GL gives a deleted name away again, and no cache may take the new object for the old one.</summary>
public sealed class PeerTests : IDisposable
{
    private readonly RecordingGl _recorder = new();
    private readonly GlShareGroup _first;
    private readonly GlShareGroup _second;
    private readonly GlState _state;

    public PeerTests()
    {
        _first = _recorder.CreateGroup();
        _second = _first.CreatePeer();
        _state = _second.CreateState();
    }

    public void Dispose() => _recorder.Dispose();

    [Fact]
    public void Texture_deleted_by_a_peer_is_bound_again_under_its_name()
    {
        GlTexture texture = GlTexture.Create(_first, new GlTextureShape(GLEnum.Texture2D, GLEnum.Rgba8, 4, 4));
        _state.SetTexture(3, texture.Name);
        _recorder.Clear();

        texture.Dispose();
        _second.ReadMail();
        _state.SetTexture(3, texture.Name);

        Assert.Contains($"BindTextureUnit(3, {texture.Name})", _recorder.TakeText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("buffer", "BindBufferRange")]
    [InlineData("sampler", "BindSampler")]
    public void Other_names_are_forgotten_too(string kind, string expected)
    {
        IDisposable deleted = kind == "buffer" ? GlBuffer.Create(_first, 64, 0) : GlSampler.Create(_first, new GlSamplerShape());
        void Bind()
        {
            if (deleted is GlBuffer buffer) _state.SetUniformBuffer(1, new GlBufferRange(buffer.Name, 0, 64));
            else _state.SetSampler(1, ((GlSampler)deleted).Name);
        }

        Bind();
        _recorder.Clear();

        deleted.Dispose();
        _second.ReadMail();
        Bind();

        Assert.Contains(expected, _recorder.TakeText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Mail_is_read_with_each_new_name()
    {
        GlTexture texture = GlTexture.Create(_first, new GlTextureShape(GLEnum.Texture2D, GLEnum.Rgba8, 4, 4));
        _state.SetTexture(0, texture.Name);
        texture.Dispose();

        using GlBuffer next = GlBuffer.Create(_second, 64, 0);
        _recorder.Clear();
        _state.SetTexture(0, texture.Name);

        Assert.Contains("BindTextureUnit", _recorder.TakeText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Peer_is_told_before_the_name_is_free()
    {
        GlTexture texture = GlTexture.Create(_first, new GlTextureShape(GLEnum.Texture2D, GLEnum.Rgba8, 4, 4));
        _state.SetTexture(0, texture.Name);
        _recorder.Clear();

        texture.Dispose();

        // Unread mail: the cache still believes in the old object, and says nothing to GL.
        _state.SetTexture(0, texture.Name);
        Assert.Equal($"DeleteTextures(1, [{texture.Name}])", _recorder.TakeText());
    }

    [Fact]
    public void Group_that_has_left_gets_no_mail()
    {
        _second.Leave();
        GlTexture texture = GlTexture.Create(_first, new GlTextureShape(GLEnum.Texture2D, GLEnum.Rgba8, 4, 4));
        GlState own = _first.CreateState();
        own.SetTexture(0, texture.Name);
        texture.Dispose();
        _recorder.Clear();

        own.SetTexture(0, texture.Name);

        Assert.Contains("BindTextureUnit", _recorder.TakeText(), StringComparison.Ordinal);
    }
}
