namespace VirglHost.OpenGL;

/// <summary>Tessellation patches.</summary>
/// <param name="Vertices">Vertices per patch.</param>
/// <param name="Outer0">Default outer level.</param>
/// <param name="Outer1">Default outer level.</param>
/// <param name="Outer2">Default outer level.</param>
/// <param name="Outer3">Default outer level.</param>
/// <param name="Inner0">Default inner level.</param>
/// <param name="Inner1">Default inner level.</param>
public readonly record struct GlPatch(uint Vertices, float Outer0, float Outer1, float Outer2, float Outer3, float Inner0, float Inner1)
{
    /// <summary>GL's initial patches.</summary>
    public static GlPatch Initial => new(3, 1, 1, 1, 1, 1, 1);
}
