// Writes Gl.g.cs, GlEnums.g.cs and RecordingGl.g.cs from the Khronos registry and functions.txt.
// Run from anywhere: dotnet run src/VirglHost.OpenGL/Bindings/Generate.cs [path of gl.xml]
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

string folder = Path.GetDirectoryName(ThisFile())!;
string registryPath = args.Length > 0 ? args[0] : "/usr/share/khronos-api/gl.xml";
byte[] listBytes = File.ReadAllBytes(Path.Combine(folder, "functions.txt"));
string listHash = Convert.ToHexStringLower(SHA256.HashData(listBytes));
string[] wanted = Encoding.UTF8.GetString(listBytes).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
XElement registry = XDocument.Load(registryPath).Root!;

// Extensions whose enum values may be used; everything else is core.
string[] extensions =
[
    "GL_EXT_texture_filter_anisotropic", "GL_EXT_texture_compression_s3tc", "GL_EXT_texture_sRGB", "GL_EXT_texture_sRGB_decode",
    "GL_KHR_texture_compression_astc_ldr", "GL_EXT_texture_mirror_clamp", "GL_ATI_texture_mirror_once", "GL_KHR_blend_equation_advanced",
    "GL_KHR_blend_equation_advanced_coherent", "GL_KHR_robustness", "GL_ATI_meminfo", "GL_NVX_gpu_memory_info", "GL_EXT_texture_sRGB_R8",
    "GL_EXT_texture_sRGB_RG8", "GL_EXT_framebuffer_multisample_blit_scaled", "GL_ARB_pipeline_statistics_query",
    "GL_ARB_transform_feedback_overflow_query", "GL_ARB_indirect_parameters", "GL_AMD_seamless_cubemap_per_texture",
    "GL_KHR_parallel_shader_compile", "GL_ARB_polygon_offset_clamp", "GL_ARB_texture_filter_anisotropic", "GL_AMD_pinned_memory",
];

// Values that core profile removed and that a host still answers or needs.
string[] extraEnums = ["GL_ALIASED_POINT_SIZE_RANGE", "GL_QUADS", "GL_CLAMP_FRAGMENT_COLOR", "GL_CLAMP_VERTEX_COLOR"];

Dictionary<string, string> coreVersion = [];
HashSet<string> usedEnums = [.. extraEnums];
foreach (XElement feature in registry.Elements("feature").Where(f => (string?)f.Attribute("api") == "gl"))
{
    foreach (XElement require in feature.Elements("require").Where(r => (string?)r.Attribute("profile") != "compatibility"))
    {
        foreach (XElement c in require.Elements("command")) coreVersion[Name(c)] = (string)feature.Attribute("number")!;
        foreach (XElement e in require.Elements("enum")) usedEnums.Add(Name(e));
    }

    foreach (XElement removed in feature.Elements("remove").Elements("enum")) usedEnums.Remove(Name(removed));
}

usedEnums.UnionWith(extraEnums);
foreach (XElement e in registry.Element("extensions")!.Elements("extension").Where(x => extensions.Contains(Name(x))).Elements("require").Elements("enum"))
{
    usedEnums.Add(Name(e));
}

Dictionary<string, XElement> commands = registry.Elements("commands").Elements("command").ToDictionary(c => c.Element("proto")!.Element("name")!.Value);
List<Function> functions = [.. wanted.Select(n => Function.Parse(commands[n], coreVersion.GetValueOrDefault(n)))];

Write("GlEnums.g.cs", Enums());
Write("Gl.g.cs", Bindings());
Write("RecordingGl.g.cs", Recording());

