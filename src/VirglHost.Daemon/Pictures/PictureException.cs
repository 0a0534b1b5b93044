namespace VirglHost.Daemon.Pictures;

/// <summary>A picture cannot be read or written; the message is one line for stderr that names the file.</summary>
internal sealed class PictureException(string message, ExitCode code, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>How the process ends.</summary>
    public ExitCode Code { get; } = code;
}
