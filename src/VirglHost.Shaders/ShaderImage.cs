namespace VirglHost.Shaders;

/// <summary>An image unit that the shader loads from or stores to.</summary>
/// <param name="Index">Unit, 0 to 31.</param>
/// <param name="Target">Declared texture target.</param>
/// <param name="Kind">Scalar kind of a texel.</param>
/// <param name="FormatName">GLSL format qualifier, empty where the declaration names none.</param>
/// <param name="IsWritable">Declared <c>WR</c>.</param>
public readonly record struct ShaderImage(int Index, TextureTarget Target, SampledKind Kind, string FormatName, bool IsWritable);
