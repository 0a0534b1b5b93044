namespace VirglHost.CommandStream.Commands;

/// <summary>One plane of an imported resource.</summary>
/// <param name="Stride">Bytes between rows.</param>
/// <param name="Offset">Byte offset of the plane.</param>
public readonly record struct PlaneLayout(uint Stride, uint Offset)
{
    /// <summary>Names the fields.</summary>
    /// <param name="visitor">Who is told.</param>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Number("stride", Stride);
        visitor.Number("offset", Offset);
    }
}
