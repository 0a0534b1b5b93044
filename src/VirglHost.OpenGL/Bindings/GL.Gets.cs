using System.Runtime.InteropServices;

namespace VirglHost.OpenGL;

/// <content>State and object queries. Spans must be as long as the value that GL writes for the name; scalar forms ask for scalars only.</content>
// SAFETY: pointers into the stack or pinned arrays, as long as the value asked for; each method says which.
public sealed unsafe partial class GL
{
    // GL writes at most 16 values for an indexed or plain name of core 4.6 except the lists of formats, which have their own method.
    private const int MaxValueCount = 16;

    /// <summary>One integer (first component of a vector value).</summary>
    public int GetInteger(GLEnum name)
    {
        int* values = stackalloc int[MaxValueCount];
        // SAFETY: room for the longest fixed-size value.
        GetIntegerv(name, values);
        return values[0];
    }

    /// <summary>One indexed integer.</summary>
    public int GetInteger(GLEnum name, uint index)
    {
        int* values = stackalloc int[MaxValueCount];
        // SAFETY: room for the longest fixed-size value.
        GetIntegeri_v(name, index, values);
        return values[0];
    }

    /// <summary>A vector of integers; at most 16, further elements of the span stay untouched.</summary>
    public void GetIntegers(GLEnum name, Span<int> destination)
    {
        int* values = stackalloc int[MaxValueCount];
        // SAFETY: room for the longest fixed-size value; copied by checked spans.
        GetIntegerv(name, values);
        new ReadOnlySpan<int>(values, Math.Min(destination.Length, MaxValueCount)).CopyTo(destination);
    }

    /// <summary>The list of supported compressed texture formats or of program binary formats.</summary>
    public GLEnum[] GetEnumList(GLEnum countName, GLEnum listName)
    {
        GLEnum[] list = new GLEnum[Math.Clamp(GetInteger(countName), 0, 4096)];
        if (list.Length == 0) return list;
        // SAFETY: pinned for the call; GL writes as many as it said.
        fixed (GLEnum* pointer = list) GetIntegerv(listName, (int*)pointer);
        return list;
    }

    /// <summary>One 64-bit integer.</summary>
    public long GetInteger64(GLEnum name)
    {
        long* values = stackalloc long[MaxValueCount];
        // SAFETY: room for the longest fixed-size value.
        GetInteger64v(name, values);
        return values[0];
    }

    /// <summary>One float.</summary>
    public float GetFloat(GLEnum name)
    {
        float* values = stackalloc float[MaxValueCount];
        // SAFETY: room for the longest fixed-size value.
        GetFloatv(name, values);
        return values[0];
    }

    /// <summary>A vector of floats; at most 16, further elements of the span stay untouched.</summary>
    public void GetFloats(GLEnum name, Span<float> destination)
    {
        float* values = stackalloc float[MaxValueCount];
        // SAFETY: room for the longest fixed-size value; copied by checked spans.
        GetFloatv(name, values);
        new ReadOnlySpan<float>(values, Math.Min(destination.Length, MaxValueCount)).CopyTo(destination);
    }

    /// <summary>One boolean.</summary>
    public bool GetBoolean(GLEnum name)
    {
        bool* values = stackalloc bool[MaxValueCount];
        // SAFETY: room for the longest fixed-size value.
        GetBooleanv(name, values);
        return *(byte*)values != 0;
    }

    /// <summary>A string of the context, empty when GL has none.</summary>
    // SAFETY: GL returns a NUL-terminated string it owns, or null.
    public string GetText(GLEnum name) => Marshal.PtrToStringUTF8((nint)GetString(name)) ?? "";

    /// <summary>An indexed string of the context (an extension's name), empty when GL has none.</summary>
    // SAFETY: GL returns a NUL-terminated string it owns, or null.
    public string GetText(GLEnum name, uint index) => Marshal.PtrToStringUTF8((nint)GetStringi(name, index)) ?? "";

    /// <summary>One answer about an internal format.</summary>
    public int GetInternalformat(GLEnum target, GLEnum internalFormat, GLEnum name)
    {
        int value = 0;
        // SAFETY: one value is asked for and written to one local.
        GetInternalformativ(target, internalFormat, name, 1, &value);
        return value;
    }

    /// <summary>Several answers about an internal format, such as its sample counts.</summary>
    public void GetInternalformat(GLEnum target, GLEnum internalFormat, GLEnum name, Span<int> destination)
        => GetInternalformativ(target, internalFormat, name, destination);

    /// <summary>Place of one sample of the draw framebuffer, each coordinate in 0..1.</summary>
    public (float X, float Y) GetMultisamplePosition(uint index)
    {
        Span<float> place = stackalloc float[2];
        GetMultisamplefv(GLEnum.SamplePosition, index, place);
        return (place[0], place[1]);
    }

    /// <summary>One integer property of a texture level.</summary>
    public int GetTextureLevelParameter(uint texture, int level, GLEnum name)
    {
        int* values = stackalloc int[MaxValueCount];
        // SAFETY: room for the longest value.
        GetTextureLevelParameteriv(texture, level, name, values);
        return values[0];
    }

    /// <summary>One integer property of a texture.</summary>
    public int GetTextureParameter(uint texture, GLEnum name)
    {
        int* values = stackalloc int[MaxValueCount];
        // SAFETY: room for the longest value.
        GetTextureParameteriv(texture, name, values);
        return values[0];
    }

    /// <summary>One integer property of a buffer.</summary>
    public long GetNamedBufferParameter(uint buffer, GLEnum name)
    {
        long value = 0;
        // SAFETY: buffer properties are scalars.
        GetNamedBufferParameteri64v(buffer, name, &value);
        return value;
    }

    /// <summary>One property of a query object, or its result when <paramref name="name"/> is <c>QueryResult</c>.</summary>
    public int GetQueryObjectInt(uint query, GLEnum name)
    {
        int value = 0;
        // SAFETY: one value; no query buffer is bound when a pointer is passed (GlState keeps that binding).
        GetQueryObjectiv(query, name, &value);
        return value;
    }

    /// <summary>One property of a query object, or its result when <paramref name="name"/> is <c>QueryResult</c>.</summary>
    public uint GetQueryObjectUInt(uint query, GLEnum name)
    {
        uint value = 0;
        // SAFETY: as above.
        GetQueryObjectuiv(query, name, &value);
        return value;
    }

    /// <summary>One property of a query object, or its 64-bit result when <paramref name="name"/> is <c>QueryResult</c>.</summary>
    public ulong GetQueryObjectUInt64(uint query, GLEnum name)
    {
        ulong value = 0;
        // SAFETY: as above.
        GetQueryObjectui64v(query, name, &value);
        return value;
    }

    /// <summary>One property of a query target, such as <c>QueryCounterBits</c>.</summary>
    public int GetQuery(GLEnum target, GLEnum name)
    {
        int value = 0;
        // SAFETY: query target properties are scalars.
        GetQueryiv(target, name, &value);
        return value;
    }
}
