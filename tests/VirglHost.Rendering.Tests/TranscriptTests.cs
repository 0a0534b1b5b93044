using System.Numerics;
using System.Text;
using VirglHost.CommandStream;
using VirglHost.CommandStream.Commands;
using VirglHost.CommandStream.Gallium;
using VirglHost.CommandStream.Objects;
using VirglHost.OpenGL;
using VirglHost.Rendering.Formats;
using VirglHost.Rendering.Resources;

namespace VirglHost.Rendering.Tests;

/// <summary>Stream in, exact list of GL calls out: what did not change is not said again.</summary>
public sealed class TranscriptTests : IDisposable
{
    private readonly RecordingGl _recording = new();
    private readonly RenderContext _context;
    private readonly CommandStream.StreamWriter _stream = new();

    public TranscriptTests()
    {
        _recording.Integers[GLEnum.MaxTextureSize] = 4096;
        _recording.Integers[GLEnum.MaxArrayTextureLayers] = 256;
        GlSession root = new(_recording.CreateGroup(), null, null);
        RendererParts parts = new(null, root, FormatTable.Probe(root), new RendererOptions(), GuestScene.Log);
        _context = new RenderContext(parts, 1, "transcript");
        MemoryBudget budget = new(1 << 30);
        _context.Attach(RenderResource.Create(
            parts.Root, parts.Formats, 1, new ResourceDescription(PipeTarget.Texture2D, VirglFormat.B8G8R8A8Unorm, 2, 8, 8, 1, 1, 0, 0, 0), budget));
        _context.Attach(RenderResource.Create(
            parts.Root, parts.Formats, 2, new ResourceDescription(PipeTarget.Buffer, VirglFormat.R8Unorm, 16, 256, 1, 1, 1, 0, 0, 0), budget));
        _stream.Create(new SurfaceObject { Handle = 1, ResourceHandle = 1, Format = VirglFormat.B8G8R8A8Unorm });
        _stream.Write(new SetFramebufferCommand { ColorBufferCount = 1, ColorHandles = new uint[] { 1 } });
        _stream.Create(new RasterizerObject { Handle = 2, DepthClip = true, LineWidth = 1, PointSize = 1 });
        _stream.Create(new RasterizerObject { Handle = 3, DepthClip = true, LineWidth = 1, PointSize = 1, CullFace = CullFace.Back });
        _stream.Bind(VirglObjectType.Rasterizer, 2);
        _stream.Create(new VertexElementsObject
        {
            Handle = 4,
            Elements = new[] { new VertexElement(0, 0, 0, VirglFormat.R32G32B32A32Float), new VertexElement(16, 0, 0, VirglFormat.R32G32B32A32Float) },
        });
        _stream.Bind(VirglObjectType.VertexElements, 4);
        _stream.Write(new SetVertexBuffersCommand { Buffers = new[] { new VertexBufferBinding(32, 0, 2) } });
        _stream.Write(new SetViewportsCommand { Viewports = new[] { new Viewport(4, 4, 0.5f, 4, 4, 0.5f) } });
        Shader(5, ShaderStage.Vertex, GuestScene.PassVertex);
        Shader(6, ShaderStage.Fragment, GuestScene.PassFragment);
        Draw(3);
        Submit();
    }

    public void Dispose()
    {
        _context.Dispose();
        _context.Parts.Root.Dispose();
        _recording.Dispose();
    }

    [Fact]
    public void Second_draw_of_the_same_is_one_call()
    {
        Draw(3);
        Assert.Equal(["DrawArraysInstancedBaseInstance(Triangles, 0, 3, 1, 0)"], Submit());
    }

    [Fact]
    public void Binding_what_is_bound_says_nothing()
    {
        _stream.Bind(VirglObjectType.Rasterizer, 2);
        _stream.Bind(VirglObjectType.VertexElements, 4);
        _stream.Write(new SetVertexBuffersCommand { Buffers = new[] { new VertexBufferBinding(32, 0, 2) } });
        _stream.Write(new SetFramebufferCommand { ColorBufferCount = 1, ColorHandles = new uint[] { 1 } });
        _stream.Write(new BindShaderCommand { Handle = 5, Stage = ShaderStage.Vertex });
        Draw(3);
        Assert.Equal(["DrawArraysInstancedBaseInstance(Triangles, 0, 3, 1, 0)"], Submit());
    }

