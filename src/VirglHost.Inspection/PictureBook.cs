using System.Buffers;
using VirglHost.Rendering.Resources;

namespace VirglHost.Inspection;

/// <summary>What the page says of one picture.</summary>
/// <param name="Width">Pixels of a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Block">The block that holds it.</param>
/// <param name="IsDelta">Whether it is stored as the difference to the one before it in the block.</param>
/// <param name="Kind">What its pixels stand for.</param>
/// <param name="Minimum">What black stands for.</param>
/// <param name="Maximum">What white stands for.</param>
internal sealed record PictureEntry(int Width, int Height, int Block, bool IsDelta, PreviewKind Kind, double Minimum, double Maximum);

/// <summary>
/// Pictures in blocks. One draw changes little of a picture, so each is stored as its difference to the one before; a picture that did not change at all
/// is stored once.
/// </summary>
internal sealed class PictureBook(PageWriter page)
{
    private const int BlockSizeInBytes = 3 << 20;

    private readonly ArrayBufferWriter<byte> _block = new();
    private readonly Dictionary<UInt128, int> _numbers = [];
    private byte[] _last = [];
    private (int Width, int Height) _lastSize;
    private int _blockNumber;

    /// <summary>All different pictures.</summary>
    public List<PictureEntry> Pictures { get; } = [];

    /// <summary>Keeps a picture.</summary>
    /// <returns>Its number; that of an equal one where there is one.</returns>
    public int Add(PreviewPicture picture)
    {
        UInt128 hash = GroupPool.HashOf(picture.Pixels) ^ (UInt128)(uint)picture.Width ^ (UInt128)BitConverter.DoubleToUInt64Bits(picture.Maximum - picture.Minimum) << 32;
        if (_numbers.TryGetValue(hash, out int number))
            return number;
        ReadOnlySpan<byte> pixels = picture.Pixels;
        if (_block.WrittenCount > 0 && _block.WrittenCount + pixels.Length > BlockSizeInBytes)
            Flush();
        bool isDelta = _block.WrittenCount > 0 && _lastSize == (picture.Width, picture.Height);
        Span<byte> stored = _block.GetSpan(pixels.Length)[..pixels.Length];
        int row = picture.Width * 3;
        for (int i = 0; i < pixels.Length; i++)
            stored[i] = unchecked((byte)(pixels[i] - (isDelta ? _last[i] : i >= row ? pixels[i - row] : 0)));
        _block.Advance(pixels.Length);
        _last = pixels.ToArray();
        _lastSize = (picture.Width, picture.Height);
        number = Pictures.Count;
        _numbers.Add(hash, number);
        Pictures.Add(new PictureEntry(picture.Width, picture.Height, _blockNumber, isDelta, picture.Kind, picture.Minimum, picture.Maximum));
        return number;
    }

    /// <summary>Writes the last block.</summary>
    public void Flush()
    {
        if (_block.WrittenCount == 0)
            return;
        page.WriteBlock($"p{_blockNumber++}", _block.WrittenSpan);
        _block.ResetWrittenCount();
    }
}
