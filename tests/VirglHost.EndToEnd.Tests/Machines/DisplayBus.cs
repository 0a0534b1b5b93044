using System.Diagnostics;
using System.Globalization;

namespace VirglHost.EndToEnd.Tests.Machines;

/// <summary>
/// A message bus of its own for QEMU's display `dbus`, over which a viewer says how large its window is. Nobody looks at the pictures there: a listener needs OpenGL in QEMU.
/// </summary>
internal sealed class DisplayBus : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private readonly string _address;
    private readonly Process _daemon;

    /// <param name="folder">Where its socket is made.</param>
    public DisplayBus(string folder)
    {
        string path = Path.Combine(folder, "bus");
        _address = "unix:path=" + path;
        _daemon = Process.Start(new ProcessStartInfo("dbus-daemon", ["--session", "--nofork", "--nopidfile", "--address=" + _address]) { RedirectStandardInput = true, RedirectStandardError = true })!;
        Assert.True(SpinWait.SpinUntil(() => File.Exists(path), Limit), "dbus-daemon does not listen");
    }

    /// <summary>What QEMU is given to show itself there.</summary>
    public string[] QemuOptions => ["-display", "dbus,addr=" + _address];

    /// <summary>Skips the calling test where tools or QEMU's part are missing; tests/run.sh installs them.</summary>
    public static void Require()
    {
        bool found = File.Exists("/usr/bin/dbus-daemon") && File.Exists("/usr/bin/dbus-send") && File.Exists("/usr/lib/x86_64-linux-gnu/qemu/ui-dbus.so");
        Assert.SkipUnless(found, "dbus-daemon, dbus-send or QEMU's display dbus is not installed; tests/run.sh installs them");
    }

    /// <summary>A viewer's window has another size. QEMU waits a moment for further changes before it tells the guest.</summary>
    public void Resize(int width, int height, int head = 0) => Command.Run(
        new Dictionary<string, string> { ["DBUS_SESSION_BUS_ADDRESS"] = _address }, Limit,
        "dbus-send", "--session", "--print-reply", "--dest=org.qemu", string.Create(CultureInfo.InvariantCulture, $"/org/qemu/Display1/Console_{head}"),
        "org.qemu.Display1.Console.SetUIInfo", "uint16:0", "uint16:0", "int32:0", "int32:0",
        string.Create(CultureInfo.InvariantCulture, $"uint32:{width}"), string.Create(CultureInfo.InvariantCulture, $"uint32:{height}"));

    public void Dispose()
    {
        if (!_daemon.HasExited) _daemon.Kill();
        _daemon.WaitForExit();
        _daemon.Dispose();
    }
}
