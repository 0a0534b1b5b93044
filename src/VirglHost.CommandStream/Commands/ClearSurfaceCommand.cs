using VirglHost.CommandStream.Gallium;

namespace VirglHost.CommandStream.Commands;

/// <summary>CLEAR_SURFACE: clears a rectangle of one surface.</summary>
public readonly record struct ClearSurfaceCommand : IVirglCommand<ClearSurfaceCommand>
{
    private static readonly BitField RenderConditionEnabledBits = new(0, 1);
    private static readonly BitField BuffersBits = new(1, 3);

    /// <summary>Whether the render condition applies.</summary>
    public bool RenderConditionEnabled { get; init; }

    /// <summary>Colour 0, depth and/or stencil.</summary>
    public ClearBuffers Buffers { get; init; }

    /// <summary>Surface object.</summary>
    public uint Surface { get; init; }

    /// <summary>Raw colour; for depth-stencil the depth double lies in R and G and the stencil in A.</summary>
    public RawColor Color { get; init; }

    /// <summary>Left edge in texels.</summary>
    public uint X { get; init; }

    /// <summary>First row in texels.</summary>
    public uint Y { get; init; }

    /// <summary>Width in texels.</summary>
    public uint Width { get; init; }

    /// <summary>Height in texels.</summary>
    public uint Height { get; init; }

    /// <inheritdoc/>
    public static VirglOpcode Opcode => VirglOpcode.ClearSurface;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out ClearSurfaceCommand command)
    {
        if (body.Length != 10)
        {
            command = default;
            return false;
        }

        command = new ClearSurfaceCommand
        {
            RenderConditionEnabled = RenderConditionEnabledBits.Read(body[0]) != 0,
            Buffers = (ClearBuffers)BuffersBits.Read(body[0]),
            Surface = body[1],
            Color = Words.Color(body, 2),
            X = body[6],
            Y = body[7],
            Width = body[8],
            Height = body[9],
        };
        return true;
    }

    /// <inheritdoc/>
    public void Encode(StreamWriter writer)
    {
        writer.Put(RenderConditionEnabledBits.Write(RenderConditionEnabled) | BuffersBits.Write((uint)Buffers));
        writer.Put(Surface);
        writer.Put(Color);
        writer.Put(X);
        writer.Put(Y);
        writer.Put(Width);
        writer.Put(Height);
    }

    /// <inheritdoc/>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Flag("render_condition_enable", RenderConditionEnabled);
        visitor.Choice("buffers", Buffers);
        visitor.Object("surface", Surface, VirglObjectType.Surface);
        visitor.Color("color", Color);
        visitor.Number("x", X);
        visitor.Number("y", Y);
        visitor.Number("width", Width);
        visitor.Number("height", Height);
    }

    /// <summary>Depth value of a depth-stencil clear.</summary>
    public double Depth => BitConverter.UInt64BitsToDouble(((ulong)Color.G << 32) | Color.R);

    /// <summary>Stencil value of a depth-stencil clear.</summary>
    public uint Stencil => Color.A;
}