    [Fact]
    public void Rasterizer_that_differs_in_culling_sets_culling_only()
    {
        _stream.Bind(VirglObjectType.Rasterizer, 3);
        Draw(3);
        Assert.Equal(["Enable(CullFace)", "DrawArraysInstancedBaseInstance(Triangles, 0, 3, 1, 0)"], Submit());
    }

    [Fact]
    public void Other_offset_of_a_vertex_buffer_binds_that_buffer_only()
    {
        _stream.Write(new SetVertexBuffersCommand { Buffers = new[] { new VertexBufferBinding(32, 64, 2) } });
        Draw(3);
        string[] lines = Submit();
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("VertexArrayVertexBuffer(", lines[0], StringComparison.Ordinal);
        Assert.Equal("DrawArraysInstancedBaseInstance(Triangles, 0, 3, 1, 0)", lines[1]);
    }

    [Fact]
    public void Clear_between_draws_leaves_no_state_calls_where_masks_are_open()
    {
        _stream.Write(new ClearCommand { Buffers = ClearBuffers.Color0, Color = RawColor.FromFloats(Vector4.One) });
        Draw(3);
        string[] lines = Submit();
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("ClearNamedFramebufferfv(", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void State_of_shaders_is_told_once_when_it_changed()
    {
        _stream.Write(new SetClipPlanesCommand { Planes = new Vector4[] { new(1, 2, 3, 4), default, default, default, default, default, default, default } });
        Draw(3);
        string[] lines = Submit();
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("Uniform4uiv(", lines[0], StringComparison.Ordinal);
        Draw(3);
        Assert.Equal(["DrawArraysInstancedBaseInstance(Triangles, 0, 3, 1, 0)"], Submit());
    }

    [Fact]
    public void Constants_are_told_when_their_words_changed()
    {
        Shader(7, ShaderStage.Fragment, "FRAG\nDCL OUT[0], COLOR\nDCL CONST[0]\n  0: MOV OUT[0], CONST[0]\n  1: END\n");
        Constants(1, 2, 3, 4);
        Draw(3);
        Submit();

        Constants(1, 2, 3, 4);
        Draw(3);
        Assert.Equal(["DrawArraysInstancedBaseInstance(Triangles, 0, 3, 1, 0)"], Submit());
        Constants(1, 2, 3);
        Draw(3);
        string[] lines = Submit();
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("Uniform4uiv(", lines[0], StringComparison.Ordinal);
    }

    private static readonly Dictionary<string, (bool Links, Action<CommandStream.StreamWriter> Bind)> _changes = new()
    {
        ["blend with the second colour"] = (true, s => Bind(s, new BlendObject
        {
            Handle = 50, Targets = Targets(new BlendTarget { Enabled = true, RgbSource = BlendFactor.Src1Color, AlphaSource = BlendFactor.One, WriteMask = ColorMask.All }),
        })),
        ["blend with the first colour"] = (false, s => Bind(s, new BlendObject
        {
            Handle = 50, Targets = Targets(new BlendTarget { Enabled = true, RgbSource = BlendFactor.SrcColor, AlphaSource = BlendFactor.One, WriteMask = ColorMask.All }),
        })),
        ["alpha test"] = (true, s => Bind(s, new DepthStencilAlphaObject { Handle = 50, AlphaEnabled = true, AlphaFunction = CompareFunction.Less })),
        ["depth test"] = (false, s => Bind(s, new DepthStencilAlphaObject { Handle = 50, DepthEnabled = true, DepthFunction = CompareFunction.Less })),
        ["stipple"] = (true, s => Bind(s, new RasterizerObject { Handle = 50, DepthClip = true, LineWidth = 1, PointSize = 1, PolygonStipple = true })),
        ["clip planes"] = (true, s => Bind(s, new RasterizerObject { Handle = 50, DepthClip = true, LineWidth = 1, PointSize = 1, ClipPlaneMask = 1 })),
        ["culling"] = (false, s => s.Bind(VirglObjectType.Rasterizer, 3)),
        ["signed attributes"] = (true, s => Elements(s, VirglFormat.R32G32B32A32Sint)),
        ["unsigned attributes"] = (true, s => Elements(s, VirglFormat.R32G32B32A32Uint)),
        ["half attributes"] = (false, s => Elements(s, VirglFormat.R16G16B16A16Float)),
        ["sampler that clamps into the border"] = (true, s => Sampler(s, TextureWrap.Clamp)),
        ["sampler that clamps to the edge"] = (false, s => Sampler(s, TextureWrap.ClampToEdge)),
    };

    public static TheoryData<string> Changes => [.. _changes.Keys];

    [Theory]
    [MemberData(nameof(Changes))]
    public void Another_program_is_made_where_shaders_depend_on_what_changed(string change)
    {
        Shader(7, ShaderStage.Fragment, GuestScene.TextureFragment);
        _stream.Create(new SamplerViewObject { Handle = 8, ResourceHandle = 1, Format = VirglFormat.B8G8R8A8Unorm, Target = PipeTarget.Texture2D });
        _stream.Write(new SetSamplerViewsCommand { Stage = ShaderStage.Fragment, Handles = new uint[] { 8 } });
        _stream.Create(new SamplerStateObject { Handle = 9, WrapS = TextureWrap.Repeat, WrapT = TextureWrap.Repeat });
        _stream.Write(new BindSamplerStatesCommand { Stage = ShaderStage.Fragment, Handles = new uint[] { 9 } });
        Draw(3);
        Submit();

        _changes[change].Bind(_stream);
        Draw(3);
        string[] lines = Submit();
        Assert.Equal(_changes[change].Links, lines.Any(line => line.StartsWith("LinkProgram(", StringComparison.Ordinal)));
    }

    [Fact]
    public void Draws_that_differ_in_their_vertices_only_are_one_call()
    {
        Draw(3);
        Draw(6);
        Draw(3, start: 9);
        Assert.Equal(["MultiDrawArrays(Triangles, [0, 0, 9], [3, 6, 3], 3)"], Submit());
    }

    [Fact]
    public void Indexed_draws_of_one_buffer_are_one_call_wherever_their_indices_begin()
    {
        Indices(16);
        DrawIndexed(3, bias: 0);
        Submit();

        DrawIndexed(3, bias: 5);
        Indices(22);
        DrawIndexed(6, bias: 7);
        string[] lines = Submit();

        Assert.Single(lines);
        Assert.StartsWith("MultiDrawElementsBaseVertex(Triangles, [3, 6], UnsignedShort, ", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(", 2, [5, 7])", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_that_needs_something_else_is_a_call_of_its_own()
    {
        Draw(3);
        _stream.Write(new DrawVboCommand { Count = 3, Mode = PipePrimitive.Lines, InstanceCount = 1, MaxIndex = uint.MaxValue });
        _stream.Write(new DrawVboCommand { Count = 3, Mode = PipePrimitive.Lines, InstanceCount = 1, StartInstance = 4, MaxIndex = uint.MaxValue });
        _stream.Write(new DrawVboCommand { Count = 4, Mode = PipePrimitive.Lines, InstanceCount = 1, MaxIndex = uint.MaxValue });
        _stream.Write(new DrawVboCommand { Count = 3, Mode = PipePrimitive.Lines, InstanceCount = 2, MaxIndex = uint.MaxValue });
        _stream.Write(new SetVertexBuffersCommand { Buffers = new[] { new VertexBufferBinding(32, 64, 2) } });
        _stream.Write(new DrawVboCommand { Count = 3, Mode = PipePrimitive.Lines, InstanceCount = 1, MaxIndex = uint.MaxValue });

        string[] lines = [.. Submit().Where(line => line.Contains("Draw", StringComparison.Ordinal))];

        Assert.Equal(
            [
                "DrawArraysInstancedBaseInstance(Triangles, 0, 3, 1, 0)", "DrawArraysInstancedBaseInstance(Lines, 0, 3, 1, 0)",
                "DrawArraysInstancedBaseInstance(Lines, 0, 3, 1, 4)", "DrawArraysInstancedBaseInstance(Lines, 0, 4, 1, 0)",
                "DrawArraysInstancedBaseInstance(Lines, 0, 3, 2, 0)",
                "DrawArraysInstancedBaseInstance(Lines, 0, 3, 1, 0)",
            ], lines);
    }

    [Fact]
    public void Draws_before_another_command_come_before_it()
    {
        Draw(3);
        Draw(6);
        _stream.Write(new ClearCommand { Buffers = ClearBuffers.Color0, Color = RawColor.FromFloats(Vector4.One) });
        Draw(3);
        string[] lines = Submit();
        Assert.Equal(3, lines.Length);
        Assert.Equal("MultiDrawArrays(Triangles, [0, 0], [3, 6], 2)", lines[0]);
        Assert.StartsWith("ClearNamedFramebufferfv(", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Draws_before_a_fault_are_drawn()
    {
        Draw(3);
        Draw(6);
        _stream.Bind(VirglObjectType.Rasterizer, 999);
        Assert.Throws<GuestFaultException>(() => _context.Submit(_stream.Words));
        Assert.Contains("MultiDrawArrays(Triangles, [0, 0], [3, 6], 2)", _recording.Lines);
    }

    [Fact]
    public void Draws_beyond_a_batch_begin_another()
    {
        for (int i = 0; i < 300; i++)
            Draw(3);
        string[] lines = Submit();
        Assert.Equal(2, lines.Length);
        Assert.EndsWith(", 256)", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(", 44)", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_without_a_fragment_shader_is_dropped()
    {
        _stream.Write(new BindShaderCommand { Handle = 0, Stage = ShaderStage.Fragment });
        Draw(3);
        Assert.Empty(Submit());
    }

    private static BlendTarget[] Targets(BlendTarget first) => [first, default, default, default, default, default, default, default];

    private static void Bind(CommandStream.StreamWriter stream, in BlendObject blend)
    {
        stream.Create(blend);
        stream.Bind(VirglObjectType.Blend, blend.Handle);
    }

    private static void Bind(CommandStream.StreamWriter stream, in DepthStencilAlphaObject depth)
    {
        stream.Create(depth);
        stream.Bind(VirglObjectType.DepthStencilAlpha, depth.Handle);
    }

    private static void Bind(CommandStream.StreamWriter stream, in RasterizerObject rasterizer)
    {
        stream.Create(rasterizer);
        stream.Bind(VirglObjectType.Rasterizer, rasterizer.Handle);
    }

    private static void Elements(CommandStream.StreamWriter stream, VirglFormat second)
    {
        stream.Create(new VertexElementsObject { Handle = 50, Elements = new[] { new VertexElement(0, 0, 0, VirglFormat.R32G32B32A32Float), new VertexElement(16, 0, 0, second) } });
        stream.Bind(VirglObjectType.VertexElements, 50);
    }

    private static void Sampler(CommandStream.StreamWriter stream, TextureWrap wrap)
    {
        stream.Create(new SamplerStateObject { Handle = 50, WrapS = wrap, WrapT = wrap, MagFilter = TextureFilter.Linear });
        stream.Write(new BindSamplerStatesCommand { Stage = ShaderStage.Fragment, Handles = new uint[] { 50 } });
    }

    private void Shader(uint handle, ShaderStage stage, string text)
    {
        byte[] bytes = new byte[(text.Length + 1 + 3) / 4 * 4];
        Encoding.ASCII.GetBytes(text, bytes);
        _stream.Create(new ShaderObject { Handle = handle, Stage = stage, TextLengthOrOffset = (uint)text.Length + 1, TokenCount = 300, Text = bytes });
        _stream.Write(new BindShaderCommand { Handle = handle, Stage = stage });
    }

    private void Constants(params uint[] words) => _stream.Write(new SetConstantBufferCommand { Stage = ShaderStage.Fragment, Constants = words });

    private void Draw(uint count, uint start = 0) =>
        _stream.Write(new DrawVboCommand { Start = start, Count = count, Mode = PipePrimitive.Triangles, InstanceCount = 1, MaxIndex = uint.MaxValue });

    private void DrawIndexed(uint count, int bias) =>
        _stream.Write(new DrawVboCommand { Count = count, Indexed = true, IndexBias = bias, Mode = PipePrimitive.Triangles, InstanceCount = 1, MaxIndex = uint.MaxValue });

    private void Indices(uint offset) => _stream.Write(new SetIndexBufferCommand { Handle = 2, IndexSize = 2, Offset = offset });

    private string[] Submit()
    {
        _recording.Clear();
        _context.Submit(_stream.Words);
        _stream.Clear();
        return [.. _recording.Lines.Where(line => !line.StartsWith("GetGraphicsResetStatus", StringComparison.Ordinal))];
    }
}
