using VirglHost.CommandStream.Gallium;

namespace VirglHost.CommandStream.Objects;

/// <summary>Stencil test of one face, as the packed word of the wire.</summary>
/// <param name="Word">The packed word.</param>
public readonly record struct StencilSide(uint Word)
{
    private static readonly BitField EnabledBits = new(0, 1);
    private static readonly BitField FunctionBits = new(1, 3);
    private static readonly BitField FailBits = new(4, 3);
    private static readonly BitField DepthPassBits = new(7, 3);
    private static readonly BitField DepthFailBits = new(10, 3);
    private static readonly BitField ValueMaskBits = new(13, 8);
    private static readonly BitField WriteMaskBits = new(21, 8);

    /// <summary>Whether the test is on (for the back: whether it differs from the front).</summary>
    public bool Enabled { get => EnabledBits.Read(Word) != 0; init => Word = (Word & ~EnabledBits.Write(true)) | EnabledBits.Write(value); }

    /// <summary>The comparison.</summary>
    public CompareFunction Function { get => (CompareFunction)FunctionBits.Read(Word); init => Word = Replace(FunctionBits, (uint)value); }

    /// <summary>When the stencil test fails.</summary>
    public StencilOperation FailOperation { get => (StencilOperation)FailBits.Read(Word); init => Word = Replace(FailBits, (uint)value); }

    /// <summary>When both tests pass.</summary>
    public StencilOperation DepthPassOperation { get => (StencilOperation)DepthPassBits.Read(Word); init => Word = Replace(DepthPassBits, (uint)value); }

    /// <summary>When only the depth test fails.</summary>
    public StencilOperation DepthFailOperation { get => (StencilOperation)DepthFailBits.Read(Word); init => Word = Replace(DepthFailBits, (uint)value); }

    /// <summary>Bits compared.</summary>
    public uint ValueMask { get => ValueMaskBits.Read(Word); init => Word = Replace(ValueMaskBits, value); }

    /// <summary>Bits written.</summary>
    public uint WriteMask { get => WriteMaskBits.Read(Word); init => Word = Replace(WriteMaskBits, value); }

    private uint Replace(BitField field, uint value) => (Word & ~field.Write(uint.MaxValue)) | field.Write(value);

    /// <summary>Names the fields.</summary>
    /// <param name="visitor">Who is told.</param>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Flag("enabled", Enabled);
        visitor.Choice("func", Function);
        visitor.Choice("fail_op", FailOperation);
        visitor.Choice("zpass_op", DepthPassOperation);
        visitor.Choice("zfail_op", DepthFailOperation);
        visitor.Mask("valuemask", ValueMask);
        visitor.Mask("writemask", WriteMask);
    }
}
