using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using Serilog;
using VirglHost.CommandStream;
using VirglHost.CommandStream.Commands;
using VirglHost.CommandStream.Gallium;
using VirglHost.CommandStream.Objects;
using VirglHost.OpenGL.Egl;

namespace VirglHost.Rendering.Tests;

/// <summary>
/// A guest in small: one context with a colour target of 8 by 8 (or what the test asks for), default state objects bound and a stream to write into. Handles below
/// 1000 belong to the scene.
/// </summary>
internal sealed class GuestScene : IDisposable
{
    public const uint ContextId = 1;
    public const uint TargetId = 1;
    public const uint VertexBufferId = 2;
    public const uint BlendHandle = 10;
    public const uint DepthStencilHandle = 11;
    public const uint RasterizerHandle = 12;
    public const uint ElementsHandle = 13;
    public const uint VertexShaderHandle = 14;
    public const uint FragmentShaderHandle = 15;
    public const uint SurfaceHandle = 16;

    public const string PassVertex = """
        VERT
        DCL IN[0]
        DCL IN[1]
        DCL OUT[0], POSITION
        DCL OUT[1], GENERIC[0]
          0: MOV OUT[0], IN[0]
          1: MOV OUT[1], IN[1]
          2: END
        """;

    public const string PassFragment = """
        FRAG
        DCL IN[0], GENERIC[0], PERSPECTIVE
        DCL OUT[0], COLOR
          0: MOV OUT[0], IN[0]
          1: END
        """;

    public const string TextureFragment = """
        FRAG
        DCL IN[0], GENERIC[0], PERSPECTIVE
        DCL OUT[0], COLOR
        DCL SAMP[0]
        DCL SVIEW[0], 2D, FLOAT
          0: TEX OUT[0], IN[0], SAMP[0], 2D
          1: END
        """;

    private readonly EglDisplay _display = EglDisplay.OpenHeadless();
    private readonly int _width;
    private readonly int _height;
    private uint _nextResource = 100;
    private uint _nextHandle = 1000;

    public GuestScene(int width = 8, int height = 8, VirglFormat format = VirglFormat.B8G8R8A8Unorm, uint flags = 0, RendererOptions? options = null)
    {
        _width = width;
        _height = height;
        Renderer = Renderer.Create(_display, options ?? new RendererOptions(), Log);
        Renderer.CreateContext(ContextId, "test");
        CreateTexture(TargetId, width, height, format, 1 << 1 | 1 << 3, flags);
        Stream.Write(new CreateSubContextCommand { Id = 1 });
        Stream.Create(new SurfaceObject { Handle = SurfaceHandle, ResourceHandle = TargetId, Format = format });
        BindFramebuffer(0, SurfaceHandle);
        SetBlend(default);
        SetDepthStencil(default);
        SetRasterizer(new RasterizerObject { DepthClip = true, HalfPixelCenter = true, LineWidth = 1, PointSize = 1 });
        SetViewport(width, height);
    }

    public static Serilog.ILogger Log { get; } = new LoggerConfiguration().CreateLogger();

    public Renderer Renderer { get; }

    public CommandStream.StreamWriter Stream { get; } = new();

    public uint NewHandle() => _nextHandle++;

    public void CreateTexture(uint id, int width, int height, VirglFormat format, uint bind, uint flags = 0)
    {
        Renderer.CreateResource(id, new ResourceDescription(PipeTarget.Texture2D, format, bind, (uint)width, (uint)height, 1, 1, 0, 0, flags));
        Renderer.AttachResource(ContextId, id);
    }

    public uint CreateBuffer<T>(BindFlags bind, params ReadOnlySpan<T> content)
        where T : unmanaged
    {
        uint id = _nextResource++;
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(content);
        Renderer.CreateResource(id, new ResourceDescription(PipeTarget.Buffer, VirglFormat.R8Unorm, (uint)bind, (uint)bytes.Length, 1, 1, 1, 0, 0, 0));
        Renderer.AttachResource(ContextId, id);
        Stream.Write(new ResourceInlineWriteCommand { Handle = id, Box = new Box(0, 0, 0, bytes.Length, 1, 1), Content = bytes });
        return id;
    }

    public uint CreateTexture(int width, int height, VirglFormat format, BindFlags bind, params ReadOnlySpan<byte> content)
    {
        uint id = _nextResource++;
        CreateTexture(id, width, height, format, (uint)bind);
        if (!content.IsEmpty)
        {
            Stream.Write(new ResourceInlineWriteCommand
            {
                Handle = id, Stride = (uint)(content.Length / height), Box = new Box(0, 0, 0, width, height, 1), Content = content,
            });
        }

        return id;
    }

