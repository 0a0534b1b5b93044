namespace VirglHost.VirtioGpu.Display;

/// <summary>Brings a screen's picture up to date; how sinks pull.</summary>
internal interface IPictureSource
{
    /// <summary>Reads the stale part back.</summary>
    /// <returns>False when the picture cannot be had now.</returns>
    bool TryRefresh(Scanout scanout);
}
