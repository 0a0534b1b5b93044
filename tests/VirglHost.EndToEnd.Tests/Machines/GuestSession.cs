using System.Diagnostics;
using VirglHost.Testing;

namespace VirglHost.EndToEnd.Tests.Machines;

/// <summary>One virglhost with a picture folder, and the guest on it. Guests come and go; the daemon stays.</summary>
internal sealed class GuestSession : IDisposable
{
    /// <summary>The guest restores no text console, so that a program's last frame stays the last picture.</summary>
    public static readonly string[] WithoutConsole = ["--one-mode", "--size", "800x600", "--append", "drm_kms_helper.fbdev_emulation=0"];

    /// <summary>The guest's text console on the screen, as any Debian boots; without a cursor, whose blinking would keep the picture from standing still.</summary>
    public static readonly string[] WithConsole = ["--one-mode", "--size", "800x600", "--append", "vt.global_cursor_default=0"];

    private readonly string _folder = Workplace.NewRunFolder();
    private readonly string _socket;
    private readonly string _pictures;
    private GuestMachine? _machine;

    public GuestSession(string name, params string[] daemonOptions)
    {
        Workplace.RequireQemu();
        Name = name;
        _socket = Path.Combine(_folder, "gpu.sock");
        _pictures = Path.Combine(_folder, "png");
        Daemon = DaemonProcess.Listen(_socket, ["--png", _pictures, .. daemonOptions]);
    }

    /// <summary>Prefix of the files that this session leaves for people.</summary>
    public string Name { get; }

    public DaemonProcess Daemon { get; }

    /// <summary>The running guest; booted on first use.</summary>
    public GuestMachine Machine => _machine ??= GuestMachine.Boot(_socket, WithoutConsole);

    /// <summary>Place for further sockets and files of this session.</summary>
    public string Folder => _folder;

    /// <summary>virglhost's newest picture of the screen.</summary>
    public string Latest => LatestOf(0);

    /// <summary>Boots another guest on the same daemon; the one before must be gone.</summary>
    public void BootAgain(string[] options) => _machine = GuestMachine.Boot(_socket, options);

    /// <summary>Kills QEMU as a crash would.</summary>
    public void KillMachine()
    {
        Machine.Kill();
        _machine!.Dispose();
        _machine = null;
    }

    /// <summary>Draws exactly that many frames of kmscube and returns the picture of the last.</summary>
    public Picture DrawCube(int frames, string keepAs)
    {
        EndPrograms();
        Machine.Run($"kmscube -c {frames} > /tmp/kmscube.log 2>&1", 120);
        return Keep(keepAs, WaitForStillPicture());
    }

    /// <summary>Starts kmscube and returns once virglhost has written a picture of the cube.</summary>
    public void StartCube()
    {
        EndPrograms();
        Machine.Run("(kmscube -c 100000 < /run/keyboard > /tmp/kmscube.log 2>&1) &");
        var clock = Stopwatch.StartNew();
        while (!File.Exists(Latest) || Picture.Load(Latest).CountColours() < 1000)
        {
            if (clock.Elapsed > TimeSpan.FromSeconds(60))
                Assert.Fail($"kmscube drew nothing:\n{Machine.TryRun("ps; cut -c1-200 /tmp/kmscube.log").Output}\n{string.Join('\n', Daemon.Log.TakeLast(30))}");
            Thread.Sleep(100);
        }
    }

    /// <summary>Lets kmscube draw for some frames, and freezes it: the screen then stands still.</summary>
    public void FreezeCube()
    {
        StartCube();
        Machine.Run("killall -STOP kmscube; sleep 1");
    }

    /// <summary>Ends what earlier tests may have left running in the guest, and takes the picture away.</summary>
    public void EndPrograms()
    {
        // A killed program keeps the display until the kernel has taken its screen down, which a slow machine needs more than a second for.
        Machine.Run("killall -q -KILL kmscube glmark2-es2-drm && sleep 1; for i in $(seq 200); do " +
            @"grep -lsE '\((kmscube|glmark2-es2-drm)\) [^Z]' /proc/[0-9]*/stat > /dev/null || break; sleep 0.1; done; true", 60);
        File.Delete(Latest);
    }

    /// <summary>Waits until latest.png exists and has not been replaced for a while, longer than virglhost's interval between two of them.</summary>
    public Picture WaitForStillPicture(int head = 0)
    {
        string latest = LatestOf(head);
        var clock = Stopwatch.StartNew();
        DateTime last = default;
        var still = Stopwatch.StartNew();
        while (clock.Elapsed < TimeSpan.FromSeconds(30))
        {
            DateTime written = File.Exists(latest) ? File.GetLastWriteTimeUtc(latest) : default;
            if (written != last) (last, still) = (written, Stopwatch.StartNew());
            else if (written != default && still.Elapsed > TimeSpan.FromSeconds(1)) return Picture.Load(latest);
            Thread.Sleep(50);
        }
        Assert.Fail($"no still picture {latest} after 30 s:\n{string.Join('\n', Daemon.Log.TakeLast(30))}");
        return null!;
    }

    /// <summary>Leaves a copy of the newest picture in artifacts/test-results/guest for people to look at.</summary>
    public Picture Keep(string name, Picture picture)
    {
        File.Copy(Latest, Path.Combine(Workplace.Results, $"{Name}-{name}.png"), overwrite: true);
        return picture;
    }

    public void Dispose()
    {
        _machine?.Dispose();
        if (Daemon.IsRunning) Daemon.Terminate(TimeSpan.FromSeconds(30));
        File.WriteAllLines(Path.Combine(Workplace.Results, Name + "-virglhost.log"), Daemon.Log);
        Daemon.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private string LatestOf(int head) => Path.Combine(_pictures, head == 0 ? "" : $"scanout-{head}", "latest.png");
}
