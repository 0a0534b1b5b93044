using Serilog;
using VirglHost.OpenGL;
using VirglHost.OpenGL.Egl;
using VirglHost.Rendering.Copies;
using VirglHost.Rendering.Formats;
using VirglHost.Rendering.Lanes;
using VirglHost.Rendering.Programs;
using VirglHost.Rendering.Resources;
using VirglHost.Shaders;

namespace VirglHost.Rendering;

/// <summary>What all contexts of one renderer on one thread share.</summary>
internal sealed class RendererParts(EglDisplay? display, GlSession root, FormatTable formats, RendererOptions options, ILogger log)
{
    private Blitter? _blits;
    private PreviewReader? _previews;

    /// <summary>Limits and switches.</summary>
    public RendererOptions Options { get; } = options;

    /// <summary>Where this room logs.</summary>
    public ILogger Log { get; } = log;

    /// <summary>The lane that these are for; 0 is the renderer's own thread.</summary>
    public int Lane { get; init; }

    /// <summary>What other lanes have done; null where there is one thread only.</summary>
    public HandOverTable? HandOvers { get; set; }

    /// <summary>The session that exists as long as the renderer, or the thread.</summary>
    public GlSession Root { get; } = root;

    /// <summary>Formats with storage on this host.</summary>
    public FormatTable Formats { get; } = formats;

    /// <summary>What shaders may use of the host's compiler.</summary>
    public GlslHostFeatures Translation { get; } = TranslationTable.FeaturesOf(root.Features);

    /// <summary>Shared memory that waits for the end of the work that may touch it.</summary>
    public RetiredMemory Retired { get; } = new();

    /// <summary>Transfers.</summary>
    public TransferEngine Transfers { get; } = new();

    /// <summary>Pictures for who looks on.</summary>
    public PreviewReader Previews => _previews ??= new PreviewReader();

    /// <summary>Blits and copies.</summary>
    public Blitter Blits => _blits ??= new Blitter(Formats);

    /// <summary>Makes an EGL context that shares its objects with all others and makes it current.</summary>
    public GlSession OpenSession()
    {
        if (display is null)
        {
            return new GlSession(Root.Group, null, null);
        }

        EglContext context;
        try
        {
            context = display.CreateContext(new EglContextOptions { Share = Root.Context, Debug = Options.DebugContext });
        }
        catch (EglException refused)
        {
            throw new HostFaultException(HostFault.OutOfMemory, $"No EGL context more: {refused.Message}");
        }

        context.MakeCurrent();
        return new GlSession(Root.Group, context, Options.DebugContext ? LogMessage : null);
    }

    /// <summary>Writes one message of the host driver to the log.</summary>
    public void LogMessage(in GlDebugMessage message)
    {
        if (message.Severity == GLEnum.DebugSeverityHigh)
        {
            Log.Warning("GL {Type} {Id}: {Text}", message.Type, message.Id, message.Text);
        }
        else if (Log.IsEnabled(Serilog.Events.LogEventLevel.Debug))
        {
            Log.Debug("GL {Type} {Id}: {Text}", message.Type, message.Id, message.Text);
        }
    }
}
