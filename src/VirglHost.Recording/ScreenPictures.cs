namespace VirglHost.Recording;

/// <summary>The screens of a replay, put together from the parts that were flushed.</summary>
internal sealed class ScreenPictures
{
    /// <summary>Bytes of a pixel.</summary>
    public const int PixelSizeInBytes = 4;

    private const int MaxScreens = 16;
    private const uint MaxSide = 16384;

    // As much as the device lets all screens of a guest have.
    private const long MaxSizeInBytes = 512L << 20;

    private readonly ScreenPicture?[] _screens = new ScreenPicture?[MaxScreens];

    /// <summary>Takes rows of a picture.</summary>
    /// <returns>The picture where it is whole now, else null.</returns>
    /// <exception cref="RecordingException">The event does not describe a part of a screen.</exception>
    public ScreenPicture? Take(EventFields fields)
    {
        uint screen = fields.Next(), width = fields.Next(), height = fields.Next();
        ulong x = fields.Next(), y = fields.Next(), partWidth = fields.Next(), partHeight = fields.Next();
        bool isLast = fields.Next() != 0;
        ReadOnlySpan<byte> pixels = fields.Rest;
        if (screen >= MaxScreens || width is 0 or > MaxSide || height is 0 or > MaxSide || partWidth == 0 || partHeight == 0 || x + partWidth > width || y + partHeight > height ||
            (ulong)pixels.Length != partWidth * partHeight * PixelSizeInBytes)
            throw new RecordingException(RecordingFault.Damaged, $"{pixels.Length} bytes for {partWidth}x{partHeight} pixels at {x}, {y} of screen {screen} of {width}x{height}");
        ScreenPicture picture = PictureOf((int)screen, (int)width, (int)height);
        int row = (int)partWidth * PixelSizeInBytes;
        Span<byte> above = default;
        for (int i = 0; i < (int)partHeight; i++)
        {
            Span<byte> target = picture.Pixels.AsSpan((((int)y + i) * picture.Width + (int)x) * PixelSizeInBytes, row);
            pixels.Slice(i * row, row).CopyTo(target);
            for (int at = 0; at < above.Length; at++)
                target[at] = unchecked((byte)(target[at] + above[at]));
            above = target;
        }

        return isLast ? picture : null;
    }

    /// <summary>Each row but the first becomes its difference to the row above: of pictures of programs little is left then.</summary>
    public static void ToDifferences(Span<byte> rows, int rowSizeInBytes)
    {
        for (int at = rows.Length - 1; at >= rowSizeInBytes; at--)
            rows[at] = unchecked((byte)(rows[at] - rows[at - rowSizeInBytes]));
    }

    /// <summary>The screen's picture, black where it is new or has another size.</summary>
    private ScreenPicture PictureOf(int screen, int width, int height)
    {
        if (_screens[screen] is { } known && known.Width == width && known.Height == height)
            return known;
        _screens[screen] = null;
        long size = (long)width * height * PixelSizeInBytes;
        long others = 0;
        foreach (ScreenPicture? other in _screens)
            others += other?.Pixels.Length ?? 0;
        if (others + size > MaxSizeInBytes)
            throw new RecordingException(RecordingFault.Damaged, $"screen {screen} of {width}x{height} is more than all screens together may have");
        return _screens[screen] = new ScreenPicture(screen, width, height, new byte[size]);
    }
}
