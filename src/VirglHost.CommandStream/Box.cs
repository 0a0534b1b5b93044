namespace VirglHost.CommandStream;

/// <summary>A guest's box in texels of one level (bytes for buffers); untrusted: any field may be negative or huge. Blits mirror through negative sizes.</summary>
/// <param name="X">Left edge, or byte offset in a buffer.</param>
/// <param name="Y">First row, or layer of nothing: 1D arrays keep their layers in Z.</param>
/// <param name="Z">First slice, layer or face.</param>
/// <param name="Width">Width, or byte count in a buffer.</param>
/// <param name="Height">Rows.</param>
/// <param name="Depth">Slices, layers or faces.</param>
public readonly record struct Box(int X, int Y, int Z, int Width, int Height, int Depth);
