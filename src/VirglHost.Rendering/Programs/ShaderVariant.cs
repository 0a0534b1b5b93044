using VirglHost.OpenGL;
using VirglHost.OpenGL.Objects;
using VirglHost.Shaders;

namespace VirglHost.Rendering.Programs;

/// <summary>One GLSL variant of a guest's shader, compiled at first use.</summary>
internal sealed class ShaderVariant(int id, ShaderKey key, GlslShader glsl, ShaderInfo info) : IDisposable
{
    private GlShader? _compiled;

    /// <summary>Unique within the sub-context, never 0 and never used again.</summary>
    public int Id { get; } = id;

    /// <summary>The reduced key it was made for.</summary>
    public ShaderKey Key { get; } = key;

    /// <summary>Text and binding names.</summary>
    public GlslShader Glsl { get; } = glsl;

    /// <summary>Facts about the shader it comes from.</summary>
    public ShaderInfo Info { get; } = info;

    /// <summary>The GL shader; what the host's compiler refuses is an illegal shader.</summary>
    public GlShader Compile(GlShareGroup group)
    {
        if (_compiled is null)
        {
            try
            {
                _compiled = GlShader.Compile(group, ShaderStageTable.NameOf(Info.Stage), Glsl.Source);
            }
            catch (GlCompileException refused)
            {
                throw GuestFaults.IllegalShader($"{Info.Stage} shader does not compile: {refused.Message}\n{Glsl.Source}");
            }
        }

        return _compiled;
    }

    /// <inheritdoc/>
    public void Dispose() => _compiled?.Dispose();
}
