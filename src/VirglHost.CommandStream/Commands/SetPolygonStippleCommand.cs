namespace VirglHost.CommandStream.Commands;

/// <summary>SET_POLYGON_STIPPLE: 32 rows; bit 31 of a row is x = 0.</summary>
public readonly ref struct SetPolygonStippleCommand : IVirglCommand<SetPolygonStippleCommand>
{
    /// <summary>Exactly 32 rows.</summary>
    public ReadOnlySpan<uint> Rows { get; init; }

    /// <inheritdoc/>
    public static VirglOpcode Opcode => VirglOpcode.SetPolygonStipple;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out SetPolygonStippleCommand command)
    {
        if (body.Length != 32)
        {
            command = default;
            return false;
        }

        command = new SetPolygonStippleCommand
        {
            Rows = body,
        };
        return true;
    }

    /// <inheritdoc/>
    public void Encode(StreamWriter writer)
    {
        writer.Put(Rows);
    }

    /// <inheritdoc/>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Words("rows", Rows);
    }
}
