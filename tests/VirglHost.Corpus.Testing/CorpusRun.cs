using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using VirglHost.OpenGL;

namespace VirglHost.Corpus.Testing;

/// <summary>One program drawn or dispatched once, with inputs made up from what GL says about it, and everything it can write read back as text.</summary>
public sealed class CorpusRun
{
    private const int CaptureBytes = 4096;

    private readonly GL _gl;
    private readonly CorpusProgram _program;
    private readonly StringBuilder _result = new();
    private readonly CorpusInputs _inputs;
    private readonly int _width;
    private readonly int _height;
    private readonly int _samples;
    private uint _name;

    private CorpusRun(GL gl, CorpusProgram program)
    {
        _gl = gl;
        _program = program;
        _width = program.Number("size", 0, 4);
        _height = program.Number("size", 1, 4);
        _samples = program.Number("samples", 0, 0);
        _inputs = new CorpusInputs(gl, program);
    }

    /// <summary>Runs a program on the current context.</summary>
    /// <param name="gl">The context's entry points.</param>
    /// <param name="program">What to run.</param>
    /// <param name="keys">By file extension of a stage, the fields of its shader key that follow from the inputs and targets the run chose.</param>
    /// <returns>One line per thing that can be written: its name, then its 32-bit words in hexadecimal.</returns>
    /// <exception cref="CorpusException">It does not compile or link, or GL reports an error.</exception>
    public static string Play(GL gl, CorpusProgram program, out Dictionary<string, string> keys)
    {
        var run = new CorpusRun(gl, program);
        run.Link();
        run._inputs.Bind(run._name);
        if (program.IsCompute) run.Dispatch();
        else run.Draw();
        run._inputs.ReadBack(run.Append);
        keys = program.IsCompute ? [] : run._inputs.KeyFields(run._name);
        gl.UseProgram(0);
        gl.DeleteProgram(run._name);
        GLEnum error = gl.GetError();
        return error == GLEnum.NoError ? run._result.ToString() : throw new CorpusException($"GL error {error}");
    }

    private void Link()
    {
        _name = _gl.CreateProgram();
        foreach ((string extension, GLEnum type, string text) in _program.Sources)
        {
            uint shader = _gl.CreateShader(type);
            _gl.ShaderSource(shader, text);
            _gl.CompileShader(shader);
            if (_gl.GetShader(shader, GLEnum.CompileStatus) == 0) throw new CorpusException($"{extension}: {_gl.GetShaderInfoLog(shader)}");
            _gl.AttachShader(_name, shader);
            _gl.DeleteShader(shader);
        }

        if (_program.Has("capture")) _gl.TransformFeedbackVaryings(_name, _program.Words("capture"), GLEnum.InterleavedAttribs);
        _gl.LinkProgram(_name);
        if (_gl.GetProgram(_name, GLEnum.LinkStatus) == 0) throw new CorpusException(_gl.GetProgramInfoLog(_name));
        _gl.UseProgram(_name);
    }

    private void Dispatch()
    {
        _gl.DispatchCompute((uint)_program.Number("dispatch", 0, 1), (uint)_program.Number("dispatch", 1, 1), (uint)_program.Number("dispatch", 2, 1));
        _gl.MemoryBarrier(GLEnum.AllBarrierBits);
    }

    private void Draw()
    {
        (uint[] colors, uint depth, uint framebuffer) = MakeTarget(_samples);
        _gl.BindFramebuffer(GLEnum.Framebuffer, framebuffer);
        _gl.Viewport(0, 0, (uint)_width, (uint)_height);
        for (uint i = 0; i < _program.Number("viewports", 0, 0); i++) _gl.ViewportIndexedf(i, i, 0, _width - i, _height);
        SetCapabilities(true);
        uint vertices = _inputs.MakeVertexArray(_name);
        _gl.BindVertexArray(vertices);
        uint[] capture = _program.IsCaptured ? BeginCapture() : [];
        string primitive = _program.Words("draw") is [string first, ..] ? first : "triangles";
        if (primitive == "patches") _gl.PatchParameteri(GLEnum.PatchVertices, _program.Number("patch", 0, 3));
        _gl.DrawArraysInstancedBaseInstance(
            PrimitiveOf(primitive), _program.Number("draw", 3, 0), (uint)_program.Number("draw", 1, 3), (uint)_program.Number("draw", 2, 1), (uint)_program.Number("draw", 4, 0));
        if (capture.Length > 0) EndCapture(capture);
        SetCapabilities(false);
        _gl.MemoryBarrier(GLEnum.AllBarrierBits);
        if (_samples > 0) (colors, depth, framebuffer) = Resolve(framebuffer);
        ReadTargets(colors, depth);
        _gl.BindFramebuffer(GLEnum.Framebuffer, 0);
        _gl.BindVertexArray(0);
    }

