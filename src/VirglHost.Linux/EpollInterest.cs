namespace VirglHost.Linux;

/// <summary>What a descriptor is watched for, and what it reported (EPOLL* of sys/epoll.h).</summary>
[Flags]
public enum EpollInterest : uint
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>EPOLLIN: there is something to read, or the peer closed.</summary>
    Read = 0x001,

    /// <summary>EPOLLOUT: there is room to write.</summary>
    Write = 0x004,

    /// <summary>EPOLLERR: error state; always reported.</summary>
    Error = 0x008,

    /// <summary>EPOLLHUP: both directions closed; always reported.</summary>
    HangUp = 0x010,

    /// <summary>EPOLLRDHUP: the peer shut its writing half.</summary>
    ReadHangUp = 0x2000,

    /// <summary>EPOLLET: report changes, not levels.</summary>
    EdgeTriggered = 0x80000000,
}
