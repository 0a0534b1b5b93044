using VirglHost.Shaders.Glsl;
using VirglHost.Shaders.Ir;
using VirglHost.Shaders.Tgsi;

namespace VirglHost.Shaders.Lowering;

/// <summary>The one place where a shader's wish meets what the host has.</summary>
internal static class HostRequirement
{
    /// <summary>Notes that the text needs <paramref name="feature"/>, or refuses what stands at <paramref name="offset"/>.</summary>
    public static void Require(this ShaderModule module, GlslHostFeatures feature, int offset)
    {
        if ((module.Host & feature) == 0) throw new TgsiRefusal(offset, $"the host has no {GlslFeatureTable.ExtensionOf(feature)}");
        module.Features |= feature;
    }
}
