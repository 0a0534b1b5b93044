using Serilog;
using VirglHost.Linux;
using VirglHost.OpenGL.Egl;
using VirglHost.Rendering;

namespace VirglHost.Daemon;

/// <summary>Opens the host's OpenGL as the options ask and makes renderers on it.</summary>
internal static class HostOpenGl
{
    private const string RenderNodeFolder = "/dev/dri";

    /// <summary>Device files of this host's GPUs, in order; empty without a GPU.</summary>
    public static string[] RenderNodes =>
        Directory.Exists(RenderNodeFolder) ? [.. Directory.GetFiles(RenderNodeFolder, "renderD*").Order(StringComparer.Ordinal)] : [];

    /// <exception cref="EglException">Nothing could be opened; the message lists every try.</exception>
    public static EglDisplay Open(Options options)
    {
        if (options.RenderNode is { } node && !File.Exists(node))
        {
            string[] nodes = RenderNodes;
            string there = nodes.Length == 0 ? "this host has no render node; leave the option away to draw on the CPU" : $"this host has {string.Join(", ", nodes)}";
            throw new EglException($"--render-node: {node} does not exist; {there}");
        }
        HeapTrimmer.KeepWhileUsed();
        return EglDisplay.OpenHeadless(new EglOptions { Platform = options.Platform, RenderNode = options.RenderNode });
    }

    /// <summary>Makes sure that a context can be had, and lets it go again.</summary>
    /// <exception cref="EglException">It cannot.</exception>
    public static void RequireContext(EglDisplay display)
    {
        using EglContext context = display.CreateContext();
    }

    /// <summary>What draws, by OpenGL's own name for it.</summary>
    /// <exception cref="EglException">No context can be had.</exception>
    public static string NameOf(EglDisplay display, Options options, ILogger log)
    {
        using Renderer renderer = CreateRenderer(display, options, log);
        return renderer.Capabilities.HostRenderer;
    }

    /// <summary>Makes a renderer that belongs to the calling thread, for a door that shares no memory of mapped buffers.</summary>
    public static Renderer CreateRenderer(EglDisplay display, Options options, ILogger log, ShaderTextHandler? textReceived = null, IRendererTap? tap = null) =>
        Renderer.Create(display, ToRendererOptions(options, textReceived, tap), log);

    /// <summary>Makes a renderer that belongs to the calling thread, for a vtest client. A tap cannot hear what clients write into mapped buffers: with one there are none.</summary>
    public static Renderer CreateVtestRenderer(EglDisplay display, Options options, ILogger log, ShaderTextHandler? textReceived = null, IRendererTap? tap = null) =>
        Renderer.Create(display, ToRendererOptions(options, textReceived, tap) with { HostBlobs = tap is null, Refusals = RefusalPolicy.SkipCommand }, log);

    /// <summary>Makes a renderer that plays a recording of either door and is looked into meanwhile.</summary>
    public static Renderer CreateInspectedRenderer(EglDisplay display, Options options, ILogger log, bool isVtest, ICommandObserver observer, IRendererTap? tap) => Renderer.Create(
        display, ToRendererOptions(options, null, tap) with { Observer = observer, Refusals = isVtest ? RefusalPolicy.SkipCommand : default }, log);

    /// <summary>The start-up line: what draws, what the guest will see, and what holds it lower.</summary>
    public static void Report(EglDisplay display, GuestCapabilities capabilities, ILogger log)
    {
        log.Information("Drawing on {Renderer} ({Version}) through EGL's {Platform} platform", capabilities.HostRenderer, capabilities.HostVersion, display.Platform);
        log.Information("Guests get OpenGL {GlMajor}.{GlMinor}, OpenGL ES {EsMajor}.{EsMinor}, GLSL {Glsl}",
            capabilities.GlMajor, capabilities.GlMinor, capabilities.GlesMajor, capabilities.GlesMinor, capabilities.GlslLevel);
        foreach (IGrouping<string, CapabilityGap> version in capabilities.Gaps.GroupBy(gap => gap.Version))
            log.Information("Not {Version}: {Causes}", version.Key, string.Join("; ", version.Select(gap => gap.Cause)));
    }

    private static RendererOptions ToRendererOptions(Options options, ShaderTextHandler? textReceived, IRendererTap? tap) =>
        new() { MemoryBudgetInBytes = options.MemoryBudgetInBytes, ShaderTextReceived = textReceived, Tap = tap };
}
