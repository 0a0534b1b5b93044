namespace VirglHost.Rendering;

/// <summary>
/// Hears everything that a renderer is asked to do and every byte of guest memory that it reads for it, on the renderer's thread: enough to do it all again.
/// Requests that were refused before they changed anything are not told. A tap must not call the renderer and must not throw.
/// </summary>
public interface IRendererTap
{
    /// <summary>A context was made.</summary>
    void CreateContext(uint contextId, string debugName);

    /// <summary>A context went.</summary>
    void DestroyContext(uint contextId);

    /// <summary>A resource was made.</summary>
    void CreateResource(uint resourceId, in ResourceDescription description);

    /// <summary>A resource was made of what the context's stream had described as <paramref name="blobId"/>.</summary>
    void CreateBlob(uint contextId, uint resourceId, ulong blobId);

    /// <summary>A resource went.</summary>
    void DestroyResource(uint resourceId);

    /// <summary>A context may name a resource.</summary>
    void AttachResource(uint contextId, uint resourceId);

    /// <summary>A context may no longer name a resource.</summary>
    void DetachResource(uint contextId, uint resourceId);

    /// <summary>A resource got guest memory of this length in bytes.</summary>
    void AttachBacking(uint resourceId, long lengthInBytes);

    /// <summary>A resource lost its guest memory.</summary>
    void DetachBacking(uint resourceId);

    /// <summary>These bytes were read at <paramref name="offset"/> of a resource's guest memory, for the request that is told next.</summary>
    void ReadMemory(uint resourceId, long offset, ReadOnlySpan<byte> bytes);

    /// <summary>A command stream was run, to its end or to its first fault.</summary>
    void Submit(uint contextId, ReadOnlySpan<uint> words);

    /// <summary>A box was copied from guest memory, or refused.</summary>
    void TransferToHost(uint contextId, uint resourceId, in TransferRequest request);

    /// <summary>A box was copied to guest memory, or refused.</summary>
    void TransferFromHost(uint contextId, uint resourceId, in TransferRequest request);

    /// <summary>A picture was read for a screen.</summary>
    void ReadPixels(uint resourceId, in PixelRectangle rectangle);

    /// <summary>A fence was set.</summary>
    void InsertFence(RenderFence fence, uint contextId);

    /// <summary>A fence had passed, and what waited for it was done.</summary>
    void CompleteFence(RenderFence fence);

    /// <summary>The renderer is gone; nothing follows.</summary>
    void Close();
}
