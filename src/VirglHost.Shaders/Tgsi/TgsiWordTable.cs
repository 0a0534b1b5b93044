using System.Collections.Frozen;
using VirglHost.Shaders.Ir;

namespace VirglHost.Shaders.Tgsi;

/// <summary>The closed vocabularies of TGSI text (tgsi.md §2, §4, §5, §7).</summary>
internal static class TgsiWordTable
{
    public static readonly FrozenDictionary<string, ShaderStage> Stages = new Dictionary<string, ShaderStage>
    {
        ["VERT"] = ShaderStage.Vertex,
        ["FRAG"] = ShaderStage.Fragment,
        ["GEOM"] = ShaderStage.Geometry,
        ["TESS_CTRL"] = ShaderStage.TessControl,
        ["TESS_EVAL"] = ShaderStage.TessEvaluation,
        ["COMP"] = ShaderStage.Compute,
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, RegisterFile> Files = new Dictionary<string, RegisterFile>
    {
        ["CONST"] = RegisterFile.Constant,
        ["IN"] = RegisterFile.Input,
        ["OUT"] = RegisterFile.Output,
        ["TEMP"] = RegisterFile.Temporary,
        ["SAMP"] = RegisterFile.Sampler,
        ["ADDR"] = RegisterFile.Address,
        ["IMM"] = RegisterFile.Immediate,
        ["SV"] = RegisterFile.SystemValue,
        ["IMAGE"] = RegisterFile.Image,
        ["SVIEW"] = RegisterFile.SamplerView,
        ["BUFFER"] = RegisterFile.Buffer,
        ["MEMORY"] = RegisterFile.Memory,
        ["HWATOMIC"] = RegisterFile.AtomicCounter,
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, ShaderSemantic> Semantics = new Dictionary<string, ShaderSemantic>
    {
        ["POSITION"] = ShaderSemantic.Position,
        ["COLOR"] = ShaderSemantic.Color,
        ["BCOLOR"] = ShaderSemantic.BackColor,
        ["FOG"] = ShaderSemantic.Fog,
        ["PSIZE"] = ShaderSemantic.PointSize,
        ["GENERIC"] = ShaderSemantic.Generic,
        ["NORMAL"] = ShaderSemantic.Normal,
        ["FACE"] = ShaderSemantic.Face,
        ["EDGEFLAG"] = ShaderSemantic.EdgeFlag,
        ["PRIM_ID"] = ShaderSemantic.PrimitiveId,
        ["INSTANCEID"] = ShaderSemantic.InstanceId,
        ["VERTEXID"] = ShaderSemantic.VertexId,
        ["STENCIL"] = ShaderSemantic.Stencil,
        ["CLIPDIST"] = ShaderSemantic.ClipDistance,
        ["CLIPVERTEX"] = ShaderSemantic.ClipVertex,
        ["GRID_SIZE"] = ShaderSemantic.GridSize,
        ["BLOCK_ID"] = ShaderSemantic.BlockId,
        ["BLOCK_SIZE"] = ShaderSemantic.BlockSize,
        ["THREAD_ID"] = ShaderSemantic.ThreadId,
        ["TEXCOORD"] = ShaderSemantic.Texcoord,
        ["PCOORD"] = ShaderSemantic.PointCoord,
        ["VIEWPORT_INDEX"] = ShaderSemantic.ViewportIndex,
        ["LAYER"] = ShaderSemantic.Layer,
        ["CULLDIST"] = ShaderSemantic.CullDistance,
        ["SAMPLEID"] = ShaderSemantic.SampleId,
        ["SAMPLEPOS"] = ShaderSemantic.SamplePosition,
        ["SAMPLEMASK"] = ShaderSemantic.SampleMask,
        ["INVOCATIONID"] = ShaderSemantic.InvocationId,
        ["VERTEXID_NOBASE"] = ShaderSemantic.VertexIdNoBase,
        ["BASEVERTEX"] = ShaderSemantic.BaseVertex,
        ["PATCH"] = ShaderSemantic.Patch,
        ["TESSCOORD"] = ShaderSemantic.TessCoord,
        ["TESSOUTER"] = ShaderSemantic.TessOuter,
        ["TESSINNER"] = ShaderSemantic.TessInner,
        ["VERTICESIN"] = ShaderSemantic.VerticesIn,
        ["HELPER_INVOCATION"] = ShaderSemantic.HelperInvocation,
        ["BASEINSTANCE"] = ShaderSemantic.BaseInstance,
        ["DRAWID"] = ShaderSemantic.DrawId,
        ["WORK_DIM"] = ShaderSemantic.WorkDim,
        ["SUBGROUP_SIZE"] = ShaderSemantic.SubgroupSize,
        ["SUBGROUP_INVOCATION"] = ShaderSemantic.SubgroupInvocation,
        ["SUBGROUP_EQ_MASK"] = ShaderSemantic.SubgroupEqMask,
        ["SUBGROUP_GE_MASK"] = ShaderSemantic.SubgroupGeMask,
        ["SUBGROUP_GT_MASK"] = ShaderSemantic.SubgroupGtMask,
        ["SUBGROUP_LE_MASK"] = ShaderSemantic.SubgroupLeMask,
        ["SUBGROUP_LT_MASK"] = ShaderSemantic.SubgroupLtMask,
        ["CS_USER_DATA_AMD"] = ShaderSemantic.UserDataAmd,
        ["VIEWPORT_MASK"] = ShaderSemantic.ViewportMask,
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, TextureTarget> Targets = new Dictionary<string, TextureTarget>
    {
        ["BUFFER"] = TextureTarget.Buffer,
        ["1D"] = TextureTarget.Texture1D,
        ["2D"] = TextureTarget.Texture2D,
        ["3D"] = TextureTarget.Texture3D,
        ["CUBE"] = TextureTarget.Cube,
        ["RECT"] = TextureTarget.Rect,
        ["SHADOW1D"] = TextureTarget.Shadow1D,
        ["SHADOW2D"] = TextureTarget.Shadow2D,
        ["SHADOWRECT"] = TextureTarget.ShadowRect,
        ["1D_ARRAY"] = TextureTarget.Texture1DArray,
        ["2D_ARRAY"] = TextureTarget.Texture2DArray,
        ["SHADOW1D_ARRAY"] = TextureTarget.Shadow1DArray,
        ["SHADOW2D_ARRAY"] = TextureTarget.Shadow2DArray,
        ["SHADOWCUBE"] = TextureTarget.ShadowCube,
        ["2D_MSAA"] = TextureTarget.Texture2DMultisample,
        ["2D_ARRAY_MSAA"] = TextureTarget.Texture2DArrayMultisample,
        ["CUBEARRAY"] = TextureTarget.CubeArray,
        ["SHADOWCUBEARRAY"] = TextureTarget.ShadowCubeArray,
        ["UNKNOWN"] = TextureTarget.Unknown,
    }.ToFrozenDictionary();

    /// <summary>Words that stand for numbers in PROPERTY lines.</summary>
    public static readonly FrozenDictionary<string, uint> PropertyValues = new Dictionary<string, uint>
    {
        ["POINTS"] = (uint)ShaderPrimitive.Points,
        ["LINES"] = (uint)ShaderPrimitive.Lines,
        ["LINE_LOOP"] = (uint)ShaderPrimitive.LineLoop,
        ["LINE_STRIP"] = (uint)ShaderPrimitive.LineStrip,
        ["TRIANGLES"] = (uint)ShaderPrimitive.Triangles,
        ["TRIANGLE_STRIP"] = (uint)ShaderPrimitive.TriangleStrip,
        ["TRIANGLE_FAN"] = (uint)ShaderPrimitive.TriangleFan,
        ["QUADS"] = (uint)ShaderPrimitive.Quads,
        ["QUAD_STRIP"] = (uint)ShaderPrimitive.QuadStrip,
        ["POLYGON"] = (uint)ShaderPrimitive.Polygon,
        ["LINES_ADJACENCY"] = (uint)ShaderPrimitive.LinesAdjacency,
        ["LINE_STRIP_ADJACENCY"] = (uint)ShaderPrimitive.LineStripAdjacency,
        ["TRIANGLES_ADJACENCY"] = (uint)ShaderPrimitive.TrianglesAdjacency,
        ["TRIANGLE_STRIP_ADJACENCY"] = (uint)ShaderPrimitive.TriangleStripAdjacency,
        ["PATCHES"] = (uint)ShaderPrimitive.Patches,
        ["UPPER_LEFT"] = 0,
        ["LOWER_LEFT"] = 1,
        ["HALF_INTEGER"] = 0,
        ["INTEGER"] = 1,
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, InterpolationMode> Interpolations = new Dictionary<string, InterpolationMode>
    {
        ["CONSTANT"] = InterpolationMode.Flat,
        ["LINEAR"] = InterpolationMode.Linear,
        ["PERSPECTIVE"] = InterpolationMode.Perspective,
        ["COLOR"] = InterpolationMode.Color,
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, InterpolationLocation> Locations = new Dictionary<string, InterpolationLocation>
    {
        ["CENTER"] = InterpolationLocation.Center,
        ["CENTROID"] = InterpolationLocation.Centroid,
        ["SAMPLE"] = InterpolationLocation.Sample,
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, SampledKind> ReturnKinds = new Dictionary<string, SampledKind>
    {
        ["UNORM"] = SampledKind.Float,
        ["SNORM"] = SampledKind.Float,
        ["FLOAT"] = SampledKind.Float,
        ["SINT"] = SampledKind.Int,
        ["UINT"] = SampledKind.UInt,
    }.ToFrozenDictionary();
}
