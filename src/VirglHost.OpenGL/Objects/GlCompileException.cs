namespace VirglHost.OpenGL.Objects;

/// <summary>The driver refused a shader or a program.</summary>
public sealed class GlCompileException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="stage">The shader's stage, or <c>None</c> when linking failed.</param>
    /// <param name="log">The driver's message.</param>
    /// <param name="source">The shader's text, empty when linking failed.</param>
    public GlCompileException(GLEnum stage, string log, string source)
        : base($"{(stage == GLEnum.None ? "Linking" : stage)} failed: {log}")
    {
        Stage = stage;
        Log = log;
        SourceText = source;
    }

    /// <summary>The shader's stage, or <c>None</c> when linking failed.</summary>
    public GLEnum Stage { get; }

    /// <summary>The driver's message.</summary>
    public string Log { get; }

    /// <summary>The shader's text, empty when linking failed.</summary>
    public string SourceText { get; }
}
