namespace VirglHost.OpenGL.Objects;

/// <summary>A compiled shader of one stage. Shared by all contexts of the group.</summary>
public sealed class GlShader : IDisposable
{
    private readonly GL _gl;
    private bool _disposed;

    private GlShader(GL gl, uint name, GLEnum stage)
    {
        _gl = gl;
        Name = name;
        Stage = stage;
    }

    /// <summary>GL name.</summary>
    public uint Name { get; }

    /// <summary>Stage, such as <c>VertexShader</c>.</summary>
    public GLEnum Stage { get; }

    /// <summary>Compiles a shader.</summary>
    /// <exception cref="GlCompileException">The driver refused the text.</exception>
    public static GlShader Compile(GlShareGroup group, GLEnum stage, string source)
    {
        ArgumentNullException.ThrowIfNull(group);
        GL gl = group.Gl;
        uint name = gl.CreateShader(stage);
        gl.ShaderSource(name, source);
        gl.CompileShader(name);
        if (gl.GetShader(name, GLEnum.CompileStatus) != 0) return new GlShader(gl, name, stage);
        string log = gl.GetShaderInfoLog(name);
        gl.DeleteShader(name);
        throw new GlCompileException(stage, log, source);
    }

    /// <summary>Deletes the shader; programs linked from it stay.</summary>
    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        _gl.DeleteShader(Name);
    }
}
