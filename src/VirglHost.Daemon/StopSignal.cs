using System.Runtime.InteropServices;
using VirglHost.Linux;

namespace VirglHost.Daemon;

/// <summary>SIGTERM, SIGINT and SIGHUP as an event that the serving loop polls. A second signal of the same kind ends the process at once.</summary>
internal sealed class StopSignal : IDisposable
{
    private readonly EventFd _event = new();
    private readonly PosixSignalRegistration[] _registrations;
    private int _count;

    public StopSignal() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop),
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop),
        PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop),
    ];

    /// <summary>Readable from the first signal on.</summary>
    public EventFd Event => _event;

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations)
            registration.Dispose();
        _event.Dispose();
    }

    private void Stop(PosixSignalContext context)
    {
        // The first signal asks; whoever sends another does not want to wait for us.
        if (Interlocked.Increment(ref _count) > 1)
            return;
        context.Cancel = true;
        _event.Signal();
    }
}
