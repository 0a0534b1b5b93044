namespace VirglHost.CommandStream;

/// <summary>Walks the commands of a submit; never looks past its end.</summary>
public ref struct StreamReader
{
    private readonly ReadOnlySpan<uint> _words;
    private int _position;
    private int _start;

    /// <summary>Starts at the first word.</summary>
    /// <param name="words">The whole submit, in memory that the guest cannot change.</param>
    public StreamReader(ReadOnlySpan<uint> words)
    {
        _words = words;
        _position = 0;
        _start = 0;
        IsOverrun = false;
    }

    /// <summary>Whether the last command counted more words than were left.</summary>
    public bool IsOverrun { get; private set; }

    /// <summary>Offset in words of the header that <see cref="TryRead"/> returned last, or at which the stream ended.</summary>
    public readonly int OffsetInWords => _start;

    /// <summary>Takes the next command.</summary>
    /// <param name="header">Its header; also set when the command overruns.</param>
    /// <param name="body">The words after the header.</param>
    /// <returns>False at the end and when the command overruns the submit (see <see cref="IsOverrun"/>).</returns>
    public bool TryRead(out CommandHeader header, out ReadOnlySpan<uint> body)
    {
        _start = _position;
        body = default;
        header = default;
        if (IsOverrun || _position >= _words.Length)
            return false;
        header = new CommandHeader(_words[_position]);
        int left = _words.Length - _position - 1;
        if (header.LengthInWords > left)
        {
            IsOverrun = true;
            return false;
        }

        body = _words.Slice(_position + 1, header.LengthInWords);
        _position += 1 + header.LengthInWords;
        return true;
    }
}
