using VirglHost.CommandStream.Gallium;

namespace VirglHost.CommandStream.Objects;

/// <summary>CREATE_OBJECT QUERY.</summary>
public readonly record struct QueryObject : IVirglObject<QueryObject>
{
    private static readonly BitField QueryTypeBits = new(0, 16);
    private static readonly BitField IndexBits = new(16, 16);

    /// <summary>Handle the guest names the object by; not zero.</summary>
    public uint Handle { get; init; }

    /// <summary>What is measured; not range-checked.</summary>
    public QueryType QueryType { get; init; }

    /// <summary>Stream, or counter of pipeline statistics.</summary>
    public uint Index { get; init; }

    /// <summary>Ignored.</summary>
    public uint Offset { get; init; }

    /// <summary>Resource that receives the result.</summary>
    public uint ResultHandle { get; init; }

    /// <inheritdoc/>
    public static VirglObjectType Type => VirglObjectType.Query;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out QueryObject decoded)
    {
        if (body.Length != 4)
        {
            decoded = default;
            return false;
        }

        decoded = new QueryObject
        {
            Handle = body[0],
            QueryType = (QueryType)QueryTypeBits.Read(body[1]),
            Index = IndexBits.Read(body[1]),
            Offset = body[2],
            ResultHandle = body[3],
        };
        return decoded.Handle != 0;
    }

    /// <inheritdoc/>
    public void Encode(StreamWriter writer)
    {
        writer.Put(Handle);
        writer.Put(QueryTypeBits.Write((uint)QueryType) | IndexBits.Write(Index));
        writer.Put(Offset);
        writer.Put(ResultHandle);
    }

    /// <inheritdoc/>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Object("handle", Handle, Type);
        visitor.Choice("query_type", QueryType);
        visitor.Number("index", Index);
        visitor.Number("offset", Offset);
        visitor.Resource("res_handle", ResultHandle);
    }
}
