namespace VirglHost.Shaders.Tests;

public sealed class InfoTests
{
    [Fact]
    public void Constant_buffers_are_reported_with_their_sizes()
    {
        ShaderInfo info = Corpus.Parse("vertex/uniform-blocks").Info;
        Assert.Equal(2, info.ConstantCount);
        Assert.Equal(0b1010u, info.UniformBlockMask);
        Assert.Equal([new ShaderUniformBlock(0, 2), new ShaderUniformBlock(1, 4), new ShaderUniformBlock(3, 8)], info.ConstantBuffers);
    }

    [Fact]
    public void Samplers_are_reported_with_target_and_kind()
    {
        ShaderInfo info = Corpus.Parse("fragment/texel-fetch").Info;
        Assert.Equal(new ShaderSampler(0, TextureTarget.Texture2D, SampledKind.Int), info.Samplers[0]);
        Assert.Equal(new ShaderSampler(2, TextureTarget.Buffer, SampledKind.UInt), info.Samplers[2]);
        Assert.Equal(0b111111u, info.SamplerMask);
    }

    [Fact]
    public void Split_components_are_one_varying()
    {
        ShaderInfo info = Corpus.Parse("vertex/component-split").Info;
        ShaderVarying varying = Assert.Single(info.Outputs, output => output.Semantic == ShaderSemantic.Generic);
        Assert.Equal((9, (byte)15, 1), (varying.Index, varying.ComponentMask, varying.Register));
    }

    [Fact]
    public void Stage_properties_are_reported()
    {
        Assert.Equal(new GeometryProperties(ShaderPrimitive.Triangles, ShaderPrimitive.TriangleStrip, 3, 2), Corpus.Parse("geometry/triangles").Info.Geometry);
        Assert.Equal(3, Corpus.Parse("tess-control/pass-and-levels").Info.TessControlVertices);
        Assert.Equal(new TessEvaluationProperties(ShaderPrimitive.Lines, TessSpacing.FractionalOdd, false, true), Corpus.Parse("tess-evaluation/isolines").Info.TessEvaluation);
        Assert.Equal((8, 4, 1), Corpus.Parse("compute/storage").Info.WorkGroupSize);
        Assert.Equal((3, 3), (Corpus.Parse("vertex/clip-distance").Info.ClipDistanceCount, Corpus.Parse("vertex/clip-distance").Info.CullDistanceCount));
    }

    [Fact]
    public void Bindings_name_every_resource_once()
    {
        ParsedShader shader = Corpus.Parse("vertex/uniform-block-array");
        GlslBinding[] expected =
        [
            new(GlslBindingKind.StateUniform, 0, "virgl_state"), new(GlslBindingKind.UniformBlock, 1, "vs_Constants1[0]"),
            new(GlslBindingKind.UniformBlock, 2, "vs_Constants1[1]"), new(GlslBindingKind.UniformBlock, 0, "vs_Constants0"),
        ];
        Assert.Equal(expected, ShaderTranslator.Translate(shader, new ShaderKey { IsLastVertexStage = true }).Bindings);
    }
}
