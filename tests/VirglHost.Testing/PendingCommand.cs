namespace VirglHost.Testing;

/// <summary>A command that is with the device.</summary>
public sealed class PendingCommand
{
    internal PendingCommand(GpuCommand command, GuestQueue queue, List<GuestBuffer> request, GuestBuffer response)
    {
        Command = command;
        Queue = queue;
        Request = request;
        ResponseBuffer = response;
    }

    /// <summary>What was sent.</summary>
    public GpuCommand Command { get; }

    /// <summary>Where it was sent.</summary>
    public GuestQueue Queue { get; }

    /// <summary>The answer; null while the device has it.</summary>
    public GpuResponse? Response { get; internal set; }

    /// <summary>used.len as the device gave it.</summary>
    public uint Written { get; internal set; }

    /// <summary>The device returned it.</summary>
    public bool IsDone => Response is not null;

    internal List<GuestBuffer> Request { get; }

    internal GuestBuffer ResponseBuffer { get; }
}
