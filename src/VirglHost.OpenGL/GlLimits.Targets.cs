namespace VirglHost.OpenGL;

/// <content>Framebuffers and rasterisation.</content>
public sealed partial class GlLimits
{
    /// <summary>GL_MAX_COLOR_ATTACHMENTS.</summary>
    public int MaxColorAttachments { get; private set; }

    /// <summary>GL_MAX_SAMPLES.</summary>
    public int MaxSamples { get; private set; }

    /// <summary>GL_MAX_INTEGER_SAMPLES.</summary>
    public int MaxIntegerSamples { get; private set; }

    /// <summary>GL_MAX_VIEWPORTS.</summary>
    public int MaxViewports { get; private set; }

    /// <summary>GL_MAX_CLIP_DISTANCES.</summary>
    public int MaxClipDistances { get; private set; }

    /// <summary>GL_MAX_COMBINED_CLIP_AND_CULL_DISTANCES.</summary>
    public int MaxCombinedClipAndCullDistances { get; private set; }

    /// <summary>GL_MAX_FRAMEBUFFER_WIDTH.</summary>
    public int MaxFramebufferWidth { get; private set; }

    /// <summary>GL_MAX_FRAMEBUFFER_HEIGHT.</summary>
    public int MaxFramebufferHeight { get; private set; }

    /// <summary>GL_MAX_FRAMEBUFFER_LAYERS.</summary>
    public int MaxFramebufferLayers { get; private set; }

    /// <summary>GL_MAX_FRAMEBUFFER_SAMPLES.</summary>
    public int MaxFramebufferSamples { get; private set; }

    /// <summary>GL_MAX_DEBUG_MESSAGE_LENGTH.</summary>
    public int MaxDebugMessageLength { get; private set; }

    /// <summary>GL_SUBPIXEL_BITS.</summary>
    public int SubpixelBits { get; private set; }

    /// <summary>GL_MAX_SAMPLE_MASK_WORDS.</summary>
    public int MaxSampleMaskWords { get; private set; }

    private void ReadTargets(GL gl)
    {
        MaxColorAttachments = gl.GetInteger(GLEnum.MaxColorAttachments);
        MaxSamples = gl.GetInteger(GLEnum.MaxSamples);
        MaxIntegerSamples = gl.GetInteger(GLEnum.MaxIntegerSamples);
        MaxViewports = gl.GetInteger(GLEnum.MaxViewports);
        MaxClipDistances = gl.GetInteger(GLEnum.MaxClipDistances);
        MaxCombinedClipAndCullDistances = gl.GetInteger(GLEnum.MaxCombinedClipAndCullDistances);
        MaxFramebufferWidth = gl.GetInteger(GLEnum.MaxFramebufferWidth);
        MaxFramebufferHeight = gl.GetInteger(GLEnum.MaxFramebufferHeight);
        MaxFramebufferLayers = gl.GetInteger(GLEnum.MaxFramebufferLayers);
        MaxFramebufferSamples = gl.GetInteger(GLEnum.MaxFramebufferSamples);
        MaxDebugMessageLength = gl.GetInteger(GLEnum.MaxDebugMessageLength);
        SubpixelBits = gl.GetInteger(GLEnum.SubpixelBits);
        MaxSampleMaskWords = gl.GetInteger(GLEnum.MaxSampleMaskWords);
    }
}
