namespace VirglHost.Shaders;

/// <summary>What lookups through one sampler unit need that GL does not do: a swizzle of the result, clamped coordinates, other sample numbers.</summary>
/// <param name="Sampler">Unit, 0 to 31.</param>
/// <param name="X">Source of lane x.</param>
/// <param name="Y">Source of lane y.</param>
/// <param name="Z">Source of lane z.</param>
/// <param name="W">Source of lane w.</param>
public readonly record struct SamplerFixup(int Sampler, ColorSource X, ColorSource Y, ColorSource Z, ColorSource W)
{
    /// <summary>A row that leaves results as they are.</summary>
    public SamplerFixup(int sampler)
        : this(sampler, ColorSource.X, ColorSource.Y, ColorSource.Z, ColorSource.W)
    {
    }

    /// <summary>Bit 0, 1, 2: coordinate s, t, r is held between the texture's edges before GL wraps it; with a border around the texture that is GL_CLAMP.</summary>
    public byte ClampAxes { get; init; }

    /// <summary>Bits as <see cref="ClampAxes"/>: the coordinate's sign is dropped first, which makes it GL_MIRROR_CLAMP.</summary>
    public byte MirrorAxes { get; init; }

    /// <summary>Number of samples that the texture is said to have; 0: as many as GL says.</summary>
    public byte SampleCount { get; init; }

    /// <summary>Samples of GL's texture that stand for one of those; 0 counts as 1.</summary>
    public byte SampleRatio { get; init; }

    /// <summary>The shader takes the texture for a rectangle, whose coordinates count texels, and GL has it as a 2D texture.</summary>
    public bool CountsTexels { get; init; }

    internal bool IsIdentity => IsPlain && ClampAxes == 0 && !CountsTexels && SampleCount == 0 && SampleRatio <= 1;

    internal bool IsPlain => X == ColorSource.X && Y == ColorSource.Y && Z == ColorSource.Z && W == ColorSource.W;

    internal ColorSource this[int lane] => lane switch { 0 => X, 1 => Y, 2 => Z, _ => W };
}
