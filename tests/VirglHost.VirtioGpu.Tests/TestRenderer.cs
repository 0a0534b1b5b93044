using Serilog.Core;
using VirglHost.OpenGL.Egl;
using VirglHost.Rendering;

namespace VirglHost.VirtioGpu.Tests;

/// <summary>The real renderer on the GL of this machine. EGL is opened once for all tests, as a daemon does.</summary>
internal static class TestRenderer
{
    private static readonly Lazy<EglDisplay> _display = new(() => EglDisplay.OpenHeadless());

    public static Renderer Create() => Renderer.Create(_display.Value, new RendererOptions { MemoryBudgetInBytes = 1L << 30 }, Logger.None);
}
