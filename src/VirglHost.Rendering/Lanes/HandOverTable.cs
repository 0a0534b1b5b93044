namespace VirglHost.Rendering.Lanes;

/// <summary>The hand-overs of all lanes: 0 is the renderer's own thread. Any thread.</summary>
internal sealed class HandOverTable(int laneCount)
{
    private readonly HandOver[] _all = Make(laneCount);

    /// <summary>One lane's.</summary>
    public HandOver this[int lane] => _all[lane];

    /// <summary>Orders the session, which is current, behind what other lanes have published since it last asked.</summary>
    /// <param name="session">A session of the calling thread.</param>
    /// <param name="lanes">A bit for each lane to look at; not the session's own.</param>
    public void CatchUp(GlSession session, uint lanes)
    {
        if (lanes == 0)
        {
            return;
        }

        long[] seen = session.SeenHandOvers ??= new long[_all.Length];
        for (; lanes != 0; lanes &= lanes - 1)
        {
            int lane = System.Numerics.BitOperations.TrailingZeroCount(lanes);
            if (_all[lane].Version != seen[lane])
            {
                seen[lane] = _all[lane].Await();
            }
        }
    }

    private static HandOver[] Make(int count)
    {
        var all = new HandOver[count];
        for (int i = 0; i < count; i++)
        {
            all[i] = new HandOver();
        }

        return all;
    }
}
