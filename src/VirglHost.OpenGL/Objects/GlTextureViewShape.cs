namespace VirglHost.OpenGL.Objects;

/// <summary>A view of a texture with immutable storage (glTextureView).</summary>
/// <param name="Target">Target of the view.</param>
/// <param name="InternalFormat">Format of the view, of the origin's view class.</param>
/// <param name="FirstLevel">First level.</param>
/// <param name="LevelCount">Levels.</param>
/// <param name="FirstLayer">First layer or cube face.</param>
/// <param name="LayerCount">Layers, 6 per cube.</param>
public readonly record struct GlTextureViewShape(GLEnum Target, GLEnum InternalFormat, uint FirstLevel, uint LevelCount, uint FirstLayer, uint LayerCount);
