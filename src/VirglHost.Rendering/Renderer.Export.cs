using VirglHost.OpenGL;
using VirglHost.OpenGL.Egl;
using VirglHost.Rendering.Resources;

namespace VirglHost.Rendering;

public sealed partial class Renderer
{
    /// <summary>Whether textures can leave as dma-bufs on this host; <see cref="TryExport"/> may still refuse one.</summary>
    public bool CanExport => DmabufExporter.IsOffered(_display);

    /// <summary>Exports a plain 2D texture, so that another process can show it without a copy. Ask <see cref="CanExport"/> first.</summary>
    /// <param name="resourceId">A resource of the guest.</param>
    /// <param name="exported">Its memory, which outlives it; the descriptor is the caller's.</param>
    /// <param name="reason">Why not; empty where this returns true.</param>
    public bool TryExport(uint resourceId, out ExportedTexture exported, out string reason)
    {
        RenderResource resource = RequireResource(resourceId);
        GlSession session = CurrentSession();
        _lanes?.Quiet(resource);
        exported = default;
        reason = "it is no single-sampled 2D picture of one level";
        if (resource.Texture is not { Target: GLEnum.Texture2D } texture || resource.Samples > 1 || resource.LevelCount > 1 || session.Context is not { } context)
            return false;
        if (!DmabufExporter.TryExport(context, texture.Name, out Dmabuf memory, out reason))
            return false;
        exported = new ExportedTexture(memory, (int)resource.Description.Width, (int)resource.Description.Height, resource.IsYInverted);
        return true;
    }

    /// <summary>Sends everything that was drawn so far on its way to the GPU. Other contexts of a thread were sent when they stopped being current.</summary>
    public void Flush()
    {
        CurrentSession().Gl.Flush();
        _lanes?.Flush();
    }
}
