namespace VirglHost.CommandStream.Commands;

/// <summary>SET_STREAMOUT_TARGETS: capture targets from buffer 0; none stops capturing.</summary>
public readonly ref struct SetStreamOutTargetsCommand : IVirglCommand<SetStreamOutTargetsCommand>
{
    /// <summary>One bit per target: continue at the old position.</summary>
    public uint AppendMask { get; init; }

    /// <summary>Stream-out target objects; 0 for a hole.</summary>
    public ReadOnlySpan<uint> Handles { get; init; }

    /// <inheritdoc/>
    public static VirglOpcode Opcode => VirglOpcode.SetStreamOutTargets;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out SetStreamOutTargetsCommand command)
    {
        if (body.Length < 1 || body.Length > 1 + StreamLimits.StreamOutTargetsPerCommand)
        {
            command = default;
            return false;
        }

        command = new SetStreamOutTargetsCommand
        {
            AppendMask = body[0],
            Handles = body[1..],
        };
        return true;
    }

    /// <inheritdoc/>
    public void Encode(StreamWriter writer)
    {
        writer.Put(AppendMask);
        writer.Put(Handles);
    }

    /// <inheritdoc/>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Mask("append_mask", AppendMask);
        visitor.Objects("so_target", 0, Handles, VirglObjectType.StreamOutTarget);
    }
}
