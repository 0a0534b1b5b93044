namespace VirglHost.VirtioGpu.Display;

/// <summary>Brings a screen's picture up to date; how sinks pull.</summary>
internal interface IPictureSource
{
    /// <summary>Reads the stale part back.</summary>
    /// <returns>False when the picture cannot be had now.</returns>
    bool TryRefresh(Scanout scanout);

    /// <summary>Pictures may be had as memory too, see <see cref="Share"/>.</summary>
    bool CanShare { get; }

    /// <summary>The memory behind the whole screen; belongs to the resource and ends with it.</summary>
    /// <returns>Null where this screen's picture can only be read back: it is a part of a resource, or its memory cannot be given out.</returns>
    SharedPicture? Share(Scanout scanout);

    /// <summary>A viewer is about to look at shared memory: what was drawn so far must be on its way.</summary>
    void FlushShared();

    /// <summary>Whether the picture lives in plain memory, and not in the renderer.</summary>
    bool IsPlain(Scanout scanout);
}
