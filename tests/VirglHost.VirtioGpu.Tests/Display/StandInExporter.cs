using VirglHost.Linux;
using VirglHost.VirtioGpu.Display;

namespace VirglHost.VirtioGpu.Tests.Display;

/// <summary>Exports resources as a GPU's EGL would, without their pixels: llvmpipe, which the tests draw on, cannot export.</summary>
/// <param name="isExportable">Which resources can be exported; the others have a reason.</param>
internal sealed class StandInExporter(Func<uint, bool> isExportable) : IPictureExporter
{
    public const uint Xrgb8888 = 0x34325258;
    private int _exports;
    private int _flushes;

    public int Exports => Volatile.Read(ref _exports);

    public int Flushes => Volatile.Read(ref _flushes);

    public (int Width, int Height) Size { get; init; } = (64, 48);

    /// <summary>Which file each resource is.</summary>
    public Dictionary<uint, FileIdentity> Files { get; } = [];

    public SharedPicture? TryExport(uint resourceId, out string reason)
    {
        Interlocked.Increment(ref _exports);
        reason = isExportable(resourceId) ? "" : "it has 2 planes";
        if (reason.Length > 0) return null;
        FileDescriptor memory = TestMemory.Create(Size.Width * Size.Height * 4);
        lock (Files) Files[resourceId] = FileDescriptor.GetIdentity(memory.Number);
        return new SharedPicture(memory) { Width = Size.Width, Height = Size.Height, Stride = Size.Width * 4, Fourcc = Xrgb8888, Modifier = 0 };
    }

    public void Flush() => Interlocked.Increment(ref _flushes);
}