    private void SetCapabilities(bool isOn)
    {
        List<GLEnum> wanted = [GLEnum.DepthTest];
        for (int i = 0; i < _program.Number("clip", 0, 0); i++) wanted.Add((GLEnum)((int)GLEnum.ClipDistance0 + i));
        if (_program.Has("sample-shading")) wanted.Add(GLEnum.SampleShading);
        if (_program.Has("point-size")) wanted.Add(GLEnum.ProgramPointSize);
        if (_program.Has("dual")) wanted.Add(GLEnum.Blend);
        if (!_program.HasFragmentStage) wanted.Add(GLEnum.RasterizerDiscard);
        foreach (GLEnum capability in wanted)
        {
            if (isOn) _gl.Enable(capability);
            else _gl.Disable(capability);
        }

        _gl.DepthFunc(GLEnum.Always);
        if (_program.Has("dual")) _gl.BlendFunc(GLEnum.One, isOn ? GLEnum.Src1Color : GLEnum.Zero);
        if (_program.Has("sample-shading")) _gl.MinSampleShading(1);
    }

    private (uint[] Colors, uint Depth, uint Framebuffer) MakeTarget(int samples)
    {
        uint framebuffer = _gl.CreateFramebuffer();
        GLEnum[] formats = _inputs.OutputFormats(_name);
        var colors = new uint[formats.Length];
        for (int i = 0; i < formats.Length; i++)
        {
            colors[i] = MakeTexture(formats[i], samples);
            _gl.NamedFramebufferTexture(framebuffer, Attachment(i), colors[i], 0);
        }

        uint depth = MakeTexture(GLEnum.Depth32fStencil8, samples);
        _gl.NamedFramebufferTexture(framebuffer, GLEnum.DepthStencilAttachment, depth, 0);
        _gl.NamedFramebufferDrawBuffers(framebuffer, [.. formats.Select((_, i) => Attachment(i))]);
        GLEnum status = _gl.CheckNamedFramebufferStatus(framebuffer, GLEnum.DrawFramebuffer);
        if (status != GLEnum.FramebufferComplete) throw new CorpusException($"target: {status}");
        for (int i = 0; i < formats.Length; i++)
        {
            if (formats[i] == GLEnum.Rgba32f) _gl.ClearNamedFramebufferfv(framebuffer, GLEnum.Color, i, [0.25f, 0.5f, 0.75f, 1]);
            else if (formats[i] == GLEnum.Rgba32i) _gl.ClearNamedFramebufferiv(framebuffer, GLEnum.Color, i, (ReadOnlySpan<int>)[-1, -2, -3, -4]);
            else _gl.ClearNamedFramebufferuiv(framebuffer, GLEnum.Color, i, (ReadOnlySpan<uint>)[1, 2, 3, 4]);
        }

        _gl.ClearNamedFramebufferfi(framebuffer, GLEnum.DepthStencil, 0, 1, 0);
        return (colors, depth, framebuffer);
    }

    private uint MakeTexture(GLEnum format, int samples)
    {
        int layers = _program.Number("layers", 0, 0);
        uint texture = _gl.CreateTexture(layers > 0 ? GLEnum.Texture2DArray : samples > 0 ? GLEnum.Texture2DMultisample : GLEnum.Texture2D);
        if (layers > 0) _gl.TextureStorage3D(texture, 1, format, (uint)_width, (uint)_height, (uint)layers);
        else if (samples > 0) _gl.TextureStorage2DMultisample(texture, (uint)samples, format, (uint)_width, (uint)_height, true);
        else _gl.TextureStorage2D(texture, 1, format, (uint)_width, (uint)_height);
        return texture;
    }

