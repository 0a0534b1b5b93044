using System.Text;

namespace VirglHost.Shaders.Fuzz;

/// <summary>tests/fuzz.sh: damaged shaders must end in a diagnostic or a translation, within time, stack and memory.</summary>
internal static class Program
{
    private const int WrongUsage = 64;

    public static int Main(string[] arguments)
    {
        if (FuzzOptions.Parse(arguments) is not { } options)
        {
            Console.Error.WriteLine(FuzzOptions.Usage);
            return WrongUsage;
        }
        SeedCorpus corpus = SeedCorpus.Load();
        if (options.Show is { } number)
            return Show(FuzzCase.Make(corpus, options.Seed, number));
        if (options.KeepFolder is { } folder)
            Directory.CreateDirectory(folder);
        if (options.StateFile is { } stateFile)
        {
            using ProgressRecord record = ProgressRecord.Open(stateFile);
            Worker.RunOnSmallStack(new Worker(options, corpus, record).Run);
            return 0;
        }
        using Supervisor supervisor = new(options, corpus);
        return supervisor.Run() ? 0 : 1;
    }

    private static int Show(FuzzCase shown)
    {
        Console.WriteLine($"{shown.Stage}\n{Encoding.Latin1.GetString(shown.Text)}");
        Worker.RunOnSmallStack(() =>
        {
            ShaderParseResult result = ShaderTranslator.Parse(shown.Text, shown.Stage);
            Console.WriteLine(result.IsValid ? "accepted" : string.Join('\n', result.Diagnostics));
            shown.Run();
        });
        return 0;
    }
}
