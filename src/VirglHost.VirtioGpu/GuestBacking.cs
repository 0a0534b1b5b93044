using VirglHost.Rendering;
using VirglHost.VhostUser.Memory;

namespace VirglHost.VirtioGpu;

/// <summary>A resource's guest pages as the renderer sees them. Dropped before the answer to UNREF or DETACH_BACKING: the guest reuses its pages then.</summary>
internal sealed class GuestBacking(GuestPages pages) : IBackingStore
{
    public long LengthInBytes => pages.Length;

    public void Read(long offset, Span<byte> destination)
    {
        Check(offset, destination.Length);
        if (!pages.TryRead(offset, destination)) throw Vanished();
    }

    /// <summary>Copies out past the processor's caches, see <see cref="GuestPages.TryStream"/>.</summary>
    public void Stream(long offset, Span<byte> destination)
    {
        Check(offset, destination.Length);
        if (!pages.TryStream(offset, destination)) throw Vanished();
    }

    public void Write(long offset, ReadOnlySpan<byte> source)
    {
        Check(offset, source.Length);
        if (!pages.TryWrite(offset, source)) throw Vanished();
    }

    public bool TryGetSpan(long offset, int length, out Span<byte> span) => pages.TryGetSpan(offset, length, out span);

    private static GuestFaultException Vanished() =>
        new(GuestFault.TransferOutOfBounds, "the guest's memory behind the resource was taken away");

    private void Check(long offset, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, pages.Length - offset);
    }
}
