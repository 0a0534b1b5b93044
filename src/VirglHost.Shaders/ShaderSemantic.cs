namespace VirglHost.Shaders;

/// <summary>What an input, output or system value means (tgsi.md §5, §6). <see cref="Attribute"/> is ours: vertex inputs carry no semantic.</summary>
public enum ShaderSemantic
{
    /// <summary><c>POSITION</c></summary>
    Position,

    /// <summary><c>COLOR</c></summary>
    Color,

    /// <summary><c>BCOLOR</c></summary>
    BackColor,

    /// <summary><c>FOG</c></summary>
    Fog,

    /// <summary><c>PSIZE</c></summary>
    PointSize,

    /// <summary><c>GENERIC</c></summary>
    Generic,

    /// <summary><c>NORMAL</c></summary>
    Normal,

    /// <summary><c>FACE</c></summary>
    Face,

    /// <summary><c>EDGEFLAG</c></summary>
    EdgeFlag,

    /// <summary><c>PRIM_ID</c></summary>
    PrimitiveId,

    /// <summary><c>INSTANCEID</c></summary>
    InstanceId,

    /// <summary><c>VERTEXID</c></summary>
    VertexId,

    /// <summary><c>STENCIL</c></summary>
    Stencil,

    /// <summary><c>CLIPDIST</c></summary>
    ClipDistance,

    /// <summary><c>CLIPVERTEX</c></summary>
    ClipVertex,

    /// <summary><c>GRID_SIZE</c></summary>
    GridSize,

    /// <summary><c>BLOCK_ID</c></summary>
    BlockId,

    /// <summary><c>BLOCK_SIZE</c></summary>
    BlockSize,

    /// <summary><c>THREAD_ID</c></summary>
    ThreadId,

    /// <summary><c>TEXCOORD</c></summary>
    Texcoord,

    /// <summary><c>PCOORD</c></summary>
    PointCoord,

    /// <summary><c>VIEWPORT_INDEX</c></summary>
    ViewportIndex,

    /// <summary><c>LAYER</c></summary>
    Layer,

    /// <summary><c>CULLDIST</c></summary>
    CullDistance,

    /// <summary><c>SAMPLEID</c></summary>
    SampleId,

    /// <summary><c>SAMPLEPOS</c></summary>
    SamplePosition,

    /// <summary><c>SAMPLEMASK</c></summary>
    SampleMask,

    /// <summary><c>INVOCATIONID</c></summary>
    InvocationId,

    /// <summary><c>VERTEXID_NOBASE</c></summary>
    VertexIdNoBase,

    /// <summary><c>BASEVERTEX</c></summary>
    BaseVertex,

    /// <summary><c>PATCH</c></summary>
    Patch,

    /// <summary><c>TESSCOORD</c></summary>
    TessCoord,

    /// <summary><c>TESSOUTER</c></summary>
    TessOuter,

    /// <summary><c>TESSINNER</c></summary>
    TessInner,

    /// <summary><c>VERTICESIN</c></summary>
    VerticesIn,

    /// <summary><c>HELPER_INVOCATION</c></summary>
    HelperInvocation,

    /// <summary><c>BASEINSTANCE</c></summary>
    BaseInstance,

    /// <summary><c>DRAWID</c></summary>
    DrawId,

    /// <summary><c>WORK_DIM</c></summary>
    WorkDim,

    /// <summary><c>SUBGROUP_SIZE</c></summary>
    SubgroupSize,

    /// <summary><c>SUBGROUP_INVOCATION</c></summary>
    SubgroupInvocation,

    /// <summary><c>SUBGROUP_EQ_MASK</c></summary>
    SubgroupEqMask,

    /// <summary><c>SUBGROUP_GE_MASK</c></summary>
    SubgroupGeMask,

    /// <summary><c>SUBGROUP_GT_MASK</c></summary>
    SubgroupGtMask,

    /// <summary><c>SUBGROUP_LE_MASK</c></summary>
    SubgroupLeMask,

    /// <summary><c>SUBGROUP_LT_MASK</c></summary>
    SubgroupLtMask,

    /// <summary><c>CS_USER_DATA_AMD</c></summary>
    UserDataAmd,

    /// <summary><c>VIEWPORT_MASK</c></summary>
    ViewportMask,

    /// <summary>A vertex attribute; the index is the vertex element slot.</summary>
    Attribute,
}
