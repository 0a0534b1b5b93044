using System.Runtime.InteropServices;
using System.Text;
using VirglHost.CommandStream.Gallium;
using VirglHost.CommandStream.Objects;
using VirglHost.OpenGL;
using VirglHost.OpenGL.Objects;
using VirglHost.Rendering.Queries;
using VirglHost.Rendering.Resources;
using VirglHost.Rendering.StreamOutput;
using VirglHost.Rendering.Tests.Queries;
using VirglHost.Shaders;

namespace VirglHost.Rendering.Tests.StreamOutput;

/// <summary>Captures on the host's real driver; every vertex writes its number.</summary>
public sealed class StreamOutputEngineTests : IDisposable
{
    private const float Untouched = -1;

    private const string VertexNumber = """
        VERT
        DCL SV[0], VERTEXID
        DCL OUT[0], POSITION
        DCL OUT[1], GENERIC[0]
        DCL TEMP[0]
        IMM[0] FLT32 {0.0000, 0.0000, 0.0000, 1.0000}
          0: U2F TEMP[0], SV[0].xxxx
          1: MOV OUT[0], IMM[0]
          2: MOV OUT[1], TEMP[0]
          3: END
        """;

    private readonly QueryScene _scene = new();
    private readonly StreamOutputEngine _engine;
    private readonly StreamOutputLayout _layout;
    private readonly string _source;
    private readonly List<GlProgram> _programs = [];

    public StreamOutputEngineTests()
    {
        _engine = new StreamOutputEngine(_scene.Session, _scene.Engine);
        ParsedShader parsed = ShaderTranslator.Parse(Encoding.ASCII.GetBytes(VertexNumber), Shaders.ShaderStage.Vertex).Shader!;
        Assert.True(StreamOutputLayout.TryCreate(parsed.Info, [1, 0, 0, 0], [new Shaders.StreamOutput(1, 0, 1, 0, 0, 0)], out StreamOutputLayout? layout, out string error), error);
        _layout = layout!;
        _source = ShaderTranslator.Translate(parsed, new ShaderKey { IsLastVertexStage = true, StreamOutput = _layout }).Source;
        _scene.Session.State.SetRasterizerDiscard(true);
    }

    public void Dispose()
    {
        _engine.Dispose();
        foreach (GlProgram program in _programs) program.Dispose();
        Assert.Equal(GLEnum.NoError, _scene.Session.Gl.GetError());
        _scene.Dispose();
    }

    [Fact]
    public void Draws_capture_one_after_the_other()
    {
        RenderResource buffer = Buffer(8);
        _engine.SetTargets([Target(buffer)]);
        GlProgram program = Program();

        Draw(program, first: 10, count: 3);
        Draw(program, first: 20, count: 2);

        Assert.Equal([10, 11, 12, 20, 21, Untouched, Untouched, Untouched], Read(buffer));
    }

    [Fact]
    public void SameTargets_bound_again_go_on()
    {
        RenderResource buffer = Buffer(4);
        StreamOutputTarget target = Target(buffer);
        GlProgram program = Program();

        _engine.SetTargets([target]);
        Draw(program, 10, 2);
        _engine.SetTargets([]);
        Draw(program, 90, 2);
        _engine.SetTargets([target]);
        Draw(program, 20, 1);

        Assert.Equal([10, 11, 20, Untouched], Read(buffer));
    }

    [Fact]
    public void NewTarget_of_the_same_range_starts_over()
    {
        RenderResource buffer = Buffer(3);
        GlProgram program = Program();

        _engine.SetTargets([Target(buffer)]);
        Draw(program, 10, 2);
        _engine.SetTargets([Target(buffer)]);
        Draw(program, 20, 1);

        Assert.Equal([20, 11, Untouched], Read(buffer));
    }

    [Fact]
    public void OtherProgram_goes_on_where_the_first_stopped()
    {
        RenderResource buffer = Buffer(6), other = Buffer(6);
        StreamOutputTarget target = Target(buffer);
        _engine.SetTargets([target]);
        Draw(Program(), 10, 2);
        _engine.SetTargets([Target(other)]);
        Draw(Program(), 50, 3);
        _engine.SetTargets([target]);

        Draw(Program(), 20, 1);
        Draw(Program(), 30, 2);

        Assert.Equal([10, 11, 20, 30, 31, Untouched], Read(buffer));
        Assert.Equal([50, 51, 52, Untouched, Untouched, Untouched], Read(other));
    }

    [Fact]
    public void Target_with_an_offset_and_a_size_is_written_inside_only()
    {
        RenderResource buffer = Buffer(5);
        _engine.SetTargets([Target(buffer, offset: 4, size: 8)]);

        Draw(Program(), 10, 4);
        Draw(Program(), 20, 4);

        Assert.Equal([Untouched, 10, 11, Untouched, Untouched], Read(buffer));
    }

    [Fact]
    public void Captured_vertices_are_counted_for_the_latest_capture_of_a_buffer()
    {
        RenderResource buffer = Buffer(8);
        GlProgram program = Program();
        Assert.False(_engine.TryGetCaptured(buffer, out _));

        _engine.SetTargets([Target(buffer)]);
        Draw(program, 10, 5);
        _engine.SetTargets([Target(buffer)]);
        Draw(program, 20, 2);
        Draw(program, 20, 1);

        Assert.True(_engine.TryGetCaptured(buffer, out uint count));
        Assert.Equal(3u, count);
    }

