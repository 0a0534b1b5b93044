namespace VirglHost.Shaders.Glsl;

/// <summary>Where a piece of state lies in the state array.</summary>
/// <param name="Vector">First element.</param>
/// <param name="Lane">Lane suffix, empty for whole vectors.</param>
/// <param name="Cast">Function that turns the words into the piece's type, empty for words.</param>
internal readonly record struct GlslStatePlace(int Vector, string Lane, string Cast);
