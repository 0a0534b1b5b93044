using VirglHost.CommandStream.Gallium;
using VirglHost.OpenGL;

namespace VirglHost.Rendering.Queries;

/// <summary>The condition under which draws and clears of one GL context take effect (virgl-commands.md 7.10).</summary>
internal sealed class RenderCondition(GlSession session, QuerySlots slots)
{
    private QuerySegment? _segment;
    private GLEnum _mode;
    private int _pauses;

    /// <summary>Whether draws depend on a query, paused or not.</summary>
    public bool IsSet => _segment is not null;

    /// <summary>Replaces the condition; a query without a result is no condition.</summary>
    public void Set(QueryTally? tally, bool inverted, RenderConditionMode mode)
    {
        if (_segment is not null && _pauses == 0) session.Gl.EndConditionalRender();
        if (_segment is not null) slots.Release(_segment);
        _segment = tally is null ? null : Representative(tally);
        if (_segment is null) return;
        _segment.References++;
        _mode = Mode(inverted, mode);
        if (_pauses == 0) session.Gl.BeginConditionalRender(_segment.Query.Name, _mode);
    }

    /// <summary>Makes what follows unconditional; nests.</summary>
    public void Pause()
    {
        if (_pauses++ == 0 && _segment is not null) session.Gl.EndConditionalRender();
    }

    /// <summary>Ends <see cref="Pause"/>.</summary>
    public void Resume()
    {
        if (--_pauses == 0 && _segment is not null) session.Gl.BeginConditionalRender(_segment.Query.Name, _mode);
    }

    /// <summary>
    /// The GL query that decides. GL takes one; a guest query measured in several runs passes when any of them does, so one that passed speaks for
    /// all, and if none did any other may.
    /// </summary>
    private static QuerySegment? Representative(QueryTally tally)
    {
        if (!tally.HasResult || tally.Segments.Count == 0) return null;
        if (tally.Segments.Count > 1)
        {
            foreach (QuerySegment segment in tally.Segments)
            {
                if (segment.Result() != 0) return segment;
            }
        }

        return tally.Segments[0];
    }

    private static GLEnum Mode(bool inverted, RenderConditionMode mode) => (mode, inverted) switch
    {
        (RenderConditionMode.Wait, false) => GLEnum.QueryWait,
        (RenderConditionMode.NoWait, false) => GLEnum.QueryNoWait,
        (RenderConditionMode.ByRegionWait, false) => GLEnum.QueryByRegionWait,
        (RenderConditionMode.ByRegionNoWait, false) => GLEnum.QueryByRegionNoWait,
        (RenderConditionMode.Wait, true) => GLEnum.QueryWaitInverted,
        (RenderConditionMode.NoWait, true) => GLEnum.QueryNoWaitInverted,
        (RenderConditionMode.ByRegionWait, true) => GLEnum.QueryByRegionWaitInverted,
        (RenderConditionMode.ByRegionNoWait, true) => GLEnum.QueryByRegionNoWaitInverted,
        _ => throw GuestFaults.InvalidParameter($"render condition mode {(uint)mode}"),
    };
}
