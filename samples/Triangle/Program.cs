using System.CommandLine;
using VirglHost.Linux;
using VirglHost.Samples.Triangle;
using VirglHost.Testing;

Option<string?> socketPath = new("--socket-path") { Description = "Connect to a back-end that listens on this socket." };
Option<string?> spawn = new("--spawn") { Description = "Start this back-end program with --socket-path and the arguments after --, and end it afterwards." };
Option<string> output = new("--out") { Description = "Folder for the pictures.", DefaultValueFactory = _ => "." };
Option<bool> only2D = new("--2d-only") { Description = "Stop before the first 3D command (for back-ends without VirGL)." };
Argument<string[]> backEndArguments = new("back-end arguments") { Description = "Given to --spawn.", Arity = ArgumentArity.ZeroOrMore };

var root = new RootCommand("Plays QEMU and a guest's driver towards a vhost-user-gpu back-end: uploads a picture, draws a lit triangle on it, checks the screen.")
{
    socketPath, spawn, output, only2D, backEndArguments,
};
root.SetAction(parsed => Run(
    parsed.GetValue(socketPath), parsed.GetValue(spawn), parsed.GetValue(backEndArguments) ?? [], parsed.GetValue(output)!, parsed.GetValue(only2D)));
return root.Parse(args).Invoke();

static int Run(string? socketPath, string? program, string[] arguments, string folder, bool is2DOnly)
{
    if (socketPath is null == program is null)
    {
        Console.Error.WriteLine("Triangle: give either --socket-path or --spawn");
        return 64;
    }

    try
    {
        Directory.CreateDirectory(folder);
        using BackEnd backEnd = socketPath is not null ? BackEnd.Connect(socketPath) : BackEnd.Spawn(program!, arguments);
        using var ram = new GuestRam(128 << 20);
        using var frontend = new VhostUserFrontend(backEnd.Socket, ram);
        if (is2DOnly) frontend.DriverFeatures &= ~VhostUserFrontend.Virgl;
        new GuestWalk(frontend, folder).Run(is2DOnly);
        return 0;
    }
    catch (Exception failure) when (failure is FrontendException or TimeoutException or LinuxException or IOException or UnauthorizedAccessException)
    {
        Console.Error.WriteLine($"Triangle: {failure.Message}");
        return 1;
    }
}