    [Fact]
    public void Triangles_are_captured_as_three_vertices_each()
    {
        RenderResource buffer = Buffer(8);
        _engine.SetTargets([Target(buffer)]);

        Draw(Program(), 0, 4, GLEnum.TriangleStrip, GLEnum.Triangles);

        Assert.True(_engine.TryGetCaptured(buffer, out uint count));
        Assert.Equal(6u, count);
        Assert.Equal([0, 1, 2, 3], Read(buffer)[..6].Distinct().Order());
    }

    [Fact]
    public void GuestQuery_counts_captured_primitives_beside_our_own_count()
    {
        GuestQuery query = _scene.Query(QueryType.PrimitivesEmitted);
        RenderResource buffer = Buffer(8);
        GlProgram program = Program();
        _engine.SetTargets([Target(buffer)]);
        Draw(program, 0, 1);
        _scene.Engine.Begin(query);
        Draw(program, 0, 3);
        _scene.Engine.End(query);
        Draw(program, 0, 2);

        Assert.Equal(3ul, _scene.Result(query).Value);
        Assert.True(_engine.TryGetCaptured(buffer, out uint count));
        Assert.Equal(6u, count);
    }

    [Fact]
    public void Target_destroyed_while_bound_ends_the_capture()
    {
        RenderResource buffer = Buffer(2);
        StreamOutputTarget target = Target(buffer);
        GlProgram program = Program();
        _engine.SetTargets([target]);
        Draw(program, 10, 1);

        target.Release(_scene.Session);
        Draw(program, 20, 1);

        Assert.False(_engine.IsBound);
        Assert.Equal([10, Untouched], Read(buffer));
    }

    [Fact]
    public void Program_that_captures_into_an_empty_slot_draws_without_capture()
    {
        RenderResource buffer = Buffer(2);
        _engine.SetTargets([null, Target(buffer)]);

        Draw(Program(), 10, 1);

        Assert.Equal([Untouched, Untouched], Read(buffer));
    }

    [Fact]
    public void Captures_beyond_the_limit_give_up_the_oldest()
    {
        RenderResource buffer = Buffer(1);
        GlProgram program = Program();
        for (int i = 0; i < 70; i++)
        {
            _engine.SetTargets([Target(buffer)]);
            Draw(program, (uint)i, 1);
        }

        Assert.Equal([69], Read(buffer));
    }

    [Theory]
    [InlineData(0u, 0u)]
    [InlineData(2u, 4u)]
    [InlineData(0u, 17u)]
    [InlineData(12u, 8u)]
    [InlineData(uint.MaxValue - 3, 8u)]
    public void Target_outside_its_buffer_is_refused(uint offset, uint size) =>
        Assert.Equal(GuestFault.IllegalResource, Assert.Throws<GuestFaultException>(() => Target(Buffer(4), offset, size)).Fault);

    [Fact]
    public void Target_on_host_memory_is_refused() =>
        Assert.Equal(GuestFault.IllegalResource, Assert.Throws<GuestFaultException>(() => Target(_scene.HostMemory(), 0, 16)).Fault);

    [Fact]
    public void More_targets_than_buffers_are_refused() =>
        Assert.Equal(GuestFault.InvalidParameter, Assert.Throws<GuestFaultException>(() => _engine.SetTargets(new StreamOutputTarget?[5])).Fault);

    [Fact]
    public void Steady_captures_allocate_nothing()
    {
        _engine.SetTargets([Target(Buffer(4))]);
        GlProgram program = Program();
        for (int i = 0; i < 50; i++) Draw(program, 0, 1);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 50; i++) Draw(program, 0, 1);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private StreamOutputTarget Target(RenderResource buffer, uint offset = 0, uint? size = null) =>
        _engine.Create(buffer, new StreamOutTargetObject { Handle = 1, Offset = offset, Size = size ?? (uint)buffer.SizeInBytes });

    private RenderResource Buffer(uint floats)
    {
        RenderResource buffer = _scene.Buffer(floats * sizeof(float));
        buffer.Buffer!.Write(0, MemoryMarshal.AsBytes<float>(Enumerable.Repeat(Untouched, (int)floats).ToArray()));
        return buffer;
    }

    private static float[] Read(RenderResource buffer)
    {
        float[] values = new float[buffer.SizeInBytes / sizeof(float)];
        buffer.Buffer!.Read(0, MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    private GlProgram Program()
    {
        GlProgram program = GlProgram.Link(_scene.Session.Group, [(GLEnum.VertexShader, _source)]);
        _programs.Add(program);
        return program;
    }

    private void Draw(GlProgram program, uint first, uint count, GLEnum mode = GLEnum.Points, GLEnum captured = GLEnum.Points)
    {
        _scene.Session.State.SetProgram(program.Name);
        _engine.BeginDraw(captured, program.Name, _layout);
        _scene.Session.Gl.DrawArrays(mode, (int)first, count);
        _engine.EndDraw();
    }
}
