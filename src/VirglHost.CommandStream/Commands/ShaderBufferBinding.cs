namespace VirglHost.CommandStream.Commands;

/// <summary>One storage or atomic buffer slot.</summary>
/// <param name="Offset">Byte offset in the buffer.</param>
/// <param name="Length">Length in bytes.</param>
/// <param name="Handle">Buffer resource; 0 unbinds.</param>
public readonly record struct ShaderBufferBinding(uint Offset, uint Length, uint Handle)
{
    /// <summary>Names the fields.</summary>
    /// <param name="visitor">Who is told.</param>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Number("offset", Offset);
        visitor.Number("length", Length);
        visitor.Resource("handle", Handle);
    }
}
