using System.Runtime.InteropServices;
using VirglHost.CommandStream.Gallium;

namespace VirglHost.CommandStream.Commands;

/// <summary>PIPE_RESOURCE_SET_TYPE: gives an imported resource its type.</summary>
public readonly ref struct SetPipeResourceTypeCommand : IVirglCommand<SetPipeResourceTypeCommand>
{
    /// <summary>Resource.</summary>
    public uint Handle { get; init; }

    /// <summary>Format; not range-checked.</summary>
    public VirglFormat Format { get; init; }

    /// <summary>Uses.</summary>
    public BindFlags Bind { get; init; }

    /// <summary>Width in texels.</summary>
    public uint Width { get; init; }

    /// <summary>Height in texels.</summary>
    public uint Height { get; init; }

    /// <summary>Usage.</summary>
    public uint Usage { get; init; }

    /// <summary>Low half of the DRM modifier.</summary>
    public uint ModifierLow { get; init; }

    /// <summary>High half of the DRM modifier.</summary>
    public uint ModifierHigh { get; init; }

    /// <summary>One to four planes.</summary>
    public ReadOnlySpan<PlaneLayout> Planes { get; init; }

    /// <inheritdoc/>
    public static VirglOpcode Opcode => VirglOpcode.SetPipeResourceType;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out SetPipeResourceTypeCommand command)
    {
        if (body.Length < 10 || (body.Length - 8) % 2 != 0 || body.Length > 8 + 2 * StreamLimits.Planes)
        {
            command = default;
            return false;
        }

        command = new SetPipeResourceTypeCommand
        {
            Handle = body[0],
            Format = (VirglFormat)body[1],
            Bind = (BindFlags)body[2],
            Width = body[3],
            Height = body[4],
            Usage = body[5],
            ModifierLow = body[6],
            ModifierHigh = body[7],
            Planes = MemoryMarshal.Cast<uint, PlaneLayout>(body[8..]),
        };
        return true;
    }

    /// <inheritdoc/>
    public void Encode(StreamWriter writer)
    {
        writer.Put(Handle);
        writer.Put((uint)Format);
        writer.Put((uint)Bind);
        writer.Put(Width);
        writer.Put(Height);
        writer.Put(Usage);
        writer.Put(ModifierLow);
        writer.Put(ModifierHigh);
        writer.Put(MemoryMarshal.Cast<PlaneLayout, uint>(Planes));
    }

    /// <inheritdoc/>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Resource("handle", Handle);
        visitor.Choice("format", Format);
        visitor.Choice("bind", Bind);
        visitor.Number("width", Width);
        visitor.Number("height", Height);
        visitor.Number("usage", Usage);
        visitor.Mask("modifier_low", ModifierLow);
        visitor.Mask("modifier_high", ModifierHigh);
        for (int i = 0; i < Planes.Length; i++)
        {
            visitor.BeginItem("plane", i);
            Planes[i].Describe(visitor);
            visitor.EndItem();
        }
    }
}
