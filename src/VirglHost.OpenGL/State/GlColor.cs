namespace VirglHost.OpenGL;

/// <summary>A float colour.</summary>
/// <param name="Red">Red.</param>
/// <param name="Green">Green.</param>
/// <param name="Blue">Blue.</param>
/// <param name="Alpha">Alpha.</param>
public readonly record struct GlColor(float Red, float Green, float Blue, float Alpha);
