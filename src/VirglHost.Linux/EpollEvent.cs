namespace VirglHost.Linux;

/// <summary>One thing that <see cref="Epoll.Wait"/> reported.</summary>
/// <param name="Events">What happened.</param>
/// <param name="Token">The number given to <see cref="Epoll.Add"/>.</param>
public readonly record struct EpollEvent(EpollInterest Events, ulong Token);
