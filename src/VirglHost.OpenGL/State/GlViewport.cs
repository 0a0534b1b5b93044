namespace VirglHost.OpenGL;

/// <summary>One viewport rectangle in window coordinates.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Bottom edge.</param>
/// <param name="Width">Width, not negative.</param>
/// <param name="Height">Height, not negative.</param>
public readonly record struct GlViewport(float X, float Y, float Width, float Height);
