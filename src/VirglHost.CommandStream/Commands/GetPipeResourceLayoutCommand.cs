namespace VirglHost.CommandStream.Commands;

/// <summary>GET_PIPE_RESOURCE_LAYOUT: memory layout of a resource into a buffer.</summary>
public readonly record struct GetPipeResourceLayoutCommand : IVirglCommand<GetPipeResourceLayoutCommand>
{
    /// <summary>Buffer resource written.</summary>
    public uint OutputHandle { get; init; }

    /// <summary>Resource asked about.</summary>
    public uint TargetHandle { get; init; }

    /// <inheritdoc/>
    public static VirglOpcode Opcode => VirglOpcode.GetPipeResourceLayout;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out GetPipeResourceLayoutCommand command)
    {
        if (body.Length < 2)
        {
            command = default;
            return false;
        }

        command = new GetPipeResourceLayoutCommand
        {
            OutputHandle = body[0],
            TargetHandle = body[1],
        };
        return true;
    }

    /// <inheritdoc/>
    public void Encode(StreamWriter writer)
    {
        writer.Put(OutputHandle);
        writer.Put(TargetHandle);
    }

    /// <inheritdoc/>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Resource("output_handle", OutputHandle);
        visitor.Resource("target_handle", TargetHandle);
    }
}
