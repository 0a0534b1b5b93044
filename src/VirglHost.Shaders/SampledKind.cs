namespace VirglHost.Shaders;

/// <summary>The scalar kind that a sampler or an image yields.</summary>
public enum SampledKind
{
    /// <summary>Normalised or floating point.</summary>
    Float,

    /// <summary>Signed integer.</summary>
    Int,

    /// <summary>Unsigned integer.</summary>
    UInt,
}
