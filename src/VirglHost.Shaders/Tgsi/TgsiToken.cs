namespace VirglHost.Shaders.Tgsi;

/// <summary>A token: its class and its bytes within the text.</summary>
internal readonly record struct TgsiToken(TgsiTokenKind Kind, int Start, int Length);
