using System.Numerics;
using System.Runtime.InteropServices;
using VirglHost.CommandStream;
using VirglHost.CommandStream.Commands;
using VirglHost.CommandStream.Gallium;
using VirglHost.CommandStream.Objects;

namespace VirglHost.Rendering.Tests;

/// <summary>What shaders reach beyond plain GLSL, together with the state that it needs: atomic counters, advanced blending, framebuffer fetch.</summary>
public sealed class ShaderFeatureTests
{
    private const string CountingCompute = """
        COMP
        PROPERTY CS_FIXED_BLOCK_WIDTH 4
        PROPERTY CS_FIXED_BLOCK_HEIGHT 1
        PROPERTY CS_FIXED_BLOCK_DEPTH 1
        DCL HWATOMIC[1][2]
        DCL TEMP[0]
        IMM[0] UINT32 {0, 1, 0, 0}
          0: ATOMUADD TEMP[0].x, HWATOMIC[1][2], IMM[0].xxxx, IMM[0].yyyy
          1: END
        """;

    [Fact]
    public void Counters_lie_at_the_offset_of_their_binding()
    {
        using GuestScene scene = new();
        uint buffer = scene.CreateBuffer<uint>(BindFlags.ShaderBuffer, 7, 7, 7, 7);
        scene.Stream.Write(new BindShaderCommand { Handle = scene.CreateShader(ShaderStage.Compute, CountingCompute), Stage = ShaderStage.Compute });
        scene.Stream.Write(new SetAtomicBuffersCommand { StartSlot = 1, Buffers = new[] { new ShaderBufferBinding(4, 12, buffer) } });
        scene.Stream.Write(new LaunchGridCommand { BlockX = 4, BlockY = 1, BlockZ = 1, GridX = 3, GridY = 1, GridZ = 1 });
        scene.Stream.Write(new MemoryBarrierCommand { Flags = BarrierFlags.All });
        scene.Submit();
        Assert.Equal([7u, 7u, 7u, 19u], Read(scene, buffer));
    }

    [Fact]
    public void Counters_without_a_buffer_are_harmless()
    {
        using GuestScene scene = new();
        scene.Stream.Write(new BindShaderCommand { Handle = scene.CreateShader(ShaderStage.Compute, CountingCompute), Stage = ShaderStage.Compute });
        scene.Stream.Write(new SetAtomicBuffersCommand { StartSlot = 1, Buffers = new[] { new ShaderBufferBinding(0, 16, 0) } });
        scene.Stream.Write(new LaunchGridCommand { BlockX = 4, BlockY = 1, BlockZ = 1, GridX = 1, GridY = 1, GridZ = 1 });
        scene.Submit();
    }

    [Theory]
    [InlineData(0u, 20u, GuestFault.StorageBufferRange)]
    [InlineData(4u, 16u, GuestFault.StorageBufferRange)]
    [InlineData(4u, uint.MaxValue, GuestFault.StorageBufferRange)]
    [InlineData(2u, 4u, GuestFault.IllegalCommandBuffer)]
    public void Counter_buffer_that_does_not_fit_is_a_fault(uint offset, uint length, GuestFault fault)
    {
        using GuestScene scene = new();
        uint buffer = scene.CreateBuffer<uint>(BindFlags.ShaderBuffer, 0, 0, 0, 0);
        scene.Stream.Write(new SetAtomicBuffersCommand { Buffers = new[] { new ShaderBufferBinding(offset, length, buffer) } });
        Assert.Equal(fault, Assert.Throws<GuestFaultException>(scene.Submit).Fault);
    }

    [Theory]
    [InlineData(GuestScene.TargetId, GuestFault.StorageBufferRange)]
    [InlineData(999u, GuestFault.IllegalResource)]
    public void Counter_buffer_that_is_a_texture_or_unknown_is_a_fault(uint resource, GuestFault fault)
    {
        using GuestScene scene = new();
        scene.Stream.Write(new SetAtomicBuffersCommand { Buffers = new[] { new ShaderBufferBinding(0, 4, resource) } });
        Assert.Equal(fault, Assert.Throws<GuestFaultException>(scene.Submit).Fault);
    }

    [Theory]
    [InlineData("PROPERTY FS_BLEND_EQUATION_ADVANCED 65534\n", 0xFF330099u)]
    [InlineData("", 0xFFFF00FFu)]
    public void Advanced_equation_multiplies_only_where_the_shader_is_made_for_it(string property, uint expected)
    {
        using GuestScene scene = new();
        scene.Clear(new Vector4(0.2f, 0.4f, 0.6f, 1));
        scene.UseShaders(GuestScene.PassVertex, GuestScene.PassFragment.Replace("FRAG\n", "FRAG\n" + property, StringComparison.Ordinal));
        scene.SetBlend(new BlendTarget { WriteMask = ColorMask.All, AlphaSource = (BlendFactor)1 });
        scene.UseFullTriangle(new Vector4(1, 0, 1, 1));
        scene.Draw(3);
        Assert.All(scene.Pixels(), pixel => Assert.Equal(expected, pixel));
    }

    [Theory]
    [InlineData("")]
    [InlineData("PROPERTY FS_BLEND_EQUATION_ADVANCED 65534\n")]
    public void Fetched_color_is_the_framebuffers_and_is_not_blended_again(string property)
    {
        using GuestScene scene = new();
        scene.Clear(new Vector4(0.2f, 0.4f, 0.6f, 1));
        scene.UseShaders(
            GuestScene.PassVertex,
            "FRAG\n" + property + """
            DCL IN[0], GENERIC[0], PERSPECTIVE
            DCL OUT[0], COLOR
            DCL TEMP[0]
              0: FBFETCH TEMP[0], OUT[0]
              1: ADD OUT[0], TEMP[0], IN[0]
              2: END
            """);
        scene.SetBlend(new BlendTarget { WriteMask = ColorMask.All, AlphaSource = (BlendFactor)1 });
        scene.UseFullTriangle(new Vector4(0.2f, 0, 0, 0));
        scene.Draw(3);
        Assert.All(scene.Pixels(), pixel => Assert.Equal(0xFF666699u, pixel));
    }

    private static uint[] Read(GuestScene scene, uint buffer)
    {
        ArrayBacking backing = new(16);
        scene.Renderer.AttachBacking(buffer, backing);
        scene.Renderer.TransferFromHost(GuestScene.ContextId, buffer, new TransferRequest(0, 0, 0, new Box(0, 0, 0, 16, 1, 1), 0));
        return MemoryMarshal.Cast<byte, uint>(backing.Bytes).ToArray();
    }
}
