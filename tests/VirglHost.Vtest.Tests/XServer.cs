using System.Diagnostics;

namespace VirglHost.Vtest.Tests;

/// <summary>An X server without a screen of its own (Xvfb) whose picture can be read, and the programs that draw on it.</summary>
internal sealed class XServer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Preloaded into every program. Its clock stands still, so that animations do. And virpipe of Mesa 22.3 knows no VTEST_SOCKET_NAME: its connection to
    /// the one default path goes where that variable says.
    /// </summary>
    private const string Preloaded =
        """
        #define _GNU_SOURCE
        #include <dlfcn.h>
        #include <stdlib.h>
        #include <string.h>
        #include <sys/socket.h>
        #include <sys/time.h>
        #include <sys/un.h>
        int gettimeofday(struct timeval *t, void *zone) { (void)zone; t->tv_sec = 1000; t->tv_usec = 0; return 0; }
        int connect(int fd, const struct sockaddr *address, socklen_t length)
        {
            int (*real)(int, const struct sockaddr *, socklen_t) = (int (*)(int, const struct sockaddr *, socklen_t))dlsym(RTLD_NEXT, "connect");
            const struct sockaddr_un *asked = (const struct sockaddr_un *)address;
            const char *path = getenv("VTEST_SOCKET_NAME");
            struct sockaddr_un ours = { .sun_family = AF_UNIX };
            if (!path || address->sa_family != AF_UNIX || strcmp(asked->sun_path, "/tmp/.virgl_test"))
                return real(fd, address, length);
            strncpy(ours.sun_path, path, sizeof ours.sun_path - 1);
            return real(fd, (const struct sockaddr *)&ours, sizeof ours);
        }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("xvfb-");
    private readonly Process _server;
    private readonly string _display;

    private XServer()
    {
        ProcessStartInfo start = new("Xvfb", ["-displayfd", "1", "-screen", "0", "800x600x24", "-fbdir", _folder.FullName, "-nolisten", "tcp", "-noreset"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _server = Process.Start(start)!;
        _display = ":" + _server.StandardOutput.ReadLine();
        _server.ErrorDataReceived += (_, _) => { };
        _server.BeginErrorReadLine();
    }

    private string PreloadedLibrary => Path.Combine(_folder.FullName, "preloaded.so");

    /// <summary>Starts a server, or skips the test with a reason where a tool is missing (fails where CI=true).</summary>
    public static XServer StartOrSkip(string program)
    {
        foreach (string tool in (string[])["Xvfb", "gcc", program])
        {
            bool isThere = Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, tool)));
            Assert.SkipUnless(isThere || Environment.GetEnvironmentVariable("CI") == "true", $"{tool} is not installed (tests/run.sh installs it)");
        }
        return new XServer();
    }

    /// <summary>Runs a program to its end and gives what it printed.</summary>
    public string RunToEnd((string Name, string Value)[] environment, string program, params string[] arguments)
    {
        using Process process = Start(environment, program, arguments);
        using Timer watchdog = new(_ => process.Kill(), null, Patience * 3, Timeout.InfiniteTimeSpan);
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}\n{output}");
        return output;
    }

    /// <summary>Runs a program until it has printed a line that begins with <paramref name="wanted"/>, and gives that line.</summary>
    public string ReadLine((string Name, string Value)[] environment, string wanted, string program, params string[] arguments)
    {
        using Process process = Start(environment, program, arguments);
        using Timer watchdog = new(_ => process.Kill(), null, Patience, Timeout.InfiniteTimeSpan);
        string? line;
        do line = process.StandardOutput.ReadLine();
        while (line is not null && !line.StartsWith(wanted, StringComparison.Ordinal));
        process.Kill();
        process.WaitForExit();
        return line ?? throw new InvalidOperationException($"{program} never said '{wanted}'");
    }

    /// <summary>Runs a program whose clock stands still until the screen shows something and then no longer changes.</summary>
    public Screenshot Photograph((string Name, string Value)[] environment, string program)
    {
        Screenshot before = Read();
        using Process process = Start(environment, program, []);
        try
        {
            return WaitForStillPicture(process, before);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
            process.WaitForExit();
            WaitForEmptyScreen(before);
        }
    }

    public void Dispose()
    {
        _server.Kill();
        _server.WaitForExit();
        _server.Dispose();
        _folder.Delete(recursive: true);
    }

    private Screenshot WaitForStillPicture(Process process, Screenshot before)
    {
        Screenshot last = before;
        int same = 0;
        for (Stopwatch clock = Stopwatch.StartNew(); clock.Elapsed < Patience;)
        {
            Thread.Sleep(200);
            Assert.False(process.HasExited, $"{process.StartInfo.FileName} ended with {(process.HasExited ? process.ExitCode : 0)}");
            Screenshot now = Read();
            same = now.Equals(last) ? same + 1 : 0;
            last = now;
            if (same >= 4 && now.CountColours() > 2)
                return now;
        }
        return last;
    }

    private void WaitForEmptyScreen(Screenshot before)
    {
        for (Stopwatch clock = Stopwatch.StartNew(); clock.Elapsed < Patience && !Read().Equals(before);)
            Thread.Sleep(50);
    }

    private Screenshot Read() => Screenshot.Read(Path.Combine(_folder.FullName, "Xvfb_screen0"));

    private Process Start((string Name, string Value)[] environment, string program, string[] arguments)
    {
        Compile();
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true };
        start.Environment["LD_PRELOAD"] = PreloadedLibrary;
        start.Environment["DISPLAY"] = _display;
        start.Environment["LIBGL_ALWAYS_SOFTWARE"] = "1";
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private void Compile()
    {
        if (File.Exists(PreloadedLibrary))
            return;
        string source = Path.ChangeExtension(PreloadedLibrary, ".c");
        File.WriteAllText(source, Preloaded);
        using Process compiler = Process.Start("gcc", ["-shared", "-fPIC", "-o", PreloadedLibrary, source, "-ldl"]);
        compiler.WaitForExit();
        Assert.Equal(0, compiler.ExitCode);
    }
}
