using VirglHost.VhostUser.Queues;

namespace VirglHost.VirtioGpu.Watching;

/// <summary>What a report says of the front-end and its queues.</summary>
/// <param name="IsConnected">A front-end is there.</param>
/// <param name="HasViewer">It shows the screens.</param>
/// <param name="Control">The control queue; null while it is stopped.</param>
/// <param name="Cursor">The cursor queue; null while it is stopped.</param>
/// <param name="FencesWaiting">Requests that wait for a fence.</param>
internal readonly record struct DeviceConnection(bool IsConnected, bool HasViewer, VirtQueue? Control, VirtQueue? Cursor, int FencesWaiting);
