namespace VirglHost.OpenGL;

/// <content>Textures and their units.</content>
public sealed partial class GlLimits
{
    /// <summary>GL_MAX_ARRAY_TEXTURE_LAYERS.</summary>
    public int MaxArrayTextureLayers { get; private set; }

    /// <summary>GL_MAX_TEXTURE_SIZE.</summary>
    public int MaxTextureSize { get; private set; }

    /// <summary>GL_MAX_3D_TEXTURE_SIZE.</summary>
    public int Max3DTextureSize { get; private set; }

    /// <summary>GL_MAX_CUBE_MAP_TEXTURE_SIZE.</summary>
    public int MaxCubeMapTextureSize { get; private set; }

    /// <summary>GL_MAX_RECTANGLE_TEXTURE_SIZE.</summary>
    public int MaxRectangleTextureSize { get; private set; }

    /// <summary>GL_MAX_RENDERBUFFER_SIZE.</summary>
    public int MaxRenderbufferSize { get; private set; }

    /// <summary>GL_MAX_TEXTURE_BUFFER_SIZE.</summary>
    public int MaxTextureBufferSize { get; private set; }

    /// <summary>GL_MAX_COLOR_TEXTURE_SAMPLES.</summary>
    public int MaxColorTextureSamples { get; private set; }

    /// <summary>GL_MAX_DEPTH_TEXTURE_SAMPLES.</summary>
    public int MaxDepthTextureSamples { get; private set; }

    /// <summary>GL_MIN_PROGRAM_TEXEL_OFFSET.</summary>
    public int MinProgramTexelOffset { get; private set; }

    /// <summary>GL_MAX_PROGRAM_TEXEL_OFFSET.</summary>
    public int MaxProgramTexelOffset { get; private set; }

    /// <summary>GL_MIN_PROGRAM_TEXTURE_GATHER_OFFSET.</summary>
    public int MinProgramTextureGatherOffset { get; private set; }

    /// <summary>GL_MAX_PROGRAM_TEXTURE_GATHER_OFFSET.</summary>
    public int MaxProgramTextureGatherOffset { get; private set; }

    /// <summary>GL_TEXTURE_BUFFER_OFFSET_ALIGNMENT.</summary>
    public int TextureBufferOffsetAlignment { get; private set; }

    /// <summary>GL_MAX_TEXTURE_IMAGE_UNITS.</summary>
    public int MaxTextureImageUnits { get; private set; }

    /// <summary>GL_MAX_COMBINED_TEXTURE_IMAGE_UNITS.</summary>
    public int MaxCombinedTextureImageUnits { get; private set; }

    private void ReadTextures(GL gl)
    {
        MaxArrayTextureLayers = gl.GetInteger(GLEnum.MaxArrayTextureLayers);
        MaxTextureSize = gl.GetInteger(GLEnum.MaxTextureSize);
        Max3DTextureSize = gl.GetInteger(GLEnum.Max3DTextureSize);
        MaxCubeMapTextureSize = gl.GetInteger(GLEnum.MaxCubeMapTextureSize);
        MaxRectangleTextureSize = gl.GetInteger(GLEnum.MaxRectangleTextureSize);
        MaxRenderbufferSize = gl.GetInteger(GLEnum.MaxRenderbufferSize);
        MaxTextureBufferSize = gl.GetInteger(GLEnum.MaxTextureBufferSize);
        MaxColorTextureSamples = gl.GetInteger(GLEnum.MaxColorTextureSamples);
        MaxDepthTextureSamples = gl.GetInteger(GLEnum.MaxDepthTextureSamples);
        MinProgramTexelOffset = gl.GetInteger(GLEnum.MinProgramTexelOffset);
        MaxProgramTexelOffset = gl.GetInteger(GLEnum.MaxProgramTexelOffset);
        MinProgramTextureGatherOffset = gl.GetInteger(GLEnum.MinProgramTextureGatherOffset);
        MaxProgramTextureGatherOffset = gl.GetInteger(GLEnum.MaxProgramTextureGatherOffset);
        TextureBufferOffsetAlignment = gl.GetInteger(GLEnum.TextureBufferOffsetAlignment);
        MaxTextureImageUnits = gl.GetInteger(GLEnum.MaxTextureImageUnits);
        MaxCombinedTextureImageUnits = gl.GetInteger(GLEnum.MaxCombinedTextureImageUnits);
    }
}
