using VirglHost.Rendering;

namespace VirglHost.Vtest.Tests;

/// <summary>Counts the fences that renderers set.</summary>
internal sealed class FenceCounter : IRendererTap
{
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public void InsertFence(RenderFence fence, uint contextId) => Interlocked.Increment(ref _count);

    public void CreateContext(uint contextId, string debugName)
    {
    }

    public void DestroyContext(uint contextId)
    {
    }

    public void CreateResource(uint resourceId, in ResourceDescription description)
    {
    }

    public void CreateBlob(uint contextId, uint resourceId, ulong blobId)
    {
    }

    public void DestroyResource(uint resourceId)
    {
    }

    public void AttachResource(uint contextId, uint resourceId)
    {
    }

    public void DetachResource(uint contextId, uint resourceId)
    {
    }

    public void AttachBacking(uint resourceId, long lengthInBytes)
    {
    }

    public void DetachBacking(uint resourceId)
    {
    }

    public void ReadMemory(uint resourceId, long offset, ReadOnlySpan<byte> bytes)
    {
    }

    public void Submit(uint contextId, ReadOnlySpan<uint> words)
    {
    }

    public void TransferToHost(uint contextId, uint resourceId, in TransferRequest request)
    {
    }

    public void TransferFromHost(uint contextId, uint resourceId, in TransferRequest request)
    {
    }

    public void ReadPixels(uint resourceId, in PixelRectangle rectangle)
    {
    }

    public void CompleteFence(RenderFence fence)
    {
    }

    public void Close()
    {
    }
}
