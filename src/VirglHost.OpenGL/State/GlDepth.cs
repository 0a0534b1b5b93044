namespace VirglHost.OpenGL;

/// <summary>Depth test.</summary>
/// <param name="TestEnabled">Whether the test is on.</param>
/// <param name="WriteEnabled">Whether passing fragments write their depth.</param>
/// <param name="Function">Comparison.</param>
public readonly record struct GlDepth(bool TestEnabled, bool WriteEnabled, GLEnum Function)
{
    /// <summary>GL's initial test: off.</summary>
    public static GlDepth Initial => new(false, true, GLEnum.Less);
}
