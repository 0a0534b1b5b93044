using VirglHost.Linux;
using VirglHost.Rendering;

namespace VirglHost.VirtioGpu.Display;

/// <summary>Exports what the host's EGL lets go.</summary>
/// <param name="renderer">One that can export.</param>
internal sealed class RendererExporter(Renderer renderer) : IPictureExporter
{
    public SharedPicture? TryExport(uint resourceId, out string reason)
    {
        if (!renderer.TryExport(resourceId, out ExportedTexture exported, out reason)) return null;
        return new SharedPicture(new FileDescriptor(exported.Memory.Fd))
        {
            Width = exported.Width,
            Height = exported.Height,
            Stride = exported.Memory.Stride,
            Fourcc = exported.Memory.Fourcc,
            Modifier = exported.Memory.Modifier,
            IsBottomUp = exported.IsBottomUp,
        };
    }

    public void Flush() => renderer.Flush();
}
