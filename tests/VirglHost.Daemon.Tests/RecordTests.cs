using System.Numerics;
using VirglHost.CommandStream;
using VirglHost.CommandStream.Commands;
using VirglHost.Linux;
using VirglHost.Testing;
using Picture = VirglHost.Daemon.Pictures.Picture;
using PictureComparison = VirglHost.Daemon.Pictures.PictureComparison;
using StreamWriter = VirglHost.CommandStream.StreamWriter;

namespace VirglHost.Daemon.Tests;

/// <summary>`--record` at the device's door: what a guest was shown is shown again.</summary>
public sealed class RecordTests : IDisposable
{
    private const uint Size = 48, Texture2D = 2, Bgra = 1, RenderTargetAndSampler = 2 | 8, Shown = 1, Shared = 2;
    private const int Frames = 12;

    private readonly string _folder = Directory.CreateTempSubdirectory("virglhost-record-").FullName;
    private readonly StreamWriter _stream = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>
    /// Four contexts paint one texture and copy each other's work, asked for threads of their own: a recording has one order, the guest's.
    /// </summary>
    [Fact]
    public void Guest_of_four_contexts_is_recorded_in_its_order_and_shows_the_same_pictures_again()
    {
        string recording = Path.Combine(_folder, "guest.rec"), live = Path.Combine(_folder, "live"), again = Path.Combine(_folder, "again"), socket = Path.Combine(_folder, "gpu.sock");
        using (RunningProgram program = RunningProgram.Start(
            "--socket-path", socket, "--virgl", "--record", recording, "--png", live, "--png-every", "1", "--context-threads", "3"))
        {
            program.WaitForError("listening on");
            DrawFrames(socket);
            program.Signal("TERM");
            Assert.Equal(ExitCode.Ok, program.WaitForExit());
        }

        using RunningProgram replay = RunningProgram.Start("replay", recording, "--png", again, "--stats");

        Assert.Equal(ExitCode.Ok, replay.WaitForExit());
        Assert.Contains("llvmpipe", replay.Output, StringComparison.OrdinalIgnoreCase);
        // The first is the screen as it was set; --png counts flushes.
        Assert.Contains($" {Frames + 1} pictures, 0 refusals", replay.Output, StringComparison.Ordinal);
        string[] before = Frame(live), after = Frame(again);
        Assert.Equal((Frames, Frames + 1), (before.Length, after.Length));
        for (int frame = 0; frame < Frames; frame++)
        {
            PictureComparison comparison = new(Picture.Read(before[frame]), Picture.Read(after[frame + 1]), 0);
            Assert.Equal((frame, true, 0L), (frame, comparison.IsSameSize, comparison.Differing));
        }

        Assert.NotEqual(0, new PictureComparison(Picture.Read(before[^2]), Picture.Read(before[^1]), 0).Differing);
    }

    private static string[] Frame(string folder) => [.. Directory.GetFiles(folder, "frame-*.png").Order(StringComparer.Ordinal)];

    private void DrawFrames(string socket)
    {
        using GuestRam ram = new(16 << 20);
        using VhostUserFrontend front = new(UnixSocket.Connect(socket), ram);
        GpuDriver gpu = new(front);
        front.Realize();
        front.Start();
        for (uint resource = Shown; resource <= Shared; resource++)
        {
            gpu.CreateResource3D(resource, new GpuResource3D(Texture2D, Bgra, RenderTargetAndSampler, Size, Size));
            gpu.AttachBacking(resource, ram.AllocateScattered((int)(Size * Size * 4)));
        }

        for (uint context = 1; context <= 4; context++)
        {
            gpu.CreateContext(context, "record"u8);
            gpu.AttachResource(context, Shown);
            gpu.AttachResource(context, Shared);
        }

        gpu.SetScanout(0, Shown, 0, 0, Size, Size);
        for (uint frame = 0; frame < Frames; frame++)
        {
            List<PendingCommand> posted = [];
            for (uint row = 0; row < Size; row++)
            {
                // One context paints, another one copies what it painted to the screen.
                posted.Add(Submit(gpu, (frame + row) % 4 + 1, () => _stream.Write(new ClearTextureCommand
                {
                    Handle = Shared, Box = new Box(0, 0, 0, (int)Size, 1, 1), Texel = new RawColor(0xff000000 | BitOperations.RotateLeft((row + frame * Size) * 0x9e3779b1, 7), 0, 0, 0),
                })));
                posted.Add(Submit(gpu, (frame + row * 3 + 1) % 4 + 1, () => _stream.Write(new ResourceCopyRegionCommand
                {
                    DestinationHandle = Shown, DestinationY = (int)row, SourceHandle = Shared, SourceBox = new Box(0, 0, 0, (int)Size, 1, 1),
                })));
                if (posted.Count < 16) continue;
                posted.ForEach(command => gpu.Wait(command));
                posted.Clear();
            }

            posted.ForEach(command => gpu.Wait(command));
            gpu.Flush(Shown, 0, 0, Size, Size);
        }
    }

    private PendingCommand Submit(GpuDriver gpu, uint context, Action write)
    {
        _stream.Clear();
        write();
        byte[] bytes = System.Runtime.InteropServices.MemoryMarshal.AsBytes(_stream.Words).ToArray();
        return gpu.Post(new GpuCommand(0x207, context).Words((uint)bytes.Length, 0).With(bytes).Fence(gpu.NextFence()));
    }
}
