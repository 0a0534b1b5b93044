using System.Text;
using Serilog;
using VirglHost.CommandStream;
using VirglHost.CommandStream.Commands;
using VirglHost.CommandStream.Gallium;
using VirglHost.CommandStream.Objects;
using VirglHost.OpenGL.Egl;

namespace VirglHost.Rendering.Benchmarks;

/// <summary>One context with shaders, state objects and a target of 256 by 256, on this host's OpenGL. Used on one thread.</summary>
internal sealed class Scene : IDisposable
{
    public const uint ContextId = 1;
    private const uint TargetId = 1, VertexBufferId = 2, Surface = 10, VertexShader = 11, FragmentShader = 12, Elements = 13;

    /// <summary>The first of two objects of each kind that <see cref="WriteDraws"/> binds in turn.</summary>
    private const uint Blends = 20, Depths = 22, Rasterizers = 24;

    private const string Vertex = "VERT\nDCL IN[0]\nDCL OUT[0], POSITION\nDCL OUT[1], GENERIC[0]\nDCL CONST[0..3]\n  0: ADD OUT[0], IN[0], CONST[0]\n  1: MOV OUT[1], CONST[1]\n  2: END\n";
    private const string Fragment = "FRAG\nDCL IN[0], GENERIC[0], PERSPECTIVE\nDCL OUT[0], COLOR\n  0: MOV OUT[0], IN[0]\n  1: END\n";

    private readonly EglDisplay _display = EglDisplay.OpenHeadless();
    private readonly CommandStream.StreamWriter _stream = new();

    public Scene()
    {
        Renderer = Renderer.Create(_display, new RendererOptions(), new LoggerConfiguration().CreateLogger());
        Renderer.CreateContext(ContextId, "benchmark");
        Create(TargetId, new ResourceDescription(PipeTarget.Texture2D, VirglFormat.B8G8R8A8Unorm, (uint)BindFlags.RenderTarget, 256, 256, 1, 1, 0, 0, 0));
        Create(VertexBufferId, new ResourceDescription(PipeTarget.Buffer, VirglFormat.R8Unorm, (uint)BindFlags.VertexBuffer, 48, 1, 1, 1, 0, 0, 0));
        WriteObjects();
        Renderer.Submit(ContextId, _stream.Words);
        _stream.Clear();
    }

    public Renderer Renderer { get; }

    public void Create(uint id, in ResourceDescription description)
    {
        Renderer.CreateResource(id, description);
        Renderer.AttachResource(ContextId, id);
    }

    /// <summary>A stream of small triangles, each with constants of its own and, where asked for, with other state objects than the one before.</summary>
    public uint[] WriteDraws(int count, bool changesState)
    {
        _stream.Clear();
        for (uint i = 0; i < count; i++)
        {
            if (changesState)
            {
                _stream.Bind(VirglObjectType.Blend, Blends + i % 2);
                _stream.Bind(VirglObjectType.DepthStencilAlpha, Depths + i / 2 % 2);
                _stream.Bind(VirglObjectType.Rasterizer, Rasterizers + i / 4 % 2);
            }

            _stream.Write(new SetConstantBufferCommand { Stage = ShaderStage.Vertex, Constants = new uint[] { i, 0, 0, 0, 1, 2, 3, 4, 0, 0, 0, 0, 0, 0, 0, 0 } });
            _stream.Write(new DrawVboCommand { Mode = PipePrimitive.Triangles, Count = 3, InstanceCount = 1, MaxIndex = 2 });
        }

        return _stream.Words.ToArray();
    }

    public void Dispose()
    {
        Renderer.Dispose();
        _display.Dispose();
    }

    private void WriteObjects()
    {
        _stream.Write(new CreateSubContextCommand { Id = 1 });
        _stream.Create(new SurfaceObject { Handle = Surface, ResourceHandle = TargetId, Format = VirglFormat.B8G8R8A8Unorm });
        _stream.Write(new SetFramebufferCommand { ColorBufferCount = 1, ColorHandles = new[] { Surface } });
        for (uint i = 0; i < 2; i++)
        {
            _stream.Create(new BlendObject { Handle = Blends + i, Dither = i == 1, Targets = new BlendTarget[8] });
            _stream.Create(new DepthStencilAlphaObject { Handle = Depths + i, DepthEnabled = i == 1 });
            _stream.Create(new RasterizerObject { Handle = Rasterizers + i, DepthClip = true, Scissor = false, LineWidth = 1, PointSize = 1 + i });
        }

        WriteShader(VertexShader, ShaderStage.Vertex, Vertex);
        WriteShader(FragmentShader, ShaderStage.Fragment, Fragment);
        _stream.Create(new VertexElementsObject { Handle = Elements, Elements = new[] { new VertexElement(0, 0, 0, VirglFormat.R32G32B32A32Float) } });
        _stream.Bind(VirglObjectType.Blend, Blends);
        _stream.Bind(VirglObjectType.DepthStencilAlpha, Depths);
        _stream.Bind(VirglObjectType.Rasterizer, Rasterizers);
        _stream.Bind(VirglObjectType.VertexElements, Elements);
        _stream.Write(new SetVertexBuffersCommand { Buffers = new[] { new VertexBufferBinding(16, 0, VertexBufferId) } });
        _stream.Write(new SetViewportsCommand { Viewports = new[] { new Viewport(128, 128, 0.5f, 128, 128, 0.5f) } });
    }

    private void WriteShader(uint handle, ShaderStage stage, string text)
    {
        byte[] bytes = [.. Encoding.ASCII.GetBytes(text), 0];
        _stream.Create(new ShaderObject { Handle = handle, Stage = stage, TextLengthOrOffset = (uint)bytes.Length, Text = bytes, TokenCount = 300 });
        _stream.Write(new BindShaderCommand { Handle = handle, Stage = stage });
    }
}
