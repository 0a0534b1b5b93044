using Serilog;
using Spectre.Console;
using VirglHost.OpenGL;
using VirglHost.OpenGL.Egl;
using VirglHost.Rendering;

namespace VirglHost.Daemon;

/// <summary>Tells a person which OpenGL this host offers, what a guest will get from it, and what holds it lower.</summary>
internal static class Doctor
{
    public static ExitCode Examine(Options options, IAnsiConsole console, ILogger log)
    {
        ShowWays(console, options);
        try
        {
            using EglDisplay display = HostOpenGl.Open(options);
            using Renderer renderer = HostOpenGl.CreateRenderer(display, options, log);
            GuestCapabilities capabilities = renderer.Capabilities;
            ShowHost(console, display, capabilities);
            ShowGuest(console, capabilities);
            ShowGaps(console, capabilities.Gaps);
            console.MarkupLine("[green]This host can run virglhost.[/]");
            return ExitCode.Ok;
        }
        catch (EglException fault)
        {
            console.MarkupLineInterpolated($"[red]This host cannot run virglhost:[/] {fault.Message}");
            console.WriteLine("What helps: a driver with OpenGL 4.5 core (on Debian, libegl1 and libgl1-mesa-dri draw on any CPU), and access to /dev/dri for a GPU.");
            return ExitCode.NoOpenGl;
        }
    }

    /// <summary>Every way is tried by itself, also those behind the one that serving takes: a person wants to know what else there is.</summary>
    private static void ShowWays(IAnsiConsole console, Options options)
    {
        Table table = NewTable("Ways to this host's OpenGL, in the order virglhost takes them", "Platform", "Device", "Outcome", "Found, or why not");
        EglPlatform[] platforms = options.RenderNode is not null ? [EglPlatform.Device] : options.Platform is { } only ? [only] : Enum.GetValues<EglPlatform>();
        foreach (EglPlatform platform in platforms)
            ShowWay(table, new EglOptions { Platform = platform, RenderNode = options.RenderNode });
        console.Write(table);
    }

    private static void ShowWay(Table table, EglOptions way)
    {
        try
        {
            using EglDisplay display = EglDisplay.OpenHeadless(way);
            foreach (EglAttempt attempt in display.Attempts.Where(attempt => !attempt.Succeeded))
                AddRow(table, attempt.Platform.ToString(), attempt.Subject, "refused", attempt.Reason);
            (string outcome, string found) = TryContext(display);
            AddRow(table, display.Platform.ToString(), display.Subject, outcome, found);
        }
        catch (EglException fault)
        {
            foreach (EglAttempt attempt in fault.Attempts)
                AddRow(table, attempt.Platform.ToString(), attempt.Subject, "refused", attempt.Reason);
        }
    }

    private static (string Outcome, string Found) TryContext(EglDisplay display)
    {
        try
        {
            using EglContext context = display.CreateContext();
            context.MakeCurrent();
            return ("works", $"OpenGL {display.OpenGl.GetText(GLEnum.Version)} on {display.OpenGl.GetText(GLEnum.Renderer)}");
        }
        catch (EglException fault)
        {
            return ("too old", fault.Message);
        }
    }

    private static void ShowHost(IAnsiConsole console, EglDisplay display, GuestCapabilities capabilities)
    {
        Table table = NewTable("This host's OpenGL", "Property", "Value");
        AddRow(table, "Vendor", capabilities.HostVendor);
        AddRow(table, "Renderer", capabilities.HostRenderer);
        AddRow(table, "Version", capabilities.HostVersion);
        AddRow(table, "EGL", $"{display.Version} ({display.Vendor})");
        AddRow(table, "Export of memory", DmabufExporter.IsOffered(display) ? "EGL_MESA_image_dma_buf_export: QEMU's display gets dma-bufs" : "no EGL_MESA_image_dma_buf_export: QEMU's display gets pixels");
        AddRow(table, "Render nodes", HostOpenGl.RenderNodes is { Length: > 0 } nodes ? string.Join(", ", nodes) : "none");
        console.Write(table);
    }

    private static void ShowGuest(IAnsiConsole console, GuestCapabilities capabilities)
    {
        Table table = NewTable("What a guest gets", "Property", "Value");
        AddRow(table, "OpenGL", $"{capabilities.GlMajor}.{capabilities.GlMinor}");
        AddRow(table, "OpenGL ES", $"{capabilities.GlesMajor}.{capabilities.GlesMinor}");
        AddRow(table, "GLSL", $"{capabilities.GlslLevel}");
        foreach (GuestLimit limit in capabilities.Limits)
            AddRow(table, limit.Name, limit.Value);
        console.Write(table);
    }

    private static void ShowGaps(IAnsiConsole console, IReadOnlyList<CapabilityGap> gaps)
    {
        if (gaps.Count == 0)
            return;
        Table table = NewTable("What holds it lower", "Missing version", "Cause");
        foreach (CapabilityGap gap in gaps)
            AddRow(table, gap.Version, gap.Cause);
        console.Write(table);
    }

    private static Table NewTable(string title, params string[] columns)
    {
        Table table = new Table().Title(title).Border(TableBorder.Ascii2);
        foreach (string column in columns)
            table.AddColumn(new TableColumn(column));
        return table;
    }

    private static void AddRow(Table table, params string[] cells) => table.AddRow([.. cells.Select(cell => new Text(cell))]);
}
