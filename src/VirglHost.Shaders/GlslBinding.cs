namespace VirglHost.Shaders;

/// <summary>A name that Rendering ties to a binding point after linking. The linker may have dropped it: then there is nothing to do.</summary>
/// <param name="Kind">What the name names.</param>
/// <param name="Index">Slot or unit within the stage.</param>
/// <param name="Name">GLSL program resource name.</param>
public readonly record struct GlslBinding(GlslBindingKind Kind, int Index, string Name);
