namespace VirglHost.Shaders;

/// <summary>A sampler unit that the shader samples from.</summary>
/// <param name="Index">Unit, 0 to 31.</param>
/// <param name="Target">Texture target of the instructions that use it.</param>
/// <param name="ReturnKind">From the unit's SVIEW declaration; float where there is none.</param>
public readonly record struct ShaderSampler(int Index, TextureTarget Target, SampledKind ReturnKind)
{
    /// <summary>The target compares against a reference value.</summary>
    public bool IsShadow => Target.IsShadow();
}
