namespace VirglHost.Shaders;

/// <summary>Which table of binding points a name in the GLSL text must be tied to after linking.</summary>
public enum GlslBindingKind
{
    /// <summary>Uniform block name; index 0 is constant buffer 0, b ≥ 1 is UBO b of the stage.</summary>
    UniformBlock,

    /// <summary>Sampler uniform name; index is the sampler unit of the stage.</summary>
    Sampler,

    /// <summary>Image uniform name; index is the image unit of the stage.</summary>
    Image,

    /// <summary>Shader storage block name; index is the shader buffer slot of the stage.</summary>
    StorageBlock,

    /// <summary>Shader storage block name; index is 0: constant buffer 0 where it is too large for a uniform block.</summary>
    ConstantStorageBlock,

    /// <summary>Uniform array outside blocks, <c>uvec4</c>; index is 0: constant buffer 0 (<see cref="ShaderKey.PlainConstants"/>).</summary>
    ConstantArray,

    /// <summary>The uniform array laid out by <see cref="StateUniformLayout"/>; index 0.</summary>
    StateUniform,
}
