using VirglHost.CommandStream;
using VirglHost.CommandStream.Caps;
using VirglHost.OpenGL;

namespace VirglHost.Rendering.Capabilities;

/// <summary>What Mesa's VirGL driver makes of the capability sets: the versions of OpenGL that its rules arrive at, and what keeps it from the next ones.</summary>
internal static class GuestVersionTable
{
    private static readonly (int Version, int Glsl)[] _desktop =
    [
        (21, 120), (30, 130), (31, 140), (32, 150), (33, 330), (40, 400), (41, 410), (42, 420), (43, 430), (44, 440), (45, 450), (46, 460),
    ];

    private static readonly int[] _embedded = [20, 30, 31, 32];

    private static readonly VersionRequirement[] _requirements =
    [
        Format(21, 30, "sRGB textures", VirglFormat.B8G8R8A8Srgb, VirglFormat.R8G8B8A8Srgb),
        Format(30, 30, "floating-point depth", VirglFormat.Z32Float),
        Format(30, 30, "floating-point depth with stencil", VirglFormat.Z32FloatS8X24Uint),
        Format(30, 30, "half-float textures", VirglFormat.R16G16B16A16Float),
        Format(30, 30, "float textures", VirglFormat.R32G32B32A32Float),
        Format(30, 30, "red and red-green textures", VirglFormat.R8Unorm, VirglFormat.R8G8Unorm),
        Format(30, 0, "RGTC compression", VirglFormat.Rgtc1Unorm, VirglFormat.Rgtc2Snorm),
        Format(30, 30, "packed float textures", VirglFormat.R11G11B10Float),
        Format(30, 30, "shared-exponent textures", VirglFormat.R9G9B9E5Float),
        Format(30, 30, "integer textures", VirglFormat.R32G32B32A32Uint, VirglFormat.R32G32B32A32Sint),
        Bit(30, 32, "per-buffer blending", BooleanCaps.IndependentBlendEnable, GlFeature.IndependentBlend),
        Limit(30, 30, "texture arrays", caps => caps.Common.MaxTextureArrayLayers > 0, GlFeature.TextureArray),
        Limit(30, 30, "stream output", caps => caps.Common.MaxStreamOutBuffers > 0, GlFeature.TransformFeedback),
        Bit(30, 0, "conditional rendering", BooleanCaps.ConditionalRender, GlFeature.ConditionalRender),
        Limit(31, 32, "buffer textures", caps => caps.Common.MaxTextureBufferSize > 0, GlFeature.TextureBuffer),
        Limit(31, 30, "13 uniform blocks", caps => caps.Common.MaxUniformBlocks >= 13),
        Format(31, 30, "signed normalised textures", VirglFormat.R8G8B8A8Snorm),
        Bit(31, 30, "primitive restart", BooleanCaps.PrimitiveRestart, GlFeature.PrimitiveRestart),
        Limit(31, 0, "16 samplers", caps => caps.MaxTextureSamplers >= 16),
        Bit(32, 0, "depth clamping", BooleanCaps.DepthClipDisable, GlFeature.DepthClamp),
        Bit(32, 0, "fragment coordinate conventions", BooleanCaps.FragmentCoordConventions, GlFeature.FragmentCoordConventions),
        Bit(32, 0, "seamless cubes", BooleanCaps.SeamlessCubeMap, GlFeature.SeamlessCubeMap),
        Bit(32, 31, "multisampled textures", BooleanCaps.TextureMultisample, GlFeature.TextureMultisample),
        Limit(33, 0, "second-source blending", caps => caps.Common.MaxDualSourceRenderTargets > 0, GlFeature.DualSourceBlend),
        Format(33, 0, "10-bit integer textures", VirglFormat.B10G10R10A2Uint),
        Bit(33, 0, "timer queries", BooleanCaps.TimerQuery, GlFeature.TimerQuery),
        Bit(33, 0, "occlusion queries", BooleanCaps.OcclusionQuery, GlFeature.OcclusionQueryBoolean),
        Bit(40, 32, "per-buffer blend functions", BooleanCaps.IndependentBlendFunction, GlFeature.IndependentBlendFunction),
        Bit(40, 31, "indirect draws", BooleanCaps.IndirectDraw, GlFeature.IndirectDraw),
        Bit(40, 0, "64-bit floats in shaders", BooleanCaps.Doubles, GlFeature.DoublePrecision),
        Bit(40, 0, "sample shading", BooleanCaps.SampleShading, GlFeature.SampleShading),
        Bit(40, 32, "tessellation", BooleanCaps.TessellationShaders, GlFeature.Tessellation),
        Format(40, 0, "three-component buffer textures", VirglFormat.R32G32B32Float),
        Bit(40, 32, "cube map arrays", BooleanCaps.CubeMapArray, GlFeature.CubeMapArray),
        Bit(40, 0, "texture lod queries", BooleanCaps.TextureQueryLod, GlFeature.TextureQueryLod),
        Bit(40, 0, "pausing stream output", BooleanCaps.StreamOutPauseResume, GlFeature.TransformFeedback2),
        Bit(40, 0, "vertex streams", CapabilityBits.TransformFeedback3, GlFeature.TransformFeedback3),
        Limit(40, 31, "texture gather", caps => caps.Common.MaxTextureGatherComponents > 0, GlFeature.TextureGather),
        Limit(41, 0, "16384-texel textures", caps => caps.MaxTexture2DSize >= 16384 && caps.MaxTextureCubeSize >= 16384 && caps.MaxTexture3DSize >= 2048),
        Limit(41, 0, "viewport arrays", caps => caps.Common.MaxViewports >= 16, GlFeature.ViewportArray),
        Bit(42, 0, "base instances", BooleanCaps.StartInstance, GlFeature.BaseInstance),
        Limit(42, 31, "images", caps => caps.MaxShaderImageFragmentCompute > 0, GlFeature.Images),
        Limit(42, 31, "storage buffers or atomic counters", caps => caps.MaxShaderBufferFragmentCompute > 0 || caps.MaxCombinedAtomicCounterBuffers > 0, GlFeature.AtomicCounters),
        Format(42, 0, "BPTC compression", VirglFormat.BptcRgbaUnorm),
        Bit(43, 31, "compute shaders", CapabilityBits.ComputeShader, GlFeature.ComputeShader),
        Bit(43, 32, "image copies", CapabilityBits.CopyImage, GlFeature.CopyImage),
        Bit(43, 31, "framebuffers without attachments", CapabilityBits.FramebufferNoAttachments, GlFeature.FramebufferNoAttachments),
        Bit(43, 32, "robust buffer access", CapabilityBits.RobustBufferAccess, GlFeature.RobustBufferAccess),
        Limit(43, 31, "storage buffers", caps => caps.MaxShaderBufferFragmentCompute > 0, GlFeature.StorageBuffer),
        Format(43, 31, "stencil textures", VirglFormat.X24S8Uint),
        Limit(43, 0, "ranges of buffer textures", caps => caps.TextureBufferOffsetAlignment > 0, GlFeature.TextureBufferRange),
        Bit(43, 0, "texture views", CapabilityBits.TextureView, GlFeature.TextureView),
        Limit(43, 0, "15 uniform blocks", caps => caps.Common.MaxUniformBlocks >= 15),
        Bit(44, 0, "persistently mapped buffers", CapabilityBits.BufferStorage, GlFeature.PinnedMemory),
        Bit(44, 0, "query buffers", CapabilityBits.QueryBuffers, GlFeature.QueryBufferObject),
        Bit(44, 0, "mirror clamp to edge", CapabilityBitsV2.MirrorClampToEdge, GlFeature.TextureMirrorClampToEdge),
        Format(44, 32, "stencil-only textures", VirglFormat.S8Uint),
        Limit(44, 0, "packed float vertices", caps => caps.Common.VertexBuffer.Contains(VirglFormat.R11G11B10Float), GlFeature.VertexType10f11f11f),
        Bit(45, 0, "clip control", CapabilityBits.ClipHalfZ, GlFeature.ClipControl),
        Bit(45, 0, "inverted conditional rendering", BooleanCaps.ConditionalRenderInverted, GlFeature.ConditionalRenderInverted),
        Bit(45, 0, "cull distances", BooleanCaps.CullDistance, GlFeature.CullDistance),
        Bit(45, 0, "derivative control", BooleanCaps.DerivativeControl, GlFeature.DerivativeControl),
        Bit(45, 0, "texture sample queries", CapabilityBits.TextureSampleQuery, GlFeature.TextureQuerySamples),
        Bit(45, 0, "texture barriers", CapabilityBits.TextureBarrier, GlFeature.TextureBarrier),
        Bit(46, 0, "indirect parameters", CapabilityBits.IndirectParameters, GlFeature.IndirectParameters),
        Bit(46, 0, "polygon offset clamp", BooleanCaps.PolygonOffsetClamp, GlFeature.PolygonOffsetClamp),
        Bit(46, 0, "draw parameters", CapabilityBitsV2.DrawParameters, GlFeature.DrawParameters),
        Bit(46, 0, "group votes", CapabilityBitsV2.GroupVote, GlFeature.GroupVote),
        Bit(46, 0, "stream output overflow queries", BooleanCaps.TransformFeedbackOverflowQuery, GlFeature.TransformFeedbackOverflowQuery),
        Limit(46, 0, "anisotropic filtering", caps => caps.MaxAnisotropy > 1, GlFeature.AnisotropicFilter),
        // ASTC, which OpenGL ES 3.2 has too, is unpacked by the guest's Mesa where the host lacks it.
        Bit(0, 32, "advanced blending", CapabilityBitsV2.BlendEquation, GlFeature.BlendEquationAdvanced),
        Limit(0, 32, "geometry shaders", caps => caps.MaxGeometryOutputVertices > 0, GlFeature.GeometryShader),
    ];

