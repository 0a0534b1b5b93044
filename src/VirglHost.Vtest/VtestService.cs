using Serilog;
using VirglHost.Linux;
using VirglHost.Rendering;

namespace VirglHost.Vtest;

/// <summary>What every client of one server is given.</summary>
/// <param name="Options">Limits.</param>
/// <param name="CreateRenderer">Makes a renderer that belongs to the calling thread.</param>
/// <param name="Log">Where to report.</param>
/// <param name="Descriptors">What clients together may hold open to save system calls.</param>
/// <param name="Left">Signalled by a client's thread as its last act.</param>
internal sealed record VtestService(VtestServerOptions Options, Func<Renderer> CreateRenderer, ILogger Log, SpareDescriptors Descriptors, EventFd Left);
