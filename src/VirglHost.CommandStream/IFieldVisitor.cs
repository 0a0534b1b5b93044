using System.Numerics;

namespace VirglHost.CommandStream;

/// <summary>
/// Is told every field of a command or object in the order of the wire, under the name that the protocol (or Gallium's structure behind it) gives it. Spans are
/// valid during the call only.
/// </summary>
public interface IFieldVisitor
{
    /// <summary>A plain number.</summary>
    void Number(string name, uint value);

    /// <summary>A number that may be negative.</summary>
    void Signed(string name, int value);

    /// <summary>A number with a fraction.</summary>
    void Real(string name, double value);

    /// <summary>Yes or no.</summary>
    void Flag(string name, bool value);

    /// <summary>Bits that are read best in base sixteen.</summary>
    void Mask(string name, uint value);

    /// <summary>A number with a name, or several bits with names; it may lie outside its enumeration. See <see cref="ProtocolName"/>.</summary>
    void Choice<T>(string name, T value)
        where T : struct, Enum;

    /// <summary>A resource's id; 0 for none.</summary>
    void Resource(string name, uint id);

    /// <summary>An object's handle; 0 for none.</summary>
    /// <param name="name">The field.</param>
    /// <param name="handle">Unique within the sub-context.</param>
    /// <param name="type">What it should be; <see cref="VirglObjectType.None"/> where the command's header says it.</param>
    void Object(string name, uint handle, VirglObjectType type);

    /// <summary>Handles of one type in consecutive slots.</summary>
    /// <param name="name">The field.</param>
    /// <param name="firstSlot">Slot of the first one.</param>
    /// <param name="handles">One for each slot; 0 for none.</param>
    /// <param name="type">What they should be.</param>
    void Objects(string name, uint firstSlot, ReadOnlySpan<uint> handles, VirglObjectType type);

    /// <summary>A box.</summary>
    void Box(string name, in Box box);

    /// <summary>Four numbers with fractions.</summary>
    void Vector(string name, Vector4 value);

    /// <summary>Four words whose meaning a format decides.</summary>
    void Color(string name, in RawColor color);

    /// <summary>A text, maybe padded with zeros; any bytes.</summary>
    void Text(string name, ReadOnlySpan<byte> text);

    /// <summary>Texels or other bytes.</summary>
    void Bytes(string name, ReadOnlySpan<byte> bytes);

    /// <summary>Words that only a shader or the reader knows to read.</summary>
    void Words(string name, ReadOnlySpan<uint> words);

    /// <summary>The fields until <see cref="EndItem"/> belong to this slot of a list.</summary>
    void BeginItem(string name, int index);

    /// <summary>Ends what <see cref="BeginItem"/> began.</summary>
    void EndItem();
}
