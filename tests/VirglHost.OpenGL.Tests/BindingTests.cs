using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace VirglHost.OpenGL.Tests;

public sealed class BindingTests
{
    [Fact]
    public void FunctionList_hashed_is_what_the_bindings_were_generated_from()
    {
        string list = Path.Combine(RepositoryRoot(), "src/VirglHost.OpenGL/Bindings/functions.txt");

        string hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(list)));

        Assert.Equal(GL.FunctionListHash, hash);
    }

    [Theory]
    [InlineData("GlEnums.g.cs")]
    [InlineData("Gl.g.cs")]
    [InlineData("RecordingGl.g.cs")]
    public void GeneratedFile_header_names_the_same_list(string file)
    {
        string text = File.ReadAllText(Path.Combine(RepositoryRoot(), "src/VirglHost.OpenGL/Bindings", file));

        Assert.Contains("functions.txt sha256: " + GL.FunctionListHash, text, StringComparison.Ordinal);
    }

    [Fact]
    public void FunctionList_lines_are_sorted_and_unique()
    {
        string[] lines = File.ReadAllLines(Path.Combine(RepositoryRoot(), "src/VirglHost.OpenGL/Bindings/functions.txt"));

        Assert.Equal(lines.Distinct().Order(StringComparer.Ordinal), lines);
    }

    [Fact]
    public void GetApi_without_a_core_function_names_it()
    {
        HostFaultException fault = Assert.Throws<HostFaultException>(() => GL.GetApi(name => name == "glDrawArrays" ? 0 : 1));

        Assert.Equal(HostFault.Unsupported, fault.Kind);
        Assert.Contains("glDrawArrays", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OptionalFunction_missing_throws_at_its_call_only()
    {
        GL gl = GL.GetApi(name => name.EndsWith("KHR", StringComparison.Ordinal) ? 0 : 1);

        Assert.Contains("glBlendBarrierKHR", Assert.Throws<HostFaultException>(gl.BlendBarrierKHR).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SpanOverload_records_count_and_values()
    {
        using RecordingGl recorder = new();

        recorder.Gl.DeleteTextures([7, 9]);
        recorder.Gl.BindBuffersRange(GLEnum.UniformBuffer, 2, [5], [256], [64]);
        recorder.Gl.NamedFramebufferDrawBuffers(3, [GLEnum.ColorAttachment0, GLEnum.None]);

        Assert.Equal(
            """
            DeleteTextures(2, [7, 9])
            BindBuffersRange(UniformBuffer, 2, 1, [5], [256], [64])
            NamedFramebufferDrawBuffers(3, 2, [ColorAttachment0, None])
            """, recorder.TakeText());
    }

    [Fact]
    public void SpanOverload_of_unequal_spans_is_refused()
    {
        using RecordingGl recorder = new();

        Assert.Throws<ArgumentException>(() => recorder.Gl.BindBuffersRange(GLEnum.UniformBuffer, 0, [1, 2], [0], [64, 64]));
        Assert.Throws<ArgumentException>(() => recorder.Gl.ProgramUniform4fv(1, 0, [1f, 2f, 3f]));
        Assert.Empty(recorder.Lines);
    }

    [Fact]
    public void Recorder_names_values_by_their_meaning()
    {
        using RecordingGl recorder = new();

        recorder.Gl.DrawArrays(GLEnum.Points, 0, 3);
        recorder.Gl.DrawArrays(GLEnum.Lines, 0, 2);
        recorder.Gl.BlendFuncSeparatei(0, GLEnum.Zero, GLEnum.One, GLEnum.SrcAlpha, GLEnum.OneMinusSrcAlpha);

        Assert.Equal(
            """
            DrawArrays(Points, 0, 3)
            DrawArrays(Lines, 0, 2)
            BlendFuncSeparatei(0, Zero, One, SrcAlpha, OneMinusSrcAlpha)
            """, recorder.TakeText());
    }

    [Fact]
    public void Recorder_creations_give_rising_names()
    {
        using RecordingGl recorder = new();

        uint[] names = [recorder.Gl.CreateTexture(GLEnum.Texture2D), recorder.Gl.CreateBuffer(), recorder.Gl.CreateProgram()];

        Assert.Equal([1u, 2u, 3u], names);
    }

    private static string RepositoryRoot([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "../.."));
}
