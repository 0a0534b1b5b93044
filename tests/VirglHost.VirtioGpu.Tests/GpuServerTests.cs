using System.Net.Sockets;
using Serilog.Core;
using VirglHost.Linux;
using VirglHost.Rendering;

namespace VirglHost.VirtioGpu.Tests;

/// <summary>What keeps the server from starting. No GL is needed: the renderer is only asked for when the options are right.</summary>
public sealed class GpuServerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("virglhost-server-").FullName;
    private readonly EventFd _stop = new();

    public void Dispose()
    {
        _stop.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Neither_path_nor_descriptor_is_refused() => AssertFault(GpuServerFault.InvalidOptions, new GpuServerOptions());

    [Fact]
    public void Path_and_descriptor_together_are_refused() =>
        AssertFault(GpuServerFault.InvalidOptions, new GpuServerOptions { SocketPath = "/tmp/x", SocketFd = 3 });

    [Fact]
    public void Path_longer_than_a_socket_address_is_refused() =>
        AssertFault(GpuServerFault.InvalidOptions, new GpuServerOptions { SocketPath = "/tmp/" + new string('x', 103) });

    [Theory]
    [InlineData(0, 800, 1)]
    [InlineData(1280, 8193, 1)]
    [InlineData(1280, 800, 0)]
    [InlineData(1280, 800, 17)]
    public void Screens_out_of_range_are_refused(int width, int height, int count) => AssertFault(
        GpuServerFault.InvalidOptions, new GpuServerOptions { SocketPath = "/tmp/x", Width = width, Height = height, ScanoutCount = count });

    [Theory]
    [InlineData("")]
    [InlineData("somebody's data")]
    public void File_that_is_no_socket_is_refused_and_left_alone(string content)
    {
        string path = Path.Combine(_folder, "file");
        File.WriteAllText(path, content);
        AssertFault(GpuServerFault.SocketUnusable, new GpuServerOptions { SocketPath = path });
        Assert.Equal(content, File.ReadAllText(path));
    }

    [Fact]
    public void Folder_for_pictures_that_cannot_be_made_is_refused()
    {
        string file = Path.Combine(_folder, "file");
        File.WriteAllText(file, "");
        AssertFault(
            GpuServerFault.PngDirectoryUnusable,
            new GpuServerOptions { SocketPath = Path.Combine(_folder, "s"), PngDirectory = Path.Combine(file, "png") });
    }

    [Fact]
    public void Failure_to_make_the_renderer_comes_out_unchanged_and_leaves_no_socket()
    {
        string path = Path.Combine(_folder, "gpu.sock");
        var failure = new InvalidOperationException("no GL");
        Assert.Same(
            failure,
            Assert.Throws<InvalidOperationException>(
                () => GpuServer.Run(new GpuServerOptions { SocketPath = path }, () => throw failure, Logger.None, _stop)));
        Assert.False(File.Exists(path));
    }

    [Fact]
    public void Front_ends_can_knock_while_the_renderer_is_being_made()
    {
        string path = Path.Combine(_folder, "gpu.sock");
        bool isHeard = false;
        GpuServer.Run(new GpuServerOptions { SocketPath = path }, () =>
        {
            using UnixSocket early = UnixSocket.Connect(path);
            isHeard = true;
            _stop.Signal();
            return null;
        }, Logger.None, _stop);
        Assert.True(isHeard);
    }

    [Fact]
    public void Two_dimensional_device_makes_no_renderer()
    {
        _stop.Signal();
        Assert.Equal(GpuServerOutcome.Stopped, GpuServer.Run(
            new GpuServerOptions { SocketPath = Path.Combine(_folder, "gpu.sock"), Virgl = false }, () => throw new InvalidOperationException("it did"), Logger.None, _stop));
    }

    [Fact]
    public void Folder_that_is_missing_is_refused() =>
        AssertFault(GpuServerFault.SocketUnusable, new GpuServerOptions { SocketPath = Path.Combine(_folder, "missing", "s") }, TestRenderer.Create);

    [Fact]
    public void Socket_of_another_live_process_is_refused_and_a_stale_one_replaced()
    {
        string path = Path.Combine(_folder, "gpu.sock");
        using (UnixSocket other = UnixSocket.Listen(path))
            AssertFault(GpuServerFault.SocketInUse, new GpuServerOptions { SocketPath = path }, TestRenderer.Create);
        // A process that was killed leaves its file behind; .NET's own socket does the same when it is closed.
        using (var killed = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
            killed.Bind(new UnixDomainSocketEndPoint(path));
        _stop.Signal();
        Assert.Equal(
            GpuServerOutcome.Stopped, GpuServer.Run(new GpuServerOptions { SocketPath = path }, TestRenderer.Create, Logger.None, _stop));
    }

    [Fact]
    public void Descriptor_that_is_no_socket_is_refused()
    {
        AssertFault(GpuServerFault.BadDescriptor, new GpuServerOptions { SocketFd = 9999 }, TestRenderer.Create);
    }

    private void AssertFault(GpuServerFault fault, GpuServerOptions options, Func<Renderer?>? create = null)
    {
        create ??= () => throw new InvalidOperationException("the renderer was made too early");
        Assert.Equal(fault, Assert.Throws<GpuServerException>(() => GpuServer.Run(options, create, Logger.None, _stop)).Fault);
    }
}
