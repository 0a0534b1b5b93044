namespace VirglHost.Rendering.Tests;

/// <summary>A backing store in an array; scattered when asked to be, so that nothing can be had in one piece.</summary>
internal sealed class ArrayStore(byte[] bytes, bool isScattered = false) : IBackingStore
{
    public byte[] Bytes => bytes;

    public long LengthInBytes => bytes.Length;

    public void Read(long offset, Span<byte> destination) => bytes.AsSpan((int)offset, destination.Length).CopyTo(destination);

    public void Write(long offset, ReadOnlySpan<byte> source) => source.CopyTo(bytes.AsSpan((int)offset, source.Length));

    public bool TryGetSpan(long offset, int length, out Span<byte> span)
    {
        span = default;
        if (isScattered || offset < 0 || length < 0 || offset + length > bytes.Length)
            return false;
        span = bytes.AsSpan((int)offset, length);
        return true;
    }
}
