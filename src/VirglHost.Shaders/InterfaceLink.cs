namespace VirglHost.Shaders;

/// <summary>What a shader variant needs to know about the stage before it; see <see cref="ShaderInfo.LinkFrom"/>.</summary>
/// <remarks>The default value means: fed by a vertex shader that writes every input and no back colour.</remarks>
/// <param name="Producer">The stage whose outputs are read.</param>
/// <param name="MissingInputs">Bit i set: <see cref="ShaderInfo.Inputs"/>[i] of the reader is never written and reads as its default.</param>
/// <param name="BackColorMask">Bit i set: the producer writes back colour i (0 and 1).</param>
/// <param name="ClipDistanceCount">Length of the producer's gl_ClipDistance.</param>
/// <param name="CullDistanceCount">Length of the producer's gl_CullDistance.</param>
public readonly record struct InterfaceLink(
    ShaderStage Producer, ulong MissingInputs, byte BackColorMask, byte ClipDistanceCount, byte CullDistanceCount);
