namespace VirglHost.CommandStream.Commands;

/// <summary>One vertex buffer slot.</summary>
/// <param name="Stride">Bytes between vertices; 0 repeats one value.</param>
/// <param name="Offset">Byte offset in the buffer.</param>
/// <param name="Handle">Buffer resource; 0 for none.</param>
public readonly record struct VertexBufferBinding(uint Stride, uint Offset, uint Handle)
{
    /// <summary>Names the fields.</summary>
    /// <param name="visitor">Who is told.</param>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Number("stride", Stride);
        visitor.Number("offset", Offset);
        visitor.Resource("handle", Handle);
    }
}
