namespace VirglHost.Shaders;

/// <summary>Why a shader was refused, and where in its text.</summary>
/// <param name="Line">1-based line.</param>
/// <param name="Column">1-based column in bytes.</param>
/// <param name="Message">English, without a trailing full stop.</param>
public readonly record struct ShaderDiagnostic(int Line, int Column, string Message)
{
    /// <summary><c>line:column: message</c></summary>
    public override string ToString() => $"{Line}:{Column}: {Message}";
}
