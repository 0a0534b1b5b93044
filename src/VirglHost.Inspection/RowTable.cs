namespace VirglHost.Inspection;

/// <summary>The lines of the tree in their order, each with its fields in a block.</summary>
internal sealed class RowTable(BlockSequence details, HandleBook book)
{
    /// <summary>All lines.</summary>
    public List<Row> Rows { get; } = [];

    /// <summary>Appends a line.</summary>
    /// <param name="row">The line.</param>
    /// <param name="fields">Its fields as JSON.</param>
    /// <param name="named">Things that the fields name.</param>
    /// <returns>The line's number.</returns>
    public int Add(Row row, ReadOnlySpan<byte> fields, IReadOnlyList<int> named)
    {
        int number = Rows.Count;
        Rows.Add(row);
        details.Add(fields);
        foreach (int thing in named)
            book.Definitions[thing].Uses.Add(number);
        return number;
    }

    /// <summary>Appends a line without fields.</summary>
    public int Add(Row row) => Add(row, "[]"u8, []);
}
