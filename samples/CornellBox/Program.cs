using System.CommandLine;
using System.Diagnostics;
using System.Numerics;
using StbImageWriteSharp;
using VirglHost.Linux;
using VirglHost.OpenGL.Egl;
using VirglHost.Samples.CornellBox;
using VirglHost.Testing;

Option<string?> socketPath = new("--socket-path") { Description = "Connect to a virglhost that listens on this socket." };
Option<string?> spawn = new("--spawn") { Description = "Start this virglhost and end it afterwards; arguments after -- are added to its own." };
Option<bool> onHost = new("--glsl") { Description = "Draw with this machine's OpenGL instead, from the GLSL: what the guest's picture must look like." };
Option<string> kind = new("--scene") { Description = "raytraced or pathtraced.", DefaultValueFactory = _ => "pathtraced" };
kind.AcceptOnlyFromAmong("raytraced", "pathtraced");
Option<string?> output = new("--out") { Description = "The picture; SCENE.png unless told." };
Option<int> size = new("--size") { Description = "Pixels along a side.", DefaultValueFactory = _ => 512 };
Option<int> samples = new("--samples") { Description = "Paths per pixel (128 unless told), or rays per pixel along a side of a square (2 unless told)." };
Argument<string[]> backEndArguments = new("virglhost arguments") { Description = "Given to --spawn.", Arity = ArgumentArity.ZeroOrMore };

var root = new RootCommand("Draws a Cornell box on virglhost as a guest would, with shaders sent as TGSI over vhost-user, and keeps the screen as a PNG.")
{
    socketPath, spawn, onHost, kind, output, size, samples, backEndArguments,
};
root.SetAction(parsed =>
{
    bool isPathTraced = parsed.GetValue(kind) == "pathtraced";
    int count = parsed.GetValue(samples) is > 0 and int given ? given : isPathTraced ? 128 : 2;
    int pixels = parsed.GetValue(size);
    string? path = parsed.GetValue(socketPath), program = parsed.GetValue(spawn);
    if ((path is not null ? 1 : 0) + (program is not null ? 1 : 0) + (parsed.GetValue(onHost) ? 1 : 0) != 1 || pixels is < 16 or > 2048 || count > 4096)
    {
        Console.Error.WriteLine("CornellBox: give one of --socket-path, --spawn and --glsl; a size from 16 to 2048; at most 4096 samples");
        return 64;
    }

    var scene = new CornellScene(isPathTraced, pixels, count);
    try
    {
        if (parsed.GetValue(onHost))
        {
            using var host = new HostPainter(scene);
            Draw(scene, host, parsed.GetValue(output));
            return 0;
        }

        using BackEnd backEnd = path is not null ? BackEnd.Connect(path) : BackEnd.Spawn(program!, ["--virgl", .. parsed.GetValue(backEndArguments) ?? []]);
        using var ram = new GuestRam(128 << 20);
        using var frontend = new VhostUserFrontend(backEnd.Socket, ram);
        var guest = new GuestPainter(frontend, scene);
        Draw(scene, guest, parsed.GetValue(output));
        guest.TearDown();
        return 0;
    }
    catch (Exception failure) when (failure is FrontendException or TimeoutException or LinuxException or EglException or InvalidOperationException or IOException or UnauthorizedAccessException)
    {
        Console.Error.WriteLine($"CornellBox: {failure.Message}");
        return 1;
    }
});
return root.Parse(args).Invoke();

static void Draw(CornellScene scene, IPainter painter, string? file)
{
    (int, int, Vector4)[] draws = [.. scene.Draws()];
    long begin = Stopwatch.GetTimestamp(), lastWord = begin;
    for (int i = 0; i < draws.Length; i++)
    {
        (int firstRow, int rows, Vector4 frame) = draws[i];
        painter.Paint(firstRow, rows, frame);
        painter.Show();
        if (i + 1 < draws.Length && Stopwatch.GetElapsedTime(lastWord).TotalSeconds < 2) continue;
        Console.WriteLine($"{scene.Shader}: draw {i + 1} of {draws.Length}, {Stopwatch.GetElapsedTime(begin).TotalSeconds:0.0} s");
        lastWord = Stopwatch.GetTimestamp();
    }

    string path = Path.GetFullPath(file ?? scene.Shader + ".png");
    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
    using FileStream stream = File.Create(path);
    new ImageWriter().WritePng(painter.Read(), scene.Size, scene.Size, ColorComponents.RedGreenBlue, stream);
    Console.WriteLine($"wrote {path}");
}
