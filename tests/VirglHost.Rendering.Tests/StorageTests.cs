using System.Numerics;
using System.Runtime.InteropServices;
using VirglHost.CommandStream;
using VirglHost.CommandStream.Commands;
using VirglHost.CommandStream.Gallium;
using VirglHost.CommandStream.Objects;

namespace VirglHost.Rendering.Tests;

/// <summary>Compute, storage buffers, images and tessellation.</summary>
public sealed class StorageTests
{
    private const string CountingCompute = """
        COMP
        PROPERTY CS_FIXED_BLOCK_WIDTH 4
        PROPERTY CS_FIXED_BLOCK_HEIGHT 1
        PROPERTY CS_FIXED_BLOCK_DEPTH 1
        DCL SV[0], THREAD_ID
        DCL SV[1], BLOCK_ID
        DCL BUFFER[1]
        DCL CONST[0..0]
        DCL TEMP[0..1]
        IMM[0] UINT32 {4, 0, 0, 0}
          0: UMAD TEMP[0].x, SV[1].xxxx, IMM[0].xxxx, SV[0].xxxx
          1: UADD TEMP[1].x, TEMP[0].xxxx, CONST[0].xxxx
          2: UMUL TEMP[0].x, TEMP[0].xxxx, IMM[0].xxxx
          3: STORE BUFFER[1].x, TEMP[0].xxxx, TEMP[1].xxxx
          4: END
        """;

    [Fact]
    public void Compute_shader_writes_its_storage_buffer_whose_number_counts_from_the_first_declared()
    {
        using GuestScene scene = new();
        uint buffer = scene.CreateBuffer<uint>(BindFlags.ShaderBuffer, new uint[16]);
        UseCompute(scene, CountingCompute);
        scene.Stream.Write(new SetConstantBufferCommand { Stage = ShaderStage.Compute, Constants = new uint[] { 1000, 0, 0, 0 } });
        scene.Stream.Write(new SetShaderBuffersCommand
        {
            Stage = ShaderStage.Compute, StartSlot = 0, Buffers = new[] { new ShaderBufferBinding(0, 64, buffer) },
        });
        scene.Stream.Write(new LaunchGridCommand { BlockX = 4, BlockY = 1, BlockZ = 1, GridX = 3, GridY = 1, GridZ = 1 });
        scene.Stream.Write(new MemoryBarrierCommand { Flags = BarrierFlags.All });
        uint[] expected = [1000, 1001, 1002, 1003, 1004, 1005, 1006, 1007, 1008, 1009, 1010, 1011, 0, 0, 0, 0];
        Assert.Equal(expected, ReadBuffer(scene, buffer));
    }

    [Fact]
    public void Compute_shader_reads_what_was_just_cleared()
    {
        using GuestScene scene = new(256, 256);
        uint buffer = scene.CreateBuffer<uint>(BindFlags.ShaderBuffer, new uint[16]);
        UseCompute(
            scene,
            """
            COMP
            PROPERTY CS_FIXED_BLOCK_WIDTH 1
            PROPERTY CS_FIXED_BLOCK_HEIGHT 1
            PROPERTY CS_FIXED_BLOCK_DEPTH 1
            DCL SV[0], BLOCK_ID
            DCL BUFFER[0]
            DCL SAMP[0]
            DCL SVIEW[0], 2D, FLOAT
            DCL TEMP[0..1]
            IMM[0] FLT32 {0.5, 0, 0, 0}
            IMM[1] UINT32 {0, 1, 0, 0}
              0: MOV TEMP[0].xy, SV[0].xyyy
              1: MOV TEMP[0].zw, IMM[1].xxxx
              2: TXF TEMP[0], TEMP[0], SAMP[0], 2D
              3: FSLT TEMP[0].x, TEMP[0].xxxx, IMM[0].xxxx
              4: UIF TEMP[0].xxxx
              5:   ATOMUADD TEMP[1].x, BUFFER[0], IMM[1].xxxx, IMM[1].yyyy
              6: ENDIF
              7: END
            """);
        scene.Stream.Write(new SetShaderBuffersCommand { Stage = ShaderStage.Compute, Buffers = new[] { new ShaderBufferBinding(0, 64, buffer) } });
        scene.Stream.Create(new SamplerViewObject
        {
            Handle = 700, ResourceHandle = GuestScene.TargetId, Format = VirglFormat.B8G8R8A8Unorm, Target = PipeTarget.Texture2D,
            SwizzleG = Swizzle.Y, SwizzleB = Swizzle.Z, SwizzleA = Swizzle.W,
        });
        scene.Stream.Write(new SetSamplerViewsCommand { Stage = ShaderStage.Compute, Handles = new uint[] { 700 } });
        scene.Clear(Vector4.Zero);
        var whole = new LaunchGridCommand { BlockX = 1, BlockY = 1, BlockZ = 1, GridX = 256, GridY = 256, GridZ = 1 };
        scene.Stream.Write(whole);
        scene.Clear(Vector4.One);
        scene.Stream.Write(whole);
        scene.Stream.Write(new MemoryBarrierCommand { Flags = BarrierFlags.All });
        Assert.Equal(256u * 256u, ReadBuffer(scene, buffer)[0]);
    }

