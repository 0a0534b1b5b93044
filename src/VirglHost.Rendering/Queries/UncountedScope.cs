namespace VirglHost.Rendering.Queries;

/// <summary>Work that is not a draw of the guest's: its queries do not count it, and its render condition holds only where the command says so.</summary>
internal readonly ref struct UncountedScope
{
    private readonly QueryEngine _queries;
    private readonly bool _isConditional;

    /// <summary>Opens the scope.</summary>
    public UncountedScope(QueryEngine queries, bool isConditional)
    {
        _queries = queries;
        _isConditional = isConditional;
        queries.SuspendCounting();
        if (!isConditional)
        {
            queries.PauseCondition();
        }
    }

    /// <summary>Closes it.</summary>
    public void Dispose()
    {
        if (!_isConditional)
        {
            _queries.ResumeCondition();
        }

        _queries.ResumeCounting();
    }
}
