namespace VirglHost.Recording.Tests;

/// <summary>A file in memory whose bytes outlive it.</summary>
internal sealed class MemoryFile : MemoryStream
{
    public byte[] Bytes { get; private set; } = [];

    protected override void Dispose(bool disposing)
    {
        if (disposing && CanRead)
            Bytes = ToArray();
        base.Dispose(disposing);
    }
}
