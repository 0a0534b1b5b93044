namespace VirglHost.OpenGL;

/// <summary>Multisample rasterisation.</summary>
/// <param name="Enabled">Whether multisampling is on for multisample targets.</param>
/// <param name="AlphaToCoverage">Whether alpha decides the coverage.</param>
/// <param name="AlphaToOne">Whether alpha becomes 1 after that.</param>
/// <param name="MaskEnabled">Whether the mask cuts the coverage.</param>
/// <param name="Mask">Samples 0..31 that may be written.</param>
/// <param name="ShadingEnabled">Whether fragments run per sample.</param>
/// <param name="MinimumShading">Share of the samples that get a run of their own, 0..1.</param>
public readonly record struct GlMultisample(
    bool Enabled, bool AlphaToCoverage, bool AlphaToOne, bool MaskEnabled, uint Mask, bool ShadingEnabled, float MinimumShading)
{
    /// <summary>GL's initial multisampling.</summary>
    public static GlMultisample Initial => new(true, false, false, false, uint.MaxValue, false, 0);
}
