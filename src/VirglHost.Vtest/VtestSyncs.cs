using VirglHost.Linux;

namespace VirglHost.Vtest;

/// <summary>
/// One client's timeline syncs: numbers that only grow in meaning, set by the client or by a finished batch, and descriptors that become readable when numbers are
/// reached. Runs on the client's thread.
/// </summary>
internal sealed class VtestSyncs : IDisposable
{
    // GUEST: both live until the client lets go of them.
    private const int MostSyncs = 4096;
    private const int MostWaits = 256;

    private readonly Dictionary<uint, ulong> _values = [];
    private readonly List<Wait> _waits = [];
    private uint _nextId = 1;

    /// <summary>SYNC_CREATE: the new sync's id.</summary>
    public uint Create(ulong value)
    {
        if (_values.Count >= MostSyncs)
            throw new VtestProtocolException($"more than {MostSyncs} syncs");
        while (_nextId == 0 || _values.ContainsKey(_nextId))
            _nextId = unchecked(_nextId + 1);
        _values.Add(_nextId, value);
        return _nextId;
    }

    /// <summary>SYNC_UNREF; an unknown id is ignored. What waits for it goes on waiting for the last value.</summary>
    public void Destroy(uint id) => _values.Remove(id);

    /// <summary>SYNC_READ.</summary>
    public ulong Read(uint id) => _values.TryGetValue(id, out ulong value) ? value : throw Unknown(id);

    /// <summary>SYNC_WRITE, and what a finished batch does: sets the value and wakes those it satisfies.</summary>
    public void Write(uint id, ulong value)
    {
        if (!_values.ContainsKey(id))
            throw Unknown(id);
        _values[id] = value;
        for (int i = _waits.Count - 1; i >= 0; i--)
        {
            if (_waits[i].Reach(id, value))
            {
                _waits[i].Done.Signal();
                _waits[i].Done.Dispose();
                _waits.RemoveAt(i);
            }
        }
    }

    /// <summary>SYNC_WAIT: hands out a descriptor that is readable once one (<paramref name="any"/>) or all of the values are reached.</summary>
    /// <param name="any">One is enough.</param>
    /// <param name="triples">Id, low and high word of a value, per sync.</param>
    /// <param name="send">Sends the descriptor; it is closed here when the wait is over.</param>
    public void Await(bool any, ReadOnlySpan<uint> triples, Action<int> send)
    {
        Wait wait = new(any);
        for (int i = 0; i + 2 < triples.Length; i += 3)
        {
            ulong wanted = triples[i + 1] | (ulong)triples[i + 2] << 32;
            wait.Add(triples[i], wanted, Read(triples[i]) >= wanted);
        }

        if (!wait.IsOver && _waits.Count >= MostWaits)
            throw new VtestProtocolException($"more than {MostWaits} waits for syncs at once");
        EventFd done = wait.Done;
        if (wait.IsOver)
            done.Signal();
        send(done.Fd);
        if (wait.IsOver)
            done.Dispose();
        else
            _waits.Add(wait);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (Wait wait in _waits)
            wait.Done.Dispose();
        _waits.Clear();
    }

    private static VtestProtocolException Unknown(uint id) => new($"sync {id} does not exist");

    /// <summary>What one descriptor waits for.</summary>
    private sealed class Wait(bool any)
    {
        private readonly List<(uint Id, ulong Value)> _open = [];
        private bool _hasReached;

        public EventFd Done { get; } = new();

        public bool IsOver => _open.Count == 0 || (any && _hasReached);

        public void Add(uint id, ulong value, bool isReached)
        {
            if (isReached)
                _hasReached = true;
            else
                _open.Add((id, value));
        }

        public bool Reach(uint id, ulong value)
        {
            _hasReached |= _open.RemoveAll(condition => condition.Id == id && value >= condition.Value) != 0;
            return IsOver;
        }
    }
}
