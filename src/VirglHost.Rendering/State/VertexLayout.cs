using VirglHost.CommandStream;
using VirglHost.CommandStream.Objects;
using VirglHost.OpenGL;
using VirglHost.OpenGL.Objects;
using VirglHost.Rendering.Formats;
using VirglHost.Rendering.Resources;

namespace VirglHost.Rendering.State;

/// <summary>One bound vertex buffer; <see cref="Resource"/> is null where the slot is empty.</summary>
internal record struct VertexBufferSlot(RenderResource? Resource, uint Offset, uint Stride);

/// <summary>
/// A VERTEX_ELEMENTS object as a GL vertex array. Element i feeds attribute i. GL's divisor belongs to a buffer binding and the guest's to an element,
/// so that elements share a binding only where buffer, divisor and far offset agree.
/// </summary>
internal sealed class VertexLayout : GuestObject
{
    private const uint MaxRelativeOffset = 2047;

    private readonly GlShareGroup _group;
    private readonly GlVertexAttribute[] _attributes;
    private readonly Binding[] _bindings;
    private GlVertexArray? _array;

    /// <summary>Translates the elements; a format that is no vertex format is the guest's fault.</summary>
    public VertexLayout(GlShareGroup group, ReadOnlySpan<VertexElement> elements)
        : base(VirglObjectType.VertexElements)
    {
        _group = group;
        _attributes = new GlVertexAttribute[elements.Length];
        List<Binding> bindings = [];
        for (int i = 0; i < elements.Length; i++)
        {
            VertexElement element = elements[i];
            if (!FormatTable.TryGetVertex(element.SourceFormat, out VertexFormat format))
            {
                throw GuestFaults.IllegalVertexFormat(element.SourceFormat);
            }

            uint farOffset = element.SourceOffset > MaxRelativeOffset ? element.SourceOffset : 0;
            Binding binding = new((int)element.VertexBufferIndex, element.InstanceDivisor, farOffset);
            int slot = bindings.IndexOf(binding);
            if (slot < 0)
            {
                slot = bindings.Count;
                bindings.Add(binding);
            }

            _attributes[i] = new GlVertexAttribute
            {
                Enabled = true,
                Binding = (uint)slot,
                Size = format.IsBgra ? (int)GLEnum.Bgra : format.ComponentCount,
                Type = format.Type,
                Kind = format.IsInteger ? GlVertexKind.Integer : GlVertexKind.Float,
                Normalized = format.IsNormalized,
                RelativeOffset = element.SourceOffset - farOffset,
            };
            IntegerAttributes |= format is { IsInteger: true, IsSigned: true } ? 1u << i : 0;
            UnsignedAttributes |= format is { IsInteger: true, IsSigned: false } ? 1u << i : 0;
        }

        _bindings = [.. bindings];
    }

    /// <summary>Bit i: element i holds signed integers.</summary>
    public uint IntegerAttributes { get; }

    /// <summary>Bit i: element i holds unsigned integers.</summary>
    public uint UnsignedAttributes { get; }

    /// <summary>Number of elements.</summary>
    public int AttributeCount => _attributes.Length;

    /// <summary>Number of GL buffer bindings that the elements need.</summary>
    public int BindingCount => _bindings.Length;

    /// <summary>The GL vertex array, with the buffers and the index buffer given; attributes whose slot is empty are off and read as 0, 0, 0, 1.</summary>
    public uint Apply(ReadOnlySpan<VertexBufferSlot> buffers, uint indexBuffer)
    {
        GlVertexArray array = _array ??= Create();
        uint missing = 0;
        for (int i = 0; i < _bindings.Length; i++)
        {
            ref readonly Binding binding = ref _bindings[i];
            ref readonly VertexBufferSlot slot = ref buffers[binding.Slot];
            long offset = (long)slot.Offset + binding.FarOffset;
            if (slot.Resource?.Buffer is { } buffer && offset < slot.Resource.SizeInBytes)
            {
                array.SetBuffer((uint)i, buffer.Name, (nint)offset, slot.Stride);
            }
            else
            {
                missing |= 1u << i;
            }
        }

        for (int i = 0; i < _attributes.Length; i++)
        {
            bool isEnabled = (missing >> (int)_attributes[i].Binding & 1) == 0;
            if (_attributes[i].Enabled != isEnabled)
            {
                _attributes[i] = _attributes[i] with { Enabled = isEnabled };
                array.SetAttribute((uint)i, _attributes[i]);
            }
        }

        array.SetElementBuffer(indexBuffer);
        return array.Name;
    }

    /// <inheritdoc/>
    protected override void DisposeNames(GlSession session) => _array?.Dispose();

    private GlVertexArray Create()
    {
        GlVertexArray array = GlVertexArray.Create(_group);
        for (int i = 0; i < _attributes.Length; i++)
        {
            array.SetAttribute((uint)i, _attributes[i]);
        }

        for (int i = 0; i < _bindings.Length; i++)
        {
            array.SetDivisor((uint)i, _bindings[i].Divisor);
        }

        return array;
    }

    private readonly record struct Binding(int Slot, uint Divisor, uint FarOffset);
}
