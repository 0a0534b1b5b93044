using VirglHost.CommandStream;
using VirglHost.CommandStream.Objects;
using VirglHost.OpenGL.Objects;
using VirglHost.Rendering.Drawing;
using VirglHost.Rendering.Programs;
using VirglHost.Rendering.Queries;
using VirglHost.Rendering.Resources;
using VirglHost.Rendering.State;
using VirglHost.Rendering.StreamOutput;

namespace VirglHost.Rendering;

/// <summary>One sub-context: a GL context of its own, its objects and what it has bound. It owns the parts that the command dispatcher calls.</summary>
internal sealed class SubContext : IDisposable
{
    // The constants of all five stages of a draw, at their largest, lie in one segment.
    private const int StreamSegmentInBytes = 3 << 19;

    private readonly RendererParts _parts;
    private readonly FramebufferState _emptyFramebuffer;
    private readonly GlStreamBuffer _stream;
    private readonly QuadEngine _quads;
    private bool _isDisposed;

    /// <summary>Opens a session, which is current afterwards.</summary>
    public SubContext(RendererParts parts)
    {
        _parts = parts;
        Session = parts.OpenSession();
        Objects = new ObjectTable(Session, parts.Options.MaxObjects);
        Framebuffers = new FramebufferCache(Session);
        Programs = new ProgramCache(Session);
        Assembler = new ShaderAssembler(Programs, parts.Translation, parts.Options.ShaderTextReceived, parts.Log);
        _emptyFramebuffer = Framebuffers.Get([], null);
        State = new PipelineState(Session, _emptyFramebuffer);
        _stream = new GlStreamBuffer(Session.Group, StreamSegmentInBytes, Math.Max(Session.Limits.UniformBufferOffsetAlignment, Session.Limits.ShaderStorageBufferOffsetAlignment));
        Preparer = new StatePreparer(Session, State, Programs, _stream);
        Queries = new QueryEngine(Session);
        Captures = new StreamOutputEngine(Session, Queries);
        _quads = new QuadEngine(Session, State);
        Draws = new DrawEngine(Session, State, Preparer, Captures, _quads, parts.Options.Observer is not null);
        Grids = new ComputeEngine(Session, Preparer);
        Storage = new StorageEngine(Session, parts.Formats, State);
        Clears = new ClearEngine(Session, State);
    }

    /// <summary>GL context and state cache.</summary>
    public GlSession Session { get; }

    /// <summary>Objects by handle.</summary>
    public ObjectTable Objects { get; }

    /// <summary>What is bound.</summary>
    public PipelineState State { get; }

    /// <summary>Framebuffers by surfaces.</summary>
    public FramebufferCache Framebuffers { get; }

    /// <summary>Linked programs.</summary>
    public ProgramCache Programs { get; }

    /// <summary>Shaders that arrive in pieces.</summary>
    public ShaderAssembler Assembler { get; }

    /// <summary>State to GL.</summary>
    public StatePreparer Preparer { get; }

    /// <summary>Queries and the render condition.</summary>
    public QueryEngine Queries { get; }

    /// <summary>Stream output.</summary>
    public StreamOutputEngine Captures { get; }

    /// <summary>Draws.</summary>
    public DrawEngine Draws { get; }

    /// <summary>Compute.</summary>
    public ComputeEngine Grids { get; }

    /// <summary>Storage buffers and images.</summary>
    public StorageEngine Storage { get; }

    /// <summary>Clears.</summary>
    public ClearEngine Clears { get; }

