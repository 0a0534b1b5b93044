using System.Globalization;
using System.Numerics;
using System.Text;

namespace VirglHost.CommandStream.Tests;

/// <summary>What a description says, as one text, whole: no field is shortened.</summary>
internal sealed class FieldText : IFieldVisitor
{
    private readonly StringBuilder _text = new();

    public override string ToString() => _text.ToString();

    public static string Of(ReadOnlySpan<uint> command)
    {
        FieldText text = new();
        bool isKnown = DescriptionTable.TryDescribe(new CommandHeader(command[0]), command[1..], text);
        return isKnown ? text.ToString() : "";
    }

    public void Number(string name, uint value) => Add(name, value);

    public void Signed(string name, int value) => Add(name, value);

    public void Real(string name, double value) => Add(name, $"{BitConverter.DoubleToUInt64Bits(value):x}");

    public void Flag(string name, bool value) => Add(name, value);

    public void Mask(string name, uint value) => Add(name, value);

    public void Choice<T>(string name, T value)
        where T : struct, Enum => Add(name, ProtocolName.Of(value));

    public void Resource(string name, uint id) => Add(name, id);

    public void Object(string name, uint handle, VirglObjectType type) => Add(name, handle);

    public void Objects(string name, uint firstSlot, ReadOnlySpan<uint> handles, VirglObjectType type) => Words($"{name}{firstSlot}", handles);

    public void Box(string name, in Box box) => Add(name, box);

    public void Vector(string name, Vector4 value) => Add(name, RawColor.FromFloats(value));

    public void Color(string name, in RawColor color) => Add(name, color);

    public void Text(string name, ReadOnlySpan<byte> text) => Bytes(name, text);

    public void Bytes(string name, ReadOnlySpan<byte> bytes) => Add(name, Convert.ToHexString(bytes));

    public void Words(string name, ReadOnlySpan<uint> words) => Add(name, string.Join(',', words.ToArray()));

    public void BeginItem(string name, int index) => _text.Append(CultureInfo.InvariantCulture, $"{name}[{index}] {{ ");

    public void EndItem() => _text.Append("} ");

    private void Add<T>(string name, T value) => _text.Append(CultureInfo.InvariantCulture, $"{name}={value} ");
}
