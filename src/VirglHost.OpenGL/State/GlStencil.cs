namespace VirglHost.OpenGL;

/// <summary>Stencil test.</summary>
/// <param name="Enabled">Whether the test is on.</param>
/// <param name="Front">Front faces, points and lines.</param>
/// <param name="Back">Back faces.</param>
public readonly record struct GlStencil(bool Enabled, GlStencilFace Front, GlStencilFace Back)
{
    /// <summary>GL's initial test: off.</summary>
    public static GlStencil Initial => new(false, GlStencilFace.Initial, GlStencilFace.Initial);
}
