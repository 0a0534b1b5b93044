namespace VirglHost.OpenGL;

/// <summary>Kinds of objects that contexts share by name and caches remember.</summary>
internal enum GlNameKind
{
    Texture,
    Buffer,
    Sampler,
    Program,
}
