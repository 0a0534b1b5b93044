using VirglHost.CommandStream.Gallium;

namespace VirglHost.CommandStream.Commands;

/// <summary>One image slot.</summary>
/// <param name="Format">Format to access as; not range-checked.</param>
/// <param name="Access">Loads and stores.</param>
/// <param name="LayerOrOffset">Texture: first layer in bits 0-15, last in 16-31. Buffer: byte offset.</param>
/// <param name="LevelOrSize">Texture: level. Buffer: size in bytes.</param>
/// <param name="Handle">Resource; 0 unbinds.</param>
public readonly record struct ShaderImageBinding(VirglFormat Format, ImageAccess Access, uint LayerOrOffset, uint LevelOrSize, uint Handle);
