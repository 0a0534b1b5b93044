using System.Runtime.CompilerServices;

namespace VirglHost.CommandStream.Caps;

/// <summary>One number per shader stage, indexed by ShaderStage.</summary>
[InlineArray(6)]
public struct PerStage
{
    private uint _first;
}
