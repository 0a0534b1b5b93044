using System.Runtime.InteropServices;
using System.Text;
using VirglHost.OpenGL;

namespace VirglHost.Corpus.Testing;

/// <summary>Gives every active input of a linked program a value of <see cref="Pattern"/>, and remembers what the program can write.</summary>
internal sealed class CorpusInputs(GL gl, CorpusProgram program)
{
    private const int BufferWords = 256;

    private readonly List<(string Name, uint Buffer)> _buffers = [];
    private readonly List<(string Name, uint Texture, ImageKind Kind)> _images = [];
    private int _values;
    private uint _samplerUnit;
    private uint _imageUnit;

    public void Bind(uint name)
    {
        for (uint i = 0; i < Count(name, GLEnum.Uniform); i++)
        {
            int[] facts = Facts(name, GLEnum.Uniform, i, GLEnum.Type, GLEnum.ArraySize, GLEnum.Location);
            if (facts[2] >= 0) SetUniform(name, NameOf(name, GLEnum.Uniform, i), (GLEnum)facts[0], facts[1], facts[2]);
        }

        for (uint i = 0; i < Count(name, GLEnum.UniformBlock); i++)
        {
            gl.UniformBlockBinding(name, i, i);
            Buffer(GLEnum.UniformBuffer, i, Pattern.Bytes(BufferWords, Pattern.Float));
        }

        for (uint i = 0; i < Count(name, GLEnum.ShaderStorageBlock); i++)
        {
            gl.ShaderStorageBlockBinding(name, i, i);
            _buffers.Add((NameOf(name, GLEnum.ShaderStorageBlock, i), Buffer(GLEnum.ShaderStorageBuffer, i, Pattern.Bytes(BufferWords, k => k))));
        }

        for (uint i = 0; i < Count(name, GLEnum.AtomicCounterBuffer); i++)
        {
            uint binding = (uint)Facts(name, GLEnum.AtomicCounterBuffer, i, GLEnum.BufferBinding)[0];
            _buffers.Add(($"counters{binding}", Buffer(GLEnum.AtomicCounterBuffer, binding, Pattern.Bytes(BufferWords, k => 10 * (k + 1)))));
        }
    }

    /// <summary>Formats of the colour buffers that the program's fragment outputs need, by location.</summary>
    public GLEnum[] OutputFormats(uint name)
    {
        var formats = new SortedDictionary<int, GLEnum>();
        for (uint i = 0; i < Count(name, GLEnum.ProgramOutput); i++)
        {
            int[] facts = Facts(name, GLEnum.ProgramOutput, i, GLEnum.Type, GLEnum.ArraySize, GLEnum.Location, GLEnum.LocationIndex);
            if (facts[2] < 0 || facts[3] > 0) continue;
            for (int k = 0; k < Math.Max(1, facts[1]); k++)
            {
                formats[facts[2] + k] = GlslTypeFacts.KindOf((GLEnum)facts[0]) switch
                {
                    'i' => GLEnum.Rgba32i,
                    'u' => GLEnum.Rgba32ui,
                    _ => GLEnum.Rgba32f,
                };
            }
        }

        return [.. Enumerable.Range(0, formats.Count == 0 ? 1 : formats.Keys.Max() + 1).Select(i => formats.GetValueOrDefault(i, GLEnum.Rgba32f))];
    }

    /// <summary>Shader key fields of the vertex and fragment stage, by file extension; a stage with a neutral key is missing.</summary>
    public Dictionary<string, string> KeyFields(uint name)
    {
        Dictionary<string, string> fields = [];
        GLEnum[] formats = OutputFormats(name);
        string targets = string.Join(',', formats.Select(format => format switch { GLEnum.Rgba32i => "Int", GLEnum.Rgba32ui => "UInt", _ => "Float" }));
        if (formats.Any(format => format != GLEnum.Rgba32f)) fields["frag"] = $"ColorBuffers = {targets}\n";
        if (program.Has("dual")) fields["frag"] = "DualSourceBlend = true\n";
        (uint signed, uint unsigned) = IntegerSlots(name);
        string attributes = (signed == 0 ? string.Empty : $"IntegerAttributes = {signed}\n") + (unsigned == 0 ? string.Empty : $"UnsignedAttributes = {unsigned}\n");
        if (attributes.Length > 0) fields["vert"] = attributes;
        return fields;
    }

