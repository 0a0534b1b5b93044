namespace VirglHost.OpenGL;

/// <summary>A name that GL is about to give back.</summary>
internal readonly record struct GlDeletedName(GlNameKind Kind, uint Name);
