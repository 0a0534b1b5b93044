namespace VirglHost.CommandStream;

/// <summary>A command of the stream as named fields. Decoding checks the length, counts and slot limits; nothing that needs a resource or an object.</summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
public interface IVirglCommand<TSelf>
    where TSelf : struct, IVirglCommand<TSelf>, allows ref struct
{
    /// <summary>The command number.</summary>
    static abstract VirglOpcode Opcode { get; }

    /// <summary>Reads the words after the header; spans of the result point into <paramref name="body"/>.</summary>
    /// <param name="body">Exactly the words that the header counts.</param>
    /// <param name="command">The command; meaningful only when the answer is true.</param>
    /// <returns>False when the length, a count or a slot range is illegal.</returns>
    static abstract bool TryDecode(ReadOnlySpan<uint> body, out TSelf command);

    /// <summary>Writes the words after the header: the exact mirror of <see cref="TryDecode"/>.</summary>
    /// <param name="writer">Where the words go.</param>
    void Encode(StreamWriter writer);

    /// <summary>Names every field, in the order of the wire: what an inspection shows.</summary>
    /// <param name="visitor">Who is told.</param>
    void Describe(IFieldVisitor visitor);
}
