namespace VirglHost.OpenGL.Objects;

/// <summary>Immutable storage of a texture.</summary>
/// <param name="Target">Texture target; not <c>TextureBuffer</c>.</param>
/// <param name="InternalFormat">Sized internal format.</param>
/// <param name="Width">Width of level 0.</param>
/// <param name="Height">Height of level 0, 1 for 1D targets.</param>
/// <param name="Depth">Depth of level 0, or layers of an array (6 per cube of a cube array); 1 otherwise.</param>
/// <param name="LevelCount">Levels, 1 for multisample and rectangle targets.</param>
/// <param name="SampleCount">Samples, only for multisample targets.</param>
public readonly record struct GlTextureShape(
    GLEnum Target, GLEnum InternalFormat, uint Width, uint Height = 1, uint Depth = 1, uint LevelCount = 1, uint SampleCount = 0);