    [Fact]
    public void Compute_shader_writes_an_image_and_a_draw_after_it_is_not_disturbed()
    {
        using GuestScene scene = new();
        uint image = scene.CreateTexture(8, 8, VirglFormat.R32Uint, BindFlags.SamplerView | BindFlags.RenderTarget);
        UseCompute(
            scene,
            """
            COMP
            PROPERTY CS_FIXED_BLOCK_WIDTH 8
            PROPERTY CS_FIXED_BLOCK_HEIGHT 8
            PROPERTY CS_FIXED_BLOCK_DEPTH 1
            DCL SV[0], THREAD_ID
            DCL IMAGE[0], 2D, PIPE_FORMAT_R32_UINT, WR
            DCL TEMP[0]
            IMM[0] UINT32 {16, 0, 0, 0}
              0: UMAD TEMP[0], SV[0].yyyy, IMM[0].xxxx, SV[0].xxxx
              1: STORE IMAGE[0], SV[0].xyzz, TEMP[0], 2D, PIPE_FORMAT_R32_UINT
              2: END
            """);
        scene.Stream.Write(new SetShaderImagesCommand
        {
            Stage = ShaderStage.Compute, Images = new[] { new ShaderImageBinding(VirglFormat.R32Uint, ImageAccess.Write, 0, 0, image) },
        });
        scene.UseShaders(GuestScene.PassVertex, GuestScene.PassFragment);
        scene.UseFullTriangle(new Vector4(0, 1, 0, 1));
        scene.Draw(3);
        scene.Stream.Write(new LaunchGridCommand { BlockX = 8, BlockY = 8, BlockZ = 1, GridX = 1, GridY = 1, GridZ = 1 });
        scene.Stream.Write(new MemoryBarrierCommand { Flags = BarrierFlags.All });
        scene.Clear(Vector4.Zero);
        scene.Draw(3);
        Assert.All(scene.Pixels(), pixel => Assert.Equal(0xFF00FF00, pixel));
        ArrayBacking backing = new(256);
        scene.Renderer.AttachBacking(image, backing);
        scene.Renderer.TransferFromHost(GuestScene.ContextId, image, new TransferRequest(0, 0, 0, new Box(0, 0, 0, 8, 8, 1), 0));
        uint[] texels = MemoryMarshal.Cast<byte, uint>(backing.Bytes).ToArray();
        for (uint i = 0; i < 64; i++)
        {
            Assert.Equal(i / 8 * 16 + i % 8, texels[i]);
        }
    }

    [Theory]
    [InlineData(0u, 7u)]
    [InlineData(0x45B77B00u, 7u)]
    [InlineData(1u, 0u)]
    [InlineData(0xFFu, 0u)]
    public void Image_level_is_eight_bits_and_one_that_is_not_there_takes_no_writes(uint level, uint expected)
    {
        using GuestScene scene = new();
        uint image = scene.CreateTexture(1, 1, VirglFormat.R32Uint, BindFlags.SamplerView | BindFlags.RenderTarget, new byte[4]);
        UseCompute(
            scene,
            """
            COMP
            PROPERTY CS_FIXED_BLOCK_WIDTH 1
            PROPERTY CS_FIXED_BLOCK_HEIGHT 1
            PROPERTY CS_FIXED_BLOCK_DEPTH 1
            DCL IMAGE[0], 2D, PIPE_FORMAT_R32_UINT, WR
            IMM[0] UINT32 {0, 7, 0, 0}
              0: STORE IMAGE[0], IMM[0].xxxx, IMM[0].yyyy, 2D, PIPE_FORMAT_R32_UINT
              1: END
            """);
        scene.Stream.Write(new SetShaderImagesCommand
        {
            Stage = ShaderStage.Compute, Images = new[] { new ShaderImageBinding(VirglFormat.R32Uint, ImageAccess.Write, 0, level, image) },
        });
        scene.Stream.Write(new LaunchGridCommand { BlockX = 1, BlockY = 1, BlockZ = 1, GridX = 1, GridY = 1, GridZ = 1 });
        scene.Submit();
        ArrayBacking backing = new(4);
        scene.Renderer.AttachBacking(image, backing);
        scene.Renderer.TransferFromHost(GuestScene.ContextId, image, new TransferRequest(0, 0, 0, new Box(0, 0, 0, 1, 1, 1), 0));
        Assert.Equal(expected, MemoryMarshal.Read<uint>(backing.Bytes));
    }

