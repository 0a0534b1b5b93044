using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace VirglHost.OpenGL;

/// <summary>
/// A <see cref="GL"/> over stubs that write each call as a line of text and answer as a friendly driver would: creations give
/// back 1, 2, 3…, status questions say success, maps give zeroed memory. For transcript tests; no context is needed.
/// One recorder per thread at a time.
/// </summary>
// SAFETY: stubs have the signatures of the entry points they stand for; pointers are as long as the registry says.
public sealed unsafe partial class RecordingGl : IDisposable
{
    [ThreadStatic]
    private static RecordingGl? _current;

    private readonly RecordingGl? _outer;
    private readonly List<string> _lines = [];
    private readonly List<nint> _memory = [];
    private readonly Dictionary<string, nint> _texts = [];
    private uint _nextName = 1;

    /// <summary>Starts recording on the calling thread.</summary>
    public RecordingGl()
    {
        _outer = _current;
        _current = this;
        Gl = GL.GetApi(Stub);
    }

    /// <summary>The recorded entry points.</summary>
    public GL Gl { get; }

    /// <summary>One line per call since the start or the last <see cref="Clear"/>, such as <c>BindTextureUnit(0, 3)</c>.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>Answers to every glGet-like question by name; names not listed answer 0 or success.</summary>
    public Dictionary<GLEnum, long> Integers { get; } = new()
    {
        [GLEnum.CompileStatus] = 1,
        [GLEnum.LinkStatus] = 1,
        [GLEnum.QueryResultAvailable] = 1,
        [GLEnum.MajorVersion] = 4,
        [GLEnum.MinorVersion] = 5,
        [GLEnum.MaxCombinedTextureImageUnits] = 96,
        [GLEnum.MaxImageUnits] = 8,
        [GLEnum.MaxUniformBufferBindings] = 84,
        [GLEnum.MaxShaderStorageBufferBindings] = 32,
        [GLEnum.MaxAtomicCounterBufferBindings] = 8,
        [GLEnum.MaxTransformFeedbackBuffers] = 4,
        [GLEnum.MaxVertexAttribs] = 16,
        [GLEnum.MaxVertexAttribBindings] = 16,
        [GLEnum.MaxClipDistances] = 8,
        [GLEnum.MaxDrawBuffers] = 8,
        [GLEnum.MaxViewports] = 16,
        [GLEnum.UniformBufferOffsetAlignment] = 16,
    };

    /// <summary>Answers of functions by name, in place of the friendly ones.</summary>
    public Dictionary<string, long> Results { get; } = [];

    /// <summary>Answers of glGetString.</summary>
    public Dictionary<GLEnum, string> Texts { get; } = new() { [GLEnum.Version] = "4.5 recording", [GLEnum.Renderer] = "recording" };

    private static RecordingGl Current => _current ?? throw new InvalidOperationException("No RecordingGl is alive on this thread.");

    /// <summary>A share group of a made-up host of this version and these extensions; making it leaves no lines.</summary>
    public GlShareGroup CreateGroup(int major = 4, int minor = 5, params ReadOnlySpan<string> extensions)
    {
        int before = _lines.Count;
        GlFeatures features = GlFeatures.From(major, minor, extensions.ToArray());
        GlShareGroup group = new(Gl, features, GlLimits.Query(Gl, features));
        _lines.RemoveRange(before, _lines.Count - before);
        return group;
    }

    /// <summary>Forgets the lines so far.</summary>
    public void Clear() => _lines.Clear();

    /// <summary>All lines as one text, and forgets them.</summary>
    public string TakeText()
    {
        string text = string.Join('\n', _lines);
        _lines.Clear();
        return text;
    }

    /// <summary>Stops recording and frees mapped memory.</summary>
    public void Dispose()
    {
        foreach (nint memory in _memory) NativeMemory.Free((void*)memory); // SAFETY: allocated by Allocate, freed once.
        _memory.Clear();
        if (_current == this) _current = _outer;
    }

    private static string Number<T>(T value)
        where T : IFormattable => value.ToString(null, CultureInfo.InvariantCulture);

    private static string Enum(string group, GLEnum value) =>
        GLEnumNames.InGroup(group, (uint)value) ?? GLEnumNames.Any((uint)value) ?? $"0x{(uint)value:X}";

    private static string Bits(GLEnum value) => $"0x{(uint)value:X}";

    private static string Pointer(void* pointer) => pointer == null ? "null" : "*";

    // SAFETY: GL's own contract: text arguments are NUL-terminated.
    private static string Text(byte* text) => text == null ? "null" : $"\"{Marshal.PtrToStringUTF8((nint)text)}\"";

    private static string Array<T>(T* values, long count, string group)
        where T : unmanaged
    {
        if (values == null) return "null";
        // SAFETY: the registry says that this many values are read.
        string[] texts = new string[Math.Min(count, 64)];
        for (int i = 0; i < texts.Length; i++)
        {
            texts[i] = values[i] switch
            {
                GLEnum e => Enum(group, e),
                IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
                object other => other.ToString() ?? "",
            };
        }

        return $"[{string.Join(", ", texts)}]";
    }

    private void Record(string name, string arguments) => _lines.Add($"{name}({arguments})");

    private void Answer(string function, GLEnum selector, string parameter, byte* destination, int elementSize, long count)
    {
        if (destination == null || parameter is "data" && function.StartsWith("Readn", StringComparison.Ordinal)) return;
        bool creates = function.StartsWith("Create", StringComparison.Ordinal) || function.StartsWith("Gen", StringComparison.Ordinal);
        for (long i = 0; i < Math.Max(count, 0); i++)
        {
            long value = creates ? _nextName++ : Integers.GetValueOrDefault(selector);
            // SAFETY: the registry says that GL writes this many elements of this size.
            byte* at = destination + (i * elementSize);
            switch (elementSize)
            {
                case 8: Marshal.WriteInt64((nint)at, value); break;
                case 4 when function.EndsWith("fv", StringComparison.Ordinal): *(float*)at = value; break;
                case 4: *(int*)at = (int)value; break;
                default: *at = (byte)value; break;
            }
        }
    }

    private nint Result(string function, long sizeInBytes)
    {
        if (Results.TryGetValue(function, out long answer)) return (nint)answer;
        return function switch
        {
            "CreateShader" or "CreateProgram" or "FenceSync" => (nint)_nextName++,
            "CheckNamedFramebufferStatus" => (nint)GLEnum.FramebufferComplete,
            "ClientWaitSync" => (nint)GLEnum.AlreadySignaled,
            "UnmapNamedBuffer" => 1,
            "MapNamedBufferRange" => Allocate(sizeInBytes),
            "GetString" => Text("GetString"),
            _ => 0,
        };
    }

    private nint Text(string function)
    {
        if (_texts.TryGetValue(function, out nint known)) return known;
        byte[] bytes = Encoding.UTF8.GetBytes(Texts[GLEnum.Version]);
        nint memory = Allocate(bytes.Length + 1);
        Marshal.Copy(bytes, 0, memory, bytes.Length);
        return _texts[function] = memory;
    }

    private nint Allocate(long sizeInBytes)
    {
        // SAFETY: kept until Dispose; zeroed.
        nint memory = (nint)NativeMemory.AllocZeroed((nuint)Math.Max(sizeInBytes, 1));
        _memory.Add(memory);
        return memory;
    }
}
