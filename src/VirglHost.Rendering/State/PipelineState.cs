using System.Numerics;
using VirglHost.CommandStream.Commands;
using VirglHost.CommandStream.Gallium;
using VirglHost.Rendering.Resources;

namespace VirglHost.Rendering.State;

/// <summary>
/// What the guest has bound in one sub-context: meaning, without a single GL call. Setters keep references and set <see cref="Dirty"/> bits where a value
/// really changed; <see cref="StatePreparer"/> turns it into GL.
/// </summary>
internal sealed class PipelineState
{
    /// <summary>Shader stages, compute included.</summary>
    public const int StageCount = 6;

    /// <summary>Viewports and scissors.</summary>
    public const int ViewportCount = 16;

    /// <summary>Atomic counter buffers, which all stages share.</summary>
    public const int AtomicBufferCount = CommandStream.StreamLimits.AtomicBuffers;

    private readonly GlSession _session;
    private readonly StageState[] _stages = new StageState[StageCount];
    private readonly VertexBufferSlot[] _vertexBuffers = new VertexBufferSlot[32];
    private readonly Viewport[] _viewports = new Viewport[ViewportCount];
    private readonly ScissorRectangle[] _scissors = new ScissorRectangle[ViewportCount];
    private readonly Vector4[] _clipPlanes = new Vector4[8];
    private readonly uint[] _stipple = new uint[32];
    private readonly BufferSlot[] _atomicBuffers = new BufferSlot[AtomicBufferCount];
    private BufferSlot _indexBuffer;
    private int _vertexBufferCount;

    /// <summary>Nothing bound, everything dirty.</summary>
    public PipelineState(GlSession session, FramebufferState emptyFramebuffer)
    {
        _session = session;
        for (int i = 0; i < StageCount; i++)
        {
            _stages[i] = new StageState();
        }

        Framebuffer = emptyFramebuffer;
        Framebuffer.RetainSurfaces();
        _stipple.AsSpan().Fill(uint.MaxValue);
    }

    /// <summary>What changed since the last flush.</summary>
    public Dirty Dirty { get; set; } = Dirty.All;

    /// <summary>Bound blend object.</summary>
    public BlendState Blend { get; private set; } = BlendState.Default;

    /// <summary>Bound depth, stencil and alpha object.</summary>
    public DepthStencilState DepthStencil { get; private set; } = DepthStencilState.Default;

    /// <summary>Bound rasterizer object.</summary>
    public RasterizerState Rasterizer { get; private set; } = RasterizerState.Default;

    /// <summary>Bound vertex elements.</summary>
    public VertexLayout? VertexLayout { get; private set; }

    /// <summary>Bound surfaces.</summary>
    public FramebufferState Framebuffer { get; private set; }

    /// <summary>Size of a framebuffer without attachments.</summary>
    public SetFramebufferNoAttachmentsCommand NoAttachments { get; private set; }

    /// <summary>Viewports.</summary>
    public ReadOnlySpan<Viewport> Viewports => _viewports;

    /// <summary>Number of viewports ever set, at least 1: slots above cannot matter.</summary>
    public int UsedViewportCount { get; private set; } = 1;

    /// <summary>Scissor rectangles.</summary>
    public ReadOnlySpan<ScissorRectangle> Scissors => _scissors;

    /// <summary>Vertex buffers.</summary>
    public ReadOnlySpan<VertexBufferSlot> VertexBuffers => _vertexBuffers;

    /// <summary>Atomic counter buffers.</summary>
    public ReadOnlySpan<BufferSlot> AtomicBuffers => _atomicBuffers;

    /// <summary>Index buffer; <see cref="BufferSlot.Length"/> is unused.</summary>
    public ref readonly BufferSlot IndexBuffer => ref _indexBuffer;

    /// <summary>Bytes per index as the guest gave it.</summary>
    public uint IndexSize { get; private set; }

    /// <summary>Stencil reference of front faces.</summary>
    public int StencilFront { get; private set; }

    /// <summary>Stencil reference of back faces.</summary>
    public int StencilBack { get; private set; }

    /// <summary>Blend constant.</summary>
    public Vector4 BlendColor { get; private set; }

    /// <summary>User clip planes.</summary>
    public ReadOnlySpan<Vector4> ClipPlanes => _clipPlanes;

