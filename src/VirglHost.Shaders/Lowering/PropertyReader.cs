using VirglHost.Shaders.Ir;
using VirglHost.Shaders.Tgsi;

namespace VirglHost.Shaders.Lowering;

/// <summary>Reads PROPERTY lines into a <see cref="ShaderLayout"/> (tgsi.md §4). Unknown names are skipped, as the reference does.</summary>
internal static class PropertyReader
{
    private const int MaxGeometryVertices = 1024;
    private const int MaxInvocations = 127;
    private const int MaxPatchVertices = 32;
    private const int MaxWorkGroupSide = 2048;

    /// <summary>Properties that would change the meaning and are not expressed; harmless when zero.</summary>
    private static readonly string[] Refused =
    [
        "VS_WINDOW_SPACE_POSITION", "MUL_ZERO_WINS", "LEGACY_MATH_RULES", "LAYER_VIEWPORT_RELATIVE",
    ];

    public static ShaderLayout ReadLayout(TgsiShader shader)
    {
        foreach (string name in Refused)
        {
            if (Get(shader, name) != 0) throw new TgsiRefusal(0, $"property {name} is not supported");
        }

        return new ShaderLayout
        {
            Geometry = shader.Stage == ShaderStage.Geometry ? ReadGeometry(shader) : null,
            TessControlVertices = shader.Stage == ShaderStage.TessControl ? InRange(shader, "TCS_VERTICES_OUT", 1, MaxPatchVertices) : 0,
            TessEvaluation = shader.Stage == ShaderStage.TessEvaluation ? ReadTessEvaluation(shader) : null,
            WorkGroupSize = shader.Stage == ShaderStage.Compute ? ReadWorkGroup(shader) : default,
            ClipDistances = (int)Math.Min(Get(shader, "NUM_CLIPDIST_ENABLED"), 8),
            CullDistances = (int)Math.Min(Get(shader, "NUM_CULLDIST_ENABLED"), 8),
            FragCoordLowerLeft = Get(shader, "FS_COORD_ORIGIN") == 1,
            PixelCenterInteger = Get(shader, "FS_COORD_PIXEL_CENTER") == 1,
            AdvancedBlend = shader.Stage == ShaderStage.Fragment && Get(shader, "FS_BLEND_EQUATION_ADVANCED") != 0,
            PostDepthCoverage = shader.Stage == ShaderStage.Fragment && Get(shader, "FS_POST_DEPTH_COVERAGE") != 0,
            EarlyFragmentTests = Get(shader, "FS_EARLY_DEPTH_STENCIL") == 1,
            DepthLayout = (int)Math.Min(Get(shader, "FS_DEPTH_LAYOUT"), 4),
            WritesAllColorBuffers = Get(shader, "FS_COLOR0_WRITES_ALL_CBUFS") == 1,
        };
    }

    private static GeometryProperties ReadGeometry(TgsiShader shader)
    {
        var input = (ShaderPrimitive)Get(shader, "GS_INPUT_PRIMITIVE", uint.MaxValue);
        var output = (ShaderPrimitive)Get(shader, "GS_OUTPUT_PRIMITIVE", uint.MaxValue);
        bool isInputKnown = input is ShaderPrimitive.Points or ShaderPrimitive.Lines or ShaderPrimitive.LinesAdjacency
            or ShaderPrimitive.Triangles or ShaderPrimitive.TrianglesAdjacency;
        bool isOutputKnown = output is ShaderPrimitive.Points or ShaderPrimitive.LineStrip or ShaderPrimitive.TriangleStrip;
        if (!isInputKnown) throw new TgsiRefusal(0, "geometry input primitive is missing or unsupported");
        if (!isOutputKnown) throw new TgsiRefusal(0, "geometry output primitive is missing or unsupported");
        int invocations = shader.Properties.ContainsKey("GS_INVOCATIONS") ? InRange(shader, "GS_INVOCATIONS", 1, MaxInvocations) : 1;
        return new GeometryProperties(input, output, InRange(shader, "GS_MAX_OUTPUT_VERTICES", 0, MaxGeometryVertices), invocations);
    }

    private static TessEvaluationProperties ReadTessEvaluation(TgsiShader shader)
    {
        var domain = (ShaderPrimitive)Get(shader, "TES_PRIM_MODE", uint.MaxValue);
        if (domain is not (ShaderPrimitive.Lines or ShaderPrimitive.Triangles or ShaderPrimitive.Quads))
            throw new TgsiRefusal(0, "TES_PRIM_MODE is missing or unsupported");
        uint spacing = Get(shader, "TES_SPACING", (uint)TessSpacing.Equal);
        if (spacing > (uint)TessSpacing.Equal) throw new TgsiRefusal(0, "TES_SPACING out of range");
        return new TessEvaluationProperties(
            domain, (TessSpacing)spacing, Get(shader, "TES_VERTEX_ORDER_CW") != 0, Get(shader, "TES_POINT_MODE") != 0);
    }

    private static (int X, int Y, int Z) ReadWorkGroup(TgsiShader shader)
        => (InRange(shader, "CS_FIXED_BLOCK_WIDTH", 1, MaxWorkGroupSide), InRange(shader, "CS_FIXED_BLOCK_HEIGHT", 1, MaxWorkGroupSide),
            InRange(shader, "CS_FIXED_BLOCK_DEPTH", 1, MaxWorkGroupSide));

    private static int InRange(TgsiShader shader, string name, int least, int most)
    {
        uint value = Get(shader, name, uint.MaxValue);
        if (value < least || value > most) throw new TgsiRefusal(0, $"property {name} is missing or out of range");
        return (int)value;
    }

    private static uint Get(TgsiShader shader, string name, uint fallback = 0)
        => shader.Properties.TryGetValue(name, out uint value) ? value : fallback;
}
