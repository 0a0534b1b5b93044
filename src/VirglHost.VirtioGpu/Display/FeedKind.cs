namespace VirglHost.VirtioGpu.Display;

/// <summary>What a viewer was told of a screen.</summary>
internal enum FeedKind
{
    /// <summary>Nothing, or that it is off.</summary>
    Nothing,

    /// <summary>A size; pixels follow.</summary>
    Pixels,

    /// <summary>Memory to look at.</summary>
    Memory,
}