    public uint MakeVertexArray(uint name)
    {
        uint array = gl.CreateVertexArray();
        for (uint i = 0; i < Count(name, GLEnum.ProgramInput); i++)
        {
            int[] facts = Facts(name, GLEnum.ProgramInput, i, GLEnum.Type, GLEnum.Location, GLEnum.ArraySize);
            if (facts[1] < 0) continue;
            (char kind, int lanes, int columns) = GlslTypeFacts.Shape((GLEnum)facts[0]);
            for (int column = 0; column < columns * Math.Max(1, facts[2]); column++) AddAttribute(array, (uint)(facts[1] + column), kind, lanes);
        }

        return array;
    }

    public void ReadBack(Action<string, byte[]> append)
    {
        foreach ((string name, uint buffer) in _buffers)
        {
            byte[] content = new byte[BufferWords * 4];
            gl.GetNamedBufferSubData(buffer, 0, content);
            append(name, content);
        }

        foreach ((string name, uint texture, ImageKind kind) in _images)
        {
            if (kind.IsReadable) append(name, kind.Read(gl, texture));
        }
    }

    /// <summary>Vertex element slots follow the locations without gaps; doubles arrive as unsigned words.</summary>
    private (uint Signed, uint Unsigned) IntegerSlots(uint name)
    {
        var inputs = Enumerable.Range(0, (int)Count(name, GLEnum.ProgramInput))
            .Select(i => Facts(name, GLEnum.ProgramInput, (uint)i, GLEnum.Type, GLEnum.Location, GLEnum.ArraySize)).Where(facts => facts[1] >= 0).OrderBy(facts => facts[1]);
        int slot = 0;
        uint signed = 0;
        uint unsigned = 0;
        foreach (int[] facts in inputs)
        {
            (char kind, int lanes, int columns) = GlslTypeFacts.Shape((GLEnum)facts[0]);
            for (int i = 0; i < columns * Math.Max(1, facts[2]) * (kind == 'd' && lanes > 2 ? 2 : 1); i++, slot++)
            {
                if (kind == 'i') signed |= 1u << slot;
                if (kind is 'u' or 'd') unsigned |= 1u << slot;
            }
        }

        return (signed, unsigned);
    }

    private void AddAttribute(uint array, uint location, char kind, int lanes)
    {
        uint buffer = gl.CreateBuffer();
        int size = kind == 'd' ? 8 : 4;
        int first = (int)location * 3;
        byte[] content = kind switch
        {
            'd' => Pattern.Bytes(4 * 64, i => Pattern.Double(i + first)),
            'i' => Pattern.Bytes(4 * 64, i => Pattern.Int(i + first)),
            'u' => Pattern.Bytes(4 * 64, i => Pattern.UInt(i + first)),
            _ => Pattern.Bytes(4 * 64, i => Pattern.Float(i + first)),
        };
        gl.NamedBufferData(buffer, content, GLEnum.StaticDraw);
        gl.EnableVertexArrayAttrib(array, location);
        gl.VertexArrayVertexBuffer(array, location, buffer, 0, (uint)(4 * size));
        gl.VertexArrayAttribBinding(array, location, location);
        if (kind == 'd') gl.VertexArrayAttribLFormat(array, location, lanes, GLEnum.Double, 0);
        else if (kind is 'i' or 'u') gl.VertexArrayAttribIFormat(array, location, lanes, kind == 'i' ? GLEnum.Int : GLEnum.UnsignedInt, 0);
        else gl.VertexArrayAttribFormat(array, location, lanes, GLEnum.Float, false, 0);
    }

    private void SetUniform(uint name, string uniform, GLEnum type, int length, int location)
    {
        for (int element = 0; element < length; element++)
        {
            if (SamplerKind.Of(type) is { } sampler)
            {
                gl.ProgramUniform1i(name, location + element, (int)_samplerUnit);
                sampler.Bind(gl, _samplerUnit++);
            }
            else if (ImageKind.Of(type) is { } image)
            {
                string[] words = program.Words($"image {uniform.Split('[')[0]}");
                if (words is [string format, ..]) image = image with { Format = ImageKind.FormatOf(format) };
                gl.ProgramUniform1i(name, location + element, (int)_imageUnit);
                _images.Add(($"{uniform}+{element}", image.Bind(gl, _imageUnit++), image));
            }
            else
            {
                SetValue(name, type, location + element);
            }
        }
    }

