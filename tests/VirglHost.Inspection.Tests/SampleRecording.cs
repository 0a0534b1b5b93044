using System.Numerics;
using VirglHost.CommandStream;
using VirglHost.CommandStream.Commands;
using VirglHost.CommandStream.Gallium;
using VirglHost.CommandStream.Objects;
using VirglHost.Recording;
using VirglHost.Rendering;
using VirglHost.Rendering.Tests;

namespace VirglHost.Inspection.Tests;

/// <summary>Recordings of small scenes, made where they are used.</summary>
internal static class SampleRecording
{
    public const uint OtherBlend = 900;

    /// <summary>What a scene did, as the file that --record would have written.</summary>
    public static byte[] Of(Action<GuestScene> draw, int size = 8, RefusalPolicy refusals = RefusalPolicy.SkipCommand, uint flags = 0, string program = "virglhost test")
    {
        MemoryStream file = new();
        RecordingOrigin origin = new(program, refusals == RefusalPolicy.SkipCommand ? "vtest" : "vhost-user", "llvmpipe", DateTimeOffset.FromUnixTimeMilliseconds(1_800_000_000_123));
        Recorder recorder = new(file, origin, fault => throw fault);
        using (GuestScene scene = new(size, size, flags: flags, options: new RendererOptions { Tap = recorder, Refusals = refusals }))
            draw(scene);
        return file.ToArray();
    }

    /// <summary>A red clear, a green triangle, the same with another blend object, and the picture shown.</summary>
    public static byte[] TwoDraws() => Of(scene =>
    {
        scene.UseShaders(GuestScene.PassVertex, GuestScene.PassFragment);
        scene.UseFullTriangle(new Vector4(0, 1, 0, 1));
        scene.Clear(new Vector4(1, 0, 0, 1));
        scene.Draw(3);
        scene.Submit();
        scene.Stream.Create(new BlendObject { Handle = OtherBlend, Targets = new[] { new BlendTarget { WriteMask = ColorMask.Red }, default, default, default, default, default, default, default } });
        scene.Stream.Bind(VirglObjectType.Blend, OtherBlend);
        scene.Draw(3);
        scene.Pixels();
    });

    /// <summary>Many draws with another colour each, some of them a frame's last.</summary>
    public static byte[] ManyDraws(int draws, int size) => Of(scene =>
    {
        const int DrawsOfFrame = 250;
        scene.UseShaders(GuestScene.PassVertex, "FRAG\nDCL OUT[0], COLOR\nDCL CONST[0]\n  0: MOV OUT[0], CONST[0]\n  1: END\n");
        scene.UseFullTriangle(Vector4.One);
        scene.Stream.Create(new RasterizerObject { Handle = 800, Scissor = true, DepthClip = true, HalfPixelCenter = true, LineWidth = 1, PointSize = 1 });
        scene.Stream.Bind(VirglObjectType.Rasterizer, 800);
        for (int draw = 0; draw < draws; draw++)
        {
            if (draw % DrawsOfFrame == 0)
                scene.Clear(new Vector4(0.1f, 0.1f, 0.12f, 1));
            int cell = draw % DrawsOfFrame;
            int step = Math.Max(size / 16, 1), x = cell % 16 * step, y = cell / 16 * step;
            scene.Stream.Write(new SetScissorsCommand { Rectangles = [new ScissorRectangle((ushort)x, (ushort)y, (ushort)(x + step), (ushort)(y + step))] });
            float hue = draw % 97 / 97f;
            ReadOnlySpan<uint> colour = System.Runtime.InteropServices.MemoryMarshal.Cast<float, uint>([hue, 1 - hue, cell / (float)DrawsOfFrame, 1]);
            scene.Stream.Write(new SetConstantBufferCommand { Stage = ShaderStage.Fragment, Constants = colour });
            scene.Draw(3);
            if (draw % 25 == 24)
                scene.Submit();
            if (draw % DrawsOfFrame == DrawsOfFrame - 1)
                scene.Pixels();
        }
    }, size);
}
