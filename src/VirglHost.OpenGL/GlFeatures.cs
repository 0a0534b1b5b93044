namespace VirglHost.OpenGL;

/// <summary>What one display's contexts can do; made once and immutable.</summary>
public sealed class GlFeatures
{
    private readonly bool[] _has = new bool[GlFeatureTable.Rows.Length];
    private readonly HashSet<string> _extensions;

    private GlFeatures(int major, int minor, IEnumerable<string> extensions)
    {
        Major = major;
        Minor = minor;
        _extensions = [.. extensions];
        Version version = new(major, minor);
        foreach (GlFeatureRow row in GlFeatureTable.Rows)
        {
            _has[(int)row.Feature] = (row.Since is not null && version >= row.Since) || row.Extensions.Any(_extensions.Contains);
        }
    }

    /// <summary>Major GL version.</summary>
    public int Major { get; }

    /// <summary>Minor GL version.</summary>
    public int Minor { get; }

    /// <summary>GL_RENDERER of the context asked.</summary>
    public string Renderer { get; private init; } = "";

    /// <summary>GL_VENDOR of the context asked.</summary>
    public string Vendor { get; private init; } = "";

    /// <summary>GL_VERSION of the context asked.</summary>
    public string VersionText { get; private init; } = "";

    /// <summary>Full names of all extensions.</summary>
    public IReadOnlySet<string> Extensions => _extensions;

    /// <summary>Whether a feature is there.</summary>
    public bool this[GlFeature feature] => _has[(int)feature];

    /// <summary>Asks the current context.</summary>
    public static GlFeatures Query(GL gl)
    {
        ArgumentNullException.ThrowIfNull(gl);
        uint count = (uint)Math.Max(gl.GetInteger(GLEnum.NumExtensions), 0);
        string[] extensions = new string[count];
        for (uint i = 0; i < count; i++) extensions[i] = gl.GetText(GLEnum.Extensions, i);
        return new GlFeatures(gl.GetInteger(GLEnum.MajorVersion), gl.GetInteger(GLEnum.MinorVersion), extensions)
        {
            Renderer = gl.GetText(GLEnum.Renderer),
            Vendor = gl.GetText(GLEnum.Vendor),
            VersionText = gl.GetText(GLEnum.Version),
        };
    }

    /// <summary>A made-up host, for tests.</summary>
    public static GlFeatures From(int major, int minor, IEnumerable<string> extensions) => new(major, minor, extensions);

    /// <summary>Whether a feature is there.</summary>
    public bool Has(GlFeature feature) => _has[(int)feature];

    /// <summary>Whether an extension is offered, by its full name.</summary>
    public bool HasExtension(string name) => _extensions.Contains(name);

    /// <summary>Whether the GL version is this one or newer.</summary>
    public bool IsAtLeast(int major, int minor) => (Major, Minor).CompareTo((major, minor)) >= 0;
}
