using System.Numerics;
using System.Runtime.InteropServices;

namespace VirglHost.CommandStream;

/// <summary>Builds a submit in memory; what it writes, the decoders read back. For tests, samples and traces; one thread.</summary>
public sealed class StreamWriter
{
    private uint[] _words = new uint[256];
    private int _count;

    /// <summary>The words so far; valid until the next write.</summary>
    public ReadOnlySpan<uint> Words => _words.AsSpan(0, _count);

    /// <summary>Starts over; keeps the memory.</summary>
    public void Clear() => _count = 0;

    /// <summary>Appends a command.</summary>
    /// <typeparam name="T">Command type.</typeparam>
    /// <param name="command">The command.</param>
    /// <exception cref="ArgumentOutOfRangeException">The body is longer than a header can count.</exception>
    public void Write<T>(scoped in T command)
        where T : struct, IVirglCommand<T>, allows ref struct
    {
        int start = Begin();
        command.Encode(this);
        End(start, T.Opcode, VirglObjectType.None);
    }

    /// <summary>Appends CREATE_OBJECT.</summary>
    /// <typeparam name="T">Object payload type.</typeparam>
    /// <param name="payload">The payload.</param>
    /// <exception cref="ArgumentOutOfRangeException">The body is longer than a header can count.</exception>
    public void Create<T>(scoped in T payload)
        where T : struct, IVirglObject<T>, allows ref struct
    {
        int start = Begin();
        payload.Encode(this);
        End(start, VirglOpcode.CreateObject, T.Type);
    }

    /// <summary>Appends BIND_OBJECT.</summary>
    /// <param name="type">Object type.</param>
    /// <param name="handle">Handle; 0 unbinds.</param>
    public void Bind(VirglObjectType type, uint handle) => WriteRaw(VirglOpcode.BindObject, type, [handle]);

    /// <summary>Appends DESTROY_OBJECT.</summary>
    /// <param name="type">Object type.</param>
    /// <param name="handle">Handle.</param>
    public void Destroy(VirglObjectType type, uint handle) => WriteRaw(VirglOpcode.DestroyObject, type, [handle]);

    /// <summary>Appends a command from a number and raw words: for malformed streams and for commands without a type.</summary>
    /// <param name="opcode">Command number; may be illegal.</param>
    /// <param name="type">Object type; may be illegal.</param>
    /// <param name="body">Words after the header, at most 65535.</param>
    public void WriteRaw(VirglOpcode opcode, VirglObjectType type, ReadOnlySpan<uint> body)
    {
        int start = Begin();
        Put(body);
        End(start, opcode, type);
    }

    /// <summary>Appends a word to the command being written.</summary>
    internal void Put(uint word)
    {
        Reserve(1);
        _words[_count++] = word;
    }

    internal void Put(int value) => Put(unchecked((uint)value));

    internal void Put(float value) => Put(BitConverter.SingleToUInt32Bits(value));

    internal void Put(bool value) => Put(value ? 1u : 0u);

    internal void Put(double value)
    {
        ulong bits = BitConverter.DoubleToUInt64Bits(value);
        Put((uint)(bits & uint.MaxValue));
        Put((uint)(bits >> 32));
    }

    internal void Put(Vector4 value)
    {
        Put(value.X);
        Put(value.Y);
        Put(value.Z);
        Put(value.W);
    }

    internal void Put(RawColor value)
    {
        Put(value.R);
        Put(value.G);
        Put(value.B);
        Put(value.A);
    }

    internal void Put(in Box box)
    {
        Put(box.X);
        Put(box.Y);
        Put(box.Z);
        Put(box.Width);
        Put(box.Height);
        Put(box.Depth);
    }

    internal void Put(ReadOnlySpan<uint> words)
    {
        Reserve(words.Length);
        words.CopyTo(_words.AsSpan(_count));
        _count += words.Length;
    }

    /// <summary>Appends bytes, zero padded to whole words.</summary>
    internal void PutBytes(ReadOnlySpan<byte> bytes)
    {
        int count = (bytes.Length + 3) / 4;
        Reserve(count);
        Span<uint> target = _words.AsSpan(_count, count);
        target.Clear();
        bytes.CopyTo(MemoryMarshal.AsBytes(target));
        _count += count;
    }

    private int Begin()
    {
        int start = _count;
        Put(0u);
        return start;
    }

    private void End(int start, VirglOpcode opcode, VirglObjectType type)
    {
        int length = _count - start - 1;
        if (length > CommandHeader.MaximumLengthInWords)
            _count = start;
        _words[start] = new CommandHeader(opcode, type, length).Word;
    }

    private void Reserve(int count)
    {
        if (_count + count > _words.Length)
            Array.Resize(ref _words, Math.Max(_words.Length * 2, _count + count));
    }
}
