namespace VirglHost.Shaders;

/// <summary>One declared input or output, built-in or not. Registers that share a semantic and index are reported as one.</summary>
/// <param name="Semantic">What it means.</param>
/// <param name="Index">Semantic index; for <see cref="ShaderSemantic.Attribute"/> the vertex element slot.</param>
/// <param name="ComponentMask">Bit k = component k is used, 1 to 15.</param>
/// <param name="Register">First register that declares it (stream outputs name outputs by register).</param>
/// <param name="Interpolation">Meaningful for fragment inputs.</param>
public readonly record struct ShaderVarying(
    ShaderSemantic Semantic, int Index, byte ComponentMask, int Register, InterpolationMode Interpolation);
