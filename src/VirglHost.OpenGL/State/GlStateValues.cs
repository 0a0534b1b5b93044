namespace VirglHost.OpenGL;

/// <summary>Everything <see cref="GlState"/> remembers, as one object that a scope can copy.</summary>
internal sealed class GlStateValues
{
    internal const int ViewportCount = 16;
    internal const int DrawBufferCount = 8;

    internal readonly Cached<GlViewport>[] Viewports = new Cached<GlViewport>[ViewportCount];
    internal readonly Cached<GlDepthRange>[] DepthRanges = new Cached<GlDepthRange>[ViewportCount];
    internal readonly Cached<GlScissor>[] Scissors = new Cached<GlScissor>[ViewportCount];
    internal readonly Cached<GlBlend>[] Blends = new Cached<GlBlend>[DrawBufferCount];
    internal readonly Cached<GlColorMask>[] ColorMasks = new Cached<GlColorMask>[DrawBufferCount];
    internal readonly Cached<uint>[] Textures;
    internal readonly Cached<uint>[] Samplers;
    internal readonly Cached<GlImage>[] Images;
    internal readonly Cached<GlBufferRange>[] UniformBuffers;
    internal readonly Cached<GlBufferRange>[] StorageBuffers;
    internal readonly Cached<GlBufferRange>[] AtomicBuffers;

    internal Scalars Single;

    internal GlStateValues(GlLimits limits)
    {
        Textures = new Cached<uint>[limits.MaxCombinedTextureImageUnits];
        Samplers = new Cached<uint>[limits.MaxCombinedTextureImageUnits];
        Images = new Cached<GlImage>[limits.MaxImageUnits];
        UniformBuffers = new Cached<GlBufferRange>[limits.MaxUniformBufferBindings];
        StorageBuffers = new Cached<GlBufferRange>[limits.MaxShaderStorageBufferBindings];
        AtomicBuffers = new Cached<GlBufferRange>[limits.MaxAtomicCounterBufferBindings];
    }

    internal void CopyFrom(GlStateValues other)
    {
        other.Viewports.CopyTo(Viewports, 0);
        other.DepthRanges.CopyTo(DepthRanges, 0);
        other.Scissors.CopyTo(Scissors, 0);
        other.Blends.CopyTo(Blends, 0);
        other.ColorMasks.CopyTo(ColorMasks, 0);
        other.Textures.CopyTo(Textures, 0);
        other.Samplers.CopyTo(Samplers, 0);
        other.Images.CopyTo(Images, 0);
        other.UniformBuffers.CopyTo(UniformBuffers, 0);
        other.StorageBuffers.CopyTo(StorageBuffers, 0);
        other.AtomicBuffers.CopyTo(AtomicBuffers, 0);
        Single = other.Single;
    }

    internal void ForgetAll()
    {
        Array.Clear(Viewports);
        Array.Clear(DepthRanges);
        Array.Clear(Scissors);
        Array.Clear(Blends);
        Array.Clear(ColorMasks);
        Array.Clear(Textures);
        Array.Clear(Samplers);
        Array.Clear(Images);
        Array.Clear(UniformBuffers);
        Array.Clear(StorageBuffers);
        Array.Clear(AtomicBuffers);
        Single = default;
    }

    /// <summary>A new context's state, as the GL specification's tables give it; window-sized values stay unknown.</summary>
    internal void SetInitial()
    {
        ForgetAll();
        Cached<GlDepthRange>.Fill(DepthRanges, GlDepthRange.Initial);
        Cached<GlBlend>.Fill(Blends, GlBlend.Initial);
        Cached<GlColorMask>.Fill(ColorMasks, GlColorMask.All);
        Cached<uint>.Fill(Textures, 0);
        Cached<uint>.Fill(Samplers, 0);
        Cached<GlImage>.Fill(Images, default);
        Cached<GlBufferRange>.Fill(UniformBuffers, default);
        Cached<GlBufferRange>.Fill(StorageBuffers, default);
        Cached<GlBufferRange>.Fill(AtomicBuffers, default);
        Single = Scalars.Initial;
    }

    /// <summary>The values that exist once.</summary>
    internal struct Scalars
    {
        internal Cached<uint> DrawFramebuffer, ReadFramebuffer, Program, VertexArray, TransformFeedback;
        internal Cached<uint> PackBuffer, UnpackBuffer, DrawIndirectBuffer, DispatchIndirectBuffer, ParameterBuffer, QueryBuffer;
        internal Cached<GlColor> BlendColor;
        internal Cached<GlLogicOp> LogicOp;
        internal Cached<GlDepth> Depth;
        internal Cached<GlStencil> Stencil;
        internal Cached<GlCull> Cull;
        internal Cached<uint> FrontFace, PolygonMode, ProvokingVertex, ClipDistances;
        internal Cached<GlPolygonOffset> PolygonOffset;
        internal Cached<GlClipControl> ClipControl;
        internal Cached<bool> Dither, DepthClamp, RasterizerDiscard, PolygonSmooth, FramebufferSrgb, SeamlessCubeMap;
        internal Cached<GlLine> Line;
        internal Cached<GlPoint> Point;
        internal Cached<GlMultisample> Multisample;
        internal Cached<GlPrimitiveRestart> PrimitiveRestart;
        internal Cached<GlPatch> Patch;
        internal Cached<GlPixelStore> Pack, Unpack;

        internal static Scalars Initial
        {
            get
            {
                Cached<uint> zero = Cached<uint>.Of(0);
                Cached<bool> off = Cached<bool>.Of(false);
                return new Scalars
                {
                    DrawFramebuffer = zero, ReadFramebuffer = zero, Program = zero, VertexArray = zero, TransformFeedback = zero,
                    PackBuffer = zero, UnpackBuffer = zero, DrawIndirectBuffer = zero, DispatchIndirectBuffer = zero, ParameterBuffer = zero, QueryBuffer = zero,
                    BlendColor = Cached<GlColor>.Of(default),
                    LogicOp = Cached<GlLogicOp>.Of(GlLogicOp.Initial),
                    Depth = Cached<GlDepth>.Of(GlDepth.Initial),
                    Stencil = Cached<GlStencil>.Of(GlStencil.Initial),
                    Cull = Cached<GlCull>.Of(GlCull.Initial),
                    FrontFace = Cached<uint>.Of((uint)GLEnum.Ccw),
                    PolygonMode = Cached<uint>.Of((uint)GLEnum.Fill),
                    ProvokingVertex = Cached<uint>.Of((uint)GLEnum.LastVertexConvention),
                    ClipDistances = zero,
                    PolygonOffset = Cached<GlPolygonOffset>.Of(default),
                    ClipControl = Cached<GlClipControl>.Of(GlClipControl.Initial),
                    Dither = Cached<bool>.Of(true), DepthClamp = off, RasterizerDiscard = off, PolygonSmooth = off, FramebufferSrgb = off, SeamlessCubeMap = off,
                    Line = Cached<GlLine>.Of(GlLine.Initial),
                    Point = Cached<GlPoint>.Of(GlPoint.Initial),
                    Multisample = Cached<GlMultisample>.Of(GlMultisample.Initial),
                    PrimitiveRestart = Cached<GlPrimitiveRestart>.Of(default),
                    Patch = Cached<GlPatch>.Of(GlPatch.Initial),
                    Pack = Cached<GlPixelStore>.Of(GlPixelStore.Initial),
                    Unpack = Cached<GlPixelStore>.Of(GlPixelStore.Initial),
                };
            }
        }
    }
}