    public void BindFramebuffer(uint depthStencil, params ReadOnlySpan<uint> colors) =>
        Stream.Write(new SetFramebufferCommand { ColorBufferCount = (uint)colors.Length, DepthStencilHandle = depthStencil, ColorHandles = colors });

    public void SetBlend(BlendTarget target)
    {
        target = target == default ? new BlendTarget { WriteMask = ColorMask.All } : target;
        Stream.Create(new BlendObject { Handle = BlendHandle, Targets = new[] { target, default, default, default, default, default, default, default } });
        Stream.Bind(VirglObjectType.Blend, BlendHandle);
    }

    public void SetDepthStencil(DepthStencilAlphaObject state)
    {
        Stream.Create(state with { Handle = DepthStencilHandle });
        Stream.Bind(VirglObjectType.DepthStencilAlpha, DepthStencilHandle);
    }

    public void SetRasterizer(RasterizerObject state)
    {
        Stream.Create(state with { Handle = RasterizerHandle });
        Stream.Bind(VirglObjectType.Rasterizer, RasterizerHandle);
    }

    public void SetViewport(int width, int height, float sign = 1) => Stream.Write(new SetViewportsCommand
    {
        Viewports = new[] { new Viewport(width / 2f, sign * height / 2f, 0.5f, width / 2f, height / 2f, 0.5f) },
    });

    public uint CreateShader(ShaderStage stage, string text)
    {
        uint handle = NewHandle();
        byte[] bytes = new byte[(text.Length + 1 + 3) / 4 * 4];
        Encoding.ASCII.GetBytes(text, bytes);
        Stream.Create(new ShaderObject { Handle = handle, Stage = stage, TextLengthOrOffset = (uint)text.Length + 1, TokenCount = 300, Text = bytes });
        return handle;
    }

    /// <summary>Creates and binds both; the fragment shader's handle.</summary>
    public uint UseShaders(string vertex, string fragment)
    {
        Stream.Write(new BindShaderCommand { Handle = CreateShader(ShaderStage.Vertex, vertex), Stage = ShaderStage.Vertex });
        uint handle = CreateShader(ShaderStage.Fragment, fragment);
        Stream.Write(new BindShaderCommand { Handle = handle, Stage = ShaderStage.Fragment });
        return handle;
    }

    public void UseElements(params ReadOnlySpan<VertexElement> elements)
    {
        uint handle = NewHandle();
        Stream.Create(new VertexElementsObject { Handle = handle, Elements = elements });
        Stream.Bind(VirglObjectType.VertexElements, handle);
    }

    /// <summary>Vertices of a position and a vec4 each, bound as buffer 0 with two elements.</summary>
    public void UseVertices(params ReadOnlySpan<Vector4> positionsAndValues)
    {
        uint buffer = CreateBuffer(BindFlags.VertexBuffer, positionsAndValues);
        Stream.Write(new SetVertexBuffersCommand { Buffers = new[] { new VertexBufferBinding(32, 0, buffer) } });
        UseElements(
            new VertexElement(0, 0, 0, VirglFormat.R32G32B32A32Float),
            new VertexElement(16, 0, 0, VirglFormat.R32G32B32A32Float));
    }

    /// <summary>A triangle that covers the whole target, with one value at every vertex and depth <paramref name="z"/> in clip space.</summary>
    public void UseFullTriangle(Vector4 value, float z = 0) => UseVertices(
        new Vector4(-1, -1, z, 1), value, new Vector4(3, -1, z, 1), value, new Vector4(-1, 3, z, 1), value);

    public void Clear(Vector4 color) =>
        Stream.Write(new ClearCommand { Buffers = ClearBuffers.Color0, Color = RawColor.FromFloats(color) });

    public void Draw(uint count, PipePrimitive mode = PipePrimitive.Triangles, uint instances = 1) =>
        Stream.Write(new DrawVboCommand { Count = count, Mode = mode, InstanceCount = instances, MaxIndex = uint.MaxValue });

    public void Submit()
    {
        Renderer.Submit(ContextId, Stream.Words);
        Stream.Clear();
    }

    /// <summary>Submits what is written and reads the target back as 0xAARRGGBB, row by row from the first in memory.</summary>
    public uint[] Pixels(uint resource = TargetId)
    {
        Submit();
        uint[] pixels = new uint[_width * _height];
        Renderer.ReadPixels(resource, new PixelRectangle(0, 0, (uint)_width, (uint)_height), MemoryMarshal.AsBytes(pixels.AsSpan()), _width * 4);
        return pixels;
    }

    /// <summary>The pixel of column <paramref name="x"/>, row <paramref name="y"/>.</summary>
    public uint Pixel(int x, int y) => Pixels()[y * _width + x];

    public void Dispose()
    {
        Renderer.Dispose();
        _display.Dispose();
    }
}
