using System.Numerics;
using VirglHost.CommandStream;
using VirglHost.CommandStream.Commands;
using VirglHost.CommandStream.Gallium;
using VirglHost.CommandStream.Objects;

namespace VirglHost.Rendering.Tests;

/// <summary>A frame that was drawn before is drawn again without making anything on the heap.</summary>
public sealed class SteadyStateTests
{
    private const string TexturedFragment = """
        FRAG
        DCL IN[0], GENERIC[0], PERSPECTIVE
        DCL OUT[0], COLOR
        DCL SAMP[0]
        DCL SVIEW[0], 2D, FLOAT
        DCL CONST[0..1]
        DCL TEMP[0]
          0: TEX TEMP[0], IN[0], SAMP[0], 2D
          1: MUL OUT[0], TEMP[0], CONST[1]
          2: END
        """;

    [Fact]
    public void Frame_drawn_again_allocates_nothing()
    {
        using GuestScene scene = new();
        WriteObjects(scene);
        scene.Submit();
        WriteFrame(scene);
        uint[] frame = scene.Stream.Words.ToArray();
        for (int i = 0; i < 20; i++)
        {
            scene.Renderer.Submit(GuestScene.ContextId, frame);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 200; i++)
        {
            scene.Renderer.Submit(GuestScene.ContextId, frame);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void WriteObjects(GuestScene scene)
    {
        scene.UseShaders(GuestScene.PassVertex, TexturedFragment);
        scene.UseFullTriangle(Vector4.One);
        uint depth = scene.CreateTexture(8, 8, VirglFormat.Z32Float, BindFlags.DepthStencil);
        scene.Stream.Create(new SurfaceObject { Handle = 500, ResourceHandle = depth, Format = VirglFormat.Z32Float });
        uint texture = scene.CreateTexture(2, 2, VirglFormat.R8G8B8A8Unorm, BindFlags.SamplerView, new byte[16]);
        for (uint i = 0; i < 2; i++)
        {
            scene.Stream.Create(new SamplerViewObject
            {
                Handle = 700 + i, ResourceHandle = texture, Format = VirglFormat.R8G8B8A8Unorm, Target = PipeTarget.Texture2D,
                SwizzleR = (Swizzle)i, SwizzleG = Swizzle.Y, SwizzleB = Swizzle.Z, SwizzleA = Swizzle.W,
            });
            scene.Stream.Create(new SamplerStateObject { Handle = 710 + i, MagFilter = (TextureFilter)i, MipFilter = MipFilter.None });
            scene.Stream.Create(new RasterizerObject { Handle = 720 + i, DepthClip = true, FlatShade = i == 1, LineWidth = 1, PointSize = 1 });
            scene.Stream.Create(new DepthStencilAlphaObject { Handle = 730 + i, DepthEnabled = i == 1, AlphaEnabled = i == 1, AlphaFunction = CompareFunction.Greater });
        }
    }

    private static void WriteFrame(GuestScene scene)
    {
        for (uint i = 0; i < 2; i++)
        {
            scene.BindFramebuffer(i == 0 ? 0u : 500u, GuestScene.SurfaceHandle);
            scene.Clear(Vector4.Zero);
            scene.Stream.Bind(VirglObjectType.Rasterizer, 720 + i);
            scene.Stream.Bind(VirglObjectType.DepthStencilAlpha, 730 + i);
            scene.Stream.Write(new SetSamplerViewsCommand { Stage = ShaderStage.Fragment, Handles = new[] { 700 + i } });
            scene.Stream.Write(new BindSamplerStatesCommand { Stage = ShaderStage.Fragment, Handles = new[] { 710 + i } });
            scene.Stream.Write(new SetConstantBufferCommand { Stage = ShaderStage.Fragment, Constants = new uint[] { i, 1, 2, 3, 4, 5, 6, 7 } });
            scene.Draw(3);
        }
    }
}
