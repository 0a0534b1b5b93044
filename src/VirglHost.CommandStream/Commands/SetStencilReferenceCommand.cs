namespace VirglHost.CommandStream.Commands;

/// <summary>SET_STENCIL_REF: reference values of the stencil tests.</summary>
public readonly record struct SetStencilReferenceCommand : IVirglCommand<SetStencilReferenceCommand>
{
    private static readonly BitField FrontBits = new(0, 8);
    private static readonly BitField BackBits = new(8, 8);

    /// <summary>Reference of front faces.</summary>
    public uint Front { get; init; }

    /// <summary>Reference of back faces.</summary>
    public uint Back { get; init; }

    /// <inheritdoc/>
    public static VirglOpcode Opcode => VirglOpcode.SetStencilReference;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out SetStencilReferenceCommand command)
    {
        if (body.Length != 1)
        {
            command = default;
            return false;
        }

        command = new SetStencilReferenceCommand
        {
            Front = FrontBits.Read(body[0]),
            Back = BackBits.Read(body[0]),
        };
        return true;
    }

    /// <inheritdoc/>
    public void Encode(StreamWriter writer)
    {
        writer.Put(FrontBits.Write(Front) | BackBits.Write(Back));
    }

    /// <inheritdoc/>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Number("ref_front", Front);
        visitor.Number("ref_back", Back);
    }
}
