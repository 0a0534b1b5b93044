namespace VirglHost.Shaders.Ir;

/// <summary>Something that expressions load from and statements store to. Its name follows from its identity (GlslNames).</summary>
internal sealed record Variable
{
    /// <summary>An array whose length the language decides.</summary>
    public const int Unsized = -1;

    public required VariableStorage Storage { get; init; }

    /// <summary>Type of one element.</summary>
    public required IrType Type { get; init; }

    /// <summary>0 = not an array, <see cref="Unsized"/>, or the number of elements.</summary>
    public int ArrayLength { get; init; }

    /// <summary>Number of blocks or resources in an arrayed resource; 0 = not arrayed.</summary>
    public int BlockCount { get; init; }

    /// <summary>Register, location, unit or semantic index.</summary>
    public int Index { get; init; }

    /// <summary>Buffer binding of atomic counters.</summary>
    public int Buffer { get; init; }

    /// <summary>Which kind of register a private variable stands for.</summary>
    public RegisterFile File { get; init; }

    public ShaderSemantic Semantic { get; init; }

    public BuiltIn BuiltIn { get; init; }

    public InterpolationMode Interpolation { get; init; } = InterpolationMode.Perspective;

    public InterpolationLocation Location { get; init; }

    /// <summary>Stage whose name prefix a varying carries: the producer's.</summary>
    public ShaderStage Producer { get; init; }

    public TextureTarget Target { get; init; }

    public SampledKind SampledKind { get; init; }

    /// <summary>GLSL format qualifier of an image.</summary>
    public string Format { get; init; } = string.Empty;

    public bool IsWritable { get; init; }

    public bool IsReadable { get; init; }

    public bool IsInvariant { get; init; }

    public bool IsPrecise { get; init; }

    public bool IsCoherent { get; init; }

    /// <summary>Constants that no uniform block holds.</summary>
    public bool IsLarge { get; init; }

    /// <summary>Constants outside any block.</summary>
    public bool IsPlain { get; init; }

    /// <summary>Second blend source (location 0, index 1).</summary>
    public bool IsSecondSource { get; init; }

    /// <summary>Transform feedback place; null = not captured.</summary>
    public CapturePlace? Capture { get; init; }

    /// <summary>Vertex stream of a geometry output.</summary>
    public int Stream { get; init; }
}