    /// <summary>Applies the rules.</summary>
    public static GuestCapabilities Derive(in VirglCapsV2 caps, GlFeatures host)
    {
        VirglCapsV2 seen = caps;
        List<VersionRequirement> unmet = [.. _requirements.Where(requirement => !requirement.IsMet(seen))];
        int glsl = (int)caps.Common.GlslLevel;
        int desktop = _desktop.TakeWhile(step => glsl >= step.Glsl && !unmet.Exists(r => r.Desktop != 0 && r.Desktop <= step.Version)).Select(step => step.Version).LastOrDefault(20);
        int embedded = _embedded.TakeWhile(version => !unmet.Exists(r => r.Embedded != 0 && r.Embedded <= version)).Last();
        var gaps = new List<CapabilityGap>();
        foreach ((int version, int level) in _desktop.Where(step => step.Version > desktop))
        {
            gaps.AddRange(unmet.Where(r => r.Desktop == version).Select(r => new CapabilityGap(Name("OpenGL", version), r.Cause(host))));
            if (glsl < level)
                gaps.Add(new CapabilityGap(Name("OpenGL", version), $"shaders end at GLSL {glsl / 100}.{glsl % 100:00}"));
        }

        foreach (int version in _embedded.Where(version => version > embedded))
            gaps.AddRange(unmet.Where(r => r.Embedded == version).Select(r => new CapabilityGap(Name("OpenGL ES", version), r.Cause(host))));
        return new GuestCapabilities
        {
            HostVendor = host.Vendor,
            HostRenderer = host.Renderer,
            HostVersion = host.VersionText,
            GlMajor = desktop / 10,
            GlMinor = desktop % 10,
            GlesMajor = embedded / 10,
            GlesMinor = embedded % 10,
            GlslLevel = glsl,
            Limits = Limits(caps),
            Gaps = gaps,
        };
    }

