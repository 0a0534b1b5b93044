using System.Diagnostics.CodeAnalysis;
using VirglHost.CommandStream;
using VirglHost.OpenGL;

namespace VirglHost.Rendering.Formats;

/// <summary>The formats this host can store, each tried once on the real driver when a renderer is made. Immutable afterwards.</summary>
internal sealed class FormatTable
{
    private const uint ProbeSize = 32;
    private readonly FormatRow?[] _rows = new FormatRow?[StreamLimits.FormatCount];

    private FormatTable(IEnumerable<FormatRow> rows)
    {
        foreach (FormatRow row in rows)
            _rows[(int)row.Format] = row;
        Rows = [.. _rows.OfType<FormatRow>()];
    }

    /// <summary>Every format with storage, and the stencil views, by number.</summary>
    public IReadOnlyList<FormatRow> Rows { get; }

    /// <summary>Tries every format on the current context.</summary>
    public static FormatTable Probe(GlSession session)
    {
        GL gl = session.Gl;
        GlFaultCheck.DrainErrors(gl);
        uint framebuffer = gl.CreateFramebuffer();
        var rows = new List<FormatRow>();
        var seen = new Dictionary<GLEnum, FormatSupport>();
        foreach (FormatRow row in FormatRowTable.Create())
        {
            if (!seen.TryGetValue(row.InternalFormat, out FormatSupport support))
            {
                support = Try(gl, framebuffer, row);
                seen.Add(row.InternalFormat, support);
            }

            if (row.IsStencilOnlyView)
                support = session.Features[GlFeature.StencilTexturing] ? support & FormatSupport.Sampled : FormatSupport.None;
            if (support.HasFlag(FormatSupport.Sampled))
                rows.Add(row with { Support = support });
        }

        gl.DeleteFramebuffer(framebuffer);
        session.Group.ForgetFramebuffer(framebuffer);
        return new FormatTable(rows);
    }

    /// <summary>A table without a driver, for tests: every format does everything its kind allows.</summary>
    public static FormatTable Assumed() =>
        new(FormatRowTable.Create().Select(row => row with
        {
            Support = row.IsCompressed || row.IsStencilOnlyView
                ? FormatSupport.Sampled
                : FormatSupport.Sampled | FormatSupport.Rendered | FormatSupport.Multisampled,
        }));

    /// <summary>Looks a format up; any number may be asked for.</summary>
    /// <returns>False for formats without storage on this host.</returns>
    public bool TryGet(VirglFormat format, [NotNullWhen(true)] out FormatRow? row)
    {
        row = (uint)format < (uint)_rows.Length ? _rows[(int)format] : null;
        return row is not null;
    }

    /// <summary>Whether GL allows a texture view of one format on the storage of another.</summary>
    public bool CanView(FormatRow storage, FormatRow view) =>
        storage.InternalFormat == view.InternalFormat || (storage.ViewClass != 0 && storage.ViewClass == view.ViewClass);

    /// <summary>How an attribute of a format is fetched from a vertex buffer; any number may be asked for.</summary>
    /// <returns>False for formats that cannot be fetched.</returns>
    public static bool TryGetVertex(VirglFormat format, out VertexFormat vertex) => VertexFormatTable.TryGet(format, out vertex);

    private static FormatSupport Try(GL gl, uint framebuffer, FormatRow row)
    {
        uint texture = gl.CreateTexture(GLEnum.Texture2D);
        gl.TextureStorage2D(texture, 1, row.InternalFormat, ProbeSize, ProbeSize);
        var support = FormatSupport.None;
        if (GlFaultCheck.DrainErrors(gl) == GLEnum.NoError)
        {
            support = FormatSupport.Sampled;
            if (!row.IsCompressed)
            {
                bool isRendered = IsComplete(gl, framebuffer, row, texture);
                support |= (isRendered ? FormatSupport.Rendered : FormatSupport.None) | TryMultisample(gl, framebuffer, row, isRendered);
            }
        }

        gl.DeleteTexture(texture);
        return support;
    }

    // What nothing can be drawn to may still be made with samples: guests tell "unsupported as attachment" from "no such texture".
    private static FormatSupport TryMultisample(GL gl, uint framebuffer, FormatRow row, bool isRendered)
    {
        uint texture = gl.CreateTexture(GLEnum.Texture2DMultisample);
        gl.TextureStorage2DMultisample(texture, 2, row.InternalFormat, ProbeSize, ProbeSize, true);
        bool works = GlFaultCheck.DrainErrors(gl) == GLEnum.NoError && (!isRendered || IsComplete(gl, framebuffer, row, texture));
        gl.DeleteTexture(texture);
        return works ? FormatSupport.Multisampled : FormatSupport.None;
    }

    private static bool IsComplete(GL gl, uint framebuffer, FormatRow row, uint texture)
    {
        GLEnum attachment = AttachmentOf(row);
        gl.NamedFramebufferTexture(framebuffer, attachment, texture, 0);
        GLEnum status = gl.CheckNamedFramebufferStatus(framebuffer, GLEnum.DrawFramebuffer);
        gl.NamedFramebufferTexture(framebuffer, attachment, 0, 0);
        return GlFaultCheck.DrainErrors(gl) == GLEnum.NoError && status == GLEnum.FramebufferComplete;
    }

    /// <summary>Where a texture of this format is attached to a framebuffer.</summary>
    public static GLEnum AttachmentOf(FormatRow row) => (row.HasDepth, row.HasStencil) switch
    {
        (true, true) => GLEnum.DepthStencilAttachment,
        (true, false) => GLEnum.DepthAttachment,
        (false, true) => GLEnum.StencilAttachment,
        _ => GLEnum.ColorAttachment0,
    };
}
