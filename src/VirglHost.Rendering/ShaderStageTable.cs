using VirglHost.OpenGL;
using VirglHost.Shaders;

namespace VirglHost.Rendering;

/// <summary>The stages of the translator by OpenGL's names.</summary>
public static class ShaderStageTable
{
    /// <summary>What glCreateShader takes for <paramref name="stage"/>.</summary>
    public static GLEnum NameOf(ShaderStage stage) => stage switch
    {
        ShaderStage.Vertex => GLEnum.VertexShader,
        ShaderStage.Fragment => GLEnum.FragmentShader,
        ShaderStage.Geometry => GLEnum.GeometryShader,
        ShaderStage.TessControl => GLEnum.TessControlShader,
        ShaderStage.TessEvaluation => GLEnum.TessEvaluationShader,
        _ => GLEnum.ComputeShader,
    };
}
