namespace VirglHost.Shaders.Tgsi;

/// <summary>
/// Carries a refusal from deep inside parsing or lowering to <see cref="ShaderTranslator.Parse(ReadOnlySpan{byte}, ShaderStage, GlslHostFeatures)"/>, the only place that catches it. It never
/// leaves this project.
/// </summary>
internal sealed class TgsiRefusal : Exception
{
    public TgsiRefusal(int offset, string message)
        : base(message) => Offset = offset;

    /// <summary>Byte offset within the text.</summary>
    public int Offset { get; }
}
