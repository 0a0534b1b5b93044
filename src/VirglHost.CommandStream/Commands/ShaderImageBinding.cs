using VirglHost.CommandStream.Gallium;

namespace VirglHost.CommandStream.Commands;

/// <summary>One image slot.</summary>
/// <param name="Format">Format to access as; not range-checked.</param>
/// <param name="Access">Loads and stores.</param>
/// <param name="LayerOrOffset">Texture: first layer in bits 0-15, last in 16-31. Buffer: byte offset.</param>
/// <param name="LevelOrSize">Texture: level. Buffer: size in bytes.</param>
/// <param name="Handle">Resource; 0 unbinds.</param>
public readonly record struct ShaderImageBinding(VirglFormat Format, ImageAccess Access, uint LayerOrOffset, uint LevelOrSize, uint Handle)
{
    /// <summary>Names the fields.</summary>
    /// <param name="visitor">Who is told.</param>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Choice("format", Format);
        visitor.Choice("access", Access);
        visitor.Number("layer_or_offset", LayerOrOffset);
        visitor.Number("level_or_size", LevelOrSize);
        visitor.Resource("handle", Handle);
    }
}
