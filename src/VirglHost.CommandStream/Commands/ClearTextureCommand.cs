namespace VirglHost.CommandStream.Commands;

/// <summary>CLEAR_TEXTURE: fills a box with one texel of the resource's own format.</summary>
public readonly record struct ClearTextureCommand : IVirglCommand<ClearTextureCommand>
{
    /// <summary>Resource.</summary>
    public uint Handle { get; init; }

    /// <summary>Level.</summary>
    public uint Level { get; init; }

    /// <summary>Box: x, y, z, width, height, depth in texels of the level (bytes for buffers).</summary>
    public Box Box { get; init; }

    /// <summary>Up to 16 bytes of one texel in memory order.</summary>
    public RawColor Texel { get; init; }

    /// <inheritdoc/>
    public static VirglOpcode Opcode => VirglOpcode.ClearTexture;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out ClearTextureCommand command)
    {
        if (body.Length != 12)
        {
            command = default;
            return false;
        }

        command = new ClearTextureCommand
        {
            Handle = body[0],
            Level = body[1],
            Box = Words.Box(body, 2),
            Texel = Words.Color(body, 8),
        };
        return true;
    }

    /// <inheritdoc/>
    public void Encode(StreamWriter writer)
    {
        writer.Put(Handle);
        writer.Put(Level);
        writer.Put(Box);
        writer.Put(Texel);
    }

    /// <inheritdoc/>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Resource("handle", Handle);
        visitor.Number("level", Level);
        visitor.Box("box", Box);
        visitor.Color("texel", Texel);
    }
}
