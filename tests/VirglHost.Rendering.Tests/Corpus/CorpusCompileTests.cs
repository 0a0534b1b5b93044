using VirglHost.OpenGL;
using VirglHost.Shaders;

namespace VirglHost.Rendering.Tests.Corpus;

/// <summary>The recorded GLSL of shaders/corpus is legal: the host's own compiler and linker accept it.</summary>
[Collection("Host GL")]
public sealed class CorpusCompileTests : IClassFixture<CorpusGl>, IDisposable
{
    internal static readonly string Root = FindRoot();

    private static readonly (string Extension, ShaderStage Stage)[] StageExtensions =
    [
        ("vert", ShaderStage.Vertex), ("tesc", ShaderStage.TessControl), ("tese", ShaderStage.TessEvaluation), ("geom", ShaderStage.Geometry),
        ("frag", ShaderStage.Fragment), ("comp", ShaderStage.Compute),
    ];
    private readonly CorpusGl _host;

    public CorpusCompileTests(CorpusGl host)
    {
        _host = host;
        host.Enter();
    }

    private GL Gl => _host.Gl;

    public static TheoryData<string> Names
        => [.. Directory.EnumerateFiles(Root, "*.glsl", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/')[..^".glsl".Length]).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Recorded_shader_compiles_and_links(string name)
    {
        ShaderStage stage = StageOf(name);
        bool needsNeighbours = stage is ShaderStage.Geometry or ShaderStage.TessControl or ShaderStage.TessEvaluation;
        uint shader = Compile(stage, File.ReadAllText(Path.Combine(Root, name + ".glsl")));
        if (!needsNeighbours) Link([shader]);
    }

    public static TheoryData<string> Programs
        => [.. Directory.EnumerateFiles(Path.Combine(Root, "mesa"), "*.glsl").Select(path => Path.GetFileName(path).Split('.')[0]).Distinct().Order(StringComparer.Ordinal)
            .Where(name => IsIn(name, "tesc") || !IsIn(name, "tese"))];

    /// <summary>The stages that Mesa compiled together link together; without a control stage see below.</summary>
    [Theory]
    [MemberData(nameof(Programs))]
    public void Recorded_program_links(string name)
        => Link([.. StageExtensions.Where(stage => IsIn(name, stage.Extension))
            .Select(stage => Compile(stage.Stage, File.ReadAllText(Path.Combine(Root, "mesa", $"{name}.{stage.Extension}.glsl"))))]);

    [Theory]
    [InlineData("vertex/transform", "fragment/passthrough")]
    [InlineData("vertex/transform", "geometry/triangles", "fragment/passthrough")]
    [InlineData("vertex/component-split", "geometry/indirect-vertex", "fragment/point-sprite")]
    [InlineData("vertex/clip-distance", "geometry/clip-planes", "fragment/clip-distance-inputs")]
    [InlineData("vertex/clip-distance", "fragment/clip-distance-inputs")]
    [InlineData("vertex/built-ins", "fragment/color-two-sided")]
    [InlineData("vertex/not-last", "fragment/missing-inputs")]
    [InlineData("vertex/not-last", "tess-control/pass-and-levels", "tess-evaluation/triangles", "fragment/passthrough")]
    [InlineData("vertex/not-last", "tess-control/indirect", "tess-evaluation/indirect-patch", "fragment/passthrough")]
    [InlineData("vertex/not-last", "tess-control/pass-and-levels", "tess-evaluation/triangles", "geometry/triangles", "fragment/passthrough")]
    public void Pipeline_links(params string[] names) => Link(Translate([.. names.Select(Parse)]));

    [Fact]
    public void Evaluation_without_control_links_with_a_made_up_control_shader()
    {
        ParsedShader vertex = Parse("vertex/not-last");
        ParsedShader evaluation = Parse("tess-evaluation/triangles");
        ParsedShader fragment = Parse("fragment/passthrough");
        GlslShader control = ShaderTranslator.CreatePassthroughTessControl(vertex.Info, evaluation.Info, 3);
        var afterControl = new ShaderKey { Previous = evaluation.Info.LinkFrom(vertex.Info) with { Producer = ShaderStage.TessControl }, IsLastVertexStage = true };
        uint[] shaders =
        [
            Compile(ShaderStage.Vertex, ShaderTranslator.Translate(vertex, default).Source),
            Compile(ShaderStage.TessControl, control.Source),
            Compile(ShaderStage.TessEvaluation, ShaderTranslator.Translate(evaluation, afterControl).Source),
            Compile(ShaderStage.Fragment, ShaderTranslator.Translate(fragment, new ShaderKey { Previous = fragment.Info.LinkFrom(evaluation.Info) }).Source),
        ];
        Link(shaders);
    }

    public void Dispose() => _host.Leave();

    private uint[] Translate(ParsedShader[] stages)
    {
        var shaders = new uint[stages.Length];
        for (int i = 0; i < stages.Length; i++)
        {
            var key = new ShaderKey
            {
                Previous = i > 0 ? stages[i].Info.LinkFrom(stages[i - 1].Info) : default,
                IsLastVertexStage = i == stages.Length - 2,
                TwoSidedColor = true,
                ColorBufferCount = 1,
            };
            shaders[i] = Compile(stages[i].Stage, ShaderTranslator.Translate(stages[i], key).Source);
        }

        return shaders;
    }

    private uint Compile(ShaderStage stage, string source)
    {
        uint shader = Gl.CreateShader(ShaderStageTable.NameOf(stage));
        Gl.ShaderSource(shader, source);
        Gl.CompileShader(shader);
        Assert.True(Gl.GetShader(shader, GLEnum.CompileStatus) == 1, Gl.GetShaderInfoLog(shader) + source);
        return shader;
    }

    private void Link(uint[] shaders)
    {
        uint program = Gl.CreateProgram();
        foreach (uint shader in shaders) Gl.AttachShader(program, shader);
        Gl.LinkProgram(program);
        Assert.True(Gl.GetProgram(program, GLEnum.LinkStatus) == 1, Gl.GetProgramInfoLog(program));
    }

    private static ParsedShader Parse(string name)
    {
        ShaderParseResult result = ShaderTranslator.Parse(File.ReadAllBytes(Path.Combine(Root, name + ".tgsi")), StageOf(name));
        Assert.True(result.IsValid, string.Join("; ", result.Diagnostics));
        return result.Shader;
    }

    private static ShaderStage StageOf(string name)
    {
        Assert.True(ShaderTranslator.TryReadStage(File.ReadAllBytes(Path.Combine(Root, name + ".tgsi")), out ShaderStage stage), $"{name} does not begin with a processor");
        return stage;
    }

    private static bool IsIn(string program, string extension) => File.Exists(Path.Combine(Root, "mesa", $"{program}.{extension}.glsl"));

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "VirglHost.sln"))) return Path.Combine(folder.FullName, "shaders", "corpus");
        }

        throw new InvalidOperationException("VirglHost.sln is in none of the folders above the test binary.");
    }
}
