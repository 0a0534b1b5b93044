namespace VirglHost.CommandStream;

/// <summary>The payload of CREATE_OBJECT for one object type; its first word is the handle.</summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
public interface IVirglObject<TSelf>
    where TSelf : struct, IVirglObject<TSelf>, allows ref struct
{
    /// <summary>The object type.</summary>
    static abstract VirglObjectType Type { get; }

    /// <summary>Handle the guest names the object by.</summary>
    uint Handle { get; }

    /// <summary>Reads the words after the header; spans of the result point into <paramref name="body"/>.</summary>
    /// <param name="body">Exactly the words that the header counts.</param>
    /// <param name="decoded">The payload; meaningful only when the answer is true.</param>
    /// <returns>False when the length, the handle, a count or an index is illegal.</returns>
    static abstract bool TryDecode(ReadOnlySpan<uint> body, out TSelf decoded);

    /// <summary>Writes the words after the header: the exact mirror of <see cref="TryDecode"/>.</summary>
    /// <param name="writer">Where the words go.</param>
    void Encode(StreamWriter writer);

    /// <summary>Names every field, in the order of the wire: what an inspection shows.</summary>
    /// <param name="visitor">Who is told.</param>
    void Describe(IFieldVisitor visitor);
}
