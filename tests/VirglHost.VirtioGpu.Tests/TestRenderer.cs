using VirglHost.Rendering;

namespace VirglHost.VirtioGpu.Tests;

internal static class TestRenderer
{
    public static Renderer Create() => new();
}
