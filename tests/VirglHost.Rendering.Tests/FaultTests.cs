using System.Numerics;
using VirglHost.CommandStream;
using VirglHost.CommandStream.Commands;
using VirglHost.CommandStream.Gallium;
using VirglHost.CommandStream.Objects;

namespace VirglHost.Rendering.Tests;

/// <summary>What a wrong stream costs: its context, and nothing else. What guests rely on being ignored is ignored.</summary>
public sealed class FaultTests
{
    private const uint UnknownHandle = 4711;

    [Fact]
    public void Fault_latches_its_context_and_no_other()
    {
        using GuestScene scene = new();
        scene.Submit();
        scene.Renderer.CreateContext(2, "other");
        scene.Stream.Bind(VirglObjectType.Blend, UnknownHandle);
        GuestFaultException fault = Assert.Throws<GuestFaultException>(scene.Submit);
        Assert.Equal(GuestFault.IllegalHandle, fault.Fault);
        Assert.True(scene.Renderer.IsLatched(GuestScene.ContextId));
        scene.Renderer.Submit(GuestScene.ContextId, [0xFFFFFFFF]);
        Assert.False(scene.Renderer.IsLatched(2));
        scene.Renderer.Submit(2, [(uint)VirglOpcode.CreateSubContext | 1 << 16, 1]);
        Assert.True(scene.Renderer.Wait(scene.Renderer.InsertFence(GuestScene.ContextId), TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public void Commands_before_the_fault_have_run()
    {
        using GuestScene scene = new();
        scene.Clear(new Vector4(1, 0, 0, 1));
        scene.Stream.WriteRaw(VirglOpcode.Clear, VirglObjectType.None, [1, 2, 3]);
        scene.Clear(new Vector4(0, 1, 0, 1));
        Assert.Equal(GuestFault.Malformed, Assert.Throws<GuestFaultException>(scene.Submit).Fault);
        scene.Stream.Clear();
        Assert.All(scene.Pixels(), pixel => Assert.Equal(0xFFFF0000, pixel));
    }

    [Fact]
    public void Command_that_reaches_past_the_stream_is_a_fault()
    {
        using GuestScene scene = new();
        GuestFaultException fault = Assert.Throws<GuestFaultException>(
            () => scene.Renderer.Submit(GuestScene.ContextId, [(uint)VirglOpcode.SetSubContext | 2 << 16, 1]));
        Assert.Equal(GuestFault.IllegalCommandBuffer, fault.Fault);
    }

    [Fact]
    public void Every_opcode_is_dispatched_or_refused_by_name()
    {
        foreach (VirglOpcode opcode in Enum.GetValues<VirglOpcode>())
        {
            using GuestScene scene = new();
            scene.Submit();
            scene.Stream.WriteRaw(opcode, VirglObjectType.None, []);
            GuestFaultException? fault = Record.Exception(scene.Submit) as GuestFaultException;
            Assert.NotEqual(GuestFault.UnknownOpcode, fault?.Fault);
        }
    }

    [Fact]
    public void Opcode_out_of_range_is_unknown()
    {
        using GuestScene scene = new();
        scene.Submit();
        Assert.Equal(GuestFault.UnknownOpcode, Assert.Throws<GuestFaultException>(() => scene.Renderer.Submit(GuestScene.ContextId, [200])).Fault);
    }

    [Fact]
    public void Missing_handles_that_guests_leave_behind_are_ignored()
    {
        using GuestScene scene = new();
        scene.Stream.Destroy(VirglObjectType.Blend, UnknownHandle);
        scene.Stream.Write(new BindShaderCommand { Handle = UnknownHandle, Stage = ShaderStage.Vertex });
        scene.Stream.Write(new BindSamplerStatesCommand { Stage = ShaderStage.Fragment, Handles = new[] { UnknownHandle } });
        scene.Stream.Write(new SetSubContextCommand { Id = UnknownHandle });
        scene.Stream.Write(new DestroySubContextCommand { Id = UnknownHandle });
        scene.Stream.Write(new SetRenderConditionCommand { QueryHandle = UnknownHandle });
        scene.Clear(new Vector4(0, 0, 1, 1));
        Assert.All(scene.Pixels(), pixel => Assert.Equal(0xFF0000FF, pixel));
    }

    [Fact]
    public void Missing_handles_that_matter_are_faults()
    {
        Assert.Equal(GuestFault.IllegalHandle, FaultOf(s => s.Write(new SetSamplerViewsCommand { Handles = new[] { UnknownHandle } })));
        Assert.Equal(GuestFault.IllegalSurface, FaultOf(s => s.Write(new SetFramebufferCommand { ColorBufferCount = 1, ColorHandles = new[] { UnknownHandle } })));
        Assert.Equal(GuestFault.IllegalResource, FaultOf(s => s.Write(new SetVertexBuffersCommand { Buffers = new[] { new VertexBufferBinding(16, 0, UnknownHandle) } })));
        Assert.Equal(GuestFault.IllegalResource, FaultOf(s => s.Write(new SetIndexBufferCommand { Handle = UnknownHandle, IndexSize = 2 })));
        Assert.Equal(GuestFault.IllegalResource, FaultOf(s => s.Write(new SetUniformBufferCommand { Index = 1, Length = 64, Handle = UnknownHandle })));
        Assert.Equal(GuestFault.IllegalHandle, FaultOf(s => s.Write(new BeginQueryCommand { Handle = UnknownHandle })));
        Assert.Equal(GuestFault.IllegalSurface, FaultOf(s => s.Write(new ClearSurfaceCommand { Surface = UnknownHandle })));
    }

    [Fact]
    public void Object_of_another_type_under_the_handle_is_missing()
    {
        using GuestScene scene = new();
        scene.Stream.Bind(VirglObjectType.Rasterizer, GuestScene.BlendHandle);
        Assert.Equal(GuestFault.IllegalHandle, Assert.Throws<GuestFaultException>(scene.Submit).Fault);
    }

    [Fact]
    public void Shader_that_does_not_parse_is_illegal()
    {
        using GuestScene scene = new();
        scene.CreateShader(ShaderStage.Vertex, "VERT\nFROB OUT[0]\nEND\n");
        Assert.Equal(GuestFault.IllegalShader, Assert.Throws<GuestFaultException>(scene.Submit).Fault);
    }

    [Fact]
    public void Shader_in_pieces_over_two_submits_draws()
    {
        using GuestScene scene = new();
        scene.UseShaders(GuestScene.PassVertex, GuestScene.PassFragment);
        byte[] text = new byte[(GuestScene.PassFragment.Length + 4) / 4 * 4];
        System.Text.Encoding.ASCII.GetBytes(GuestScene.PassFragment, text);
        uint total = (uint)GuestScene.PassFragment.Length + 1;
        for (int at = 0; at < text.Length; at += 40)
        {
            scene.Stream.Create(new ShaderObject
            {
                Handle = 900, Stage = ShaderStage.Fragment, TokenCount = 300, IsContinuation = at != 0,
                TextLengthOrOffset = at == 0 ? total : (uint)at, Text = text.AsSpan(at, Math.Min(40, text.Length - at)),
            });
            if (at == 40)
            {
                scene.Submit();
            }
        }

        scene.Stream.Write(new BindShaderCommand { Handle = 900, Stage = ShaderStage.Fragment });
        scene.UseFullTriangle(new Vector4(1, 1, 0, 1));
        scene.Draw(3);
        Assert.All(scene.Pixels(), pixel => Assert.Equal(0xFFFFFF00, pixel));
    }

    [Fact]
    public void Shader_piece_at_the_wrong_place_is_a_fault()
    {
        using GuestScene scene = new();
        scene.Stream.Create(new ShaderObject { Handle = 900, Stage = ShaderStage.Fragment, TokenCount = 300, TextLengthOrOffset = 80, Text = new byte[40] });
        scene.Stream.Create(new ShaderObject { Handle = 900, Stage = ShaderStage.Fragment, TokenCount = 300, IsContinuation = true, TextLengthOrOffset = 44, Text = new byte[36] });
        Assert.Equal(GuestFault.Malformed, Assert.Throws<GuestFaultException>(scene.Submit).Fault);
    }

    [Fact]
    public void Objects_destroyed_while_bound_go_on_drawing()
    {
        using GuestScene scene = new();
        scene.UseShaders(GuestScene.PassVertex, GuestScene.PassFragment);
        scene.UseFullTriangle(new Vector4(1, 0, 1, 1));
        scene.Draw(3);
        for (uint handle = 10; handle < 1100; handle++)
        {
            scene.Stream.Destroy(VirglObjectType.Surface, handle);
        }

        scene.Clear(Vector4.Zero);
        scene.Draw(3);
        Assert.All(scene.Pixels(), pixel => Assert.Equal(0xFFFF00FF, pixel));
    }

    [Fact]
    public void Sub_contexts_have_objects_and_bindings_of_their_own()
    {
        using GuestScene scene = new();
        scene.Clear(new Vector4(1, 0, 0, 1));
        scene.Stream.Write(new CreateSubContextCommand { Id = 2 });
        scene.Clear(new Vector4(0, 1, 0, 1));
        scene.Stream.Create(new SurfaceObject { Handle = GuestScene.SurfaceHandle, ResourceHandle = GuestScene.TargetId, Format = VirglFormat.B8G8R8A8Unorm });
        scene.Stream.Write(new DestroySubContextCommand { Id = 2 });
        scene.Stream.Write(new SetSubContextCommand { Id = 1 });
        scene.UseShaders(GuestScene.PassVertex, GuestScene.PassFragment);
        scene.UseVertices(new Vector4(-1, -1, 0, 1), Vector4.One, new Vector4(0, -1, 0, 1), Vector4.One, new Vector4(-1, 0, 0, 1), Vector4.One);
        scene.Draw(3);
        uint[] pixels = scene.Pixels();
        Assert.Equal(0xFFFFFFFF, pixels[0]);
        Assert.Equal(0xFFFF0000, pixels[63]);
    }

    [Fact]
    public void Resource_that_is_not_attached_is_missing()
    {
        using GuestScene scene = new();
        scene.Submit();
        scene.Renderer.DetachResource(GuestScene.ContextId, GuestScene.TargetId);
        scene.Stream.Create(new SurfaceObject { Handle = 800, ResourceHandle = GuestScene.TargetId, Format = VirglFormat.B8G8R8A8Unorm });
        Assert.Equal(GuestFault.IllegalResource, Assert.Throws<GuestFaultException>(scene.Submit).Fault);
    }

    private static GuestFault FaultOf(Action<CommandStream.StreamWriter> write)
    {
        using GuestScene scene = new();
        write(scene.Stream);
        return Assert.Throws<GuestFaultException>(scene.Submit).Fault;
    }

    [Fact]
    public void Skipped_command_leaves_the_rest_of_the_stream_and_later_draws_as_they_are()
    {
        using GuestScene scene = new(options: new RendererOptions { Refusals = RefusalPolicy.SkipCommand });
        scene.UseFullTriangle(new Vector4(0, 1, 0, 1));
        uint good = scene.CreateShader(ShaderStage.Fragment, GuestScene.PassFragment);
        uint vertex = scene.CreateShader(ShaderStage.Vertex, GuestScene.PassVertex);
        uint broken = scene.CreateShader(ShaderStage.Fragment, "FRAG\nDCL OUT[0], COLOR\n 0: NOSUCH OUT[0]\n 1: END\n");
        scene.Stream.Bind(VirglObjectType.Blend, 4711);
        scene.Stream.Write(new SetSamplerViewsCommand { Stage = ShaderStage.Fragment, Handles = new[] { 0u, 4711u } });
        scene.Stream.Write(new BindShaderCommand { Handle = vertex, Stage = ShaderStage.Vertex });
        scene.Stream.Write(new BindShaderCommand { Handle = good, Stage = ShaderStage.Fragment });
        scene.Stream.Write(new BindShaderCommand { Handle = broken, Stage = ShaderStage.Fragment });
        scene.Stream.Write(new DrawVboCommand { Count = 3, Mode = (PipePrimitive)15, InstanceCount = 1 });
        scene.Draw(3);

        Assert.All(scene.Pixels(), pixel => Assert.Equal(0xFF00FF00, pixel));
        Assert.False(scene.Renderer.IsLatched(GuestScene.ContextId));
        scene.Renderer.Submit(GuestScene.ContextId, [9 << 16 | (uint)VirglOpcode.CreateObject, 0]);
        Assert.False(scene.Renderer.IsLatched(GuestScene.ContextId));
    }
}
