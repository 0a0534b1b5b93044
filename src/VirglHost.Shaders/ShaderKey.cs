namespace VirglHost.Shaders;

/// <summary>
/// Everything outside its text that a GLSL variant depends on. The default value is neutral: no alpha test, no emulation, float targets.
/// Pass it through <see cref="ShaderInfo.Reduce"/> before using it as a cache key. Value equality, no allocation.
/// </summary>
public readonly record struct ShaderKey
{
    /// <summary>Colour buffers a fragment shader can feed.</summary>
    public const int MaxColorBuffers = 8;

    private const int BitsPerColorBuffer = 3;
    private readonly byte _inverseAlphaFunction;

    /// <summary>The stage before this one; default: a vertex shader that writes every input.</summary>
    public InterfaceLink Previous { get; init; }

    /// <summary>Last stage before the rasteriser (vertex, tessellation evaluation or geometry): flips y, emulates clip planes.</summary>
    public bool IsLastVertexStage { get; init; }

    /// <summary>Bit i: user clip plane i is enabled. Ignored where the shader writes clip distances itself.</summary>
    public byte ClipPlaneMask { get; init; }

    /// <summary>What transform feedback captures; only in the key of the last vertex stage.</summary>
    public StreamOutputLayout? StreamOutput { get; init; }

    /// <summary>Bit i: vertex attribute i has a signed pure integer format.</summary>
    public uint IntegerAttributes { get; init; }

    /// <summary>Bit i: vertex attribute i has an unsigned pure integer format. Disjoint from <see cref="IntegerAttributes"/>.</summary>
    public uint UnsignedAttributes { get; init; }

    /// <summary>Alpha test of colour output 0. Set <see cref="AlphaTestFunction.Always"/> where a colour buffer is pure integer.</summary>
    public AlphaTestFunction AlphaFunction
    {
        get => (AlphaTestFunction)(7 - _inverseAlphaFunction);
        init => _inverseAlphaFunction = (byte)(7 - ((int)value & 7));
    }

    /// <summary>Inputs declared COLOR are flat.</summary>
    public bool FlatShade { get; init; }

    /// <summary>Back-facing fragments read back colours where the producer writes them.</summary>
    public bool TwoSidedColor { get; init; }

    /// <summary>Fragments are discarded by the stipple pattern of the state array.</summary>
    public bool PolygonStipple { get; init; }

    /// <summary>GL's samples for each of the guest's in the framebuffer; 0 counts as 1.</summary>
    public int SampleRatio { get; init; }

    /// <summary>The framebuffer's resource is stored top row first (Y_0_TOP), so window y is inverted.</summary>
    public bool InvertFragCoordY { get; init; }

    /// <summary>Blending reads a second source: colour outputs 0 and 1 feed location 0, index 0 and 1.</summary>
    public bool DualSourceBlend { get; init; }

    /// <summary>Bit n: input TEXCOORD[n] reads the point coordinate. Zero unless points are drawn.</summary>
    public uint PointSpriteTexcoords { get; init; }

    /// <summary>Bit n: input GENERIC[n] reads the point coordinate (guests that do not know TEXCOORD). Zero unless points are drawn.</summary>
    public uint PointSpriteGenerics { get; init; }

    /// <summary>Colour buffers bound, holes included, 0 to 8: how far an output that writes all of them is copied.</summary>
    public int ColorBufferCount { get; init; }

    /// <summary>Corrections to texture lookups; null for none.</summary>
    public SamplerFixups? Samplers { get; init; }

    /// <summary>Compute: bytes of shared memory the guest asked for (CREATE_OBJECT's req_local_mem); 0 = 32 KiB.</summary>
    public int SharedMemoryInBytes { get; init; }

    /// <summary>
    /// Constant buffer 0 is handed over as a plain uniform array instead of a uniform block. Ignored where <see cref="ShaderInfo.AllowsPlainConstants"/>
    /// is false.
    /// </summary>
    public bool PlainConstants { get; init; }

    internal uint ColorBufferKinds { get; init; }

    /// <summary>Kind of colour buffer <paramref name="index"/> (0 to 7).</summary>
    public ColorBufferKind GetColorBuffer(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)MaxColorBuffers);
        return (ColorBufferKind)((ColorBufferKinds >> (index * BitsPerColorBuffer)) & 7);
    }

    /// <summary>The same key with colour buffer <paramref name="index"/> (0 to 7) of kind <paramref name="kind"/>.</summary>
    public ShaderKey WithColorBuffer(int index, ColorBufferKind kind)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)MaxColorBuffers);
        int shift = index * BitsPerColorBuffer;
        return this with { ColorBufferKinds = (ColorBufferKinds & ~(7u << shift)) | (((uint)kind & 7) << shift) };
    }
}
