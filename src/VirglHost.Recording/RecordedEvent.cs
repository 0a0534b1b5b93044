namespace VirglHost.Recording;

/// <summary>One event of a recording.</summary>
internal readonly ref struct RecordedEvent(EventKind kind, TimeSpan time, ReadOnlySpan<byte> payload)
{
    /// <summary>What it says; may be a number that this version does not know.</summary>
    public EventKind Kind { get; } = kind;

    /// <summary>Since the recording began.</summary>
    public TimeSpan Time { get; } = time;

    /// <summary>Fields and content, valid until the next event is read.</summary>
    public ReadOnlySpan<byte> Payload { get; } = payload;
}
