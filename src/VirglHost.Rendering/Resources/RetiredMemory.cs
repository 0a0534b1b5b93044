namespace VirglHost.Rendering.Resources;

/// <summary>
/// Shared memory whose buffer was deleted, while work that was submitted before may still touch it. Waiting for each single one would cost a switch through
/// all contexts, so they are let go together.
/// </summary>
internal sealed class RetiredMemory
{
    private const int ManyMemories = 256;
    private const long ManyBytes = 64 << 20;

    private readonly List<IHostMemory> _memories = [];
    private long _bytes;

    /// <summary>Whether so much has come together that the wait is worth it.</summary>
    public bool IsLarge => _memories.Count >= ManyMemories || _bytes >= ManyBytes;

    /// <summary>Takes over memory whose buffer is deleted.</summary>
    public void Add(IHostMemory memory)
    {
        _memories.Add(memory);
        _bytes += memory.LengthInBytes;
    }

    /// <summary>Waits for the work of every session and disposes everything; the last session is current afterwards.</summary>
    /// <param name="sessions">Every session that may have used any of it.</param>
    public void Free(IEnumerable<GlSession> sessions)
    {
        if (_memories.Count == 0)
        {
            return;
        }

        foreach (GlSession session in sessions)
        {
            session.MakeCurrent();
            session.Gl.Finish();
        }

        foreach (IHostMemory memory in _memories)
        {
            memory.Dispose();
        }

        _memories.Clear();
        _bytes = 0;
    }
}
