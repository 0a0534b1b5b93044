using Serilog;
using VirglHost.VirtioGpu.Watching;
using VirglHost.VirtioGpu.Wire;

namespace VirglHost.VirtioGpu.Display;

/// <summary>All screens and pointers of the guest, and the sinks that show them. GPU thread only.</summary>
internal sealed class ScreenSet
{
    private readonly DeviceCounters _counters;
    private readonly ILogger _log;
    private readonly List<IDisplaySink> _sinks = [];
    private readonly Scanout[] _scanouts = new Scanout[DisplayModeArray.Count];
    private readonly CursorState[] _cursors = new CursorState[DisplayModeArray.Count];

    public ScreenSet(DeviceCounters counters, ILogger log)
    {
        _counters = counters;
        _log = log;
        for (int i = 0; i < _scanouts.Length; i++)
        {
            _scanouts[i] = new Scanout(i);
            _cursors[i] = new CursorState();
        }
    }

    /// <summary>Every sink can take another frame.</summary>
    public bool HasRoom
    {
        get
        {
            foreach (IDisplaySink sink in _sinks)
            {
                if (!sink.HasRoom) return false;
            }

            return true;
        }
    }

    public void Add(IDisplaySink sink) => _sinks.Add(sink);

    public Scanout this[int index] => _scanouts[index];

    public CursorState GetCursor(int index) => _cursors[index];

    public void Show(int index, uint resourceId, in Rectangle source)
    {
        Scanout scanout = _scanouts[index];
        if (scanout.ResourceId == resourceId && scanout.Source == source) return;
        bool isNewSize = !scanout.IsOn || scanout.Width != source.Width || scanout.Height != source.Height;
        if (isNewSize) Finish(scanout);
        scanout.Show(resourceId, source);
        if (isNewSize)
        {
            _log.Information("scanout {Scanout} shows resource {Resource} {Width}x{Height}", index, resourceId, source.Width, source.Height);
            foreach (IDisplaySink sink in _sinks) sink.ScanoutChanged(scanout);
        }

        foreach (IDisplaySink sink in _sinks) sink.Damaged(scanout, scanout.Stale, isFlush: false);
    }

    public void TurnOff(int index)
    {
        Scanout scanout = _scanouts[index];
        if (!scanout.IsOn) return;
        Finish(scanout);
        scanout.TurnOff();
        _log.Information("scanout {Scanout} is off", index);
        foreach (IDisplaySink sink in _sinks) sink.ScanoutChanged(scanout);
    }

    /// <summary>A part of the resource is to be seen, on every screen that shows it.</summary>
    public void Flush(uint resourceId, in Rectangle part)
    {
        foreach (Scanout scanout in _scanouts)
        {
            if (scanout.ResourceId != resourceId || !scanout.IsOn) continue;
            Rectangle damage = scanout.Damage(part);
            if (damage.IsEmpty) continue;
            _counters.Frames[scanout.Index]++;
            foreach (IDisplaySink sink in _sinks) sink.Damaged(scanout, damage, isFlush: true);
        }
    }

    /// <summary>The resource is about to end; its pictures can be read for the last time.</summary>
    public void ResourceEnding(uint resourceId)
    {
        foreach (Scanout scanout in _scanouts)
        {
            if (scanout.IsOn && scanout.ResourceId == resourceId) TurnOff(scanout.Index);
        }
    }

    public void CursorChanged(int index, bool isNewShape)
    {
        foreach (IDisplaySink sink in _sinks) sink.CursorChanged(index, _cursors[index], isNewShape);
    }

    /// <summary>Back to the state of a device that no driver has touched; pictures can be read for the last time.</summary>
    public void Reset()
    {
        foreach (Scanout scanout in _scanouts)
        {
            if (scanout.IsOn) Finish(scanout);
        }

        foreach (CursorState cursor in _cursors) cursor.Reset();
        foreach (Scanout scanout in _scanouts) scanout.Reset();
        foreach (IDisplaySink sink in _sinks) sink.Reset();
    }

    /// <summary>Lets every sink show what it can.</summary>
    /// <returns>Milliseconds until it wants to be called again; −1 = only after a change.</returns>
    public int Pump(long now)
    {
        int next = -1;
        foreach (IDisplaySink sink in _sinks)
        {
            int wait = sink.Pump(now);
            if (wait >= 0 && (next < 0 || wait < next)) next = wait;
        }

        return next;
    }

    private void Finish(Scanout scanout)
    {
        foreach (IDisplaySink sink in _sinks) sink.Finish(scanout);
    }
}
