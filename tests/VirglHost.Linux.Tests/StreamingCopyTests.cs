namespace VirglHost.Linux.Tests;

public sealed class StreamingCopyTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(127)]
    [InlineData(200)]
    [InlineData(4096)]
    public void Copy_of_any_alignment_and_length_writes_these_bytes_and_no_other(int length)
    {
        byte[] source = new byte[length + 64], target = new byte[length + 128];
        new Random(length).NextBytes(source);
        for (int from = 0; from < 64; from += 7)
        for (int to = 0; to < 64; to++)
        {
            target.AsSpan().Fill(0xee);
            StreamingCopy.Copy(source.AsSpan(from, length), target.AsSpan(to));
            StreamingCopy.Complete();
            Assert.Equal(source.AsSpan(from, length), target.AsSpan(to, length));
            Assert.Equal(-1, target.AsSpan(0, to).IndexOfAnyExcept((byte)0xee));
            Assert.Equal(-1, target.AsSpan(to + length).IndexOfAnyExcept((byte)0xee));
        }
    }

    [Fact]
    public void Copy_into_too_little_room_writes_nothing()
    {
        byte[] target = new byte[1000];
        byte[] source = [.. Enumerable.Repeat((byte)1, 1001)];
        Assert.Throws<ArgumentException>(() => StreamingCopy.Copy(source, target));
        Assert.Equal(-1, target.AsSpan().IndexOfAnyExcept((byte)0));
    }
}
