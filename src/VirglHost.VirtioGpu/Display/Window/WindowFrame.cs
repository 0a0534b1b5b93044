namespace VirglHost.VirtioGpu.Display.Window;

/// <summary>A picture on its way to a window: B, G, R, X rows without padding. Width 0 means that the screen is off.</summary>
internal sealed class WindowFrame
{
    /// <summary>May be longer than the picture.</summary>
    public byte[] Pixels { get; private set; } = [];

    public int Width { get; private set; }

    public int Height { get; private set; }

    /// <summary>Counts the frames of one screen.</summary>
    public long Sequence { get; set; }

    public int SizeInBytes => Width * Height * 4;

    public void Prepare(int width, int height)
    {
        (Width, Height) = (width, height);
        if (Pixels.Length < SizeInBytes) Pixels = new byte[SizeInBytes];
    }
}
