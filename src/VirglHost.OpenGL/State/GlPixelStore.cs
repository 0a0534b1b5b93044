namespace VirglHost.OpenGL;

/// <summary>Layout of pixels in client memory or in a pixel buffer (glPixelStore). Lengths and skips are in pixels, 0 means tight.</summary>
/// <param name="Alignment">Row alignment in bytes: 1, 2, 4 or 8.</param>
/// <param name="RowLength">Pixels from row to row, 0 = the width transferred.</param>
/// <param name="ImageHeight">Rows from layer to layer, 0 = the height transferred.</param>
/// <param name="SkipPixels">Pixels left out at each row's start.</param>
/// <param name="SkipRows">Rows left out at each layer's start.</param>
/// <param name="SkipImages">Layers left out at the start.</param>
public readonly record struct GlPixelStore(int Alignment, int RowLength = 0, int ImageHeight = 0, int SkipPixels = 0, int SkipRows = 0, int SkipImages = 0)
{
    /// <summary>Rows and layers follow each other without gaps.</summary>
    public static GlPixelStore Tight => new(1);

    /// <summary>GL's own initial layout: rows start at multiples of 4 bytes.</summary>
    public static GlPixelStore Initial => new(4);

    /// <summary>Bytes from the start of memory to the end of the last pixel of a transfer of this size.</summary>
    public long RequiredBytes(uint width, uint height, uint depth, GLEnum format, GLEnum type)
    {
        if (width == 0 || height == 0 || depth == 0) return 0;
        long pixel = GlPixelSize.InBytes(format, type);
        long alignment = Math.Max(Alignment, 1);
        long row = pixel * (RowLength > 0 ? RowLength : width);
        row = (row + alignment - 1) / alignment * alignment;
        long layer = row * (ImageHeight > 0 ? ImageHeight : height);
        return (((long)depth - 1 + SkipImages) * layer) + (((long)height - 1 + SkipRows) * row) + (((long)width + SkipPixels) * pixel);
    }
}
