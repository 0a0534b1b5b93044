namespace VirglHost.Rendering.Resources;

/// <summary>Which picture of a texture a preview shows, and how large it may become.</summary>
/// <param name="Level">Level, from 0.</param>
/// <param name="Layer">Layer, face or slice, from 0.</param>
/// <param name="MaxSize">Most pixels of a side, at least 1; larger pictures are reduced, smaller ones stay as they are.</param>
public readonly record struct PreviewPlace(int Level, int Layer, int MaxSize);
