using Serilog;
using VirglHost.VirtioGpu.Wire;

namespace VirglHost.VirtioGpu;

/// <summary>
/// Says why the guest was refused, as a warning, and not too often: Linux prints only the number of the answer, so this is where the reason is found.
/// </summary>
internal sealed class RefusalLog(ILogger log)
{
    private const int Burst = 20;
    private const int IntervalInMilliseconds = 1000;

    private int _budget = Burst;
    private int _suppressed;
    private long _lastRefill;

    /// <summary>Logs one refusal when the rate allows it.</summary>
    /// <param name="header">The refused command.</param>
    /// <param name="answer">What the guest gets.</param>
    /// <param name="contextName">Name of the guest's process, empty where no context is concerned.</param>
    /// <param name="reason">One plain sentence.</param>
    public void Refused(in ControlHeader header, ControlType answer, string contextName, string reason)
    {
        if (!TryTake()) return;
        log.Warning("refused {Command} of context {Context} {Name}with {Answer}: {Reason}",
            Name(header.Type), header.ContextId, contextName.Length == 0 ? "" : $"({contextName}) ", Name(answer), reason);
    }

    /// <summary>Logs something else about the guest under the same rate.</summary>
    public void Note(string what)
    {
        if (TryTake()) log.Warning("{What}", what);
    }

    private bool TryTake()
    {
        long now = Environment.TickCount64;
        long refill = (now - _lastRefill) / IntervalInMilliseconds;
        if (refill > 0)
        {
            _lastRefill = now;
            _budget = (int)Math.Min(Burst, _budget + refill);
            if (_suppressed > 0) log.Warning("{Count} more refusals were not logged", _suppressed);
            _suppressed = 0;
        }

        if (_budget == 0)
        {
            _suppressed++;
            return false;
        }

        _budget--;
        return true;
    }

    // GUEST: the number is any word; an unknown one is shown as it is.
    private static string Name(ControlType type) => Enum.IsDefined(type) ? type.ToString() : $"0x{(uint)type:x}";
}
