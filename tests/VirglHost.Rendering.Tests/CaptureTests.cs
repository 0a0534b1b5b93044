using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using VirglHost.CommandStream;
using VirglHost.CommandStream.Commands;
using VirglHost.CommandStream.Gallium;
using VirglHost.CommandStream.Objects;

namespace VirglHost.Rendering.Tests;

/// <summary>Stream output through the stream: what is captured, and what is drawn meanwhile.</summary>
public sealed class CaptureTests
{
    private const string FlatFragment = """
        FRAG
        DCL IN[0], GENERIC[0], CONSTANT
        DCL OUT[0], COLOR
          0: MOV OUT[0], IN[0]
          1: END
        """;

    [Theory]
    [InlineData(false, 0xFFFF0000u)]
    [InlineData(true, 0xFF00FF00u)]
    public void Draw_that_is_captured_keeps_its_provoking_vertex(bool first, uint expected)
    {
        using GuestScene scene = new();
        scene.SetRasterizer(new RasterizerObject { DepthClip = true, FlatShadeFirst = first, LineWidth = 1, PointSize = 1 });
        uint buffer = scene.CreateBuffer<float>(BindFlags.StreamOutput, new float[16]);
        uint handle = scene.NewHandle();
        byte[] text = new byte[(GuestScene.PassVertex.Length + 4) / 4 * 4];
        Encoding.ASCII.GetBytes(GuestScene.PassVertex, text);
        scene.Stream.Create(new ShaderObject
        {
            Handle = handle, Stage = ShaderStage.Vertex, TokenCount = 300, TextLengthOrOffset = (uint)GuestScene.PassVertex.Length + 1, Text = text,
            StreamOutputStrides = new uint[] { 4, 0, 0, 0 },
            StreamOutputs = new[]
            {
                new CommandStream.Objects.StreamOutput { Register = 1, ComponentCount = 4 },
                new CommandStream.Objects.StreamOutput { Register = 9, ComponentCount = 4, Buffer = 1 },
            },
        });
        scene.UseShaders(GuestScene.PassVertex, FlatFragment);
        scene.Stream.Write(new BindShaderCommand { Handle = handle, Stage = ShaderStage.Vertex });
        scene.Stream.Create(new StreamOutTargetObject { Handle = 850, ResourceHandle = buffer, Size = 64 });
        scene.Stream.Write(new SetStreamOutTargetsCommand { Handles = new uint[] { 850 } });
        scene.UseVertices(
            new Vector4(-1, -1, 0, 1), new Vector4(0, 1, 0, 1), new Vector4(3, -1, 0, 1), new Vector4(0, 0, 1, 1), new Vector4(-1, 3, 0, 1), new Vector4(1, 0, 0, 1));
        scene.Draw(3);
        scene.Stream.Write(new SetStreamOutTargetsCommand());
        Assert.All(scene.Pixels(), pixel => Assert.Equal(expected, pixel));
        ArrayBacking backing = new(64);
        scene.Renderer.AttachBacking(buffer, backing);
        scene.Renderer.TransferFromHost(GuestScene.ContextId, buffer, new TransferRequest(0, 0, 0, new Box(0, 0, 0, 64, 1, 1), 0));
        Assert.Equal([0, 1, 0, 1, 0, 0, 1, 1, 1, 0, 0, 1, 0, 0, 0, 0], MemoryMarshal.Cast<byte, float>(backing.Bytes).ToArray());
    }
}
