using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace VirglHost.Shaders;

/// <summary>Outcome of <see cref="ShaderTranslator.Parse(ReadOnlySpan{byte}, ShaderStage, GlslHostFeatures)"/>: a shader, or the reasons why there is none.</summary>
public sealed class ShaderParseResult
{
    internal ShaderParseResult(ParsedShader? shader, ImmutableArray<ShaderDiagnostic> diagnostics)
    {
        Shader = shader;
        Diagnostics = diagnostics;
    }

    /// <summary>The shader, null when it was refused.</summary>
    public ParsedShader? Shader { get; }

    /// <summary>Empty exactly when <see cref="Shader"/> is set.</summary>
    public ImmutableArray<ShaderDiagnostic> Diagnostics { get; }

    /// <summary>The text was accepted.</summary>
    [MemberNotNullWhen(true, nameof(Shader))]
    public bool IsValid => Shader is not null;
}
