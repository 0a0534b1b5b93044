using System.Diagnostics;

namespace VirglHost.EndToEnd.Tests.Machines;

/// <summary>What the tests stand on: the repository, the published daemon, the built guest, and a folder for logs and pictures.</summary>
internal static class Workplace
{
    /// <summary>Folder that holds VirglHost.sln.</summary>
    public static string Root { get; } = FindRoot();

    private static readonly Lazy<string> PublishedDaemon = new(() =>
    {
        if (Environment.GetEnvironmentVariable("VIRGLHOST_DAEMON") is { Length: > 0 } other) return other;
        Script("samples/lib/publish.sh");
        return Path.Combine(Root, "artifacts/virglhost/virglhost");
    });

    private static readonly Lazy<string> BuiltGuest = new(() => Script("samples/guest/build.sh", "system"));

    /// <summary>Where tests leave logs and pictures for people: artifacts/test-results/guest.</summary>
    public static string Results { get; } = Directory.CreateDirectory(Path.Combine(Root, "artifacts/test-results/guest")).FullName;

    /// <summary>The published program, published now when its sources have changed; or the build that VIRGLHOST_DAEMON names.</summary>
    public static string Daemon => PublishedDaemon.Value;

    /// <summary>Folder with the guest's kernel and initramfs; built now when missing.</summary>
    public static string Guest => BuiltGuest.Value;

    /// <summary>Skips the calling test where there is no QEMU; tests/run.sh installs it, and counts a skip as a failure with CI=true.</summary>
    public static void RequireQemu()
    {
        bool found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "qemu-system-x86_64")));
        Assert.SkipUnless(found, "qemu-system-x86_64 is not installed; tests/run.sh installs it");
    }

    /// <summary>A new empty folder with a path short enough for Unix sockets.</summary>
    public static string NewRunFolder() => Directory.CreateTempSubdirectory("virglhost-e2e-").FullName;

    /// <summary>Runs a script of the repository to its end and returns the last line of its output.</summary>
    private static string Script(string path, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(Root, path), arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{path} ended with {process.ExitCode}:\n{output}{errors.Result}");
        return output.TrimEnd().Split('\n')[^1];
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "VirglHost.sln"))) return folder.FullName;
        }
        throw new DirectoryNotFoundException("VirglHost.sln is in no folder above " + AppContext.BaseDirectory);
    }
}
