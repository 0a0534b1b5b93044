namespace VirglHost.Shaders.Tgsi;

/// <summary>The syntax tree of one shader text.</summary>
internal sealed class TgsiShader(ShaderStage stage)
{
    public ShaderStage Stage { get; } = stage;

    public Dictionary<string, uint> Properties { get; } = [];

    public List<TgsiDeclaration> Declarations { get; } = [];

    public List<TgsiImmediate> Immediates { get; } = [];

    public List<TgsiInstruction> Instructions { get; } = [];
}
