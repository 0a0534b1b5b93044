namespace VirglHost.CommandStream.Gallium;

/// <summary>PIPE_TEXTURE_*: shape of a resource or of a view.</summary>
public enum PipeTarget : uint
{
    /// <summary>PIPE_BUFFER: width is bytes.</summary>
    Buffer = 0,
    /// <summary>PIPE_TEXTURE_1D.</summary>
    Texture1D = 1,
    /// <summary>PIPE_TEXTURE_2D.</summary>
    Texture2D = 2,
    /// <summary>PIPE_TEXTURE_3D.</summary>
    Texture3D = 3,
    /// <summary>PIPE_TEXTURE_CUBE: six faces as layers.</summary>
    TextureCube = 4,
    /// <summary>PIPE_TEXTURE_RECT: unnormalised coordinates.</summary>
    TextureRect = 5,
    /// <summary>PIPE_TEXTURE_1D_ARRAY.</summary>
    Texture1DArray = 6,
    /// <summary>PIPE_TEXTURE_2D_ARRAY.</summary>
    Texture2DArray = 7,
    /// <summary>PIPE_TEXTURE_CUBE_ARRAY: layers are 6 * cube + face.</summary>
    TextureCubeArray = 8,
}
