using System.Diagnostics;

namespace VirglHost.Linux.Tests;

public sealed class EventTests
{
    [Fact]
    public void EventFd_consume_returns_true_once_per_burst_of_signals()
    {
        using var signal = new EventFd();
        Assert.False(signal.TryConsume());
        signal.Signal();
        signal.Signal();
        Assert.True(signal.TryConsume());
        Assert.False(signal.TryConsume());
    }

    [Fact]
    public void Epoll_reports_the_token_of_the_descriptor_that_is_ready()
    {
        using var epoll = new Epoll();
        using var a = new EventFd();
        using var b = new EventFd();
        epoll.Add(a.Fd, EpollInterest.Read, 0x1234_5678_9abc_def0);
        epoll.Add(b.Fd, EpollInterest.Read, ulong.MaxValue);
        var events = new EpollEvent[4];
        Assert.Equal(0, epoll.Wait(events, 0));

        b.Signal();
        Assert.Equal(1, epoll.Wait(events, -1));
        Assert.Equal(new EpollEvent(EpollInterest.Read, ulong.MaxValue), events[0]);

        a.Signal();
        Assert.Equal(2, epoll.Wait(events, 0));
        Assert.Contains(new EpollEvent(EpollInterest.Read, 0x1234_5678_9abc_def0), events);

        epoll.Remove(b.Fd);
        epoll.Modify(a.Fd, EpollInterest.None, 1);
        Assert.Equal(0, epoll.Wait(events, 0));
    }

    [Fact]
    public void Epoll_wait_returns_zero_after_its_timeout()
    {
        using var epoll = new Epoll();
        var watch = Stopwatch.StartNew();
        Assert.Equal(0, epoll.Wait(new EpollEvent[1], 30));
        Assert.True(watch.ElapsedMilliseconds >= 25);
    }

    [Fact]
    public void Epoll_wait_allocates_nothing()
    {
        using var epoll = new Epoll();
        using var signal = new EventFd();
        epoll.Add(signal.Fd, EpollInterest.Read, 1);
        var events = new EpollEvent[1];
        signal.Signal();
        epoll.Wait(events, 0);
        signal.TryConsume();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            signal.Signal();
            epoll.Wait(events, 0);
            signal.TryConsume();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void LinuxException_names_call_and_error()
    {
        using var epoll = new Epoll();
        using var never = new EventFd();
        var error = Assert.Throws<LinuxException>(() => epoll.Remove(never.Fd));
        Assert.Equal("ENOENT", error.ErrnoName);
        Assert.Equal($"epoll_ctl failed: ENOENT (fd {never.Fd})", error.Message);
    }
}