    private (uint[] Colors, uint Depth, uint Framebuffer) Resolve(uint source)
    {
        (uint[] colors, uint depth, uint framebuffer) = MakeTarget(0);
        for (int i = 0; i < colors.Length; i++)
        {
            _gl.NamedFramebufferReadBuffer(source, Attachment(i));
            _gl.NamedFramebufferDrawBuffers(framebuffer, [.. colors.Select((_, k) => k == i ? Attachment(k) : GLEnum.None)]);
            _gl.BlitNamedFramebuffer(source, framebuffer, 0, 0, _width, _height, 0, 0, _width, _height, GLEnum.ColorBufferBit, GLEnum.Nearest);
        }

        return (colors, depth, framebuffer);
    }

    private void ReadTargets(uint[] colors, uint depth)
    {
        int layers = Math.Max(1, _program.Number("layers", 0, 0));
        GLEnum[] formats = _inputs.OutputFormats(_name);
        for (int i = 0; i < colors.Length; i++)
        {
            byte[] texels = new byte[_width * _height * layers * 16];
            bool isFloat = formats[i] == GLEnum.Rgba32f;
            GLEnum type = isFloat ? GLEnum.Float : formats[i] == GLEnum.Rgba32i ? GLEnum.Int : GLEnum.UnsignedInt;
            _gl.GetTextureImage(colors[i], 0, isFloat ? GLEnum.Rgba : GLEnum.RgbaInteger, type, texels);
            Append($"color{i}", texels);
        }

        if (_samples > 0) return;
        byte[] depths = new byte[_width * _height * layers * 4];
        _gl.GetTextureImage(depth, 0, GLEnum.DepthComponent, GLEnum.Float, depths);
        Append("depth", depths);
    }

    private uint[] BeginCapture()
    {
        uint[] buffers = new uint[1 + _program.Words("capture").Count(word => word == "gl_NextBuffer")];
        for (uint i = 0; i < buffers.Length; i++)
        {
            buffers[i] = _gl.CreateBuffer();
            _gl.NamedBufferData(buffers[i], new byte[CaptureBytes], GLEnum.DynamicCopy);
            _gl.BindBufferBase(GLEnum.TransformFeedbackBuffer, i, buffers[i]);
        }

        string primitive = _program.Words("captured") is [string made, ..] ? made : _program.Words("draw") is [string drawn, ..] ? drawn : "triangles";
        _gl.BeginTransformFeedback(PrimitiveOf(primitive));
        return buffers;
    }

    private void EndCapture(uint[] buffers)
    {
        _gl.EndTransformFeedback();
        for (uint i = 0; i < buffers.Length; i++)
        {
            byte[] content = new byte[CaptureBytes];
            _gl.GetNamedBufferSubData(buffers[i], 0, content);
            Append($"capture{i}", content);
            _gl.BindBufferBase(GLEnum.TransformFeedbackBuffer, i, 0);
        }
    }

    private void Append(string name, byte[] bytes)
    {
        _result.Append(name);
        foreach (uint word in MemoryMarshal.Cast<byte, uint>(bytes)) _result.Append(CultureInfo.InvariantCulture, $" {word:x}");
        _result.Append('\n');
    }

    private static GLEnum Attachment(int index) => (GLEnum)((int)GLEnum.ColorAttachment0 + index);

    private static GLEnum PrimitiveOf(string name) => name switch
    {
        "points" => GLEnum.Points,
        "lines" => GLEnum.Lines,
        "lines_adjacency" => GLEnum.LinesAdjacency,
        "triangles" => GLEnum.Triangles,
        "triangles_adjacency" => GLEnum.TrianglesAdjacency,
        "triangle_strip" => GLEnum.TriangleStrip,
        "patches" => GLEnum.Patches,
        _ => throw new CorpusException($"no primitive is called {name}"),
    };
}
