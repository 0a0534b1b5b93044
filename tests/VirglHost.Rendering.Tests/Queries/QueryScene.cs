using System.Buffers.Binary;
using VirglHost.CommandStream;
using VirglHost.CommandStream.Gallium;
using VirglHost.CommandStream.Objects;
using VirglHost.OpenGL;
using VirglHost.OpenGL.Egl;
using VirglHost.OpenGL.Objects;
using VirglHost.Rendering.Queries;
using VirglHost.Rendering.Resources;

namespace VirglHost.Rendering.Tests.Queries;

/// <summary>A session on the host's real driver with an 8 by 8 target, a triangle that covers it, and a query engine.</summary>
internal sealed class QueryScene : IDisposable
{
    private const string Vertex = "#version 450 core\nvoid main() { gl_Position = vec4(gl_VertexID == 1 ? 3 : -1, gl_VertexID == 2 ? 3 : -1, 0, 1); }";
    private const string Fragment = "#version 450 core\nout vec4 c;\nvoid main() { c = vec4(1, 0, 0, 1); }";

    private readonly EglDisplay _display = EglDisplay.OpenHeadless();
    private readonly GlTexture _target;
    private readonly GlFramebuffer _framebuffer;
    private readonly GlProgram _program;
    private readonly MemoryBudget _budget = new(1 << 20);
    private uint _next = 1;

    public QueryScene()
    {
        EglContext context = _display.CreateContext();
        context.MakeCurrent();
        GlFeatures features = GlFeatures.Query(_display.OpenGl);
        Session = new GlSession(new GlShareGroup(_display.OpenGl, features, GlLimits.Query(_display.OpenGl, features)), context, null);
        Engine = new QueryEngine(Session);
        _target = GlTexture.Create(Session.Group, new GlTextureShape(GLEnum.Texture2D, GLEnum.Rgba8, 8, 8));
        _framebuffer = GlFramebuffer.Create(Session.Group);
        _framebuffer.Attach(GLEnum.ColorAttachment0, _target.Name, 0);
        _program = GlProgram.Link(Session.Group, [(GLEnum.VertexShader, Vertex), (GLEnum.FragmentShader, Fragment)]);
        Session.State.SetDrawFramebuffer(_framebuffer.Name);
        Session.State.SetProgram(_program.Name);
        Session.State.SetVertexArray(Session.EmptyVertexArray.Name);
        Session.State.SetViewport(0, new GlViewport(0, 0, 8, 8));
        ClearBlack();
    }

    public GlSession Session { get; }

    public QueryEngine Engine { get; }

    /// <summary>Whether the last draws reached the lower left pixel since it was cleared.</summary>
    public bool IsRed
    {
        get
        {
            byte[] pixel = new byte[4];
            Session.Gl.GetTextureSubImage(_target.Name, 0, 0, 0, 0, 1, 1, 1, GLEnum.Rgba, GLEnum.UnsignedByte, pixel);
            return pixel[0] == 255;
        }
    }

    /// <summary>A resource of host memory, all bytes 0xEE.</summary>
    public RenderResource HostMemory(uint size = 16)
    {
        RenderResource resource = RenderResource.Create(
            Session, null!, _next++, new ResourceDescription(PipeTarget.Buffer, VirglFormat.R8Unorm, (uint)BindFlags.Custom, size, 1, 1, 1, 0, 0, 0), _budget);
        resource.HostMemory.AsSpan().Fill(0xEE);
        return resource;
    }

    public RenderResource Buffer(uint size)
    {
        RenderResource resource = RenderResource.Create(
            Session, null!, _next++, new ResourceDescription(PipeTarget.Buffer, VirglFormat.R8Unorm, (uint)BindFlags.VertexBuffer, size, 1, 1, 1, 0, 0, 0), _budget);
        resource.Buffer!.Write(0, Enumerable.Repeat((byte)0xEE, (int)size).ToArray());
        return resource;
    }

    public GuestQuery Query(QueryType type, uint index = 0) =>
        Engine.Create(new QueryObject { Handle = _next++, QueryType = type, Index = index }, HostMemory());

    /// <summary>Draws the triangle into the lowest rows.</summary>
    public void Draw(uint rows = 8)
    {
        Session.State.SetScissor(0, new GlScissor(true, 0, 0, 8, rows));
        Session.Gl.DrawArrays(GLEnum.Triangles, 0, 3);
    }

    public void ClearBlack() => Session.Gl.ClearTexImage(_target.Name, 0, GLEnum.Rgba, GLEnum.UnsignedByte, [0, 0, 0, 255]);

    /// <summary>State, size and value as the guest reads them.</summary>
    public static (uint State, uint Size, ulong Value) Read(GuestQuery query) => Read(query.Destination.HostMemory);

    public static (uint State, uint Size, ulong Value) Read(ReadOnlySpan<byte> memory) => (
        BinaryPrimitives.ReadUInt32LittleEndian(memory),
        BinaryPrimitives.ReadUInt32LittleEndian(memory[4..]),
        BinaryPrimitives.ReadUInt64LittleEndian(memory[8..]));

    /// <summary>Asks for the result and waits for it.</summary>
    public (uint State, uint Size, ulong Value) Result(GuestQuery query)
    {
        Engine.RequestResult(query);
        Assert.True(Engine.WriteFinished(wait: true));
        return Read(query);
    }

    public void Dispose()
    {
        Engine.Dispose();
        _program.Dispose();
        _framebuffer.Dispose();
        _target.Dispose();
        Session.Dispose();
        _display.Dispose();
    }
}
