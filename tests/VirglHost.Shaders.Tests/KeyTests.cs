namespace VirglHost.Shaders.Tests;

public sealed class KeyTests
{
    [Fact]
    public void Default_key_is_neutral()
    {
        ShaderKey key = default;
        Assert.Equal(AlphaTestFunction.Always, key.AlphaFunction);
        Assert.Equal(ColorBufferKind.Float, key.GetColorBuffer(7));
    }

    [Fact]
    public void Colour_buffer_kinds_are_kept_apart()
    {
        ShaderKey key = default(ShaderKey).WithColorBuffer(0, ColorBufferKind.AlphaInRed).WithColorBuffer(7, ColorBufferKind.UInt).WithColorBuffer(0, ColorBufferKind.Int);
        Assert.Equal(ColorBufferKind.Int, key.GetColorBuffer(0));
        Assert.Equal(ColorBufferKind.Float, key.GetColorBuffer(1));
        Assert.Equal(ColorBufferKind.UInt, key.GetColorBuffer(7));
        Assert.Throws<ArgumentOutOfRangeException>(() => key.GetColorBuffer(8));
    }

    [Fact]
    public void Reduce_drops_what_the_shader_does_not_depend_on()
    {
        ShaderInfo info = Corpus.Parse("fragment/passthrough").Info;
        var key = new ShaderKey
        {
            FlatShade = true, TwoSidedColor = true, InvertFragCoordY = true, PointSpriteTexcoords = 0xff, ColorBufferCount = 4, ClipPlaneMask = 3,
            IntegerAttributes = 5, AlphaFunction = AlphaTestFunction.Less,
        };
        Assert.Equal(new ShaderKey { AlphaFunction = AlphaTestFunction.Less }, info.Reduce(key));
    }