    /// <summary>CREATE_OBJECT.</summary>
    public void Create(RenderContext context, CommandHeader header, ReadOnlySpan<uint> body)
    {
        switch (header.ObjectType)
        {
            case VirglObjectType.Blend:
                BlendObject blend = Decode<BlendObject>(header, body);
                Objects.Add(blend.Handle, new BlendState(blend));
                break;
            case VirglObjectType.Rasterizer:
                RasterizerObject rasterizer = Decode<RasterizerObject>(header, body);
                Objects.Add(rasterizer.Handle, new RasterizerState(rasterizer));
                break;
            case VirglObjectType.DepthStencilAlpha:
                DepthStencilAlphaObject depthStencil = Decode<DepthStencilAlphaObject>(header, body);
                Objects.Add(depthStencil.Handle, new DepthStencilState(depthStencil));
                break;
            case VirglObjectType.Shader:
                CreateShader(Decode<ShaderObject>(header, body));
                break;
            case VirglObjectType.VertexElements:
                VertexElementsObject elements = Decode<VertexElementsObject>(header, body);
                Objects.Add(elements.Handle, new VertexLayout(Session.Group, elements.Elements));
                break;
            case VirglObjectType.SamplerState:
                SamplerStateObject sampler = Decode<SamplerStateObject>(header, body);
                Objects.Add(sampler.Handle, new SamplerState(Session.Group, sampler));
                break;
            case VirglObjectType.SamplerView:
                SamplerViewObject view = Decode<SamplerViewObject>(header, body);
                RenderResource viewed = context.RequireStorage(view.ResourceHandle, header.Opcode);
                Objects.Add(view.Handle, new SamplerViewState(Session, _parts.Formats, viewed, view));
                break;
            case VirglObjectType.Surface:
                SurfaceObject surface = Decode<SurfaceObject>(header, body);
                CreateSurface(context, surface.Handle, surface.ResourceHandle, new SurfaceShape(surface.Format, surface.Level, surface.FirstLayer, surface.LastLayer));
                break;
            case VirglObjectType.Query:
                QueryObject query = Decode<QueryObject>(header, body);
                Objects.Add(query.Handle, Queries.Create(query, context.RequireResource(query.ResultHandle, header.Opcode)));
                break;
            case VirglObjectType.StreamOutTarget:
                StreamOutTargetObject target = Decode<StreamOutTargetObject>(header, body);
                Objects.Add(target.Handle, Captures.Create(context.RequireStorage(target.ResourceHandle, header.Opcode), target));
                break;
            case VirglObjectType.MultisampleSurface:
                // SPEC: virgl-commands.md 7.3; a host that cannot resolve implicitly draws single samples, and none with desktop OpenGL can.
                MultisampleSurfaceObject multisample = Decode<MultisampleSurfaceObject>(header, body);
                CreateSurface(
                    context, multisample.Handle, multisample.ResourceHandle,
                    new SurfaceShape(multisample.Format, multisample.Level, multisample.FirstLayer, multisample.LastLayer));
                break;
            default:
                throw GuestFaults.Malformed(header.Opcode, $"object type {(byte)header.ObjectType}");
        }
    }

    /// <summary>BIND_OBJECT; handle 0 unbinds.</summary>
    public void Bind(VirglObjectType type, uint handle)
    {
        const VirglOpcode Opcode = VirglOpcode.BindObject;
        switch (type)
        {
            case VirglObjectType.Blend:
                State.SetBlend(Objects.Require<BlendState>(handle, Opcode));
                break;
            case VirglObjectType.Rasterizer:
                State.SetRasterizer(Objects.Require<RasterizerState>(handle, Opcode));
                break;
            case VirglObjectType.DepthStencilAlpha:
                State.SetDepthStencil(Objects.Require<DepthStencilState>(handle, Opcode));
                break;
            case VirglObjectType.VertexElements:
                BindVertexElements(Objects.Require<VertexLayout>(handle, Opcode));
                break;
            default:
                throw GuestFaults.Malformed(Opcode, $"object type {type} cannot be bound");
        }
    }

    /// <summary>DESTROY_OBJECT; an unknown handle is ignored.</summary>
    public void Destroy(uint handle)
    {
        Assembler.Forget(handle);
        Objects.Remove(handle);
    }

    /// <summary>Stores the query results asked for up to <paramref name="request"/>, waiting for them where they are not there yet.</summary>
    public void WriteQueries(ulong request)
    {
        if (!_isDisposed)
        {
            Session.MakeCurrent();
            Queries.WriteFinished(wait: true, request);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _isDisposed = true;
        Session.MakeCurrent();
        State.Clear(_emptyFramebuffer);
        Captures.Dispose();
        Objects.Clear();
        Queries.Dispose();
        Programs.Dispose();
        Framebuffers.Dispose();
        _quads.Dispose();
        _stream.Dispose();
        Session.Dispose();
    }

    private static T Decode<T>(CommandHeader header, ReadOnlySpan<uint> body)
        where T : struct, IVirglObject<T>, allows ref struct =>
        T.TryDecode(body, out T decoded) ? decoded : throw GuestFaults.Malformed(header.Opcode, $"{header.ObjectType} of {body.Length} words");

    private void CreateShader(in ShaderObject packet)
    {
        if (Assembler.Accept(packet) is { } shader)
        {
            Objects.Add(packet.Handle, shader);
        }
    }

    private void CreateSurface(RenderContext context, uint handle, uint resourceHandle, in SurfaceShape shape)
    {
        RenderResource resource = context.RequireResource(resourceHandle, VirglOpcode.CreateObject);
        if (shape.LastLayer < shape.FirstLayer)
        {
            throw GuestFaults.Malformed(VirglOpcode.CreateObject, $"surface of layers {shape.FirstLayer} to {shape.LastLayer}");
        }

        Objects.Add(handle, new SurfaceState(Session, Framebuffers, _parts.Formats, resource, shape));
    }

    private void BindVertexElements(VertexLayout? layout)
    {
        if (layout is not null && (layout.AttributeCount > Session.Limits.MaxVertexAttribs || layout.BindingCount > Session.Limits.MaxVertexAttribBindings))
        {
            throw GuestFaults.Fault(GuestFault.TooManyVertexAttributes, $"{layout.AttributeCount} vertex elements over {layout.BindingCount} bindings");
        }

        State.SetVertexLayout(layout);
    }
}
