using VirglHost.Linux;

namespace VirglHost.VirtioGpu.Display;

/// <summary>What <see cref="VhostUserDisplay"/> needs of its surroundings.</summary>
/// <param name="Epoll">The loop's set; the socket is watched there under <paramref name="Token"/>.</param>
/// <param name="Token">The socket's name in the set.</param>
/// <param name="FrameIntervalInMilliseconds">Shortest time between two pictures of one screen.</param>
internal sealed record DisplaySocketOptions(Epoll Epoll, ulong Token, int FrameIntervalInMilliseconds);
