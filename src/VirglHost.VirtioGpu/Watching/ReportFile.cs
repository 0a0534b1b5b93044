using System.Text;
using Serilog;

namespace VirglHost.VirtioGpu.Watching;

/// <summary>Puts a report where the operator looks: whole into a file, or as one line into the log.</summary>
internal static class ReportFile
{
    /// <param name="report">Who writes it.</param>
    /// <param name="connection">What only the device knows.</param>
    /// <param name="path">The file; null: the log.</param>
    /// <param name="log">Gets the report, or the place where it is.</param>
    public static void Write(ReportWriter report, in DeviceConnection connection, string? path, ILogger log)
    {
        using MemoryStream text = new();
        report.Write(connection, text, isIndented: path is not null);
        if (path is null)
        {
            log.Information("state: {Report:l}", Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length));
            return;
        }

        try
        {
            text.WriteByte((byte)'\n');
            string partial = path + ".part";
            File.WriteAllBytes(partial, text.ToArray());
            File.Move(partial, path, overwrite: true);
            log.Information("state written to {Path}", path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            log.Warning("cannot write the state to {Path}: {Reason}", path, error.Message);
        }
    }
}
