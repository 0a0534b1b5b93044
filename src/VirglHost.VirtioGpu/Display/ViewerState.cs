namespace VirglHost.VirtioGpu.Display;

/// <summary>What a screen must know of its viewer.</summary>
/// <param name="Sharing">How it takes memory.</param>
/// <param name="IsLooking">It has not finished with a frame in shared memory, of this screen or another one.</param>
internal readonly record struct ViewerState(SharingMode Sharing, bool IsLooking);