    /// <summary>Polygon stipple rows.</summary>
    public ReadOnlySpan<uint> Stipple => _stipple;

    /// <summary>Sample mask.</summary>
    public uint SampleMask { get; private set; } = uint.MaxValue;

    /// <summary>Minimum samples that the fragment shader runs for.</summary>
    public uint MinimumSamples { get; private set; } = 1;

    /// <summary>Tessellation levels for a pipeline without a control shader.</summary>
    public SetTessellationLevelsCommand TessellationLevels { get; private set; }

    /// <summary>Stage by its wire number.</summary>
    public StageState this[ShaderStage stage] => _stages[(int)stage];

    /// <summary>Stage by index, 0 to 5.</summary>
    public StageState this[int stage] => _stages[stage];

    /// <summary>The next flush derives everything again.</summary>
    public void MarkAll() => Dirty = Dirty.All;

    /// <summary>Binds a blend object, null for the default.</summary>
    public void SetBlend(BlendState? blend)
    {
        if (!ReferenceEquals(Blend, blend ??= BlendState.Default))
        {
            Dirty |= Dirty.Blend | Dirty.Samples | ShaderInputsIf(blend.UsesDualSource != Blend.UsesDualSource);
            Blend = blend;
        }
    }

    /// <summary>Binds a depth, stencil and alpha object, null for the default.</summary>
    public void SetDepthStencil(DepthStencilState? state)
    {
        if (!ReferenceEquals(DepthStencil, state ??= DepthStencilState.Default))
        {
            Dirty |= Dirty.DepthStencil | Dirty.HelperBlock | ShaderInputsIf(state.AlphaFunction != DepthStencil.AlphaFunction);
            DepthStencil = state;
        }
    }

    /// <summary>Binds a rasterizer object, null for the default.</summary>
    public void SetRasterizer(RasterizerState? state)
    {
        if (!ReferenceEquals(Rasterizer, state ??= RasterizerState.Default))
        {
            Dirty |= Dirty.Rasterizer | Dirty.Viewports | Dirty.Scissors | Dirty.Samples | ShaderInputsIf(state.ShaderInputs != Rasterizer.ShaderInputs);
            Rasterizer = state;
        }
    }

    /// <summary>Binds vertex elements.</summary>
    public void SetVertexLayout(VertexLayout? layout)
    {
        if (!ReferenceEquals(VertexLayout, layout))
        {
            layout?.Retain();
            Dirty |= Dirty.VertexLayout | ShaderInputsIf(layout?.IntegerAttributes != VertexLayout?.IntegerAttributes || layout?.UnsignedAttributes != VertexLayout?.UnsignedAttributes);
            VertexLayout?.Release(_session);
            VertexLayout = layout;
        }
    }

    /// <summary>Binds surfaces.</summary>
    public void SetFramebuffer(FramebufferState framebuffer)
    {
        if (!ReferenceEquals(Framebuffer, framebuffer))
        {
            FramebufferState previous = Framebuffer;
            framebuffer.RetainSurfaces();
            Framebuffer = framebuffer;
            previous.ReleaseSurfaces(_session);
            Dirty |= Dirty.Framebuffer;
        }
    }

    /// <summary>SET_FRAMEBUFFER_STATE_NO_ATTACH.</summary>
    public void SetNoAttachments(in SetFramebufferNoAttachmentsCommand command)
    {
        if (NoAttachments != command)
        {
            NoAttachments = command;
            Dirty |= Dirty.Framebuffer;
        }
    }

    /// <summary>SET_VIEWPORT_STATE.</summary>
    public void SetViewports(in SetViewportsCommand command)
    {
        Span<Viewport> target = _viewports.AsSpan((int)command.StartSlot, command.Viewports.Length);
        if (!target.SequenceEqual(command.Viewports))
        {
            command.Viewports.CopyTo(target);
            Dirty |= Dirty.Viewports;
        }

        UsedViewportCount = Math.Max(UsedViewportCount, (int)command.StartSlot + command.Viewports.Length);
    }

    /// <summary>SET_SCISSOR_STATE.</summary>
    public void SetScissors(in SetScissorsCommand command)
    {
        Span<ScissorRectangle> target = _scissors.AsSpan((int)command.StartSlot, command.Rectangles.Length);
        if (!target.SequenceEqual(command.Rectangles))
        {
            command.Rectangles.CopyTo(target);
            Dirty |= Dirty.Scissors;
        }
    }

