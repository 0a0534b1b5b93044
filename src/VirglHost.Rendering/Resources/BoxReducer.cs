namespace VirglHost.Rendering.Resources;

/// <summary>A picture of four bytes a texel.</summary>
/// <param name="Texels">Red, green, blue and one byte that does not count.</param>
/// <param name="Width">Texels of a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="IsBottomUp">The first row is the last one of the result.</param>
internal readonly record struct ReductionSource(byte[] Texels, int Width, int Height, bool IsBottomUp);

/// <summary>Reduces pictures: each pixel becomes the mean of all that it covers.</summary>
internal sealed class BoxReducer
{
    private uint[] _sums = [];
    private int[] _edges = [];

    /// <summary>Fills <paramref name="picture"/>, no side of which becomes longer than <paramref name="maxSize"/>.</summary>
    public void Reduce(in ReductionSource source, int maxSize, PreviewPicture picture, (PreviewKind Kind, double Minimum, double Maximum) meaning)
    {
        double scale = Math.Min(1, (double)maxSize / Math.Max(source.Width, source.Height));
        int width = Math.Max((int)Math.Round(source.Width * scale), 1), height = Math.Max((int)Math.Round(source.Height * scale), 1);
        Span<byte> target = picture.Begin(width, height, meaning.Kind, meaning.Minimum, meaning.Maximum);
        if (_sums.Length < width * 3)
        {
            _sums = new uint[width * 3];
            _edges = new int[width + 1];
        }

        for (int x = 0; x <= width; x++)
            _edges[x] = (int)((long)x * source.Width / width);
        for (int y = 0; y < height; y++)
        {
            int first = (int)((long)y * source.Height / height), end = (int)((long)(y + 1) * source.Height / height);
            _sums.AsSpan(0, width * 3).Clear();
            for (int row = first; row < end; row++)
                Add(source, row, width);
            Span<byte> line = target.Slice((source.IsBottomUp ? height - 1 - y : y) * width * 3, width * 3);
            for (int x = 0; x < width; x++)
            {
                uint count = (uint)((end - first) * (_edges[x + 1] - _edges[x]));
                for (int channel = 0; channel < 3; channel++)
                    line[x * 3 + channel] = (byte)((_sums[x * 3 + channel] + count / 2) / count);
            }
        }
    }

    private void Add(in ReductionSource source, int row, int width)
    {
        ReadOnlySpan<byte> texels = source.Texels.AsSpan(row * source.Width * 4, source.Width * 4);
        for (int x = 0; x < width; x++)
        {
            uint red = 0, green = 0, blue = 0;
            for (int i = _edges[x] * 4; i < _edges[x + 1] * 4; i += 4)
            {
                red += texels[i];
                green += texels[i + 1];
                blue += texels[i + 2];
            }

            _sums[x * 3] += red;
            _sums[x * 3 + 1] += green;
            _sums[x * 3 + 2] += blue;
        }
    }
}
