using VirglHost.Linux;
using VirglHost.Rendering;
using VirglHost.VirtioGpu.Display;

namespace VirglHost.VirtioGpu;

/// <summary>
/// A 2D resource in plain host memory: what a guest that only shows pictures needs, without any GL. Rows of width × 4 bytes, first row on top, in the
/// order of the guest's format. Seen as a store of bytes when its content moves into the renderer. GPU thread only.
/// </summary>
internal sealed class PlainImage : IBackingStore, IDisposable
{
    // Large ones are mappings: given back to the system at once. There may be only some ten thousands of those, so small ones are not.
    private const long SmallestMapping = 64 * 1024;

    // From here on a load goes past the caches (measured: docs/measurements.md): it takes a third less time than a plain copy, and who looks at the picture
    // next sends or encodes all of it.
    private const long SmallestStream = 4 << 20;

    private readonly byte[]? _small;
    private readonly MemoryMapping? _large;

    /// <summary>Makes a black image.</summary>
    /// <param name="width">Pixels, 1…16384.</param>
    /// <param name="height">Pixels, 1…16384.</param>
    /// <param name="format">One of the 2D formats.</param>
    /// <exception cref="LinuxException">The host has no memory for it.</exception>
    public PlainImage(int width, int height, uint format)
    {
        (Width, Height, Format) = (width, height, format);
        Order = PixelOrders.Find(format) ?? throw new ArgumentOutOfRangeException(nameof(format));
        LengthInBytes = (long)width * height * 4;
        if (LengthInBytes < SmallestMapping)
        {
            _small = new byte[LengthInBytes];
            return;
        }

        _large = MemoryMapping.Allocate(LengthInBytes);
    }

    public int Width { get; }

    public int Height { get; }

    public uint Format { get; }

    public long LengthInBytes { get; }

    private PixelOrder Order { get; }

    private int Stride => Width * 4;

    /// <summary>Copies a part of the image out of the guest's pages, which hold an image of the same width.</summary>
    /// <param name="backing">The pages.</param>
    /// <param name="part">Not empty, inside the image.</param>
    /// <param name="offset">Where its first pixel is in the pages.</param>
    /// <returns>False, with nothing copied, when the part leaves the pages.</returns>
    public bool TryLoad(GuestBacking backing, in Rectangle part, ulong offset)
    {
        int rowSize = part.Width * 4;
        long extent = (long)(part.Height - 1) * Stride + rowSize;
        if (extent > backing.LengthInBytes || offset > (ulong)(backing.LengthInBytes - extent)) return false;
        long from = (long)offset, to = (long)part.Y * Stride + part.X * 4L;
        Span<byte> target = Slice(to, (int)extent);
        bool isStreamed = (long)rowSize * part.Height >= SmallestStream;
        if (rowSize == Stride)
        {
            Load(backing, from, target, isStreamed);
        }
        else if (!isStreamed && backing.TryGetSpan(from, (int)extent, out Span<byte> source))
        {
            // In one piece: found once, not for each row.
            for (int at = 0; at < target.Length; at += Stride) source.Slice(at, rowSize).CopyTo(target[at..]);
        }
        else
        {
            for (int at = 0; at < target.Length; at += Stride) Load(backing, from + at, target.Slice(at, rowSize), isStreamed);
        }

        if (isStreamed) StreamingCopy.Complete();
        return true;
    }

    /// <summary>Copies a part of the image, brought into the order B, G, R, A.</summary>
    /// <param name="part">Inside the image.</param>
    /// <param name="target">Receives rows.</param>
    /// <param name="stride">Bytes between two rows of the target.</param>
    public void CopyTo(in Rectangle part, Span<byte> target, int stride)
    {
        if (part.IsEmpty) return;
        int rowSize = part.Width * 4;
        Span<byte> source = Slice((long)part.Y * Stride + part.X * 4L, (part.Height - 1) * Stride + rowSize);
        if (rowSize == Stride && rowSize == stride)
        {
            PixelOrders.ToBlueFirst(Order, source, target);
            return;
        }

        for (int row = 0; row < part.Height; row++) PixelOrders.ToBlueFirst(Order, source.Slice(row * Stride, rowSize), target[(row * stride)..]);
    }

    public void Read(long offset, Span<byte> destination) => Slice(offset, destination.Length).CopyTo(destination);

    public void Write(long offset, ReadOnlySpan<byte> source) => source.CopyTo(Slice(offset, source.Length));

    public bool TryGetSpan(long offset, int length, out Span<byte> span)
    {
        span = Slice(offset, length);
        return true;
    }

    public void Dispose() => _large?.Dispose();

    private static void Load(GuestBacking backing, long offset, Span<byte> target, bool isStreamed)
    {
        if (isStreamed) backing.Stream(offset, target);
        else backing.Read(offset, target);
    }

    private Span<byte> Slice(long offset, int length) => _large is null ? _small.AsSpan((int)offset, length) : _large.Slice(offset, length);
}
