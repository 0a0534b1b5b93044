namespace VirglHost.Shaders.Glsl;

/// <summary>The extension behind each host feature, one row each: what the text requires and what a refusal names.</summary>
internal static class GlslFeatureTable
{
    public static readonly (GlslHostFeatures Feature, string Extension)[] Rows =
    [
        (GlslHostFeatures.DrawParameters, "GL_ARB_shader_draw_parameters"),
        (GlslHostFeatures.StencilExport, "GL_ARB_shader_stencil_export"),
        (GlslHostFeatures.ViewportLayerArray, "GL_ARB_shader_viewport_layer_array"),
        (GlslHostFeatures.ShadowLod, "GL_EXT_texture_shadow_lod"),
        (GlslHostFeatures.GroupVote, "GL_ARB_shader_group_vote"),
        (GlslHostFeatures.ShaderClock, "GL_ARB_shader_clock"),
        (GlslHostFeatures.FramebufferFetch, "GL_EXT_shader_framebuffer_fetch"),
        (GlslHostFeatures.AdvancedBlend, "GL_KHR_blend_equation_advanced"),
        (GlslHostFeatures.Integers64, "GL_ARB_gpu_shader_int64"),
        (GlslHostFeatures.Ballot, "GL_ARB_shader_ballot"),
        (GlslHostFeatures.AtomicCounterOperations, "GL_ARB_shader_atomic_counter_ops"),
        (GlslHostFeatures.PostDepthCoverage, "GL_ARB_post_depth_coverage"),
    ];

    /// <summary>The extension of one feature.</summary>
    public static string ExtensionOf(GlslHostFeatures feature)
    {
        foreach ((GlslHostFeatures row, string extension) in Rows)
        {
            if (row == feature) return extension;
        }

        throw new System.Diagnostics.UnreachableException(feature.ToString());
    }
}
