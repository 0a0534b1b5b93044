using VirglHost.CommandStream.Commands;
using VirglHost.OpenGL;
using VirglHost.OpenGL.Objects;
using VirglHost.Rendering.Programs;

namespace VirglHost.Rendering.State;

/// <summary>Turns what is bound into GL state before a draw: one order, each step a function of meaning, differences only (<see cref="GlState"/> sees to that).</summary>
internal sealed class StatePreparer(GlSession session, PipelineState state, ProgramCache programs, GlStreamBuffer stream)
{
    private const Dirty ProgramInputs = Dirty.Framebuffer | Dirty.ShaderInputs | Dirty.Shaders | Dirty.PrimitiveClass | Dirty.Tessellation;

    private readonly HelperBlock _helper = new();
    private readonly ResourceBinder _binder = new(session, state, stream);
    private LinkedProgram? _program;
    private PrimitiveClass _primitives;

    /// <summary>The program of the last flush.</summary>
    public LinkedProgram? Program => _program;

    /// <summary>The program of the last grid.</summary>
    public LinkedProgram? ComputeProgram { get; private set; }

    private GlState Gl => session.State;

    /// <summary>
    /// Makes GL ready for a draw of <paramref name="primitives"/>. False where the draw is to be dropped: a stage is missing or the framebuffer is
    /// incomplete.
    /// </summary>
    public bool Flush(PrimitiveClass primitives, uint drawId)
    {
        if (session.IsDisturbed)
        {
            session.Settle();
            state.MarkAll();
        }

        if (primitives != _primitives)
        {
            state.Dirty |= Dirty.PrimitiveClass;
            _primitives = primitives;
        }

        Dirty dirty = state.Dirty;
        if (!state.Framebuffer.IsComplete || !FlushProgram(dirty, out bool isOtherProgram))
        {
            return false;
        }

        session.HasRendered = true;
        if (dirty != Dirty.None)
        {
            FlushFixedFunction(dirty);
        }

        if ((dirty & (Dirty.VertexLayout | Dirty.VertexBuffers | Dirty.IndexBuffer)) != 0)
        {
            FlushVertexInput();
        }

        if ((dirty & (Dirty.HelperBlock | Dirty.DepthStencil | Dirty.Viewports | Dirty.Framebuffer)) != 0)
        {
            _helper.Derive(state);
        }

        _helper.SetDrawId(drawId);
        _binder.Bind(_program!, isOtherProgram ? Dirty.All : dirty, _helper);
        state.Dirty = Dirty.None;
        return true;
    }

    /// <summary>Makes GL ready for the compute shader; false where none is bound.</summary>
    public bool FlushCompute()
    {
        ComputeProgram = programs.ForCompute(state);
        if (ComputeProgram is not { } program)
        {
            return false;
        }

        // QUIRK: llvmpipe runs a dispatch beside what is still being drawn into textures that stayed bound; GL orders the two without being told.
        if (session.HasRendered)
        {
            session.HasRendered = false;
            session.Gl.MemoryBarrier(GLEnum.TextureFetchBarrierBit);
        }

        Gl.SetProgram(program.Name);
        _binder.Bind(program, Dirty.All, _helper);
        _program = null;
        state.Dirty |= Dirty.Textures | Dirty.Constants | Dirty.UniformBuffers | Dirty.Storage | Dirty.Shaders;
        return true;
    }

    private bool FlushProgram(Dirty dirty, out bool isOther)
    {
        isOther = false;
        if (_program is null || (dirty & ProgramInputs) != 0 || ((dirty & Dirty.Textures) != 0 && !ShaderKeyBuilder.HasSameFixups(state, _program)))
        {
            LinkedProgram? program = programs.ForDraw(state, _primitives);
            isOther = !ReferenceEquals(program, _program);
            _program = program;
        }

        if (_program is null)
        {
            return false;
        }

        Gl.SetProgram(_program.Name);
        return true;
    }

    private void FlushFixedFunction(Dirty dirty)
    {
        if ((dirty & Dirty.Framebuffer) != 0)
        {
            FlushFramebuffer();
        }

        if ((dirty & (Dirty.Blend | Dirty.Framebuffer | Dirty.Shaders)) != 0)
        {
            FlushBlend();
        }

        if ((dirty & Dirty.BlendColor) != 0)
        {
            Gl.SetBlendColor(new GlColor(state.BlendColor.X, state.BlendColor.Y, state.BlendColor.Z, state.BlendColor.W));
        }

        if ((dirty & Dirty.DepthStencil) != 0)
        {
            Gl.SetDepth(state.DepthStencil.Depth);
            Gl.SetStencil(state.DepthStencil.Stencil(state.StencilFront, state.StencilBack));
        }

        if ((dirty & (Dirty.Rasterizer | Dirty.Framebuffer)) != 0)
        {
            FlushRasterizer();
        }

        if ((dirty & (Dirty.Viewports | Dirty.Rasterizer)) != 0)
        {
            FlushViewports();
        }

        if ((dirty & (Dirty.Scissors | Dirty.Rasterizer)) != 0)
        {
            FlushScissors();
        }

        if ((dirty & (Dirty.Samples | Dirty.Blend | Dirty.Rasterizer | Dirty.Framebuffer)) != 0)
        {
            FlushSamples();
        }
    }

