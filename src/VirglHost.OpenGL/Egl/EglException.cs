namespace VirglHost.OpenGL.Egl;

/// <summary>No display or no sufficient context could be had from the host's EGL.</summary>
public sealed class EglException : Exception
{
    /// <summary>Makes the exception.</summary>
    public EglException(string message, IReadOnlyList<EglAttempt>? attempts = null)
        : base(message) => Attempts = attempts ?? [];

    /// <summary>Every try that came before, empty when the library itself is missing.</summary>
    public IReadOnlyList<EglAttempt> Attempts { get; }
}
