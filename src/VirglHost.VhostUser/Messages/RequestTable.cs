namespace VirglHost.VhostUser.Messages;

/// <summary>What a message of one kind may look like; anything else ends the session.</summary>
/// <param name="MinimumSize">Smallest payload in bytes.</param>
/// <param name="MaximumSize">Largest payload in bytes.</param>
/// <param name="MaximumFds">Most descriptors that may come along.</param>
/// <param name="HasReply">It has a reply of its own, so NEED_REPLY adds none.</param>
internal readonly record struct RequestShape(int MinimumSize, int MaximumSize, int MaximumFds, bool HasReply);

/// <summary>The requests this back-end implements, with their shapes (SPEC: vhost-user, "Message types").</summary>
internal static class RequestTable
{
    internal static RequestShape? Find(RequestCode code) => code switch
    {
        RequestCode.GetFeatures           => new(0, 0, 0, true),
        RequestCode.SetFeatures           => new(8, 8, 0, false),
        RequestCode.SetOwner              => new(0, 0, 0, false),
        RequestCode.ResetOwner            => new(0, 0, 0, false),
        RequestCode.SetMemoryTable        => new(8, 8 + 8 * 32, 8, false),
        RequestCode.SetVringNum           => new(8, 8, 0, false),
        RequestCode.SetVringAddress       => new(40, 40, 0, false),
        RequestCode.SetVringBase          => new(8, 8, 0, false),
        RequestCode.GetVringBase          => new(8, 8, 0, true),
        RequestCode.SetVringKick          => new(8, 8, 1, false),
        RequestCode.SetVringCall          => new(8, 8, 1, false),
        RequestCode.SetVringError         => new(8, 8, 1, false),
        RequestCode.GetProtocolFeatures   => new(0, 0, 0, true),
        RequestCode.SetProtocolFeatures   => new(8, 8, 0, false),
        RequestCode.GetQueueCount         => new(0, 0, 0, true),
        RequestCode.SetVringEnable        => new(8, 8, 0, false),
        RequestCode.SetBackendRequestFd   => new(0, 0, 1, false),
        RequestCode.GetConfig             => new(12, 12 + 256, 0, true),
        RequestCode.SetConfig             => new(12, 12 + 256, 0, false),
        RequestCode.GpuSetSocket          => new(0, 0, 1, false),
        RequestCode.ResetDevice           => new(0, 0, 0, false),
        RequestCode.GetMaximumMemorySlots => new(0, 0, 0, true),
        RequestCode.AddMemoryRegion       => new(40, 40, 1, false),
        RequestCode.RemoveMemoryRegion    => new(40, 40, 1, false),
        RequestCode.SetStatus             => new(8, 8, 0, false),
        RequestCode.GetStatus             => new(0, 0, 0, true),
        _ => null,
    };
}
