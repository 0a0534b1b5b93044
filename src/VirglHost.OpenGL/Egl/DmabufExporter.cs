using Microsoft.Win32.SafeHandles;

namespace VirglHost.OpenGL.Egl;

/// <summary>
/// Hands a texture's memory to other processes, where the host's EGL can. SPEC: EGL_MESA_image_dma_buf_export, EGL 1.5 §3.9.
/// </summary>
public static class DmabufExporter
{
    private const int MaximumPlanes = 4;

    /// <summary>Whether the display can export at all; a single texture may still be refused. Drivers that draw on the CPU cannot.</summary>
    public static unsafe bool IsOffered(EglDisplay display)
    {
        ArgumentNullException.ThrowIfNull(display);
        EglLibrary egl = EglLibrary.Instance;
        // SAFETY: function pointers are only compared with null.
        return display.HasExtension("EGL_MESA_image_dma_buf_export") && display.HasExtension("EGL_KHR_gl_texture_2D_image")
            && egl.CreateImage != null && egl.DestroyImage != null && egl.ExportDmabufImageQuery != null && egl.ExportDmabufImage != null;
    }

    /// <summary>Exports level 0 of a texture.</summary>
    /// <param name="context">A context of the texture's share group, on a display for which <see cref="IsOffered"/> holds; current.</param>
    /// <param name="texture">GL name of a GL_TEXTURE_2D with immutable storage.</param>
    /// <param name="exported">The memory; its descriptor is the caller's.</param>
    /// <param name="reason">Why not; empty where this returns true.</param>
    public static unsafe bool TryExport(EglContext context, uint texture, out Dmabuf exported, out string reason)
    {
        ArgumentNullException.ThrowIfNull(context);
        exported = default;
        EglLibrary egl = EglLibrary.Instance;
        nint none = EglLibrary.None, display = context.Display.Handle;
        // SAFETY: handles of a live context and its display; the attribute list is its terminator alone.
        nint image = egl.CreateImage(display, context.Handle, EglLibrary.GlTexture2D, (nint)texture, &none);
        if (image == 0)
        {
            reason = $"eglCreateImage: {egl.TakeError()}";
            return false;
        }

        try
        {
            return TryExport(display, image, out exported, out reason);
        }
        finally
        {
            // SAFETY: made above, destroyed once; an exported descriptor keeps the memory.
            egl.DestroyImage(display, image);
        }
    }

    private static unsafe bool TryExport(nint display, nint image, out Dmabuf exported, out string reason)
    {
        exported = default;
        EglLibrary egl = EglLibrary.Instance;
        int fourcc = 0, planes = 0;
        // SAFETY: two locals receive the format and the number of planes; no modifiers are asked for yet.
        if (egl.ExportDmabufImageQuery(display, image, &fourcc, &planes, null) == 0)
        {
            reason = $"eglExportDMABUFImageQueryMESA: {egl.TakeError()}";
            return false;
        }

        if (planes != 1)
        {
            reason = $"it has {planes} planes";
            return false;
        }

        ulong* modifiers = stackalloc ulong[MaximumPlanes];
        int* fds = stackalloc int[MaximumPlanes];
        int* strides = stackalloc int[MaximumPlanes];
        int* offsets = stackalloc int[MaximumPlanes];
        modifiers[0] = Dmabuf.UnknownModifier;
        fds[0] = -1;
        strides[0] = offsets[0] = 0;
        // SAFETY: EGL writes one value for each plane, of which there is one, into room for four.
        bool isExported = egl.ExportDmabufImageQuery(display, image, &fourcc, &planes, modifiers) != 0
            && egl.ExportDmabufImage(display, image, fds, strides, offsets) != 0;
        reason = !isExported ? $"eglExportDMABUFImageMESA: {egl.TakeError()}"
            : fds[0] < 0 ? "it has no descriptor"
            : offsets[0] != 0 ? $"its first row is at byte {offsets[0]}"
            : strides[0] <= 0 ? $"its rows are {strides[0]} bytes apart"
            : "";
        if (reason.Length > 0)
        {
            if (isExported && fds[0] >= 0) new SafeFileHandle(fds[0], ownsHandle: true).Dispose();
            return false;
        }

        exported = new Dmabuf(fds[0], strides[0], (uint)fourcc, modifiers[0]);
        return true;
    }
}
