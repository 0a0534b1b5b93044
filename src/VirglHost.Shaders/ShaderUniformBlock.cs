namespace VirglHost.Shaders;

/// <summary>A constant buffer the shader declares.</summary>
/// <param name="Index">Constant buffer slot, 0 to 31; 0 is the default uniforms.</param>
/// <param name="LengthInVectors">Declared size in vec4 of 16 bytes, 1 to 4096: bind at least that much.</param>
public readonly record struct ShaderUniformBlock(int Index, int LengthInVectors);
