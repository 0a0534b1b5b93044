using System.Numerics;
using VirglHost.CommandStream;
using VirglHost.CommandStream.Commands;
using VirglHost.CommandStream.Gallium;
using VirglHost.Rendering.Formats;
using VirglHost.Rendering.Resources;

namespace VirglHost.Rendering.Tests;

/// <summary>Markers, flags, tweaks, links ahead, and what new resources hold.</summary>
public sealed class NoteTests
{
    [Fact]
    public void Marker_stands_in_the_hosts_debug_output()
    {
        List<string> lines = [];
        using var display = VirglHost.OpenGL.Egl.EglDisplay.OpenHeadless();
        using var renderer = Renderer.Create(display, new RendererOptions { DebugContext = true }, new Serilog.LoggerConfiguration().MinimumLevel.Debug().WriteTo.Sink(new Sink(lines)).CreateLogger());
        renderer.CreateContext(1, "test");
        CommandStream.StreamWriter stream = new();
        stream.Write(new SendStringMarkerCommand { Text = "frame 7\nof the test\0beyond"u8 });
        stream.Write(new SetDebugFlagsCommand { Text = "shader,tgsi\0"u8 });
        stream.Write(new SetTweaksCommand { Id = 2, Value = 1024 });
        renderer.Submit(1, stream.Words);

        Assert.Contains(lines, line => line.Contains("frame 7?of the test", StringComparison.Ordinal) && !line.Contains("beyond", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("shader,tgsi", StringComparison.Ordinal));
    }

    [Fact]
    public void Link_ahead_makes_the_program_that_the_draw_uses()
    {
        using GuestScene scene = new();
        uint vertex = scene.CreateShader(ShaderStage.Vertex, GuestScene.PassVertex);
        uint fragment = scene.CreateShader(ShaderStage.Fragment, GuestScene.PassFragment);
        scene.Stream.Write(new LinkShaderCommand { VertexHandle = vertex, FragmentHandle = fragment });
        scene.Stream.Write(new LinkShaderCommand { VertexHandle = fragment, FragmentHandle = 4711, ComputeHandle = vertex });
        scene.UseFullTriangle(Vector4.One);
        scene.Submit();
        int linked = scene.Renderer.ProgramCount(GuestScene.ContextId);
        scene.Stream.Write(new BindShaderCommand { Handle = vertex, Stage = ShaderStage.Vertex });
        scene.Stream.Write(new BindShaderCommand { Handle = fragment, Stage = ShaderStage.Fragment });
        scene.Draw(3);

        Assert.All(scene.Pixels(), pixel => Assert.Equal(0xFFFFFFFF, pixel));
        Assert.Equal((1, 1), (linked, scene.Renderer.ProgramCount(GuestScene.ContextId)));
    }

    [Theory]
    [InlineData(PipeTarget.Buffer, VirglFormat.R8Unorm, 1027u, 1u, 1u)]
    [InlineData(PipeTarget.Texture2D, VirglFormat.R8G8B8A8Unorm, 37u, 5u, 1u)]
    [InlineData(PipeTarget.Texture2DArray, VirglFormat.Rgtc1Unorm, 37u, 9u, 3u)]
    [InlineData(PipeTarget.TextureCube, VirglFormat.S8UintZ24Unorm, 8u, 8u, 6u)]
    [InlineData(PipeTarget.Texture1DArray, VirglFormat.R32G32B32A32Sint, 9u, 1u, 4u)]
    [InlineData(PipeTarget.TextureRect, VirglFormat.B5G6R5Unorm, 37u, 5u, 1u)]
    public void New_storage_is_zero_whatever_was_there_before(PipeTarget target, VirglFormat format, uint width, uint height, uint layers)
    {
        using GlHost host = GlHost.Open();
        bool isBuffer = target == PipeTarget.Buffer;
        ResourceDescription description = new(
            target, format, (uint)(isBuffer ? BindFlags.VertexBuffer : BindFlags.SamplerView), width, height, 1, layers, 0, 0, 0);
        for (int round = 0; round < 4; round++)
        {
            RenderResource resource = host.Create(description);
            Assert.All(Copies.Contents.Read(host, resource), value => Assert.Equal(0, value));
            byte[] dirt = new byte[resource.SizeInBytes];
            dirt.AsSpan().Fill(0xA5);
            host.Transfers.InlineWrite(host.Session, resource, new ResourceInlineWriteCommand { Box = Copies.Contents.WholeBox(resource), Content = dirt });
            resource.Release(host.Session);
        }

        Assert.Equal(OpenGL.GLEnum.NoError, host.Error());
    }

    [Fact]
    public void Storage_of_every_format_can_be_made_and_cleared()
    {
        using GlHost host = GlHost.Open();
        foreach (FormatRow row in host.Formats.Rows)
        {
            if (row.IsStencilOnlyView)
                continue;
            host.Create(new ResourceDescription(PipeTarget.Texture2D, row.Format, (uint)BindFlags.SamplerView, 13, 7, 1, 1, 3, 0, 0)).Release(host.Session);
            Assert.Equal((row.Format, OpenGL.GLEnum.NoError), (row.Format, host.Error()));
            if (!row.IsMultisample)
                continue;
            host.Create(new ResourceDescription(PipeTarget.Texture2D, row.Format, (uint)BindFlags.SamplerView, 13, 7, 1, 1, 0, 4, 0)).Release(host.Session);
            Assert.Equal((row.Format, OpenGL.GLEnum.NoError), (row.Format, host.Error()));
        }
    }

    private sealed class Sink(List<string> lines) : Serilog.Core.ILogEventSink
    {
        public void Emit(Serilog.Events.LogEvent logEvent) => lines.Add(logEvent.RenderMessage(System.Globalization.CultureInfo.InvariantCulture));
    }
}