    private void SetValue(uint name, GLEnum type, int location)
    {
        (char kind, int lanes, int columns) = GlslTypeFacts.Shape(type);
        int count = lanes * columns;
        int first = _values;
        _values += count;
        if (columns > 1)
        {
            SetMatrix(name, type, location, first, count);
            return;
        }

        Span<float> floats = MemoryMarshal.Cast<byte, float>(Pattern.Bytes(count, i => Pattern.Float(first + i)).AsSpan());
        Span<int> ints = MemoryMarshal.Cast<byte, int>(Pattern.Bytes(count, i => kind == 'b' ? (first + i) & 1 : Pattern.Int(first + i)).AsSpan());
        Span<uint> uints = MemoryMarshal.Cast<byte, uint>(Pattern.Bytes(count, i => Pattern.UInt(first + i)).AsSpan());
        Span<double> doubles = MemoryMarshal.Cast<byte, double>(Pattern.Bytes(count, i => Pattern.Double(first + i)).AsSpan());
        switch (kind, count)
        {
            case ('f', 1): gl.ProgramUniform1fv(name, location, floats); break;
            case ('f', 2): gl.ProgramUniform2fv(name, location, floats); break;
            case ('f', 3): gl.ProgramUniform3fv(name, location, floats); break;
            case ('f', 4): gl.ProgramUniform4fv(name, location, floats); break;
            case ('i' or 'b', 1): gl.ProgramUniform1iv(name, location, ints); break;
            case ('i' or 'b', 2): gl.ProgramUniform2iv(name, location, ints); break;
            case ('i' or 'b', 3): gl.ProgramUniform3iv(name, location, ints); break;
            case ('i' or 'b', 4): gl.ProgramUniform4iv(name, location, ints); break;
            case ('u', 1): gl.ProgramUniform1uiv(name, location, uints); break;
            case ('u', 2): gl.ProgramUniform2uiv(name, location, uints); break;
            case ('u', 3): gl.ProgramUniform3uiv(name, location, uints); break;
            case ('u', 4): gl.ProgramUniform4uiv(name, location, uints); break;
            case ('d', 1): gl.ProgramUniform1dv(name, location, doubles); break;
            case ('d', 2): gl.ProgramUniform2dv(name, location, doubles); break;
            case ('d', 3): gl.ProgramUniform3dv(name, location, doubles); break;
            case ('d', 4): gl.ProgramUniform4dv(name, location, doubles); break;
            default: throw new CorpusException($"uniform of type {type}");
        }
    }

    private void SetMatrix(uint name, GLEnum type, int location, int first, int count)
    {
        if (type != GLEnum.FloatMat4) throw new CorpusException($"uniform of type {type}");
        gl.ProgramUniformMatrix4fv(name, location, false, MemoryMarshal.Cast<byte, float>(Pattern.Bytes(count, i => Pattern.Float(first + i)).AsSpan()));
    }

    private uint Buffer(GLEnum target, uint index, byte[] content)
    {
        uint buffer = gl.CreateBuffer();
        gl.NamedBufferData(buffer, content, GLEnum.DynamicCopy);
        gl.BindBufferBase(target, index, buffer);
        return buffer;
    }

    private uint Count(uint name, GLEnum kind) => (uint)gl.GetProgramInterface(name, kind, GLEnum.ActiveResources);

    private int[] Facts(uint name, GLEnum kind, uint index, params GLEnum[] properties)
    {
        int[] values = new int[properties.Length];
        Span<uint> length = stackalloc uint[1];
        gl.GetProgramResourceiv(name, kind, index, properties, length, values);
        return values;
    }

    private string NameOf(uint name, GLEnum kind, uint index)
    {
        byte[] text = new byte[256];
        Span<uint> length = stackalloc uint[1];
        gl.GetProgramResourceName(name, kind, index, length, text);
        return Encoding.UTF8.GetString(text, 0, (int)length[0]);
    }
}
