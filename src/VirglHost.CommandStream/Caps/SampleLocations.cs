using System.Runtime.CompilerServices;

namespace VirglHost.CommandStream.Caps;

/// <summary>Sample positions: 2x in word 0, 4x in word 1, 8x in words 2-3, 16x in words 4-7; sample k is byte k % 4, x in the high nibble.</summary>
[InlineArray(8)]
public struct SampleLocations
{
    private uint _first;
}
