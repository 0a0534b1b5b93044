using VirglHost.Shaders.Ir;

namespace VirglHost.Shaders.Tgsi;

/// <summary>One DCL line.</summary>
internal sealed class TgsiDeclaration
{
    public required RegisterFile File { get; init; }

    public required int Offset { get; init; }

    public int First { get; set; }

    public int Last { get; set; }

    /// <summary>A first bracket was present: empty (vertices, invocations) or a number.</summary>
    public bool HasDimension { get; set; }

    /// <summary>Number in the first bracket; 0 when empty.</summary>
    public int Dimension { get; set; }

    public int Mask { get; set; } = 15;

    public int ArrayId { get; set; }

    public ShaderSemantic? Semantic { get; set; }

    public int SemanticIndex { get; set; }

    /// <summary>Four stream numbers, two bits each.</summary>
    public int Streams { get; set; }

    public InterpolationMode? Interpolation { get; set; }

    public InterpolationLocation Location { get; set; }

    public bool IsInvariant { get; set; }

    public TextureTarget Target { get; set; } = TextureTarget.Unknown;

    public SampledKind SampledKind { get; set; }

    /// <summary>PIPE_FORMAT name of an image without its prefix; empty when none.</summary>
    public string Format { get; set; } = string.Empty;

    public bool IsWritable { get; set; }

    public bool IsShared { get; set; }
}
