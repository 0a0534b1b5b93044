namespace VirglHost.OpenGL;

/// <summary>Blending of one draw buffer.</summary>
/// <param name="Enabled">Whether blending is on.</param>
/// <param name="ColorEquation">Equation of red, green and blue; an advanced equation of KHR_blend_equation_advanced must stand in both.</param>
/// <param name="AlphaEquation">Equation of alpha.</param>
/// <param name="ColorSource">Source factor of colour.</param>
/// <param name="ColorDestination">Destination factor of colour.</param>
/// <param name="AlphaSource">Source factor of alpha.</param>
/// <param name="AlphaDestination">Destination factor of alpha.</param>
public readonly record struct GlBlend(
    bool Enabled, GLEnum ColorEquation, GLEnum AlphaEquation, GLEnum ColorSource, GLEnum ColorDestination, GLEnum AlphaSource, GLEnum AlphaDestination)
{
    /// <summary>GL's initial blending: off.</summary>
    public static GlBlend Initial => new(false, GLEnum.FuncAdd, GLEnum.FuncAdd, GLEnum.One, GLEnum.Zero, GLEnum.One, GLEnum.Zero);
}