string Enums()
{
    StringBuilder text = Header("One enum for every GL value this room uses: core up to 4.6 plus the listed extensions.");
    text.Append("public enum GLEnum : uint\n{\n");
    Dictionary<string, uint> seen = [];
    Dictionary<uint, List<(string Name, string Groups)>> byValue = [];
    foreach (XElement e in registry.Elements("enums").Elements("enum").Where(e => usedEnums.Contains(Name(e)) && (string?)e.Attribute("api") is null or "gl"))
    {
        ulong wide = ParseValue((string)e.Attribute("value")!);
        if (wide > uint.MaxValue) continue;
        string name = Pascal(Name(e));
        if (seen.TryGetValue(name, out uint old))
        {
            if (old != (uint)wide) throw new InvalidOperationException($"two values for {name}");
            continue;
        }

        seen[name] = (uint)wide;
        text.Append(CultureInfo.InvariantCulture, $"    {name} = 0x{wide:X},\n");
        if (!byValue.TryGetValue((uint)wide, out List<(string, string)>? list)) byValue[(uint)wide] = list = [];
        list.Add((name, (string?)e.Attribute("group") ?? ""));
    }

    text.Append("}\n\n/// <summary>Names for transcripts: values shared by several names are told apart by the registry's parameter group.</summary>\n");
    text.Append("internal static class GLEnumNames\n{\n");
    text.Append("    internal static string? InGroup(string group, uint value) => (group, value) switch\n    {\n");
    foreach ((uint value, List<(string Name, string Groups)> names) in byValue.Where(p => p.Value.Count > 1).OrderBy(p => p.Key))
    {
        HashSet<string> done = [];
        foreach ((string name, string groups) in names)
        {
            foreach (string g in groups.Split(',', StringSplitOptions.RemoveEmptyEntries).Where(done.Add))
            {
                text.Append(CultureInfo.InvariantCulture, $"        (\"{g}\", 0x{value:X}) => \"{name}\",\n");
            }
        }
    }

    text.Append("        _ => null,\n    };\n\n    internal static string? Any(uint value) => value switch\n    {\n");
    foreach ((uint value, List<(string Name, string Groups)> names) in byValue.OrderBy(p => p.Key))
    {
        text.Append(CultureInfo.InvariantCulture, $"        0x{value:X} => \"{names[0].Name}\",\n");
    }

    return text.Append("        _ => null,\n    };\n}\n").ToString();
}

string Bindings()
{
    StringBuilder text = Header("OpenGL entry points as instance function pointers; the hand-written half of this class holds the safe overloads.");
    text.Append("public sealed unsafe partial class GL\n{\n");
    text.Append($"    internal const string FunctionListHash = \"{listHash}\";\n\n");
    foreach (Function f in functions) text.Append($"    private readonly {f.PointerType} {f.Field};\n");
    text.Append("\n    private GL(Func<string, nint> getProcAddress)\n    {\n");
    foreach (Function f in functions)
    {
        text.Append($"        {f.Field} = ({f.PointerType}){(f.IsOptional ? "Find" : "Require")}(getProcAddress, \"{f.GlName}\");\n");
    }

    text.Append("    }\n");
    foreach (Function f in functions)
    {
        text.Append('\n').Append(f.Wrapper());
        if (f.SpanOverload() is string span) text.Append('\n').Append(span);
        if (f.OffsetOverload() is string offset) text.Append('\n').Append(offset);
    }

    return text.Append("}\n").ToString();
}

string Recording()
{
    StringBuilder text = Header("One recording stub per entry point: each writes its name and arguments as a line of the current recorder.");
    text.Append("public sealed unsafe partial class RecordingGl\n{\n    private static nint Stub(string name) => name switch\n    {\n");
    foreach (Function f in functions) text.Append($"        \"{f.GlName}\" => (nint)({f.PointerType})&On{f.Name},\n");
    text.Append("        _ => 0,\n    };\n");
    foreach (Function f in functions) text.Append('\n').Append(f.RecordingStub());
    return text.Append("}\n").ToString();
}

StringBuilder Header(string summary) => new StringBuilder()
    .Append("// <auto-generated>\n")
    .Append("// Written by Bindings/Generate.cs from the Khronos registry's gl.xml (Apache-2.0) and functions.txt. Do not edit.\n")
    .Append($"// functions.txt sha256: {listHash}\n")
    .Append("// </auto-generated>\n#nullable enable\n#pragma warning disable\n\nusing System.Runtime.CompilerServices;\nusing System.Runtime.InteropServices;\n\n")
    .Append("namespace VirglHost.OpenGL;\n\n")
    .Append($"/// <summary>{summary}</summary>\n");

void Write(string file, string text) => File.WriteAllText(Path.Combine(folder, file), text, new UTF8Encoding(false));

static string Name(XElement e) => (string)e.Attribute("name")!;

