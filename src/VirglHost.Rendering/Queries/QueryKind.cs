using VirglHost.OpenGL;

namespace VirglHost.Rendering.Queries;

/// <summary>How one guest query is measured on the host.</summary>
/// <param name="Target">GL query target.</param>
/// <param name="Stream">Vertex stream, 0 where the target has none.</param>
/// <param name="Slot">Queries of one slot exclude each other in a GL context; −1 for times, which exclude nothing.</param>
/// <param name="SizeInBytes">Bytes of the result that the guest reads: 4 or 8.</param>
/// <param name="IsPredicate">Whether the result is 0 or 1.</param>
/// <param name="Form">What the result is made of.</param>
internal readonly record struct QueryKind(GLEnum Target, uint Stream, int Slot, uint SizeInBytes, bool IsPredicate, QueryForm Form = QueryForm.Measured)
{
    /// <summary>Whether time stamps are taken at begin and end, and the result is what lies between them.</summary>
    public bool IsDifference => Form == QueryForm.Difference;
}
