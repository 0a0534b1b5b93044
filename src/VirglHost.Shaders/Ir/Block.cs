namespace VirglHost.Shaders.Ir;

/// <summary>Statements in order.</summary>
internal sealed class Block
{
    public List<Statement> Statements { get; } = [];

    public bool IsEmpty => Statements.Count == 0;

    public void Add(Statement statement) => Statements.Add(statement);
}