    private static GuestLimit[] Limits(in VirglCapsV2 caps) =>
    [
        new("2D texture", Text($"{caps.MaxTexture2DSize}")),
        new("3D texture", Text($"{caps.MaxTexture3DSize}")),
        new("Cube map", Text($"{caps.MaxTextureCubeSize}")),
        new("Array layers", Text($"{caps.Common.MaxTextureArrayLayers}")),
        new("Samples", Text($"{caps.Common.MaxSamples}")),
        new("Anisotropy", Text($"{caps.MaxAnisotropy}")),
        new("Colour buffers", Text($"{caps.Common.MaxRenderTargets}")),
        new("Viewports", Text($"{caps.Common.MaxViewports}")),
        new("Vertex attributes", Text($"{caps.MaxVertexAttributes}")),
        new("Samplers per stage", Text($"{caps.MaxTextureSamplers}")),
        new("Uniform blocks per stage", Text($"{caps.Common.MaxUniformBlocks} of {caps.MaxUniformBlockSize} bytes")),
        new("Storage buffers per stage", Text($"{caps.MaxShaderBufferFragmentCompute}")),
        new("Images per stage", Text($"{caps.MaxShaderImageFragmentCompute}")),
        new("Stream output buffers", Text($"{caps.Common.MaxStreamOutBuffers}")),
    ];

    private static string Text(FormattableString text) => FormattableString.Invariant(text);

    private static string Name(string api, int version) => $"{api} {version / 10}.{version % 10}";

    private static VersionRequirement Format(int desktop, int embedded, string what, params VirglFormat[] formats) =>
        new(desktop, embedded, what, caps => Array.TrueForAll(formats, caps.Common.Sampler.Contains));

    private static VersionRequirement Limit(int desktop, int embedded, string what, Func<VirglCapsV2, bool> isMet, GlFeature? host = null) =>
        new(desktop, embedded, what, isMet, host);

    private static VersionRequirement Bit(int desktop, int embedded, string what, BooleanCaps bit, GlFeature host) =>
        new(desktop, embedded, what, caps => (caps.Common.BooleanCaps & bit) != 0, host);

    private static VersionRequirement Bit(int desktop, int embedded, string what, CapabilityBits bit, GlFeature host) =>
        new(desktop, embedded, what, caps => (caps.CapabilityBits & bit) != 0, host);

    private static VersionRequirement Bit(int desktop, int embedded, string what, CapabilityBitsV2 bit, GlFeature host) =>
        new(desktop, embedded, what, caps => (caps.CapabilityBitsV2 & bit) != 0, host);
}
