using VirglHost.VirtioGpu.Fences;
using VirglHost.VirtioGpu.Wire;

namespace VirglHost.VirtioGpu.Tests;

public sealed class FenceTrackerTests
{
    private readonly List<GpuRequest> _completed = [];
    private readonly FenceTracker _tracker;

    public FenceTrackerTests() => _tracker = new FenceTracker(_completed.Add);

    [Fact]
    public void Request_with_nothing_to_wait_for_completes_at_once()
    {
        GpuRequest request = Fenced(openFences: 0);
        _tracker.Track(request);
        Assert.Equal([request], _completed);
        Assert.Equal(0, _tracker.WaitingCount);
    }

    [Fact]
    public void Request_waits_for_all_its_fences()
    {
        GpuRequest request = Fenced(openFences: 2);
        _tracker.Track(request);
        Pass(request);
        Assert.Empty(_completed);
        Assert.Equal(1, _tracker.WaitingCount);
        Pass(request);
        Assert.Equal([request], _completed);
    }

    [Fact]
    public void Later_request_of_the_global_timeline_waits_for_the_earlier_one()
    {
        GpuRequest first = Fenced(openFences: 1), second = Fenced(openFences: 0), third = Fenced(openFences: 1);
        _tracker.Track(first);
        _tracker.Track(second);
        _tracker.Track(third);
        Pass(third);
        Assert.Empty(_completed);
        Pass(first);
        Assert.Equal([first, second, third], _completed);
    }

    [Fact]
    public void Timelines_do_not_wait_for_each_other()
    {
        GpuRequest global = Fenced(openFences: 1);
        GpuRequest ringOne = Fenced(openFences: 0, contextId: 7, ring: 1);
        GpuRequest ringTwo = Fenced(openFences: 1, contextId: 7, ring: 2);
        GpuRequest otherContext = Fenced(openFences: 0, contextId: 8, ring: 2);
        foreach (GpuRequest request in (GpuRequest[])[global, ringOne, ringTwo, otherContext]) _tracker.Track(request);
        Assert.Equal([ringOne, otherContext], _completed);
        Assert.Equal(2, _tracker.WaitingCount);
    }

    [Fact]
    public void Unanswered_request_holds_its_timeline()
    {
        GpuRequest asked = Fenced(openFences: 0, isAnswered: false), later = Fenced(openFences: 0);
        _tracker.Track(asked);
        _tracker.Track(later);
        Assert.Empty(_completed);
        asked.Answer(ControlType.OkNoData);
        _tracker.Progressed(asked);
        Assert.Equal([asked, later], _completed);
    }

    [Fact]
    public void CompleteAll_gives_everything_back_in_order()
    {
        GpuRequest first = Fenced(openFences: 1), second = Fenced(openFences: 3);
        _tracker.Track(first);
        _tracker.Track(second);
        _tracker.CompleteAll();
        Assert.Equal([first, second], _completed);
        Assert.Equal(0, _tracker.WaitingCount);
    }

    [Fact]
    public void Many_rings_named_by_the_guest_do_not_pile_up()
    {
        for (uint context = 1; context <= 10_000; context++) _tracker.Track(Fenced(openFences: 0, contextId: context, ring: 1));
        Assert.Equal(10_000, _completed.Count);
        Assert.InRange(_tracker.TimelineCount, 0, 65);
    }

    private static GpuRequest Fenced(int openFences, uint contextId = 0, byte? ring = null, bool isAnswered = true)
    {
        var request = new GpuRequest();
        request.Begin(new ControlHeader
        {
            Type = ControlType.Submit3d,
            Flags = ControlHeader.FenceFlag | (ring is null ? 0 : ControlHeader.RingIndexFlag),
            ContextId = contextId,
            RingIndex = ring ?? 0,
        });
        request.OpenFences = openFences;
        if (isAnswered) request.Answer(ControlType.OkNoData);
        return request;
    }

    private void Pass(GpuRequest request)
    {
        request.OpenFences--;
        _tracker.Progressed(request);
    }
}