    [Theory]
    [InlineData("CONST[0..63]", "CONST[63]", true)]
    [InlineData("CONST[0..64]", "CONST[0]", false)]
    [InlineData("CONST[0..1]", "CONST[ADDR[0].x]", false)]
    [InlineData("CONST[0..1]", "CONST[0][ADDR[0].x]", false)]
    [InlineData("CONST[1][0..1]", "CONST[1][1]", false)]
    public void Plain_constants_are_few_and_never_indexed(string declared, string read, bool expected)
    {
        foreach (string other in (string[])["", "DCL CONST[3][0..3]\n"])
        {
            string text = $"FRAG\nDCL OUT[0], COLOR\nDCL {declared}\n{other}DCL ADDR[0]\nMOV OUT[0], {read}\nEND\n";
            ShaderParseResult result = ShaderTranslator.Parse(System.Text.Encoding.ASCII.GetBytes(text), ShaderStage.Fragment);
            Assert.True(result.IsValid, string.Join("; ", result.Diagnostics));
            Assert.Equal(expected, result.Shader.Info.AllowsPlainConstants);
            Assert.Equal(expected, result.Shader.Info.Reduce(new ShaderKey { PlainConstants = true }).PlainConstants);
            Assert.Equal(expected, ShaderTranslator.Translate(result.Shader, new ShaderKey { PlainConstants = true }).Source.Contains("\nuniform uvec4 fs_const0[", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Reduce_is_idempotent_and_keeps_the_translation()
    {
        foreach (string name in Corpus.Names())
        {
            ParsedShader shader = Corpus.Parse(name);
            ShaderKey key = Corpus.Key(name, shader.Info);
            ShaderKey reduced = shader.Info.Reduce(key);
            Assert.Equal(reduced, shader.Info.Reduce(reduced));
            Assert.Equal(ShaderTranslator.Translate(shader, key).Source, ShaderTranslator.Translate(shader, reduced).Source);
        }
    }

    [Fact]
    public void Link_names_inputs_that_the_producer_never_writes()
    {
        ShaderInfo producer = Corpus.Parse("vertex/built-ins").Info;
        ShaderInfo consumer = Corpus.Parse("fragment/color-smooth").Info;
        InterfaceLink link = consumer.LinkFrom(producer);
        Assert.Equal(new InterfaceLink(ShaderStage.Vertex, 0b010, 1, 0, 0), link);
    }

    [Fact]
    public void Link_leaves_out_what_goes_to_a_higher_stream()
    {
        ShaderInfo producer = Corpus.Parse("geometry/streams").Info;
        ShaderParseResult consumer = ShaderTranslator.Parse(
            "FRAG\nDCL IN[0], GENERIC[0], PERSPECTIVE\nDCL IN[1], GENERIC[1], PERSPECTIVE\nDCL OUT[0], COLOR\nADD OUT[0], IN[0], IN[1]\nEND\n"u8, ShaderStage.Fragment);
        Assert.Equal(new InterfaceLink(ShaderStage.Geometry, 0b10, 0, 0, 0), consumer.Shader!.Info.LinkFrom(producer));
    }

    [Fact]
    public void Link_counts_the_producers_distances()
        => Assert.Equal(new InterfaceLink(ShaderStage.Vertex, 0, 0, 3, 3),
            Corpus.Parse("fragment/passthrough").Info.LinkFrom(Corpus.Parse("vertex/clip-distance").Info));

    [Fact]
    public void Reduce_allocates_nothing()
    {
        ShaderInfo info = Corpus.Parse("fragment/texture-targets").Info;
        var key = new ShaderKey { FlatShade = true, ColorBufferCount = 2 };
        _ = info.Reduce(key);
        long before = GC.GetAllocatedBytesForCurrentThread();
        _ = info.Reduce(key);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Reduce_to_some_fixups_allocates_nothing_the_second_time()
    {
        ShaderInfo info = Corpus.Parse("fragment/shadow-fixup").Info;
        SamplerFixup[] rows = [new(0, ColorSource.X, ColorSource.X, ColorSource.Zero, ColorSource.One), new(31, ColorSource.Zero, ColorSource.X, ColorSource.X, ColorSource.X)];
        var key = new ShaderKey { Samplers = SamplerFixups.Create(rows) };
        Assert.NotSame(key.Samplers, info.Reduce(key).Samplers);
        long before = GC.GetAllocatedBytesForCurrentThread();
        _ = info.Reduce(key);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData(2, 0, 4, 0, 0, 0, "not declared")]
    [InlineData(0, 2, 3, 0, 0, 0, "components")]
    [InlineData(0, 0, 4, 4, 0, 0, "place")]
    [InlineData(0, 0, 4, 0, 0, 1, "stream")]
    [InlineData(0, 0, 4, 0, 14, 0, "overlap or exceed")]
    public void Stream_outputs_that_do_not_fit_are_refused(int register, int start, int count, int buffer, int offset, int stream, string message)
    {
        ShaderInfo info = Corpus.Parse("vertex/not-last").Info;
        bool isCreated = StreamOutputLayout.TryCreate(
            info, [16, 0, 0, 0], [new StreamOutput(register, start, count, buffer, offset, stream)], out StreamOutputLayout? layout, out string error);
        Assert.False(isCreated);
        Assert.Null(layout);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_layouts_and_fixups_make_equal_keys()
    {
        ShaderInfo info = Corpus.Parse("vertex/not-last").Info;
        Assert.True(StreamOutputLayout.TryCreate(info, [4, 0, 0, 0], [new StreamOutput(0, 0, 4, 0, 0, 0)], out StreamOutputLayout? left, out _));
        Assert.True(StreamOutputLayout.TryCreate(info, [4, 0, 0, 0], [new StreamOutput(0, 0, 4, 0, 0, 0)], out StreamOutputLayout? right, out _));
        SamplerFixups? one = SamplerFixups.Create([new SamplerFixup(1, ColorSource.X, ColorSource.X, ColorSource.X, ColorSource.One)]);
        SamplerFixups? two = SamplerFixups.Create([new SamplerFixup(1, ColorSource.X, ColorSource.X, ColorSource.X, ColorSource.One)]);
        Assert.Equal(new ShaderKey { StreamOutput = left, Samplers = one }, new ShaderKey { StreamOutput = right, Samplers = two });
        Assert.Null(SamplerFixups.Create([new SamplerFixup(3, ColorSource.X, ColorSource.Y, ColorSource.Z, ColorSource.W)]));
    }
}
