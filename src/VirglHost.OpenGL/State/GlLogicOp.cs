namespace VirglHost.OpenGL;

/// <summary>Logical operation on colour writes.</summary>
/// <param name="Enabled">Whether it replaces blending.</param>
/// <param name="Operation">Operation.</param>
public readonly record struct GlLogicOp(bool Enabled, GLEnum Operation)
{
    /// <summary>GL's initial operation: off.</summary>
    public static GlLogicOp Initial => new(false, GLEnum.Copy);
}
