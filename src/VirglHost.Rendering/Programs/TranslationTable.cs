using VirglHost.OpenGL;
using VirglHost.Shaders;

namespace VirglHost.Rendering.Programs;

/// <summary>
/// What the host's compiler offers the translator, by the extension that the text will ask for: a core version that took a feature over does not
/// bring its extension's spelling along.
/// </summary>
internal static class TranslationTable
{
    private static readonly (GlFeature Host, GlslHostFeatures Feature)[] _rows =
    [
        (GlFeature.DrawParameters, GlslHostFeatures.DrawParameters),
        (GlFeature.ShaderStencilExport, GlslHostFeatures.StencilExport),
        (GlFeature.ShaderViewportLayerArray, GlslHostFeatures.ViewportLayerArray),
        (GlFeature.TextureShadowLod, GlslHostFeatures.ShadowLod),
        (GlFeature.GroupVote, GlslHostFeatures.GroupVote),
        (GlFeature.ShaderClock, GlslHostFeatures.ShaderClock),
        (GlFeature.FramebufferFetch, GlslHostFeatures.FramebufferFetch),
        (GlFeature.BlendEquationAdvanced, GlslHostFeatures.AdvancedBlend),
        (GlFeature.ShaderInteger64, GlslHostFeatures.Integers64),
        (GlFeature.ShaderBallot, GlslHostFeatures.Ballot),
        (GlFeature.AtomicCounterOperations, GlslHostFeatures.AtomicCounterOperations),
        (GlFeature.PostDepthCoverage, GlslHostFeatures.PostDepthCoverage),
    ];

    /// <summary>Every feature of <paramref name="host"/> that a translated shader may use.</summary>
    public static GlslHostFeatures FeaturesOf(GlFeatures host)
    {
        GlslHostFeatures features = GlslHostFeatures.None;
        foreach ((GlFeature row, GlslHostFeatures feature) in _rows)
        {
            GlFeatureRow source = GlFeatureTable.Rows[(int)row];
            features |= source.Extensions.Any(host.HasExtension) ? feature : GlslHostFeatures.None;
        }

        return features;
    }
}
