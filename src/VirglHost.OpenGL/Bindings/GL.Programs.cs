using System.Text;

namespace VirglHost.OpenGL;

/// <content>Shaders, programs, parameters given as vectors, and debug markers.</content>
// SAFETY: texts and vectors are pinned for the call and long enough for it; each method says why.
public sealed unsafe partial class GL
{
    /// <summary>Replaces a shader's source text.</summary>
    public void ShaderSource(uint shader, string source)
    {
        byte[] bytes = Utf8(source);
        int length = bytes.Length - 1;
        // SAFETY: pinned for the call; one string with its own length.
        fixed (byte* pointer = bytes)
        {
            byte* only = pointer;
            ShaderSource(shader, 1, &only, &length);
        }
    }

    /// <summary>One property of a shader.</summary>
    public int GetShader(uint shader, GLEnum name)
    {
        int value = 0;
        // SAFETY: shader properties are scalars.
        GetShaderiv(shader, name, &value);
        return value;
    }

    /// <summary>One scalar property of a program.</summary>
    public int GetProgram(uint program, GLEnum name)
    {
        int* values = stackalloc int[4];
        // SAFETY: the longest program property is the work group size with 3 values.
        GetProgramiv(program, name, values);
        return values[0];
    }

    /// <summary>One scalar property of a program's interface, such as how many resources it has.</summary>
    public int GetProgramInterface(uint program, GLEnum programInterface, GLEnum name)
    {
        int value = 0;
        // SAFETY: interface properties are scalars.
        GetProgramInterfaceiv(program, programInterface, name, &value);
        return value;
    }

    /// <summary>The compiler's message about a shader, empty when there is none.</summary>
    public string GetShaderInfoLog(uint shader)
    {
        byte[] text = new byte[Math.Clamp(GetShader(shader, GLEnum.InfoLogLength), 0, 1 << 20)];
        Span<uint> length = stackalloc uint[1];
        if (text.Length > 0) GetShaderInfoLog(shader, length, text);
        return Encoding.UTF8.GetString(text, 0, (int)Math.Min(length[0], (uint)text.Length));
    }

    /// <summary>The linker's message about a program, empty when there is none.</summary>
    public string GetProgramInfoLog(uint program)
    {
        byte[] text = new byte[Math.Clamp(GetProgram(program, GLEnum.InfoLogLength), 0, 1 << 20)];
        Span<uint> length = stackalloc uint[1];
        if (text.Length > 0) GetProgramInfoLog(program, length, text);
        return Encoding.UTF8.GetString(text, 0, (int)Math.Min(length[0], (uint)text.Length));
    }

    /// <summary>A linked program's binary, empty where the driver gives none.</summary>
    public byte[] GetProgramBinary(uint program, out GLEnum format)
    {
        byte[] binary = new byte[Math.Max(GetProgram(program, GLEnum.ProgramBinaryLength), 0)];
        format = GLEnum.None;
        if (binary.Length == 0) return binary;
        uint length = 0;
        GLEnum written = GLEnum.None;
        // SAFETY: pinned for the call; GL gets the array's length as bound.
        fixed (byte* pointer = binary) GetProgramBinary(program, (uint)binary.Length, &length, &written, pointer);
        format = written;
        return length == binary.Length ? binary : binary[..(int)Math.Min(length, (uint)binary.Length)];
    }

    /// <summary>Names the varyings that transform feedback captures; takes effect at the next link.</summary>
    public void TransformFeedbackVaryings(uint program, ReadOnlySpan<string> names, GLEnum bufferMode)
    {
        int total = 0;
        foreach (string name in names) total += Encoding.UTF8.GetByteCount(name) + 1;
        byte[] text = new byte[Math.Max(total, 1)];
        byte*[] starts = new byte*[names.Length];
        // SAFETY: both arrays are pinned for the call; each start lies inside the text and is NUL-terminated.
        fixed (byte* pointer = text)
        fixed (byte** list = starts)
        {
            int at = 0;
            for (int i = 0; i < names.Length; i++)
            {
                list[i] = pointer + at;
                at += Encoding.UTF8.GetBytes(names[i], text.AsSpan(at)) + 1;
            }

            TransformFeedbackVaryings(program, (uint)names.Length, list, bufferMode);
        }
    }

