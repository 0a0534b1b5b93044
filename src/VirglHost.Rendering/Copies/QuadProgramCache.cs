using System.Text;
using VirglHost.OpenGL;
using VirglHost.OpenGL.Objects;
using VirglHost.Rendering.Formats;

namespace VirglHost.Rendering.Copies;

/// <summary>The programs of textured-quad blits, each linked when it is first needed. Programs are shared by all sessions.</summary>
internal sealed class QuadProgramCache : IDisposable
{
    private readonly Dictionary<QuadKey, GlProgram> _programs = [];

    /// <summary>The program for a key.</summary>
    /// <exception cref="GlCompileException">A bug in shaders/host.</exception>
    public GlProgram Get(GlSession session, in QuadKey key)
    {
        if (!_programs.TryGetValue(key, out GlProgram? program))
        {
            program = GlProgram.Link(session.Group,
                [(GLEnum.VertexShader, HostShader("blit.vert.glsl")), (GLEnum.FragmentShader, Header(key) + HostShader("blit.frag.glsl"))]);
            _programs.Add(key, program);
        }

        return program;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (GlProgram program in _programs.Values)
            program.Dispose();
        _programs.Clear();
    }

    /// <summary>The lines that shaders/host/blit.frag.glsl asks for.</summary>
    internal static string Header(in QuadKey key)
    {
        var text = new StringBuilder("#version 450 core\n");
        if (key.Output == QuadOutput.Stencil)
            text.Append("#extension GL_ARB_shader_stencil_export : require\n");
        string prefix = key.Kind switch { ChannelKind.SignedInteger => "i", ChannelKind.UnsignedInteger => "u", _ => "" };
        (string source, string sampler) = key.Source switch
        {
            QuadSource.Lines => ("SOURCE_1D", "sampler1DArray"),
            QuadSource.Layers => ("SOURCE_2D", "sampler2DArray"),
            QuadSource.Volume => ("SOURCE_3D", "sampler3D"),
            QuadSource.Rectangle => ("SOURCE_RECT", "sampler2DRect"),
            _ => ("SOURCE_MULTISAMPLE", "sampler2DMSArray"),
        };
        string output = key.Output switch { QuadOutput.Depth => "WRITE_DEPTH", QuadOutput.Stencil => "WRITE_STENCIL", _ => "WRITE_COLOR" };
        Define(text, source, "");
        Define(text, "SAMPLER", prefix + sampler);
        Define(text, "VALUE", prefix + "vec4");
        Define(text, output, "");
        if (key.IsAlphaInRed)
            Define(text, "ALPHA_IN_RED", "");
        if (key.IsEachSample)
            Define(text, "EACH_SAMPLE", "");
        text.Append("#define SAMPLE_COUNT ").Append(key.SampleCount).Append('\n');
        return text.ToString();
    }

    private static void Define(StringBuilder text, string name, string value) => text.Append("#define ").Append(name).Append(' ').Append(value).Append('\n');

    private static string HostShader(string name)
    {
        System.Reflection.Assembly assembly = typeof(QuadProgramCache).Assembly;
        string resource = assembly.GetManifestResourceNames().Single(candidate => candidate.EndsWith(name, StringComparison.Ordinal));
        using Stream stream = assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
