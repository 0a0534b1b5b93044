using VirglHost.VirtioGpu.Display;

namespace VirglHost.VirtioGpu;

/// <summary>How a screen sees a blob: where its first pixel is, how far apart rows are, and the order of a pixel's bytes.</summary>
/// <param name="Offset">Bytes.</param>
/// <param name="Stride">Bytes.</param>
/// <param name="Order">Order of the bytes of a pixel.</param>
internal readonly record struct BlobView(uint Offset, uint Stride, PixelOrder Order)
{
    /// <summary>Bytes from the start of a blob to the end of an image of this size in it.</summary>
    public long ExtentOf(uint width, uint height) => Offset + (long)Stride * (height - 1) + width * 4L;

    /// <summary>Copies a part of the image, brought into the order B, G, R, A.</summary>
    public void CopyTo(GuestBacking backing, in Rectangle part, Span<byte> target, int stride)
    {
        for (int row = 0; row < part.Height; row++)
        {
            Span<byte> pixels = target.Slice(row * stride, part.Width * 4);
            backing.Read(Offset + (long)(part.Y + row) * Stride + part.X * 4L, pixels);
            if (Order != PixelOrder.BlueFirst) PixelOrders.ToBlueFirst(Order, pixels, pixels);
        }
    }
}
