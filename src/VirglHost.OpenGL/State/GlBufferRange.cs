namespace VirglHost.OpenGL;

/// <summary>A range of a buffer; the default unbinds.</summary>
/// <param name="Buffer">Buffer name, 0 for none.</param>
/// <param name="Offset">First byte, aligned as the binding point demands.</param>
/// <param name="Size">Length in bytes, above 0 unless the buffer is 0.</param>
public readonly record struct GlBufferRange(uint Buffer, nint Offset, nuint Size);
