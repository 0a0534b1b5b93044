using VirglHost.Testing;

namespace VirglHost.VirtioGpu.Tests;

/// <summary>The device calls a front-end that listens (QEMU with server=on), and is started anew behind a living guest.</summary>
public abstract class ClientModeTests(RingFormat rings)
{
    [Fact]
    public void Restarted_device_takes_over_at_the_guests_next_reset()
    {
        using RunningDevice device = Listening();
        Assert.Equal(0ul, device.Front.ProtocolFeatures & VhostUserFrontend.MemorySlots);
        Show(device, 1);
        for (byte turn = 2; turn <= 4; turn++)
        {
            device.Restart();
            Assert.Equal(2, device.Front.ReadConfig(12, 4)[0]);  // served at once
            device.Front.Reset();
            device.Front.Start();
            Show(device, turn);
            Assert.Empty(device.Front.Display!.Violations);
        }
    }

    [Fact]
    public void Front_end_that_leaves_is_called_again()
    {
        using RunningDevice device = Listening();
        Show(device, 1);
        device.HangUp();
        device.Connect();
        Show(device, 2);
    }

    [Fact]
    public void Device_waits_for_a_front_end_that_does_not_listen_yet_and_can_be_stopped_meanwhile()
    {
        string path = Path.Combine(Path.GetTempPath(), $"virglhost-nobody-{Guid.NewGuid():N}.sock");
        using var stop = new Linux.EventFd();
        GpuServerOutcome? outcome = null;
        var server = new Thread(() => outcome = GpuServer.Run(new GpuServerOptions { ConnectPath = path }, () => null, Serilog.Core.Logger.None, stop));
        server.Start();
        Assert.False(server.Join(700));
        stop.Signal();
        Assert.True(server.Join(5000));
        Assert.Equal(GpuServerOutcome.Stopped, outcome);
    }

    private RunningDevice Listening()
    {
        string path = Path.Combine(Path.GetTempPath(), $"virglhost-qemu-{Guid.NewGuid():N}.sock");
        return new RunningDevice(adjust: options => options with { SocketPath = null, ConnectPath = path }, rings: rings);
    }

    private static void Show(RunningDevice device, byte seed)
    {
        device.Ram.Write(device.CreateImage(1, 64, 48), Patterns.Gradient(64, 48, seed));
        device.Gpu.TransferToHost2D(1, 0, 0, 64, 48, 0);
        device.Gpu.SetScanout(0, 1, 0, 0, 64, 48);
        device.Gpu.Flush(1, 0, 0, 64, 48);
        device.WaitFor(() => device.Front.Display!.Surfaces.GetValueOrDefault(0u) is { } s && Patterns.IsGradient(s, seed), "the picture");
    }
}

public sealed class SplitClientModeTests() : ClientModeTests(RingFormat.Split);

public sealed class PackedClientModeTests() : ClientModeTests(RingFormat.Packed);
