namespace VirglHost.Rendering.Programs;

/// <summary>The variants that make up a program, by id; 0 where a stage is absent.</summary>
internal readonly record struct ProgramKey(int Vertex, int Fragment, int Geometry, int TessControl, int TessEvaluation, int Compute)
{
    /// <summary>Whether variant <paramref name="id"/> is part of it.</summary>
    public bool Has(int id) =>
        Vertex == id || Fragment == id || Geometry == id || TessControl == id || TessEvaluation == id || Compute == id;
}
