using VirglHost.Shaders.Ir;

namespace VirglHost.Shaders;

/// <summary>A shader that was parsed, lowered and validated. Immutable; may be translated any number of times on any thread.</summary>
public sealed class ParsedShader
{
    internal ParsedShader(ShaderModule module, ShaderInfo info)
    {
        Module = module;
        Info = info;
    }

    /// <summary>The processor it is written for.</summary>
    public ShaderStage Stage => Info.Stage;

    /// <summary>What the shader uses and declares, independent of any key.</summary>
    public ShaderInfo Info { get; }

    internal ShaderModule Module { get; }
}