    /// <summary>Sets a texture's vector parameter (4 values, such as the border colour).</summary>
    public void TextureParameter(uint texture, GLEnum name, ReadOnlySpan<float> values)
    {
        RequireLength(values.Length, 4);
        // SAFETY: pinned for the call; no texture parameter is longer than 4.
        fixed (float* pointer = values) TextureParameterfv(texture, name, pointer);
    }

    /// <summary>Sets a texture's vector parameter (4 values, such as <c>TextureSwizzleRgba</c>).</summary>
    public void TextureParameter(uint texture, GLEnum name, ReadOnlySpan<int> values)
    {
        RequireLength(values.Length, 4);
        // SAFETY: pinned for the call; no texture parameter is longer than 4.
        fixed (int* pointer = values) TextureParameteriv(texture, name, pointer);
    }

    /// <summary>Sets a sampler's float border colour (4 values).</summary>
    public void SamplerParameter(uint sampler, GLEnum name, ReadOnlySpan<float> values)
    {
        RequireLength(values.Length, 4);
        // SAFETY: pinned for the call; no sampler parameter is longer than 4.
        fixed (float* pointer = values) SamplerParameterfv(sampler, name, pointer);
    }

    /// <summary>Sets a sampler's signed integer border colour (4 values).</summary>
    public void SamplerParameterI(uint sampler, GLEnum name, ReadOnlySpan<int> values)
    {
        RequireLength(values.Length, 4);
        // SAFETY: pinned for the call; no sampler parameter is longer than 4.
        fixed (int* pointer = values) SamplerParameterIiv(sampler, name, pointer);
    }

    /// <summary>Sets a sampler's unsigned integer border colour (4 values).</summary>
    public void SamplerParameterI(uint sampler, GLEnum name, ReadOnlySpan<uint> values)
    {
        RequireLength(values.Length, 4);
        // SAFETY: pinned for the call; no sampler parameter is longer than 4.
        fixed (uint* pointer = values) SamplerParameterIuiv(sampler, name, pointer);
    }

    /// <summary>Sets the default outer (4) or inner (2) tessellation levels.</summary>
    public void PatchParameter(GLEnum name, ReadOnlySpan<float> values)
    {
        RequireLength(values.Length, name == GLEnum.PatchDefaultOuterLevel ? 4 : 2);
        // SAFETY: pinned for the call; length checked above.
        fixed (float* pointer = values) PatchParameterfv(name, pointer);
    }

    /// <summary>Binds several vertex buffers of a vertex array at once.</summary>
    public void VertexArrayVertexBuffers(uint vertexArray, uint first, ReadOnlySpan<uint> buffers, ReadOnlySpan<nint> offsets, ReadOnlySpan<uint> strides)
    {
        RequireSameLength(buffers.Length, offsets.Length);
        RequireSameLength(buffers.Length, strides.Length);
        // SAFETY: pinned for the call; all three have the same length.
        fixed (uint* names = buffers)
        fixed (nint* starts = offsets)
        fixed (uint* steps = strides)
        {
            VertexArrayVertexBuffers(vertexArray, first, (uint)buffers.Length, names, starts, steps);
        }
    }

    /// <summary>Gives an object a name that debuggers show.</summary>
    public void ObjectLabel(GLEnum identifier, uint name, string label)
    {
        byte[] text = Utf8(label);
        // SAFETY: pinned for the call; the length leaves the NUL out.
        fixed (byte* pointer = text) ObjectLabel(identifier, name, (uint)text.Length - 1, pointer);
    }

    /// <summary>Opens a debug group.</summary>
    public void PushDebugGroup(string message)
    {
        byte[] text = Utf8(message);
        // SAFETY: pinned for the call; the length leaves the NUL out.
        fixed (byte* pointer = text) PushDebugGroup(GLEnum.DebugSourceApplication, 0, (uint)text.Length - 1, pointer);
    }

    /// <summary>Writes a marker into the debug output; text beyond the driver's limit is cut.</summary>
    public void DebugMessageInsert(string message)
    {
        byte[] text = Utf8(message);
        int limit = Math.Max(GetInteger(GLEnum.MaxDebugMessageLength) - 1, 0);
        // SAFETY: pinned for the call; the length leaves the NUL out and is cut to the driver's limit.
        fixed (byte* pointer = text)
        {
            DebugMessageInsert(GLEnum.DebugSourceApplication, GLEnum.DebugTypeMarker, 0, GLEnum.DebugSeverityNotification,
                (uint)Math.Min(text.Length - 1, limit), pointer);
        }
    }
}
