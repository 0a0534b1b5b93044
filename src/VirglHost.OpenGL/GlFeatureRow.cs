using System.Collections.Immutable;

namespace VirglHost.OpenGL;

/// <summary>One feature and what gives it.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Since">First core version that has it, null when no version does.</param>
/// <param name="Extensions">Extensions, any of which gives it; full names.</param>
public sealed record GlFeatureRow(GlFeature Feature, Version? Since, ImmutableArray<string> Extensions);
