namespace VirglHost.OpenGL;

/// <content>Several draws in one call.</content>
// SAFETY: the lists are pinned for the call and of one length, which is checked.
public sealed unsafe partial class GL
{
    /// <summary>Draws from the bound element buffer, once for each entry of the lists.</summary>
    /// <param name="mode">Primitive.</param>
    /// <param name="type">Type of an index.</param>
    /// <param name="counts">Indices of each draw.</param>
    /// <param name="offsets">Byte in the element buffer where each draw's indices begin.</param>
    /// <param name="baseVertices">What is added to each draw's indices.</param>
    public void MultiDrawElementsBaseVertex(GLEnum mode, GLEnum type, ReadOnlySpan<uint> counts, ReadOnlySpan<nint> offsets, ReadOnlySpan<int> baseVertices)
    {
        RequireSameLength(counts.Length, offsets.Length);
        RequireSameLength(counts.Length, baseVertices.Length);
        // SAFETY: pinned for the call; all of the length that is passed; GL takes the offsets as pointers and reads none of them from our memory.
        fixed (uint* count = counts)
        fixed (nint* offset = offsets)
        fixed (int* baseVertex = baseVertices)
        {
            MultiDrawElementsBaseVertex(mode, count, type, (void**)offset, (uint)counts.Length, baseVertex);
        }
    }
}
