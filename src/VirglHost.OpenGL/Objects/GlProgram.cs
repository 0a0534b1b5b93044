namespace VirglHost.OpenGL.Objects;

/// <summary>A linked program. Shared by all contexts of the group. Bindings are set by name after linking, without the program in use.</summary>
public sealed class GlProgram : IDisposable
{
    private readonly GlShareGroup _group;
    private bool _disposed;

    private GlProgram(GlShareGroup group, uint name)
    {
        _group = group;
        Name = name;
    }

    /// <summary>GL name.</summary>
    public uint Name { get; }

    /// <summary>The linker's message, empty when there is none.</summary>
    public string InfoLog => _group.Gl.GetProgramInfoLog(Name);

    /// <summary>Links compiled shaders.</summary>
    /// <param name="group">Share group.</param>
    /// <param name="shaders">One shader per stage.</param>
    /// <param name="isSeparable">Whether the program may be used in a pipeline.</param>
    /// <param name="beforeLink">Called with the name before linking, for locations and captured varyings.</param>
    /// <exception cref="GlCompileException">The driver refused the combination.</exception>
    public static GlProgram Link(GlShareGroup group, ReadOnlySpan<GlShader> shaders, bool isSeparable = false, Action<uint>? beforeLink = null)
    {
        ArgumentNullException.ThrowIfNull(group);
        GL gl = group.Gl;
        uint name = gl.CreateProgram();
        group.ReadMail();
        foreach (GlShader shader in shaders) gl.AttachShader(name, shader.Name);
        if (isSeparable) gl.ProgramParameteri(name, GLEnum.ProgramSeparable, 1);
        beforeLink?.Invoke(name);
        gl.LinkProgram(name);
        foreach (GlShader shader in shaders) gl.DetachShader(name, shader.Name);
        return RequireLinked(group, name);
    }

    /// <summary>Compiles and links in one go, for programs whose shaders serve once.</summary>
    /// <exception cref="GlCompileException">The driver refused a text or the combination.</exception>
    public static GlProgram Link(GlShareGroup group, ReadOnlySpan<(GLEnum Stage, string Source)> sources)
    {
        GlShader[] shaders = new GlShader[sources.Length];
        int count = 0;
        try
        {
            foreach ((GLEnum stage, string source) in sources) shaders[count++] = GlShader.Compile(group, stage, source);
            return Link(group, shaders);
        }
        finally
        {
            foreach (GlShader? shader in shaders) shader?.Dispose();
        }
    }

    /// <summary>Loads a program from a binary that <see cref="GetBinary"/> gave, or null when the driver no longer takes it.</summary>
    public static GlProgram? TryLoad(GlShareGroup group, GLEnum format, ReadOnlySpan<byte> binary)
    {
        ArgumentNullException.ThrowIfNull(group);
        GL gl = group.Gl;
        uint name = gl.CreateProgram();
        group.ReadMail();
        gl.ProgramBinary(name, format, binary);
        if (gl.GetProgram(name, GLEnum.LinkStatus) != 0) return new GlProgram(group, name);
        gl.DeleteProgram(name);
        GlFaultCheck.DrainErrors(gl);
        return null;
    }

    /// <summary>The program's binary, empty where the driver gives none.</summary>
    public byte[] GetBinary(out GLEnum format) => _group.Gl.GetProgramBinary(Name, out format);

    /// <summary>Assigns a uniform block; false when the program has no active block of that name.</summary>
    public bool SetUniformBlockBinding(string block, uint binding)
    {
        uint index = _group.Gl.GetProgramResourceIndex(Name, GLEnum.UniformBlock, block);
        if (index == uint.MaxValue) return false;
        _group.Gl.UniformBlockBinding(Name, index, binding);
        return true;
    }

    /// <summary>Assigns a shader storage block; false when the program has no active block of that name.</summary>
    public bool SetStorageBlockBinding(string block, uint binding)
    {
        uint index = _group.Gl.GetProgramResourceIndex(Name, GLEnum.ShaderStorageBlock, block);
        if (index == uint.MaxValue) return false;
        _group.Gl.ShaderStorageBlockBinding(Name, index, binding);
        return true;
    }

    /// <summary>Assigns a sampler or image uniform to a unit; false when the program has no active uniform of that name.</summary>
    public bool SetUnit(string uniform, int unit)
    {
        int location = GetUniformLocation(uniform);
        if (location < 0) return false;
        _group.Gl.ProgramUniform1i(Name, location, unit);
        return true;
    }

    /// <summary>Location of a uniform outside blocks, −1 when it is not active.</summary>
    public int GetUniformLocation(string uniform) => _group.Gl.GetUniformLocation(Name, uniform);

    /// <summary>Deletes the program.</summary>
    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        _group.ForgetProgram(Name);
        _group.Gl.DeleteProgram(Name);
    }

    private static GlProgram RequireLinked(GlShareGroup group, uint name)
    {
        GL gl = group.Gl;
        if (gl.GetProgram(name, GLEnum.LinkStatus) != 0) return new GlProgram(group, name);
        string log = gl.GetProgramInfoLog(name);
        gl.DeleteProgram(name);
        throw new GlCompileException(GLEnum.None, log, "");
    }
}
