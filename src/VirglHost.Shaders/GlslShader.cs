using System.Collections.Immutable;

namespace VirglHost.Shaders;

/// <summary>GLSL 4.50 core text of one shader variant.</summary>
public sealed class GlslShader
{
    internal GlslShader(string source, ImmutableArray<GlslBinding> bindings)
    {
        Source = source;
        Bindings = bindings;
    }

    /// <summary>The text. ASCII; equal input gives equal bytes.</summary>
    public string Source { get; }

    /// <summary>Names to tie to binding points after linking, in declaration order.</summary>
    public ImmutableArray<GlslBinding> Bindings { get; }
}
