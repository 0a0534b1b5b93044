namespace VirglHost.CommandStream.Commands;

/// <summary>SET_FRAMEBUFFER_STATE: colour buffers and depth-stencil surface.</summary>
public readonly ref struct SetFramebufferCommand : IVirglCommand<SetFramebufferCommand>
{
    /// <summary>Number of colour buffers; equals the number of handles.</summary>
    public uint ColorBufferCount { get; init; }

    /// <summary>Depth-stencil surface; 0 for none.</summary>
    public uint DepthStencilHandle { get; init; }

    /// <summary>Colour surfaces; 0 for a hole; at most 8.</summary>
    public ReadOnlySpan<uint> ColorHandles { get; init; }

    /// <inheritdoc/>
    public static VirglOpcode Opcode => VirglOpcode.SetFramebuffer;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out SetFramebufferCommand command)
    {
        if (body.Length < 2 || body.Length > 2 + StreamLimits.ColorBuffers)
        {
            command = default;
            return false;
        }

        command = new SetFramebufferCommand
        {
            ColorBufferCount = body[0],
            DepthStencilHandle = body[1],
            ColorHandles = body[2..],
        };
        return command.ColorBufferCount == (uint)command.ColorHandles.Length;
    }

    /// <inheritdoc/>
    public void Encode(StreamWriter writer)
    {
        writer.Put(ColorBufferCount);
        writer.Put(DepthStencilHandle);
        writer.Put(ColorHandles);
    }

    /// <inheritdoc/>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Number("nr_cbufs", ColorBufferCount);
        visitor.Object("zsurf_handle", DepthStencilHandle, VirglObjectType.Surface);
        visitor.Objects("cbuf", 0, ColorHandles, VirglObjectType.Surface);
    }
}
