using System.Buffers;

namespace VirglHost.Inspection;

/// <summary>Pieces of JSON, a fixed number to a block of the page: piece i lies in block i / size.</summary>
internal sealed class BlockSequence(PageWriter page, string name, int size)
{
    private readonly ArrayBufferWriter<byte> _block = new();
    private int _count;

    /// <summary>Pieces of a block.</summary>
    public int Size { get; } = size;

    /// <summary>Pieces so far.</summary>
    public int Count { get; private set; }

    /// <summary>Appends a piece.</summary>
    public void Add(ReadOnlySpan<byte> json)
    {
        _block.Write(_count == 0 ? "["u8 : ","u8);
        _block.Write(json);
        Count++;
        if (++_count == Size)
            Flush();
    }

    /// <summary>Writes the last block.</summary>
    public void Flush()
    {
        if (_count == 0)
            return;
        _block.Write("]"u8);
        page.WriteBlock($"{name}{(Count - 1) / Size}", _block.WrittenSpan);
        _block.ResetWrittenCount();
        _count = 0;
    }
}
