namespace VirglHost.OpenGL;

/// <summary>One scissor rectangle and whether it cuts.</summary>
/// <param name="Enabled">Whether the scissor test is on.</param>
/// <param name="X">Left edge.</param>
/// <param name="Y">Bottom edge.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
public readonly record struct GlScissor(bool Enabled, int X, int Y, uint Width, uint Height);