    /// <summary>Binds one vertex buffer.</summary>
    public void SetVertexBuffer(int slot, in VertexBufferSlot buffer)
    {
        _vertexBufferCount = buffer.Resource is null ? _vertexBufferCount : Math.Max(_vertexBufferCount, slot + 1);
        ref VertexBufferSlot target = ref _vertexBuffers[slot];
        if (target != buffer)
        {
            RenderResource? previous = target.Resource;
            buffer.Resource?.Retain();
            target = buffer;
            previous?.Release(_session);
            Dirty |= Dirty.VertexBuffers;
        }
    }

    /// <summary>Unbinds the vertex buffers from <paramref name="first"/> on.</summary>
    public void ClearVertexBuffers(int first)
    {
        for (int slot = first; slot < _vertexBufferCount; slot++)
        {
            SetVertexBuffer(slot, default);
        }

        _vertexBufferCount = Math.Min(_vertexBufferCount, first);
    }

    /// <summary>Binds the index buffer.</summary>
    public void SetIndexBuffer(RenderResource? resource, uint indexSize, uint offset)
    {
        bool isOther = !ReferenceEquals(_indexBuffer.Resource, resource);
        StageState.Swap(_session, ref _indexBuffer, new BufferSlot(resource, offset, 0));
        IndexSize = indexSize;
        Dirty |= isOther ? Dirty.IndexBuffer : Dirty.None;
    }

    /// <summary>Binds one atomic counter buffer.</summary>
    public void SetAtomicBuffer(int slot, in BufferSlot buffer)
    {
        if (StageState.Swap(_session, ref _atomicBuffers[slot], buffer))
        {
            Dirty |= Dirty.Storage;
        }
    }

    /// <summary>SET_STENCIL_REF.</summary>
    public void SetStencilReference(in SetStencilReferenceCommand command)
    {
        if (StencilFront != (int)command.Front || StencilBack != (int)command.Back)
        {
            StencilFront = (int)command.Front;
            StencilBack = (int)command.Back;
            Dirty |= Dirty.DepthStencil;
        }
    }

    /// <summary>SET_BLEND_COLOR.</summary>
    public void SetBlendColor(in SetBlendColorCommand command)
    {
        BlendColor = command.Color;
        Dirty |= Dirty.BlendColor;
    }

    /// <summary>SET_CLIP_STATE.</summary>
    public void SetClipPlanes(in SetClipPlanesCommand command)
    {
        command.Planes.CopyTo(_clipPlanes);
        Dirty |= Dirty.HelperBlock;
    }

    /// <summary>SET_POLYGON_STIPPLE.</summary>
    public void SetStipple(in SetPolygonStippleCommand command)
    {
        command.Rows.CopyTo(_stipple);
        Dirty |= Dirty.HelperBlock;
    }

    /// <summary>SET_SAMPLE_MASK.</summary>
    public void SetSampleMask(in SetSampleMaskCommand command)
    {
        SampleMask = command.Mask;
        Dirty |= Dirty.Samples;
    }

    /// <summary>SET_MIN_SAMPLES.</summary>
    public void SetMinimumSamples(in SetMinimumSamplesCommand command)
    {
        MinimumSamples = command.Count;
        Dirty |= Dirty.Samples;
    }

    /// <summary>SET_TESS_STATE.</summary>
    public void SetTessellationLevels(in SetTessellationLevelsCommand command)
    {
        TessellationLevels = command;
        Dirty |= Dirty.HelperBlock;
    }

    /// <summary>Drops every reference.</summary>
    public void Clear(FramebufferState emptyFramebuffer)
    {
        foreach (StageState stage in _stages)
        {
            stage.Clear(_session);
        }

        SetVertexLayout(null);
        ClearVertexBuffers(0);
        SetIndexBuffer(null, 0, 0);
        for (int slot = 0; slot < AtomicBufferCount; slot++)
        {
            SetAtomicBuffer(slot, default);
        }

        SetFramebuffer(emptyFramebuffer);
    }

    private static Dirty ShaderInputsIf(bool isOther) => isOther ? Dirty.ShaderInputs : Dirty.None;
}
