using System.Numerics;
using System.Runtime.InteropServices;
using VirglHost.CommandStream;
using VirglHost.CommandStream.Commands;
using VirglHost.CommandStream.Gallium;
using VirglHost.CommandStream.Objects;
using StreamWriter = VirglHost.CommandStream.StreamWriter;

namespace VirglHost.Samples.CornellBox;

/// <summary>The VirGL words of this guest.</summary>
internal sealed class CornellStream(CornellScene scene, int sceneLength)
{
    private const uint Over = 1, Added = 2, DepthStencil = 3, Rasterizer = 4, Elements = 5, Sampler = 6;
    private const uint VertexShader = 7, BoxShader = 8, ScreenShader = 9, ScreenSurface = 10, SumSurface = 11, SumView = 12;

    // Mesa's uniforms are constant buffer 0, its first uniform block is constant buffer 1.
    private const uint SceneBlock = 1;

    public ReadOnlySpan<uint> SetUp()
    {
        var writer = new StreamWriter();
        writer.Write(new CreateSubContextCommand { Id = 1 });
        writer.Write(new SetSubContextCommand { Id = 1 });
        WriteFixedState(writer);
        writer.Create(new SurfaceObject { Handle = ScreenSurface, ResourceHandle = GuestPainter.Screen, Format = VirglFormat.B8G8R8X8Unorm });
        writer.Create(new SurfaceObject { Handle = SumSurface, ResourceHandle = GuestPainter.Sum, Format = VirglFormat.R32G32B32A32Float });
        writer.Create(new SamplerViewObject
        {
            Handle = SumView, ResourceHandle = GuestPainter.Sum, Format = VirglFormat.R32G32B32A32Float, Target = PipeTarget.Texture2D,
            SwizzleR = Swizzle.X, SwizzleG = Swizzle.Y, SwizzleB = Swizzle.Z, SwizzleA = Swizzle.W,
        });
        writer.Create(new SamplerStateObject
        {
            Handle = Sampler, WrapS = TextureWrap.ClampToEdge, WrapT = TextureWrap.ClampToEdge, WrapR = TextureWrap.ClampToEdge, MipFilter = MipFilter.None,
        });
        writer.Write(new BindSamplerStatesCommand { Stage = ShaderStage.Fragment, Handles = [Sampler] });
        writer.Write(new SetUniformBufferCommand { Stage = ShaderStage.Fragment, Index = SceneBlock, Length = (uint)sceneLength, Handle = GuestPainter.Scene });

        WriteShader(writer, VertexShader, ShaderStage.Vertex, "screen.vert.tgsi");
        WriteShader(writer, BoxShader, ShaderStage.Fragment, scene.Shader + ".frag.tgsi");
        WriteShader(writer, ScreenShader, ShaderStage.Fragment, "screen.frag.tgsi");
        writer.Write(new BindShaderCommand { Handle = VertexShader, Stage = ShaderStage.Vertex });
        foreach (uint surface in (uint[])[ScreenSurface, SumSurface])
        {
            writer.Write(new SetFramebufferCommand { ColorBufferCount = 1, ColorHandles = [surface] });
            writer.Write(new ClearCommand { Buffers = ClearBuffers.Color0 });
        }

        return writer.Words;
    }

    public ReadOnlySpan<uint> Paint(int firstRow, int rows, Vector4 frame)
    {
        var writer = new StreamWriter();
        writer.Write(new SetSubContextCommand { Id = 1 });
        writer.Write(new SetSamplerViewsCommand { Stage = ShaderStage.Fragment, Handles = [0] });
        WritePass(writer, scene.IsPathTraced ? SumSurface : ScreenSurface, scene.IsPathTraced ? Added : Over, BoxShader, firstRow, rows, frame);
        return writer.Words;
    }

    public ReadOnlySpan<uint> ShowSum()
    {
        var writer = new StreamWriter();
        writer.Write(new SetSubContextCommand { Id = 1 });
        writer.Write(new SetSamplerViewsCommand { Stage = ShaderStage.Fragment, Handles = [SumView] });
        WritePass(writer, ScreenSurface, Over, ScreenShader, 0, scene.Size, scene.ScreenFrame);
        return writer.Words;
    }

    private void WritePass(StreamWriter writer, uint surface, uint blend, uint shader, int firstRow, int rows, Vector4 frame)
    {
        writer.Write(new SetFramebufferCommand { ColorBufferCount = 1, ColorHandles = [surface] });
        // A negative scale puts +1 into the first row, the screen's top; the sum's first row is its lowest, where the last pass looks for it.
        float half = scene.Size / 2f, up = surface == ScreenSurface ? -half : half;
        writer.Write(new SetViewportsCommand { Viewports = [new Viewport(half, up, 0.5f, half, half, 0.5f)] });
        writer.Bind(VirglObjectType.Blend, blend);
        writer.Write(new BindShaderCommand { Handle = shader, Stage = ShaderStage.Fragment });
        writer.Write(new SetScissorsCommand { Rectangles = [new ScissorRectangle(0, (ushort)firstRow, (ushort)scene.Size, (ushort)(firstRow + rows))] });
        ReadOnlySpan<uint> words = MemoryMarshal.Cast<Vector4, uint>([frame]);
        writer.Write(new SetConstantBufferCommand { Stage = ShaderStage.Vertex, Constants = words });
        writer.Write(new SetConstantBufferCommand { Stage = ShaderStage.Fragment, Constants = words });
        writer.Write(new DrawVboCommand { Count = 3, Mode = PipePrimitive.Triangles, InstanceCount = 1, MaxIndex = 2 });
    }

    private static void WriteFixedState(StreamWriter writer)
    {
        var over = new BlendTarget(0) { WriteMask = ColorMask.All };
        BlendTarget added = over with
        {
            Enabled = true, RgbSource = BlendFactor.One, RgbDestination = BlendFactor.One, AlphaSource = BlendFactor.One, AlphaDestination = BlendFactor.One,
        };
        writer.Create(new BlendObject { Handle = Over, Targets = [over, over, over, over, over, over, over, over] });
        writer.Create(new BlendObject { Handle = Added, Targets = [added, added, added, added, added, added, added, added] });
        writer.Create(new DepthStencilAlphaObject { Handle = DepthStencil });
        writer.Bind(VirglObjectType.DepthStencilAlpha, DepthStencil);
        writer.Create(new RasterizerObject { Handle = Rasterizer, DepthClip = true, Scissor = true, HalfPixelCenter = true, PointSize = 1, LineWidth = 1 });
        writer.Bind(VirglObjectType.Rasterizer, Rasterizer);
        writer.Create(new VertexElementsObject { Handle = Elements, Elements = [] });
        writer.Bind(VirglObjectType.VertexElements, Elements);
    }

    private static void WriteShader(StreamWriter writer, uint handle, ShaderStage stage, string file)
    {
        byte[] terminated = [.. CornellScene.ReadShader(file), 0];
        writer.Create(new ShaderObject
        {
            Handle = handle, Stage = stage, TextLengthOrOffset = (uint)terminated.Length, TokenCount = (uint)terminated.Length / 4, Text = terminated,
        });
    }
}
