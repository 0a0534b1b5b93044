using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;
using VirglHost.CommandStream.Objects;
using GuestStage = VirglHost.CommandStream.Gallium.ShaderStage;

namespace VirglHost.Daemon.Tests;

/// <summary>The serving program against peers that are wrong, gone or hostile: sockets, descriptors, protocol, shader dumps.</summary>
public sealed class ServingTests : IDisposable
{
    private const string Shader = "FRAG\nDCL OUT[0], COLOR\nIMM[0] FLT32 {1, 0, 0, 1}\nMOV OUT[0], IMM[0]\nEND\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("virglhost-");

    private string SocketPath => Path.Combine(_folder.FullName, "socket");

    [Theory]
    [InlineData("exec $VIRGLHOST --fd 9", "descriptor 9")]
    [InlineData("exec 9</dev/null; exec $VIRGLHOST --fd 9", "descriptor 9")]
    [InlineData("exec 9<.; exec $VIRGLHOST --fd 9", "descriptor 9")]
    public void Descriptor_that_is_no_connected_socket_is_named_and_64(string line, string expected)
    {
        using RunningProgram program = RunningProgram.StartFromShell(line);

        Assert.Equal(ExitCode.Usage, program.WaitForExit());
        Assert.Contains(expected, program.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", program.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Socket_that_systemd_hands_over_is_served_and_its_file_stays()
    {
        // As systemd does it: the socket is descriptor 3, and the environment says for which process.
        string line = "python3 -c 'import os,socket,sys; s=socket.socket(socket.AF_UNIX); s.bind(sys.argv[1]); s.listen(); os.dup2(s.fileno(), 3); "
            + "os.environ[\"LISTEN_PID\"]=str(os.getpid()); os.environ[\"LISTEN_FDS\"]=\"1\"; os.set_inheritable(3, True); os.execv(os.environ[\"VIRGLHOST\"], [\"virglhost\"])' " + SocketPath;
        using RunningProgram program = RunningProgram.StartFromShell("exec " + line);
        program.WaitForError("listening on descriptor 3");

        using (Socket client = Connect())
            client.Send(new byte[64]);
        program.WaitForError("front-end dropped");
        program.Signal("TERM");

        Assert.Equal(ExitCode.Ok, program.WaitForExit());
        Assert.True(File.Exists(SocketPath));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Socket_file_that_nobody_listens_on_is_replaced(bool isVtest)
    {
        using (Socket dead = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            // .NET takes the file away with the socket; moved aside and back it stays, as after a process that was killed.
            dead.Bind(new UnixDomainSocketEndPoint(SocketPath));
            File.Move(SocketPath, SocketPath + ".kept");
        }
        File.Move(SocketPath + ".kept", SocketPath);
        Assert.True(File.Exists(SocketPath));

        using RunningProgram program = Serve(isVtest);
        using Socket client = Connect();

        Assert.True(client.Connected);
        program.Signal("TERM");
        Assert.Equal(ExitCode.Ok, program.WaitForExit());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Socket_that_another_process_serves_is_left_alone_and_73(bool isVtest)
    {
        using RunningProgram first = Serve(isVtest);

        using RunningProgram second = RunningProgram.Start(Arguments(isVtest));

        Assert.Equal(ExitCode.CannotCreate, second.WaitForExit());
        Assert.Contains(SocketPath, second.Errors, StringComparison.Ordinal);
        using Socket client = Connect();
        Assert.True(client.Connected);
        first.Signal("TERM");
        first.WaitForExit();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void File_that_is_no_socket_is_kept_and_73(bool isVtest)
    {
        File.WriteAllText(SocketPath, "precious");

        using RunningProgram program = RunningProgram.Start(Arguments(isVtest));

        Assert.Equal(ExitCode.CannotCreate, program.WaitForExit());
        Assert.Equal("precious", File.ReadAllText(SocketPath));
    }

    [Fact]
    public void Only_front_end_that_talks_garbage_ends_it_with_76()
    {
        using RunningProgram program = Serve(isVtest: false, "--once");
        using Socket client = Connect();

        client.Send(Encoding.ASCII.GetBytes("GET / HTTP/1.1\r\nHost: not a front-end\r\n\r\n"));

        Assert.Equal(ExitCode.Protocol, program.WaitForExit());
        Assert.Contains("broke the vhost-user protocol", program.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", program.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("BUG", program.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Front_end_that_talks_garbage_leaves_the_door_open_for_the_next()
    {
        using RunningProgram program = Serve(isVtest: false);
        using (Socket client = Connect())
            client.Send(new byte[64]);
        program.WaitForError("front-end dropped");

        using Socket next = Connect();

        Assert.True(next.Connected);
        program.Signal("TERM");
        Assert.Equal(ExitCode.Ok, program.WaitForExit());
    }

    [Fact]
    public void Visitor_that_says_nothing_is_not_the_one_that_once_waits_for()
    {
        // A second virglhost on the same path looks in like this.
        using RunningProgram program = Serve(isVtest: false, "--once");
        Connect().Dispose();
        program.WaitForError("front-end gone");

        using (Socket client = Connect())
            client.Send(new byte[64]);

        Assert.Equal(ExitCode.Protocol, program.WaitForExit());
    }

    [Fact]
    public void Dumped_shaders_are_the_texts_that_arrived_each_once()
    {
        string dump = Path.Combine(_folder.FullName, "shaders");
        using RunningProgram program = Serve(isVtest: true, "--once", "--dump-shaders", dump);
        using (Socket client = Connect())
        {
            Say(client, 8, MemoryMarshal.Cast<byte, uint>("test\0\0\0\0"u8), lengthInBytes: 5);
            Submit(client, 1, GuestStage.Fragment, Shader);
            Submit(client, 2, GuestStage.Fragment, Shader);
            Submit(client, 3, GuestStage.Vertex, "no shader at all");
            client.Shutdown(SocketShutdown.Send);
            Assert.Equal(ExitCode.Ok, program.WaitForExit());
        }

        FileInfo[] files = [.. new DirectoryInfo(dump).GetFiles().OrderBy(file => file.Name, StringComparer.Ordinal)];
        Assert.Equal(2, files.Length);
        Assert.Matches("^Fragment-[0-9a-f]{16}\\.tgsi$", files[0].Name);
        Assert.Equal(Shader, File.ReadAllText(files[0].FullName));
        Assert.Equal("no shader at all", File.ReadAllText(files[1].FullName));
        using RunningProgram check = RunningProgram.Start("translate", files[0].FullName);
        Assert.Equal(ExitCode.Ok, check.WaitForExit());
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string[] Arguments(bool isVtest, params string[] more) =>
        isVtest ? ["vtest", "--socket-path", SocketPath, .. more] : ["--socket-path", SocketPath, "--virgl", .. more];

    private RunningProgram Serve(bool isVtest, params string[] more)
    {
        RunningProgram program = RunningProgram.Start(Arguments(isVtest, more));
        program.WaitForError("listening on " + SocketPath);
        return program;
    }

    private Socket Connect()
    {
        Socket client = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) { ReceiveTimeout = 30_000 };
        client.Connect(new UnixDomainSocketEndPoint(SocketPath));
        return client;
    }

    /// <summary>One vtest message: length and command, then its words.</summary>
    private static void Say(Socket client, uint command, ReadOnlySpan<uint> words, int? lengthInBytes = null)
    {
        uint[] header = [(uint)(lengthInBytes ?? words.Length), command];
        client.Send(MemoryMarshal.AsBytes(header.AsSpan()));
        client.Send(MemoryMarshal.AsBytes(words)[..(lengthInBytes ?? words.Length * sizeof(uint))]);
    }

    private static void Submit(Socket client, uint handle, GuestStage stage, string text)
    {
        byte[] bytes = new byte[(text.Length + 4) & ~3];
        Encoding.ASCII.GetBytes(text, bytes);
        CommandStream.StreamWriter stream = new();
        stream.Create(new ShaderObject { Handle = handle, Stage = stage, TextLengthOrOffset = (uint)text.Length + 1, TokenCount = 300, Text = bytes });
        Say(client, 6, stream.Words);
    }
}
