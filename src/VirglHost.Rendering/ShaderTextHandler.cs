using VirglHost.Shaders;

namespace VirglHost.Rendering;

/// <summary>Gets each shader as the guest sent it, before it is parsed, whether or not it is then accepted.</summary>
/// <param name="stage">What the guest says it is.</param>
/// <param name="text">TGSI as ASCII with its closing NULs; valid during the call only. GUEST: any bytes.</param>
public delegate void ShaderTextHandler(ShaderStage stage, ReadOnlySpan<byte> text);
