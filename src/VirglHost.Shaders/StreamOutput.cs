namespace VirglHost.Shaders;

/// <summary>One piece of an output register that transform feedback captures (virgl-commands.md §4.4).</summary>
/// <param name="Register">OUT register index.</param>
/// <param name="StartComponent">First component, 0 to 3.</param>
/// <param name="ComponentCount">1 to 4, not past component 3.</param>
/// <param name="Buffer">Buffer slot, 0 to 3.</param>
/// <param name="OffsetInWords">Place within the vertex record, in dwords.</param>
/// <param name="Stream">Vertex stream, 0 to 3.</param>
public readonly record struct StreamOutput(int Register, int StartComponent, int ComponentCount, int Buffer, int OffsetInWords, int Stream);
