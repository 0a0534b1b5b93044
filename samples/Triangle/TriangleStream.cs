using System.Numerics;
using System.Runtime.InteropServices;
using VirglHost.CommandStream;
using VirglHost.CommandStream.Commands;
using VirglHost.CommandStream.Gallium;
using VirglHost.CommandStream.Objects;
using StreamWriter = VirglHost.CommandStream.StreamWriter;

namespace VirglHost.Samples.Triangle;

/// <summary>The VirGL words of this guest: uploads, state, draw.</summary>
internal static class TriangleStream
{
    private const uint Blend = 1, DepthStencil = 2, Rasterizer = 3, Elements = 4, VertexShader = 5, FragmentShader = 6, Surface = 7;

    /// <summary>Moves from object space to the screen; hands normal and colour on.</summary>
    private static ReadOnlySpan<byte> VertexText => """
        VERT
        DCL IN[0]
        DCL IN[1]
        DCL IN[2]
        DCL OUT[0], POSITION
        DCL OUT[1], GENERIC[0]
        DCL OUT[2], GENERIC[1]
        DCL CONST[0..3]
        DCL TEMP[0]
          0: MUL TEMP[0], IN[0].xxxx, CONST[0]
          1: MAD TEMP[0], IN[0].yyyy, CONST[1], TEMP[0]
          2: MAD TEMP[0], IN[0].zzzz, CONST[2], TEMP[0]
          3: ADD OUT[0], TEMP[0], CONST[3]
          4: MOV OUT[1], IN[1]
          5: MOV OUT[2], IN[2]
          6: END

        """u8;

    /// <summary>Diffuse light: colour × min(max(n·l, 0) + ambient, 1), with the normal made unit length again for each pixel.</summary>
    private static ReadOnlySpan<byte> FragmentText => """
        FRAG
        DCL IN[0], GENERIC[0], PERSPECTIVE
        DCL IN[1], GENERIC[1], PERSPECTIVE
        DCL OUT[0], COLOR
        DCL CONST[0..1]
        DCL TEMP[0..1]
        IMM[0] FLT32 {    0.0000,     1.0000,     0.0000,     0.0000}
          0: DP3 TEMP[0].x, IN[0], IN[0]
          1: RSQ TEMP[0].x, TEMP[0].xxxx
          2: MUL TEMP[0].xyz, IN[0], TEMP[0].xxxx
          3: DP3 TEMP[1].x, TEMP[0], CONST[0]
          4: MAX TEMP[1].x, TEMP[1].xxxx, IMM[0].xxxx
          5: ADD TEMP[1].x, TEMP[1].xxxx, CONST[1].xxxx
          6: MIN TEMP[1].x, TEMP[1].xxxx, IMM[0].yyyy
          7: MUL OUT[0].xyz, IN[1], TEMP[1].xxxx
          8: MOV OUT[0].w, IMM[0].yyyy
          9: END

        """u8;

    public static ReadOnlySpan<uint> InlineWrite(uint resource, int row, int width, int rows, ReadOnlySpan<byte> pixels)
    {
        var writer = new StreamWriter();
        writer.Write(new ResourceInlineWriteCommand
        {
            Handle = resource, Stride = (uint)width * 4, Box = new Box(0, row, 0, width, rows, 1), Content = pixels,
        });
        return writer.Words;
    }

    public static ReadOnlySpan<uint> SetUp(uint screen, uint vertices, int width, int height)
    {
        var writer = new StreamWriter();
        writer.Write(new CreateSubContextCommand { Id = 1 });
        writer.Write(new SetSubContextCommand { Id = 1 });
        WriteFixedState(writer);

        // Gallium's y runs downwards in memory: a negative scale puts +1 into the first row.
        float halfWidth = width / 2f, halfHeight = height / 2f;
        writer.Write(new SetViewportsCommand { Viewports = [new Viewport(halfWidth, -halfHeight, 0.5f, halfWidth, halfHeight, 0.5f)] });
        (int left, int top, int right, int bottom) = TriangleScene.Scissor;
        writer.Write(new SetScissorsCommand { Rectangles = [new ScissorRectangle((ushort)left, (ushort)top, (ushort)right, (ushort)bottom)] });

        writer.Create(new SurfaceObject { Handle = Surface, ResourceHandle = screen, Format = VirglFormat.R8G8B8A8Unorm });
        writer.Write(new SetFramebufferCommand { ColorBufferCount = 1, ColorHandles = [Surface] });

        writer.Create(new VertexElementsObject
        {
            Handle = Elements,
            Elements =
            [
                new VertexElement(0, 0, 0, VirglFormat.R32G32B32Float),
                new VertexElement(12, 0, 0, VirglFormat.R32G32B32Float),
                new VertexElement(24, 0, 0, VirglFormat.R8G8B8A8Unorm),
            ],
        });
        writer.Bind(VirglObjectType.VertexElements, Elements);
        writer.Write(new SetVertexBuffersCommand { Buffers = [new VertexBufferBinding(TriangleScene.Stride, 0, vertices)] });

        WriteShader(writer, VertexShader, ShaderStage.Vertex, VertexText);
        WriteShader(writer, FragmentShader, ShaderStage.Fragment, FragmentText);
        writer.Write(new BindShaderCommand { Handle = VertexShader, Stage = ShaderStage.Vertex });
        writer.Write(new BindShaderCommand { Handle = FragmentShader, Stage = ShaderStage.Fragment });
        writer.Write(new SetConstantBufferCommand { Stage = ShaderStage.Vertex, Constants = Words(TriangleScene.Columns) });
        Vector4[] lighting = [new(TriangleScene.Light, 0), new(TriangleScene.Ambient, 0, 0, 0)];
        writer.Write(new SetConstantBufferCommand { Stage = ShaderStage.Fragment, Constants = Words(lighting) });
        return writer.Words;
    }

    public static ReadOnlySpan<uint> Draw()
    {
        var writer = new StreamWriter();
        writer.Write(new SetSubContextCommand { Id = 1 });
        writer.Write(new DrawVboCommand { Start = 0, Count = 3, Mode = PipePrimitive.Triangles, InstanceCount = 1, MinIndex = 0, MaxIndex = 2 });
        return writer.Words;
    }

    private static void WriteFixedState(StreamWriter writer)
    {
        var opaque = new BlendTarget(0) { WriteMask = ColorMask.All };
        writer.Create(new BlendObject { Handle = Blend, Targets = [opaque, opaque, opaque, opaque, opaque, opaque, opaque, opaque] });
        writer.Bind(VirglObjectType.Blend, Blend);
        writer.Create(new DepthStencilAlphaObject { Handle = DepthStencil });
        writer.Bind(VirglObjectType.DepthStencilAlpha, DepthStencil);
        writer.Create(new RasterizerObject
        {
            Handle = Rasterizer, DepthClip = true, Scissor = true, FrontCounterClockwise = true, HalfPixelCenter = true, PointSize = 1, LineWidth = 1,
        });
        writer.Bind(VirglObjectType.Rasterizer, Rasterizer);
    }

    private static void WriteShader(StreamWriter writer, uint handle, ShaderStage stage, ReadOnlySpan<byte> text)
    {
        byte[] terminated = [.. text, 0];
        writer.Create(new ShaderObject
        {
            Handle = handle, Stage = stage, TextLengthOrOffset = (uint)terminated.Length, TokenCount = 300, Text = terminated,
        });
    }

    private static ReadOnlySpan<uint> Words(Vector4[] vectors) => MemoryMarshal.Cast<Vector4, uint>(vectors);
}
