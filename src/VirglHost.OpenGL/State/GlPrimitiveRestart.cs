namespace VirglHost.OpenGL;

/// <summary>Index that starts a new primitive.</summary>
/// <param name="Enabled">Whether an index restarts.</param>
/// <param name="FixedIndex">Whether it is the largest value of the index type; then Index plays no part.</param>
/// <param name="Index">The index otherwise.</param>
public readonly record struct GlPrimitiveRestart(bool Enabled, bool FixedIndex, uint Index);
