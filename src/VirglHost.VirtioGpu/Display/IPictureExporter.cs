namespace VirglHost.VirtioGpu.Display;

/// <summary>Gives out the memory of resources, so that a viewer can show them without a copy. GPU thread only.</summary>
internal interface IPictureExporter
{
    /// <summary>Exports a resource that the renderer knows.</summary>
    /// <param name="resourceId">The resource.</param>
    /// <param name="reason">Why not; empty where there is an answer.</param>
    /// <returns>Its memory, the caller's to dispose of; null where this one cannot be exported.</returns>
    SharedPicture? TryExport(uint resourceId, out string reason);

    /// <summary>What was drawn so far is on its way: a viewer that looks now waits for it in its driver and sees it.</summary>
    void Flush();
}
