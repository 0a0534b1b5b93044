namespace VirglHost.Vtest;

/// <summary>The payload of SUBMIT_CMD2: a table of batches, each a range of words to run and a range of syncs to set afterwards. SPEC: vtest protocol 3.</summary>
internal readonly ref struct VtestBatches
{
    private const int WordsPerBatch = 8;
    private const int WordsPerSync = 3;
    private const uint RingFlag = 1;
    private const uint FenceDescriptorFlags = 2 | 4;
    /// <summary>Rings, or timelines, that a batch may name.</summary>
    public const uint RingCount = 64;

    private readonly ReadOnlySpan<uint> _payload;

    /// <summary>Checks that the table lies inside the payload.</summary>
    public VtestBatches(ReadOnlySpan<uint> payload)
    {
        _payload = payload;
        Count = payload.IsEmpty ? throw new VtestProtocolException("SUBMIT_CMD2 without a batch count") : (int)Math.Min(payload[0], int.MaxValue);
        if (1 + (long)Count * WordsPerBatch > payload.Length)
            throw new VtestProtocolException($"SUBMIT_CMD2 of {payload[0]} batches in {payload.Length} words");
    }

    /// <summary>Batches.</summary>
    public int Count { get; }

    /// <summary>The words that a batch runs.</summary>
    public ReadOnlySpan<uint> Words(int batch) => Range(Field(batch, 1), Field(batch, 2), 1);

    /// <summary>What it sets: id, low and high word of the value, per sync.</summary>
    public ReadOnlySpan<uint> Syncs(int batch) => Range(Field(batch, 3), Field(batch, 4), WordsPerSync);

    /// <summary>Refuses DRM sync objects, whose records would follow the payload from protocol 4 on.</summary>
    public void RequireNoSyncObjects(int batch)
    {
        if ((Field(batch, 6) | Field(batch, 7)) != 0)
            throw new VtestProtocolException($"SUBMIT_CMD2 with {Field(batch, 6)} + {Field(batch, 7)} DRM sync objects, which need a DRM device");
    }

    /// <summary>Whether its syncs wait for the work to be done rather than to be handed over.</summary>
    public bool WaitsForWork(int batch)
    {
        uint flags = Field(batch, 0);
        if ((flags & FenceDescriptorFlags) != 0 || flags >= 8)
            throw new VtestProtocolException($"SUBMIT_CMD2 with flags {flags:x}: fence descriptors need a DRM device");
        bool hasRing = (flags & RingFlag) != 0;
        if (hasRing && Field(batch, 5) >= RingCount)
            throw new VtestProtocolException($"SUBMIT_CMD2 on ring {Field(batch, 5)}");
        return hasRing;
    }

    private uint Field(int batch, int index) => _payload[1 + batch * WordsPerBatch + index];

    private ReadOnlySpan<uint> Range(uint offset, uint count, int size)
    {
        long length = (long)count * size;
        return offset + length <= _payload.Length
            ? _payload.Slice((int)offset, (int)length)
            : throw new VtestProtocolException($"SUBMIT_CMD2 names {length} words at {offset} of {_payload.Length}");
    }
}
