namespace VirglHost.Daemon.Pictures;

/// <summary>What two pictures have in common and where they part. Pixels that only one of them has count as different.</summary>
internal sealed class PictureComparison
{
    private readonly Picture _first;
    private readonly Picture _second;
    private readonly int _tolerance;
    private long _sum;

    /// <param name="first">What was expected.</param>
    /// <param name="second">What is there.</param>
    /// <param name="tolerance">How far a channel may be apart, 0…255.</param>
    public PictureComparison(Picture first, Picture second, int tolerance)
    {
        (_first, _second, _tolerance) = (first, second, tolerance);
        IsSameSize = first.Width == second.Width && first.Height == second.Height;
        Width = Math.Max(first.Width, second.Width);
        Height = Math.Max(first.Height, second.Height);
        for (int y = 0; y < Height; y++)
        for (int x = 0; x < Width; x++)
            Count(Distance(x, y, out int sum), sum);
    }

    public bool IsSameSize { get; }

    /// <summary>Pixels of the smallest rectangle that holds both.</summary>
    public int Width { get; }

    /// <summary>Pixels of the smallest rectangle that holds both.</summary>
    public int Height { get; }

    /// <summary>Pixels with a channel further apart than the tolerance.</summary>
    public long Differing { get; private set; }

    /// <summary>Largest distance of a channel, 0…255.</summary>
    public int Largest { get; private set; }

    /// <summary>Distance of a channel on average over the common pixels, 0…255.</summary>
    public double Mean => CommonArea == 0 ? 0 : (double)_sum / CommonArea / 3;

    /// <summary>Percent of all pixels that are different.</summary>
    public double DifferingPercent => 100.0 * Differing / ((long)Width * Height);

    private long CommonArea => (long)Math.Min(_first.Width, _second.Width) * Math.Min(_first.Height, _second.Height);

    /// <summary>
    /// The first picture in dark grey; over it red where the two differ, going to yellow with the distance, and blue where only one of them has a pixel.
    /// </summary>
    public Picture Draw()
    {
        Picture drawing = Picture.Black(Width, Height);
        for (int y = 0; y < Height; y++)
        for (int x = 0; x < Width; x++)
        {
            int? distance = Distance(x, y, out _);
            Span<byte> pixel = drawing.At(x, y);
            if (distance is not { } apart)
            {
                pixel[0] = 255;
            }
            else if (apart > _tolerance)
            {
                pixel[2] = 255;
                pixel[1] = (byte)apart;
            }
            else
            {
                ReadOnlySpan<byte> below = _first.At(x, y);
                pixel.Fill((byte)((below[0] + below[1] + below[2]) / 12));
            }
        }

        return drawing;
    }

    private void Count(int? distance, int sum)
    {
        _sum += sum;
        if (distance is not { } apart)
        {
            Differing++;
            return;
        }

        if (apart > _tolerance)
            Differing++;
        Largest = Math.Max(Largest, apart);
    }

    /// <summary>The furthest channel's distance, and the distances of all three together; null where only one of the pictures has a pixel.</summary>
    private int? Distance(int x, int y, out int sum)
    {
        sum = 0;
        if (x >= _first.Width || x >= _second.Width || y >= _first.Height || y >= _second.Height)
            return null;
        ReadOnlySpan<byte> one = _first.At(x, y), other = _second.At(x, y);
        int apart = 0;
        for (int channel = 0; channel < one.Length; channel++)
        {
            int distance = Math.Abs(one[channel] - other[channel]);
            apart = Math.Max(apart, distance);
            sum += distance;
        }

        return apart;
    }
}
