using System.Runtime.InteropServices;
using VirglHost.Linux;

namespace VirglHost.Daemon;

/// <summary>SIGUSR1 as an event that the serving loop polls: an operator wants to see the state and the screens.</summary>
internal sealed class ReportSignal : IDisposable
{
    // PosixSignal has no name for it; a positive value is the number that Linux gives the signal.
    private const PosixSignal UserSignal1 = (PosixSignal)10;

    private readonly PosixSignalRegistration _registration;

    public ReportSignal() => _registration = PosixSignalRegistration.Create(UserSignal1, context =>
    {
        context.Cancel = true;
        Event.Signal();
    });

    /// <summary>Readable from each signal on until it is consumed.</summary>
    public EventFd Event { get; } = new();

    public void Dispose()
    {
        _registration.Dispose();
        Event.Dispose();
    }
}
