using VirglHost.Rendering.Formats;

namespace VirglHost.Rendering.Copies;

/// <summary>Which shader a textured-quad blit needs.</summary>
/// <param name="Source">Shape of the source as it is sampled.</param>
/// <param name="Kind">What sampling it gives.</param>
/// <param name="Output">What is written.</param>
/// <param name="IsAlphaInRed">Whether the destination keeps alpha in red.</param>
/// <param name="IsEachSample">Whether each sample is copied on its own.</param>
/// <param name="SampleCount">GL's samples of a multisampled source that are averaged, else 1.</param>
internal readonly record struct QuadKey(QuadSource Source, ChannelKind Kind, QuadOutput Output, bool IsAlphaInRed, bool IsEachSample, int SampleCount);
