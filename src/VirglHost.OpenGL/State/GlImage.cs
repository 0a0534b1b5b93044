namespace VirglHost.OpenGL;

/// <summary>A texture level bound to an image unit; the default unbinds.</summary>
/// <param name="Texture">Texture name, 0 for none.</param>
/// <param name="Level">Level.</param>
/// <param name="Layered">Whether all layers are bound.</param>
/// <param name="Layer">The one layer otherwise.</param>
/// <param name="Access">ReadOnly, WriteOnly or ReadWrite.</param>
/// <param name="Format">Format of the loads and stores.</param>
public readonly record struct GlImage(uint Texture, int Level, bool Layered, int Layer, GLEnum Access, GLEnum Format);
