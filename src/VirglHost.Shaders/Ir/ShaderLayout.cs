namespace VirglHost.Shaders.Ir;

/// <summary>Declarations of a shader that belong to no variable.</summary>
internal sealed record ShaderLayout
{
    public GeometryProperties? Geometry { get; init; }

    public int TessControlVertices { get; init; }

    public TessEvaluationProperties? TessEvaluation { get; init; }

    public (int X, int Y, int Z) WorkGroupSize { get; init; }

    /// <summary>First components of CLIPDIST that clip; the following ones cull.</summary>
    public int ClipDistances { get; init; }

    public int CullDistances { get; init; }

    public int ClipDistancesIn { get; init; }

    public int CullDistancesIn { get; init; }

    public bool FragCoordLowerLeft { get; init; }

    /// <summary>gl_FragCoord counts y from the top of GL's framebuffer.</summary>
    public bool FragCoordUpperLeftOrigin { get; init; }

    public bool PixelCenterInteger { get; init; }

    /// <summary>Blending by any of KHR_blend_equation_advanced's equations.</summary>
    public bool AdvancedBlend { get; init; }

    /// <summary>The sample mask that is read counts the depth test in.</summary>
    public bool PostDepthCoverage { get; init; }

    public bool EarlyFragmentTests { get; init; }

    /// <summary>TGSI's FS_DEPTH_LAYOUT: 0 none, 1 any, 2 greater, 3 less, 4 unchanged.</summary>
    public int DepthLayout { get; init; }

    public bool WritesAllColorBuffers { get; init; }

    /// <summary>Bytes per vertex record of each transform feedback buffer; 0 = unused.</summary>
    public (int A, int B, int C, int D) CaptureStrides { get; init; }
}
