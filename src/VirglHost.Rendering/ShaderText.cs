using VirglHost.CommandStream.Gallium;

namespace VirglHost.Rendering;

/// <summary>The GLSL of one stage of a program.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Source">What the host's compiler was given; the same object for the same variant of a shader.</param>
public readonly record struct ShaderText(ShaderStage Stage, string Source);
