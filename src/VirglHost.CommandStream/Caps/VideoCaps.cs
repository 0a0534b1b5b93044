using System.Runtime.CompilerServices;

namespace VirglHost.CommandStream.Caps;

/// <summary>Thirty-two video profiles of four words; all zero here.</summary>
[InlineArray(128)]
public struct VideoCaps
{
    private uint _first;
}
