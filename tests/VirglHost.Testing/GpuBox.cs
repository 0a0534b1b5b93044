namespace VirglHost.Testing;

/// <summary>A box of texels or bytes, as transfers name it.</summary>
/// <param name="X">Left; for buffers the byte offset.</param>
/// <param name="Y">First row.</param>
/// <param name="Z">First layer.</param>
/// <param name="Width">Width; for buffers the number of bytes.</param>
/// <param name="Height">Rows.</param>
/// <param name="Depth">Layers.</param>
public readonly record struct GpuBox(uint X, uint Y, uint Z, uint Width, uint Height, uint Depth)
{
    /// <summary>A rectangle of one layer.</summary>
    public static GpuBox Rectangle(uint x, uint y, uint width, uint height) => new(x, y, 0, width, height, 1);
}
