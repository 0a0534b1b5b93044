using VirglHost.Recording;
using VirglHost.Rendering;
using VirglHost.Rendering.Resources;
using VirglHost.CommandStream;

namespace VirglHost.Inspection;

/// <summary>The first run: how long each command takes when nobody reads pictures between them.</summary>
internal sealed class TimingListener(IInspectionHost host) : ICommandObserver, IReplayObserver
{
    // 64 MiB of times. What a page holds of longer recordings beyond these has none.
    private const int MaxTimes = 1 << 24;

    private long _draws;

    /// <summary>Nanoseconds of each command, in the order in which they ran.</summary>
    public List<uint> Nanoseconds { get; } = [];

    /// <inheritdoc/>
    public void Ran(in ObservedCommand command)
    {
        if (Nanoseconds.Count < MaxTimes)
            Nanoseconds.Add((uint)Math.Min(command.Elapsed.TotalNanoseconds, uint.MaxValue));
        _draws += command.Header.Opcode == VirglOpcode.DrawVbo ? 1 : 0;
    }

    /// <inheritdoc/>
    public void Advanced(long positionInBytes, TimeSpan time) => host.Advanced(true, positionInBytes, _draws);

    /// <inheritdoc/>
    public void Shown(Renderer renderer, RenderResource resource)
    {
    }

    /// <inheritdoc/>
    public void Shown(ScreenPicture picture)
    {
    }
}
