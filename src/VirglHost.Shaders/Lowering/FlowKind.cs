namespace VirglHost.Shaders.Lowering;

/// <summary>What opened a block.</summary>
internal enum FlowKind
{
    If,
    Else,
    Loop,
    Switch,
}
