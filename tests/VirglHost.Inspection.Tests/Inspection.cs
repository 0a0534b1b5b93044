using Serilog;
using VirglHost.OpenGL.Egl;
using VirglHost.Recording;
using VirglHost.Rendering;

namespace VirglHost.Inspection.Tests;

/// <summary>Inspects a recording in memory.</summary>
internal sealed class Inspection(byte[] recording, EglDisplay display) : IInspectionHost
{
    private static readonly ILogger Log = new LoggerConfiguration().CreateLogger();

    public int Advances { get; private set; }

    public static Page Of(byte[] recording, InspectionOptions? options = null) => Of(recording, out _, options);

    public static Page Of(byte[] recording, out InspectionReport report, InspectionOptions? options = null, string title = "sample.rec")
    {
        using EglDisplay display = EglDisplay.OpenHeadless();
        Inspection inspection = new(recording, display);
        MemoryStream page = new();
        report = Inspector.Write(inspection, options ?? new InspectionOptions(), title, page);
        Assert.True(inspection.Advances > 0);
        Assert.Equal(page.Length, report.SizeInBytes);
        return new Page(page.ToArray());
    }

    public Stream OpenRecording() => new MemoryStream(recording);

    public Renderer CreateRenderer(in RecordingOrigin origin, ICommandObserver observer, IRendererTap? tap) => Renderer.Create(
        display, new RendererOptions { Observer = observer, Tap = tap, Refusals = origin.Door == "vtest" ? RefusalPolicy.SkipCommand : default }, Log);

    public void Advanced(bool isTiming, long positionInBytes, long draws) => Advances++;
}
