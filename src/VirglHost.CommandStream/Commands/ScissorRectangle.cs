namespace VirglHost.CommandStream.Commands;

/// <summary>A scissor rectangle as two packed words; maxima are exclusive.</summary>
/// <param name="MinimumWord">Left edge in bits 0-15, first row in bits 16-31.</param>
/// <param name="MaximumWord">Right edge in bits 0-15, last row in bits 16-31, both exclusive.</param>
public readonly record struct ScissorRectangle(uint MinimumWord, uint MaximumWord)
{
    /// <summary>Packs a rectangle.</summary>
    /// <param name="minX">Left edge.</param>
    /// <param name="minY">First row.</param>
    /// <param name="maxX">Right edge, exclusive.</param>
    /// <param name="maxY">Last row, exclusive.</param>
    public ScissorRectangle(ushort minX, ushort minY, ushort maxX, ushort maxY)
        : this(minX | ((uint)minY << 16), maxX | ((uint)maxY << 16))
    {
    }

    /// <summary>Left edge.</summary>
    public int MinX => (int)(MinimumWord & 0xFFFF);

    /// <summary>First row.</summary>
    public int MinY => (int)(MinimumWord >> 16);

    /// <summary>Right edge, exclusive.</summary>
    public int MaxX => (int)(MaximumWord & 0xFFFF);

    /// <summary>Last row, exclusive.</summary>
    public int MaxY => (int)(MaximumWord >> 16);

    /// <summary>Names the fields.</summary>
    /// <param name="visitor">Who is told.</param>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Signed("min_x", MinX);
        visitor.Signed("min_y", MinY);
        visitor.Signed("max_x", MaxX);
        visitor.Signed("max_y", MaxY);
    }
}