    private void FlushFramebuffer()
    {
        FramebufferState framebuffer = state.Framebuffer;
        if (framebuffer.First is null)
        {
            SetFramebufferNoAttachmentsCommand size = state.NoAttachments;
            framebuffer.Framebuffer.SetDefaults(Math.Max(size.Width, 1), Math.Max(size.Height, 1), size.Layers, size.Samples);
        }

        Gl.SetDrawFramebuffer(framebuffer.Framebuffer.Name);
        Gl.SetFramebufferSrgb(framebuffer.HasSrgb);
    }

    private void FlushBlend()
    {
        BlendState blend = state.Blend;
        FramebufferState framebuffer = state.Framebuffer;
        int count = Math.Max(framebuffer.ColorCount, 1);
        for (int i = 0; i < count; i++)
        {
            ColorTargetKind kind = framebuffer.KindOf(i);
            Gl.SetBlend(i, i == 0 && blend.Advanced is { } advanced && _program!.UsesAdvancedBlend ? advanced : blend.For(i, kind));
            Gl.SetColorMask(i, blend.MaskFor(i, kind));
        }

        Gl.SetLogicOp(blend.LogicOp);
        Gl.SetDither(blend.Dither);
    }

    private void FlushRasterizer()
    {
        RasterizerState rasterizer = state.Rasterizer;
        ref readonly CommandStream.Objects.RasterizerObject source = ref rasterizer.Source;
        bool isYInverted = state.Framebuffer.IsYInverted;
        Gl.SetCull(rasterizer.Cull);
        Gl.SetFrontFace(rasterizer.FrontFace(isYInverted));
        Gl.SetPolygonMode(rasterizer.PolygonMode);
        Gl.SetPolygonOffset(rasterizer.PolygonOffset);
        Gl.SetClipDistances(source.ClipPlaneMask);
        Gl.SetClipControl(new GlClipControl(GLEnum.LowerLeft, source.ClipHalfZ ? GLEnum.ZeroToOne : GLEnum.NegativeOneToOne));
        Gl.SetDepthClamp(!source.DepthClip);
        Gl.SetRasterizerDiscard(source.RasterizerDiscard);
        Gl.SetProvokingVertex(rasterizer.ProvokingVertex);
        Gl.SetLine(rasterizer.Line);
        Gl.SetPolygonSmooth(source.PolygonSmooth);
        Gl.SetPoint(new GlPoint(rasterizer.PointSize, source.PointSizePerVertex, rasterizer.SpriteOrigin(isYInverted), 1));
    }

    private void FlushViewports()
    {
        bool isHalfZ = state.Rasterizer.Source.ClipHalfZ;
        for (int i = 0; i < state.UsedViewportCount; i++)
        {
            ref readonly Viewport viewport = ref state.Viewports[i];
            float width = Math.Abs(Finite(viewport.ScaleX));
            float height = Math.Abs(Finite(viewport.ScaleY));
            Gl.SetViewport(i, new GlViewport(Finite(viewport.TranslateX) - width, Finite(viewport.TranslateY) - height, width * 2, height * 2));
            float scale = Finite(viewport.ScaleZ);
            float near = Finite(viewport.TranslateZ) - (isHalfZ ? 0 : scale);
            Gl.SetDepthRange(i, new GlDepthRange(near, Finite(viewport.TranslateZ) + scale));
        }
    }

    private void FlushScissors()
    {
        bool isEnabled = state.Rasterizer.Source.Scissor;
        for (int i = 0; i < state.UsedViewportCount; i++)
        {
            ref readonly ScissorRectangle scissor = ref state.Scissors[i];
            uint width = (uint)Math.Max(scissor.MaxX - scissor.MinX, 0);
            uint height = (uint)Math.Max(scissor.MaxY - scissor.MinY, 0);
            Gl.SetScissor(i, new GlScissor(isEnabled, scissor.MinX, scissor.MinY, width, height));
        }
    }

    private void FlushSamples()
    {
        ref readonly CommandStream.Objects.RasterizerObject source = ref state.Rasterizer.Source;
        int samples = Math.Max(state.Framebuffer.Samples, 1);
        bool isPerSample = source.ForcePerSampleInterpolation;
        Gl.SetMultisample(new GlMultisample
        {
            Enabled = source.Multisample,
            AlphaToCoverage = state.Blend.AlphaToCoverage,
            AlphaToOne = state.Blend.AlphaToOne,
            MaskEnabled = source.Multisample && samples > 1,
            Mask = Spread(state.SampleMask, samples, state.Framebuffer.SampleRatio),
            ShadingEnabled = isPerSample || state.MinimumSamples > 1,
            MinimumShading = isPerSample ? 1 : Math.Min((float)state.MinimumSamples / samples, 1),
        });
    }

    private void FlushVertexInput()
    {
        uint indexBuffer = state.IndexBuffer.Resource?.Buffer?.Name ?? 0;
        if (state.VertexLayout is { } layout)
        {
            Gl.SetVertexArray(layout.Apply(state.VertexBuffers, indexBuffer));
        }
        else
        {
            session.EmptyVertexArray.SetElementBuffer(indexBuffer);
            Gl.SetVertexArray(session.EmptyVertexArray.Name);
        }
    }

    /// <summary>The guest's sample mask over GL's samples.</summary>
    private static uint Spread(uint mask, int samples, int ratio)
    {
        if (ratio <= 1)
        {
            return mask;
        }

        uint spread = 0;
        for (int sample = 0; sample < samples && sample * ratio < 32; sample++)
        {
            spread |= (mask >> sample & 1) * ((1u << ratio) - 1) << (sample * ratio);
        }

        return spread;
    }

    private static float Finite(float value) => float.IsFinite(value) ? value : 0;
}
