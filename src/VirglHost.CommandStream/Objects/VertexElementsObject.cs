using System.Runtime.InteropServices;

namespace VirglHost.CommandStream.Objects;

/// <summary>CREATE_OBJECT VERTEX_ELEMENTS: layout of the vertex attributes; element i feeds input i.</summary>
public readonly ref struct VertexElementsObject : IVirglObject<VertexElementsObject>
{
    /// <summary>Handle the guest names the object by; not zero.</summary>
    public uint Handle { get; init; }

    /// <summary>At most 32 elements.</summary>
    public ReadOnlySpan<VertexElement> Elements { get; init; }

    /// <inheritdoc/>
    public static VirglObjectType Type => VirglObjectType.VertexElements;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out VertexElementsObject decoded)
    {
        decoded = default;
        if (body.Length is < 1 or > 1 + 4 * StreamLimits.VertexAttributes || body.Length % 4 != 1 || body[0] == 0)
            return false;
        ReadOnlySpan<VertexElement> elements = MemoryMarshal.Cast<uint, VertexElement>(body[1..]);
        foreach (ref readonly VertexElement element in elements)
        {
            if (element.VertexBufferIndex >= StreamLimits.VertexAttributes)
                return false;
        }

        decoded = new VertexElementsObject { Handle = body[0], Elements = elements };
        return true;
    }

    /// <inheritdoc/>
    public void Encode(StreamWriter writer)
    {
        writer.Put(Handle);
        writer.Put(MemoryMarshal.Cast<VertexElement, uint>(Elements));
    }

    /// <inheritdoc/>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Object("handle", Handle, Type);
        for (int i = 0; i < Elements.Length; i++)
        {
            visitor.BeginItem("vertex_element", i);
            Elements[i].Describe(visitor);
            visitor.EndItem();
        }
    }
}
