namespace VirglHost.Rendering.Tests;

/// <summary>Guest memory as one array.</summary>
internal sealed class ArrayBacking(int length) : IBackingStore
{
    public byte[] Bytes { get; } = new byte[length];

    public long LengthInBytes => Bytes.Length;

    public void Read(long offset, Span<byte> destination) => Bytes.AsSpan((int)offset, destination.Length).CopyTo(destination);

    public void Write(long offset, ReadOnlySpan<byte> source) => source.CopyTo(Bytes.AsSpan((int)offset));

    public bool TryGetSpan(long offset, int length, out Span<byte> span)
    {
        span = Bytes.AsSpan((int)offset, length);
        return true;
    }
}
