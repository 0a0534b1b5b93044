using VirglHost.Shaders;

namespace VirglHost.Daemon.Translation;

/// <summary>The GLSL stages that prove one shader: itself, and the neighbours that a link needs.</summary>
internal static class TestPipeline
{
    private static readonly ShaderKey Between = new() { ColorBufferCount = 1 };
    private static readonly ShaderKey Last = new() { ColorBufferCount = 1, IsLastVertexStage = true };

    /// <summary>
    /// All stages, in order. A key that says which stage came before, or what that stage left out, is kept as it is; the shader then stands alone, as part of a
    /// separable program.
    /// </summary>
    public static (ShaderStage Stage, string Source)[] Around(OpenShader shader, out bool isSeparable)
    {
        isSeparable = shader.Key.Previous != default;
        return isSeparable ? [Alone(shader)] : shader.Shader.Stage switch
        {
            ShaderStage.Vertex => [Alone(shader), FragmentAfter(shader.Shader)],
            ShaderStage.Fragment => BeforeFragment(shader),
            ShaderStage.Geometry => BetweenVertexAndFragment(shader),
            ShaderStage.TessControl => WithEvaluation(shader),
            ShaderStage.TessEvaluation => WithControl(shader),
            _ => [Alone(shader)],
        };
    }

    /// <summary>The shader under its own key.</summary>
    public static (ShaderStage Stage, string Source) Alone(OpenShader shader) => (shader.Shader.Stage, ShaderTranslator.Translate(shader.Shader, shader.Key).Source);

    private static (ShaderStage, string)[] BeforeFragment(OpenShader shader)
    {
        ParsedShader vertex = PartnerShader.VertexBefore(shader.Shader.Info);
        return [Translate(vertex, null, Last), Translate(shader.Shader, vertex, shader.Key)];
    }

    private static (ShaderStage, string)[] BetweenVertexAndFragment(OpenShader shader)
    {
        ParsedShader vertex = PartnerShader.VertexBefore(shader.Shader.Info);
        return [Translate(vertex, null, Between), Translate(shader.Shader, vertex, shader.Key), FragmentAfter(shader.Shader)];
    }

    private static (ShaderStage, string)[] WithEvaluation(OpenShader shader)
    {
        ParsedShader vertex = PartnerShader.VertexBefore(shader.Shader.Info);
        ParsedShader evaluation = PartnerShader.EvaluationAfter(shader.Shader.Info);
        return [Translate(vertex, null, Between), Translate(shader.Shader, vertex, shader.Key), Translate(evaluation, shader.Shader, Last), FragmentAfter(evaluation)];
    }

    private static (ShaderStage, string)[] WithControl(OpenShader shader)
    {
        ParsedShader control = PartnerShader.ControlBefore(shader.Shader.Info);
        ParsedShader vertex = PartnerShader.VertexBefore(control.Info);
        return [Translate(vertex, null, Between), Translate(control, vertex, Between), Translate(shader.Shader, control, shader.Key), FragmentAfter(shader.Shader)];
    }

    private static (ShaderStage, string) FragmentAfter(ParsedShader writer)
    {
        ParsedShader fragment = PartnerShader.FragmentAfter(writer.Info);
        return Translate(fragment, writer, Between with { TwoSidedColor = true });
    }

    private static (ShaderStage, string) Translate(ParsedShader shader, ParsedShader? previous, in ShaderKey key) =>
        (shader.Stage, ShaderTranslator.Translate(shader, previous is null ? key : key with { Previous = shader.Info.LinkFrom(previous.Info) }).Source);
}
