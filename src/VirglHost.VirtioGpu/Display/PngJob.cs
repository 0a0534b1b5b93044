namespace VirglHost.VirtioGpu.Display;

/// <summary>One picture on its way to disk. Owned by the GPU thread until it is enqueued and again after <see cref="IsWritten"/>.</summary>
internal sealed class PngJob
{
    private volatile bool _isWritten = true;

    /// <summary>B, G, R, X rows; may be longer than the picture.</summary>
    public byte[] Pixels { get; private set; } = [];

    public int Width { get; private set; }

    public int Height { get; private set; }

    public string Directory { get; private set; } = "";

    /// <summary>Number of the frame file beside latest.png; 0 = none.</summary>
    public long FrameNumber { get; private set; }

    /// <summary>False while the encoder owns the job.</summary>
    public bool IsWritten
    {
        get => _isWritten;
        set => _isWritten = value;
    }

    public void Prepare(Scanout scanout, string directory, long frameNumber)
    {
        int size = scanout.Stride * scanout.Height;
        if (Pixels.Length < size) Pixels = new byte[size];
        Width = scanout.Width;
        Height = scanout.Height;
        Directory = directory;
        FrameNumber = frameNumber;
        _isWritten = false;
    }
}