    [Fact]
    public void Storage_buffer_past_the_end_of_its_resource_is_a_fault()
    {
        using GuestScene scene = new();
        uint buffer = scene.CreateBuffer<uint>(BindFlags.ShaderBuffer, new uint[16]);
        scene.Stream.Write(new SetShaderBuffersCommand { Stage = ShaderStage.Fragment, Buffers = new[] { new ShaderBufferBinding(0, 68, buffer) } });
        Assert.Equal(GuestFault.StorageBufferRange, Assert.Throws<GuestFaultException>(scene.Submit).Fault);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Tessellated_patch_covers_the_target_with_and_without_a_control_shader(bool hasControl)
    {
        using GuestScene scene = new();
        scene.Clear(new Vector4(0, 0, 0, 1));
        scene.UseShaders(GuestScene.PassVertex, GuestScene.PassFragment);
        scene.Stream.Write(new BindShaderCommand { Handle = scene.CreateShader(ShaderStage.TessEvaluation, Evaluation), Stage = ShaderStage.TessEvaluation });
        if (hasControl)
        {
            scene.Stream.Write(new BindShaderCommand { Handle = scene.CreateShader(ShaderStage.TessControl, Control), Stage = ShaderStage.TessControl });
        }

        scene.Stream.Write(new SetTessellationLevelsCommand { Outer = Vector4.One, Inner0 = 1, Inner1 = 1 });
        scene.UseFullTriangle(new Vector4(1, 0, 1, 1));
        scene.Stream.Write(new DrawVboCommand
        {
            Count = 3, Mode = PipePrimitive.Patches, InstanceCount = 1, MaxIndex = uint.MaxValue, VerticesPerPatch = 3,
        });
        Assert.All(scene.Pixels(), pixel => Assert.Equal(0xFFFF00FF, pixel));
    }

    private const string Control = """
        TESS_CTRL
        PROPERTY TCS_VERTICES_OUT 3
        DCL IN[][0], POSITION
        DCL IN[][1], GENERIC[0]
        DCL OUT[][0], POSITION
        DCL OUT[][1], GENERIC[0]
        DCL OUT[2], TESSOUTER
        DCL OUT[3], TESSINNER
        DCL SV[0], INVOCATIONID
        DCL ADDR[0]
        IMM[0] FLT32 {0x40000000, 0x40000000, 0x40000000, 0x40000000}
          0: UARL ADDR[0].x, SV[0].xxxx
          1: MOV OUT[ADDR[0].x][0], IN[ADDR[0].x][0]
          2: MOV OUT[ADDR[0].x][1], IN[ADDR[0].x][1]
          3: MOV OUT[2], IMM[0]
          4: MOV OUT[3].xy, IMM[0]
          5: END
        """;

    private const string Evaluation = """
        TESS_EVAL
        PROPERTY TES_PRIM_MODE 4
        PROPERTY TES_SPACING 2
        DCL IN[][0], POSITION
        DCL IN[][1], GENERIC[0]
        DCL OUT[0], POSITION
        DCL OUT[1], GENERIC[0]
        DCL SV[0], TESSCOORD
        DCL TEMP[0]
          0: MUL TEMP[0], SV[0].xxxx, IN[0][0]
          1: MAD TEMP[0], SV[0].yyyy, IN[1][0], TEMP[0]
          2: MAD OUT[0], SV[0].zzzz, IN[2][0], TEMP[0]
          3: MOV OUT[1], IN[0][1]
          4: END
        """;

    private static void UseCompute(GuestScene scene, string text) =>
        scene.Stream.Write(new BindShaderCommand { Handle = scene.CreateShader(ShaderStage.Compute, text), Stage = ShaderStage.Compute });

    private static uint[] ReadBuffer(GuestScene scene, uint buffer)
    {
        scene.Submit();
        ArrayBacking backing = new(64);
        scene.Renderer.AttachBacking(buffer, backing);
        scene.Renderer.TransferFromHost(GuestScene.ContextId, buffer, new TransferRequest(0, 0, 0, new Box(0, 0, 0, 64, 1, 1), 0));
        return MemoryMarshal.Cast<byte, uint>(backing.Bytes).ToArray();
    }
}
