using System.Runtime.InteropServices;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using VirglHost.CommandStream;
using VirglHost.CommandStream.Commands;
using VirglHost.Linux;
using VirglHost.OpenGL.Egl;
using VirglHost.Rendering;

namespace VirglHost.Vtest.Tests;

/// <summary>What one frame after another costs the managed heap, from the client's bytes to the answers.</summary>
public sealed class SteadyStateTests
{
    private const uint TargetId = 1;
    private const uint Width = 16;
    private const int FirstFence = 100;
    private const int MoreFrames = 200;

    /// <summary>A session's own beginning and end differ by an object now and then; what a frame made would be at least this, each time.</summary>
    private const int SmallestObjectInBytes = 24;

    /// <summary>Reply of RESOURCE_BUSY_WAIT, twice in a frame.</summary>
    private const int RepliesInBytes = 2 * 12;

    /// <summary>
    /// A frame as Mesa sends it: a submit, a fence to wait for, the picture into shared memory, a wait. Two hundred frames more cost less than the smallest
    /// object for each: the difference of two sessions leaves out what beginning and ending cost, the least of three what a collection made anew to begin with.
    /// </summary>
    [Fact]
    public void Frame_through_the_door_allocates_nothing()
    {
        Serve(frames: 20, fencesPerFrame: 0);
        long few = Least(() => Serve(frames: 20, fencesPerFrame: 0));
        long many = Least(() => Serve(frames: 20 + MoreFrames, fencesPerFrame: 0));

        Assert.InRange(many - few, -MoreFrames * SmallestObjectInBytes, MoreFrames * SmallestObjectInBytes - 1);
    }

    /// <summary>Mesa makes and drops a resource of 8 bytes for each frame's fence: its record is what is left of a frame on the heap.</summary>
    [Fact]
    public void Fence_resource_of_a_frame_costs_its_record_only()
    {
        Serve(frames: 20, fencesPerFrame: 1);
        long few = Least(() => Serve(frames: 20, fencesPerFrame: 1));
        long many = Least(() => Serve(frames: 20 + MoreFrames, fencesPerFrame: 1));

        Assert.InRange((many - few) / MoreFrames, 0, 320);
    }

    /// <summary>The arrays of shared pools go with a collection, and whoever comes next pays for new ones: that is no cost of a frame.</summary>
    private static long Least(Func<long> serve) => Math.Min(serve(), Math.Min(serve(), serve()));

    /// <summary>Bytes that the serving thread, this one, allocates for one client from beginning to end.</summary>
    private static long Serve(int frames, int fencesPerFrame)
    {
        using EglDisplay display = EglDisplay.OpenHeadless();
        using EventFd left = new();
        Complaints complaints = new();
        ILogger log = new LoggerConfiguration().MinimumLevel.Warning().WriteTo.Sink(complaints).CreateLogger();
        RendererOptions options = new() { Refusals = RefusalPolicy.SkipCommand };
        VtestService service = new(new VtestServerOptions { SocketPath = "" }, () => Renderer.Create(display, options, log), log, new SpareDescriptors(64), left);
        (UnixSocket server, UnixSocket client) = UnixSocket.Pair();
        Thread player = new(() => Play(client, frames, fencesPerFrame));
        player.Start();
        long before = GC.GetAllocatedBytesForCurrentThread();
        using (VtestConnection connection = new(server))
        using (VtestSession session = new(connection, service, log))
            session.Run();
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        player.Join();
        client.Dispose();
        Assert.Empty(complaints.Lines);
        return allocated;
    }

    private static void Play(UnixSocket socket, int frames, int fencesPerFrame)
    {
        socket.SendAll([5, 0, 0, 0, 8, 0, 0, 0, (byte)'t', (byte)'e', (byte)'s', (byte)'t', 0]);
        Send(socket, 11, 12, TargetId, 2, 1, 2, Width, Width, 1, 1, 0, 0, Width * Width * 4);
        TakeFile(socket);
        Span<byte> replies = stackalloc byte[RepliesInBytes];
        Send(socket, Begin());
        uint[] submit = Frame();
        for (int frame = 0; frame < frames; frame++)
        {
            Send(socket, submit);
            uint fence = FirstFence + (uint)frame;
            for (int i = 0; i < fencesPerFrame; i++)
            {
                Send(socket, 11, 12, fence, 0, 64, 1 << 17, 8, 1, 1, 1, 0, 0, 8);
                TakeFile(socket);
            }

            Send(socket, 2, 7, fencesPerFrame == 0 ? TargetId : fence, 1);
            Send(socket, 10, 13, TargetId, 0, 0, 0, 0, Width, Width, 1, Width * Width * 4, 0, 2, 7, TargetId, 1);
            socket.ReceiveExactly(replies);
            if (fencesPerFrame != 0)
                Send(socket, 1, 3, fence);
        }

        socket.Shutdown();
    }

    /// <summary>SUBMIT_CMD of what a client makes once.</summary>
    private static uint[] Begin()
    {
        CommandStream.StreamWriter stream = new();
        stream.Create(new CommandStream.Objects.SurfaceObject { Handle = 1, ResourceHandle = TargetId, Format = VirglFormat.B8G8R8A8Unorm });
        return [(uint)stream.Words.Length, 6, .. stream.Words];
    }

    /// <summary>SUBMIT_CMD of a frame.</summary>
    private static uint[] Frame()
    {
        CommandStream.StreamWriter stream = new();
        stream.Write(new SetFramebufferCommand { ColorBufferCount = 1, ColorHandles = new uint[] { 1 } });
        stream.Write(new ClearCommand { Buffers = CommandStream.Gallium.ClearBuffers.Color0, Depth = 1 });
        return [(uint)stream.Words.Length, 6, .. stream.Words];
    }

    private static void Send(UnixSocket socket, params ReadOnlySpan<uint> words) => socket.SendAll(MemoryMarshal.AsBytes(words));

    private static void TakeFile(UnixSocket socket)
    {
        Span<byte> dummy = stackalloc byte[1];
        Span<int> files = stackalloc int[1];
        socket.Receive(dummy, files, out int count);
        Assert.Equal(1, count);
        FileDescriptor.Close(files[0]);
    }

    /// <summary>What the server warned of: a frame that is refused is no frame.</summary>
    private sealed class Complaints : ILogEventSink
    {
        public List<string> Lines { get; } = [];

        public void Emit(LogEvent logEvent) => Lines.Add(logEvent.RenderMessage(System.Globalization.CultureInfo.InvariantCulture));
    }
}
