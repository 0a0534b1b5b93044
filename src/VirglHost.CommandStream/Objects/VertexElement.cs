namespace VirglHost.CommandStream.Objects;

/// <summary>One attribute of a vertex layout.</summary>
/// <param name="SourceOffset">Byte offset in the vertex.</param>
/// <param name="InstanceDivisor">Instances per step; 0 steps per vertex.</param>
/// <param name="VertexBufferIndex">Vertex buffer slot; checked to be below 32.</param>
/// <param name="SourceFormat">Format in memory; not range-checked.</param>
public readonly record struct VertexElement(uint SourceOffset, uint InstanceDivisor, uint VertexBufferIndex, VirglFormat SourceFormat)
{
    /// <summary>Names the fields.</summary>
    /// <param name="visitor">Who is told.</param>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Number("source_offset", SourceOffset);
        visitor.Number("instance_divisor", InstanceDivisor);
        visitor.Number("vertex_buffer_index", VertexBufferIndex);
        visitor.Choice("src_format", SourceFormat);
    }
}
