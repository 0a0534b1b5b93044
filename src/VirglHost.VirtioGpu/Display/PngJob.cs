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

    public PngKind Kind { get; private set; }

    public PngStamp Stamp { get; private set; }

    /// <summary>False while the encoder owns the job.</summary>
    public bool IsWritten
    {
        get => _isWritten;
        set => _isWritten = value;
    }

    public void Prepare(Scanout scanout, string directory, PngKind kind)
    {
        int size = scanout.Stride * scanout.Height;
        if (Pixels.Length < size) Pixels = new byte[size];
        Width = scanout.Width;
        Height = scanout.Height;
        Directory = directory;
        Kind = kind;
        Stamp = new PngStamp(DateTime.UtcNow, scanout.Index, scanout.FrameNumber);
        _isWritten = false;
    }
}