static ulong ParseValue(string text) => text.StartsWith("0x", StringComparison.Ordinal)
    ? ulong.Parse(text.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
    : unchecked((uint)long.Parse(text, CultureInfo.InvariantCulture));

static string Pascal(string glName) => string.Concat(glName.Split('_').Skip(1).Select(part =>
    Regex.IsMatch(part, "^[123]D$") ? part : char.ToUpperInvariant(part[0]) + part[1..].ToLowerInvariant()));

static string ThisFile([CallerFilePath] string path = "") => path;

internal sealed record Parameter(string Name, string Type, string Native, string Group, string? Length, bool IsPointer, bool IsConst, bool IsText, bool IsBitfield)
{
    public string Element => Type.TrimEnd('*') is "void" ? "byte" : Type.TrimEnd('*');
}

internal sealed record Function(string GlName, string Return, string NativeReturn, IReadOnlyList<Parameter> Parameters, bool IsOptional)
{
    // Pointer lengths the registry leaves out or words in a way a program cannot use: function.parameter → count parameter or number.
    private static readonly Dictionary<string, string> LengthOverrides = new()
    {
        ["ViewportArrayv.v"] = "count*4", ["ScissorArrayv.v"] = "count*4", ["DepthRangeArrayv.v"] = "count*2",
        ["NamedBufferSubData.data"] = "size", ["NamedBufferData.data"] = "size", ["GetNamedBufferSubData.data"] = "size",
        ["CompressedTextureSubImage1D.data"] = "imageSize", ["CompressedTextureSubImage2D.data"] = "imageSize",
        ["CompressedTextureSubImage3D.data"] = "imageSize", ["GetCompressedTextureSubImage.pixels"] = "bufSize",
        ["GetCompressedTextureImage.pixels"] = "bufSize", ["GetTextureSubImage.pixels"] = "bufSize", ["GetTextureImage.pixels"] = "bufSize",
        ["ReadnPixels.data"] = "bufSize", ["InvalidateNamedFramebufferData.attachments"] = "numAttachments",
        ["InvalidateNamedFramebufferSubData.attachments"] = "numAttachments", ["NamedFramebufferDrawBuffers.bufs"] = "n",
        ["GetMultisamplefv.val"] = "2", ["GetInternalformativ.params"] = "count",
        ["GetInternalformati64v.params"] = "count", ["DrawElementsInstancedBaseInstance.indices"] = "",
        ["DrawElementsInstancedBaseVertexBaseInstance.indices"] = "", ["EGLImageTargetTexStorageEXT.attrib_list"] = "",
        ["CreateBuffers.buffers"] = "n", ["CreateFramebuffers.framebuffers"] = "n", ["CreateRenderbuffers.renderbuffers"] = "n",
    };

    // Their data pointer is an offset when a buffer is bound.
    private static readonly Regex OffsetParameter = new("^(indices|indirect|pixels|data)$");
    private static readonly Regex OffsetFunction = new("^(Draw.*Elements.*|.*Indirect(Count(ARB)?)?|(Compressed)?TextureSubImage[123]D|Get(Compressed)?Texture(Sub)?Image|ReadnPixels)$");

    // The registry says "depends on pname"; none of their vectors is longer than 4, and scalars have functions of their own.
    private static readonly Regex VectorParameter = new("^(Sampler|Texture)Parameter.*v$");

    public string Name => GlName[2..];

    public string Field => "_" + char.ToLowerInvariant(Name[0]) + Name[1..];

    public string PointerType => $"delegate* unmanaged<{string.Concat(Parameters.Select(p => p.Native + ", "))}{NativeReturn}>";

    public static Function Parse(XElement command, string? version)
    {
        XElement proto = command.Element("proto")!;
        string name = proto.Element("name")!.Value;
        (string type, string native, _) = Map(proto);
        bool optional = version is null || string.CompareOrdinal(version, "4.5") > 0;
        return new Function(name, type, native, [.. command.Elements("param").Select(p => ParseParameter(name[2..], p))], optional);
    }

    private static Parameter ParseParameter(string function, XElement p)
    {
        string name = p.Element("name")!.Value;
        (string type, string native, string glType) = Map(p);
        string? length = LengthOverrides.GetValueOrDefault($"{function}.{name}") ?? (VectorParameter.IsMatch(function) ? "4" : (string?)p.Attribute("len"));
        string safe = name is "params" or "ref" or "string" or "in" or "out" or "object" or "base" ? "@" + name : name;
        return new Parameter(safe, type, native, (string?)p.Attribute("group") ?? "", length, type.EndsWith('*'), p.Value.Contains("const ", StringComparison.Ordinal),
            glType == "GLchar", glType == "GLbitfield" && type == "GLEnum");
    }

    private static (string Type, string Native, string GlType) Map(XElement e)
    {
        string glType = e.Element("ptype")?.Value ?? "void";
        string text = e.Value[..e.Value.LastIndexOf(e.Element("name")!.Value, StringComparison.Ordinal)];
        int stars = text.Count(c => c == '*');
        string element = glType switch
        {
            "void" => "void", "GLbitfield" when e.Attribute("group") is null => "uint", "GLenum" or "GLbitfield" => "GLEnum", "GLboolean" => "bool", "GLuint" or "GLsizei" => "uint", "GLint" => "int",
            "GLfloat" => "float", "GLdouble" => "double", "GLintptr" => "nint", "GLsizeiptr" => "nuint", "GLint64" => "long", "GLuint64" => "ulong",
            "GLchar" or "GLubyte" => "byte", "GLsync" or "GLeglImageOES" or "GLDEBUGPROC" => "nint", "GLushort" => "ushort",
            _ => throw new InvalidOperationException(glType),
        };
        string type = element + new string('*', stars);
        return (type, type == "bool" ? "byte" : type, glType);
    }

    public string Wrapper()
    {
        string guard = IsOptional ? $"        if ({Field} == null) throw Missing(\"{GlName}\");\n" : "";
        string call = $"{Field}({string.Join(", ", Parameters.Select(p => p.Type == "bool" ? $"{p.Name} ? (byte)1 : (byte)0" : p.Name))})";
        string result = Return == "void" ? $"{call};" : Return == "bool" ? $"return {call} != 0;" : $"return {call};";
        return $"    [MethodImpl(MethodImplOptions.AggressiveInlining)]\n    public {Return} {Name}({Signature()})\n    {{\n{guard}        {result}\n    }}\n";
    }

    private string Signature() => string.Join(", ", Parameters.Select(p => $"{p.Type} {p.Name}"));

    /// <summary>The overload that takes spans and strings and computes the counts, or null where the registry does not say enough.</summary>
    public string? SpanOverload()
    {
        List<Parameter> pointers = [.. Parameters.Where(p => p.IsPointer)];
        if (pointers.Count == 0) return null;
        Dictionary<string, (string Expression, Parameter First)> counts = [];
        List<string> checks = [], fixes = [];
        Dictionary<string, string> types = [], arguments = [];
        foreach (Parameter p in pointers)
        {
            if (p.Type.EndsWith("**", StringComparison.Ordinal)) return null;
            if (p is { IsText: true, IsConst: true } && (p.Length is null or "COMPSIZE(name)" or "COMPSIZE()" || !Parameters.Any(q => q.Name == p.Length)))
            {
                if (p.Length is not (null or "COMPSIZE(name)" or "COMPSIZE()")) return null;
                types[p.Name] = "string";
                fixes.Add($"fixed (byte* {p.Name}Pointer = Utf8({p.Name}))");
                arguments[p.Name] = p.Name + "Pointer";
                continue;
            }

            if (string.IsNullOrEmpty(p.Length)) return null;
            string span = $"{(p.IsConst ? "ReadOnlySpan" : "Span")}<{p.Element}>";
            types[p.Name] = span;
            fixes.Add($"fixed ({p.Element}* {p.Name}Pointer = {p.Name})");
            arguments[p.Name] = p.Name + "Pointer";
            if (int.TryParse(p.Length, out int number))
            {
                checks.Add($"RequireLength({p.Name}.Length, {number});");
                continue;
            }

            string[] product = p.Length.Split('*');
            Parameter? count = Parameters.FirstOrDefault(q => q.Name == product[0] && q.Type is "uint" or "nuint" or "int");
            if (count is null || count.Name != product[0]) return null;
            string factor = product.Length > 1 ? product[1] : "1";
            if (counts.TryGetValue(count.Name, out (string Expression, Parameter First) earlier))
            {
                checks.Add($"RequireSameLength({earlier.First.Name}.Length, {p.Name}.Length);");
            }
            else
            {
                counts[count.Name] = (factor == "1" ? $"({count.Type}){p.Name}.Length" : $"Groups({p.Name}.Length, {factor})", p);
            }
        }

        string signature = string.Join(", ", Parameters.Where(p => !counts.ContainsKey(p.Name)).Select(p => $"{types.GetValueOrDefault(p.Name, p.Type)} {p.Name}"));
        string call = string.Join(", ", Parameters.Select(p => counts.TryGetValue(p.Name, out (string Expression, Parameter) c) ? c.Expression : arguments.GetValueOrDefault(p.Name, p.Name)));
        StringBuilder text = new();
        text.Append($"    public {Return} {Name}({signature})\n    {{\n");
        foreach (string check in checks) text.Append("        ").Append(check).Append('\n');
        text.Append("        // SAFETY: pinned for the call; counts are the spans' own lengths, checked above where the registry fixes them.\n");
        foreach (string f in fixes) text.Append("        ").Append(f).Append('\n');
        return text.Append($"        {{\n            {(Return == "void" ? "" : "return ")}{Name}({call});\n        }}\n    }}\n").ToString();
    }

    /// <summary>The overload that passes an offset into a bound buffer in place of a pointer.</summary>
    public string? OffsetOverload()
    {
        Parameter[] pointers = [.. Parameters.Where(p => p.IsPointer)];
        if (pointers.Length != 1 || pointers[0].Type != "void*" || !OffsetParameter.IsMatch(pointers[0].Name) || !OffsetFunction.IsMatch(Name)) return null;
        string signature = string.Join(", ", Parameters.Select(p => p.IsPointer ? $"nint {p.Name}Offset" : $"{p.Type} {p.Name}"));
        string call = string.Join(", ", Parameters.Select(p => p.IsPointer ? $"(void*){p.Name}Offset" : p.Name));
        return $"    public {Return} {Name}({signature}) => {Name}({call});\n";
    }

    public string RecordingStub()
    {
        string native = string.Join(", ", Parameters.Select(p => $"{p.Native} {p.Name}"));
        string line = Parameters.Count == 0 ? "\"\"" : string.Join(" + \", \" + ", Parameters.Select(Describe));
        StringBuilder text = new();
        text.Append($"    [UnmanagedCallersOnly]\n    private static {NativeReturn} On{Name}({native})\n    {{\n        RecordingGl recorder = Current;\n");
        text.Append($"        recorder.Record(\"{Name}\", {line});\n");
        string first = Parameters.Count > 0 && Parameters[0].Type is "uint" or "GLEnum" ? "(ulong)" + Parameters[0].Name : "0";
        foreach (Parameter p in Parameters.Where(p => p is { IsPointer: true, IsConst: false } && !p.Type.EndsWith("**", StringComparison.Ordinal)))
        {
            Parameter? selector = Parameters.LastOrDefault(q => q.Type == "GLEnum");
            string size = p.Type == "void*" ? "1" : $"sizeof({p.Element})";
            string number = p.Length is not null && Parameters.Any(q => q.Name == p.Length && q.Type is "uint" or "nuint") ? p.Length : "1";
            text.Append($"        recorder.Answer(\"{Name}\", {(selector is null ? "default" : selector.Name)}, \"{p.Name.TrimStart('@')}\", (byte*){p.Name}, {size}, (long){number});\n");
        }

        if (NativeReturn != "void") text.Append($"        return ({NativeReturn})recorder.Result(\"{Name}\", {ResultHint()});\n");
        return text.Append("    }\n").ToString();
    }

    private string ResultHint() => Parameters.FirstOrDefault(p => p.Type == "nuint") is { } size ? $"(long){size.Name}" : "0";

    private string Describe(Parameter p)
    {
        if (p.IsText && p.IsPointer && p.Type == "byte*") return p.IsConst ? $"Text({p.Name})" : $"Pointer({p.Name})";
        if (p.IsPointer)
        {
            string element = p.Type[..^1];
            bool counted = p.IsConst && element is not "void" && !element.EndsWith('*') && p.Length is not null;
            if (!counted) return $"Pointer({p.Name})";
            bool isPlain = Regex.IsMatch(p.Length!, @"^\w+(\*\d+)?$") && (int.TryParse(p.Length, out _) || Parameters.Any(q => q.Name == p.Length!.Split('*')[0]));
            return isPlain ? $"Array({p.Name}, (long)({p.Length}), \"{p.Group}\")" : $"Pointer({p.Name})";
        }

        return p.Type switch
        {
            "GLEnum" => p.IsBitfield ? $"Bits({p.Name})" : $"Enum(\"{p.Group}\", {p.Name})",
            "bool" => $"({p.Name} != 0 ? \"true\" : \"false\")",
            _ => $"Number({p.Name})",
        };
    }
}
