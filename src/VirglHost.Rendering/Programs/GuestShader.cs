using VirglHost.CommandStream;
using VirglHost.Shaders;

namespace VirglHost.Rendering.Programs;

/// <summary>A SHADER object: the parsed text and the GLSL variants made from it so far.</summary>
internal sealed class GuestShader : GuestObject
{
    private readonly ProgramCache _programs;
    private readonly ParsedShader _parsed;
    private readonly List<ShaderVariant> _variants = [];
    private SamplerFixup[] _fixupRows = [];
    private SamplerFixups? _fixups;

    /// <summary>Wraps a shader that parsed; <paramref name="streamOutput"/> is null where it captures nothing.</summary>
    public GuestShader(ProgramCache programs, ParsedShader parsed, StreamOutputLayout? streamOutput, int sharedMemoryInBytes)
        : base(VirglObjectType.Shader)
    {
        _programs = programs;
        _parsed = parsed;
        StreamOutput = streamOutput;
        SharedMemoryInBytes = sharedMemoryInBytes;
    }

    /// <summary>Facts about the shader.</summary>
    public ShaderInfo Info => _parsed.Info;

    /// <summary>Stage.</summary>
    public ShaderStage Stage => _parsed.Stage;

    /// <summary>What transform feedback captures where this is the last vertex stage.</summary>
    public StreamOutputLayout? StreamOutput { get; }

    /// <summary>Shared memory that a compute shader asked for.</summary>
    public int SharedMemoryInBytes { get; }

    /// <summary>Variants made so far.</summary>
    public int VariantCount => _variants.Count;

    /// <summary>The variant for <paramref name="key"/>, translated at first sight.</summary>
    public ShaderVariant Variant(in ShaderKey key)
    {
        ShaderKey reduced = Info.Reduce(key);
        foreach (ShaderVariant variant in _variants)
        {
            if (variant.Key == reduced)
            {
                return variant;
            }
        }

        ShaderVariant made = new(_programs.NextVariantId(), reduced, ShaderTranslator.Translate(_parsed, reduced), Info);
        _variants.Add(made);
        return made;
    }

    /// <summary>Fixups for <paramref name="rows"/>; the object made last time where the rows are the same, so that a steady state allocates nothing.</summary>
    public SamplerFixups? Fixups(ReadOnlySpan<SamplerFixup> rows)
    {
        if (rows.IsEmpty)
        {
            return null;
        }

        if (!rows.SequenceEqual(_fixupRows))
        {
            _fixupRows = rows.ToArray();
            _fixups = SamplerFixups.Create(rows);
        }

        return _fixups;
    }

    /// <inheritdoc/>
    protected override void DisposeNames(GlSession session)
    {
        foreach (ShaderVariant variant in _variants)
        {
            _programs.Evict(variant.Id);
            variant.Dispose();
        }
    }
}
