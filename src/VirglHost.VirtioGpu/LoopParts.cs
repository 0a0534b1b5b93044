using VirglHost.Linux;
using VirglHost.VirtioGpu.Display.Window;

namespace VirglHost.VirtioGpu;

/// <summary>What the loop is given and does not own.</summary>
/// <param name="Listener">Where front-ends connect; null: the options name an inherited connection, or where one is to be made.</param>
/// <param name="Stop">Signalled to end it.</param>
/// <param name="Windows">The windows of this host; null: there are none.</param>
internal readonly record struct LoopParts(UnixSocket? Listener, EventFd Stop, WindowLink? Windows);
