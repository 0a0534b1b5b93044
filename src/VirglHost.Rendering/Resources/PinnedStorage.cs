namespace VirglHost.Rendering.Resources;

/// <summary>The memory that one buffer lives in, and where it goes when the buffer is deleted.</summary>
internal readonly record struct PinnedStorage(IHostMemory Memory, RetiredMemory Retired);
