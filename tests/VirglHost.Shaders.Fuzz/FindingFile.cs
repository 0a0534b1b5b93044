using System.Globalization;

namespace VirglHost.Shaders.Fuzz;

/// <summary>Keeps what a case found: its text as FILE.tgsi and the reason as FILE.txt.</summary>
internal static class FindingFile
{
    private static readonly string Folder = Path.Combine("artifacts", "fuzz");

    public static void Write(int seed, long number, FuzzCase made, string finding)
    {
        Directory.CreateDirectory(Folder);
        string path = Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"seed-{seed}-case-{number}"));
        File.WriteAllBytes(path + ".tgsi", made.Text);
        File.WriteAllText(path + ".txt", $"{made.Stage}\n{finding}\n");
        Console.Error.WriteLine($"FOUND {path}.tgsi: {finding.Split('\n')[0]}");
    }
}
