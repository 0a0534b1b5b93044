using System.Numerics;
using System.Text;
using VirglHost.OpenGL;
using VirglHost.OpenGL.Egl;

namespace VirglHost.Samples.CornellBox;

/// <summary>Runs the shaders' GLSL on the OpenGL of this process: what the guest's picture is compared with. Through virpipe, it is the shaders' compiler.</summary>
internal sealed class HostPainter : IPainter, IDisposable
{
    private readonly EglDisplay _display = EglDisplay.OpenHeadless();
    private readonly EglContext _context;
    private readonly GL _gl;
    private readonly CornellScene _scene;
    private readonly uint _box, _show, _screen, _sum, _screenFramebuffer, _sumFramebuffer;

    public HostPainter(CornellScene scene)
    {
        _context = _display.CreateContext();
        _context.MakeCurrent();
        _gl = _display.OpenGl;
        _scene = scene;
        _box = Link(scene.Shader);
        if (scene.IsPathTraced) _show = Link("screen");
        (_screen, _screenFramebuffer) = MakeTarget(GLEnum.Rgba8);
        (_sum, _sumFramebuffer) = MakeTarget(GLEnum.Rgba32f);
        uint block = _gl.CreateBuffer();
        _gl.NamedBufferData(block, scene.Block(), GLEnum.StaticDraw);
        _gl.BindBufferBase(GLEnum.UniformBuffer, 0, block);
        _gl.UniformBlockBinding(_box, _gl.GetUniformBlockIndex(_box, "Scene"), 0);
        _gl.BindVertexArray(_gl.CreateVertexArray());
        _gl.BindTextureUnit(0, _sum);
        _gl.Viewport(0, 0, (uint)scene.Size, (uint)scene.Size);
        _gl.BlendFunc(GLEnum.One, GLEnum.One);
    }

    public void Paint(int firstRow, int rows, Vector4 frame)
    {
        _gl.Enable(GLEnum.ScissorTest);
        _gl.Scissor(0, _scene.Size - firstRow - rows, (uint)_scene.Size, (uint)rows);
        if (_scene.IsPathTraced) _gl.Enable(GLEnum.Blend);
        Draw(_scene.IsPathTraced ? _sumFramebuffer : _screenFramebuffer, _box, frame);
        _gl.Disable(GLEnum.Blend);
        _gl.Disable(GLEnum.ScissorTest);
        _gl.Finish();
    }

    public void Show()
    {
        if (_scene.IsPathTraced) Draw(_screenFramebuffer, _show, _scene.ScreenFrame);
    }

    public byte[] Read()
    {
        int row = _scene.Size * 4;
        byte[] rgba = new byte[row * _scene.Size], rgb = new byte[_scene.Size * _scene.Size * 3];
        _gl.GetTextureImage(_screen, 0, GLEnum.Rgba, GLEnum.UnsignedByte, rgba);
        for (int y = 0, at = 0; y < _scene.Size; y++)
        {
            ReadOnlySpan<byte> line = rgba.AsSpan((_scene.Size - 1 - y) * row, row);     // OpenGL's first row is the lowest
            for (int x = 0; x < row; x += 4, at += 3) (rgb[at], rgb[at + 1], rgb[at + 2]) = (line[x], line[x + 1], line[x + 2]);
        }

        return rgb;
    }

    public void Dispose()
    {
        _context.Dispose();
        _display.Dispose();
    }

    private void Draw(uint framebuffer, uint program, Vector4 frame)
    {
        _gl.BindFramebuffer(GLEnum.Framebuffer, framebuffer);
        _gl.UseProgram(program);
        _gl.ProgramUniform4f(program, _gl.GetUniformLocation(program, "frame"), frame.X, frame.Y, frame.Z, frame.W);
        _gl.DrawArrays(GLEnum.Triangles, 0, 3);
    }

    private (uint Texture, uint Framebuffer) MakeTarget(GLEnum format)
    {
        uint texture = _gl.CreateTexture(GLEnum.Texture2D), framebuffer = _gl.CreateFramebuffer();
        _gl.TextureStorage2D(texture, 1, format, (uint)_scene.Size, (uint)_scene.Size);
        _gl.NamedFramebufferTexture(framebuffer, GLEnum.ColorAttachment0, texture, 0);
        _gl.ClearNamedFramebufferfv(framebuffer, GLEnum.Color, 0, [0, 0, 0, 0]);
        return (texture, framebuffer);
    }

    private uint Link(string fragment)
    {
        uint program = _gl.CreateProgram();
        foreach ((string file, GLEnum type) in (ReadOnlySpan<(string, GLEnum)>)[("screen.vert", GLEnum.VertexShader), (fragment + ".frag", GLEnum.FragmentShader)])
        {
            uint shader = _gl.CreateShader(type);
            _gl.ShaderSource(shader, Encoding.UTF8.GetString(CornellScene.ReadShader(file)));
            _gl.CompileShader(shader);
            if (_gl.GetShader(shader, GLEnum.CompileStatus) == 0) throw new InvalidOperationException($"{file}: {_gl.GetShaderInfoLog(shader)}");
            _gl.AttachShader(program, shader);
        }

        _gl.LinkProgram(program);
        return _gl.GetProgram(program, GLEnum.LinkStatus) != 0 ? program : throw new InvalidOperationException(_gl.GetProgramInfoLog(program));
    }
}
