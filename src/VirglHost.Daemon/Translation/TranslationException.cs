namespace VirglHost.Daemon.Translation;

/// <summary>A shader, its key or its GLSL was refused; the message is what the person reads, place included.</summary>
internal sealed class TranslationException(string message, ExitCode code) : Exception(message)
{
    /// <summary>What the process ends with when nothing worse happens.</summary>
    public ExitCode Code => code;
}
