using VirglHost.CommandStream;

namespace VirglHost.Inspection;

/// <summary>Finds what of a stream never ran: what follows the fault that ended its context, and words that form no command.</summary>
internal sealed class StreamTail(CommandLog commands)
{
    private int _reached;

    /// <summary>The stream ran up to this word.</summary>
    public void Reached(int offsetInWords) => _reached = offsetInWords;

    /// <summary>A stream ended.</summary>
    public void Add(uint context, ReadOnlySpan<uint> words)
    {
        CommandStream.StreamReader reader = new(words[Math.Min(_reached, words.Length)..]);
        while (reader.TryRead(out CommandHeader header, out ReadOnlySpan<uint> body))
            commands.AddUnreached(context, header, body, "the context had ended before it");
        if (reader.IsOverrun)
        {
            ReadOnlySpan<uint> rest = words[(Math.Min(_reached, words.Length) + reader.OffsetInWords)..];
            commands.AddUnreached(context, new CommandHeader(rest[0]), rest[1..], $"it counts {new CommandHeader(rest[0]).LengthInWords} words where {rest.Length - 1} are left");
        }

        _reached = 0;
    }
}
