namespace VirglHost.Shaders;

/// <summary>The result swizzle of one sampler unit.</summary>
/// <param name="Sampler">Unit, 0 to 31.</param>
/// <param name="X">Source of lane x.</param>
/// <param name="Y">Source of lane y.</param>
/// <param name="Z">Source of lane z.</param>
/// <param name="W">Source of lane w.</param>
public readonly record struct SamplerFixup(int Sampler, ColorSource X, ColorSource Y, ColorSource Z, ColorSource W)
{
    internal bool IsIdentity => X == ColorSource.X && Y == ColorSource.Y && Z == ColorSource.Z && W == ColorSource.W;

    internal ColorSource this[int lane] => lane switch { 0 => X, 1 => Y, 2 => Z, _ => W };
}
