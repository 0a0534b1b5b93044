using System.Numerics;
using System.Text.Json;
using VirglHost.CommandStream;
using VirglHost.CommandStream.Commands;
using VirglHost.CommandStream.Gallium;
using VirglHost.CommandStream.Objects;
using VirglHost.OpenGL.Egl;
using VirglHost.Recording;
using VirglHost.Rendering;
using VirglHost.Rendering.Tests;

namespace VirglHost.Inspection.Tests;

/// <summary>What a page holds, read without a browser.</summary>
public sealed class PageTests
{
    [Fact]
    public void Tree_has_frames_events_and_commands_in_their_order()
    {
        Page page = Inspection.Of(SampleRecording.TwoDraws(), out InspectionReport report);

        string[] outline = page.Outline;
        Assert.Equal(["0 FRAME", "1 CREATE_CONTEXT", "1 CREATE_RESOURCE", "1 ATTACH_RESOURCE"], outline[..4]);
        int first = page.Find("SUBMIT");
        Assert.Equal(["1 SUBMIT", "2 CREATE_SUB_CTX", "2 CREATE_OBJECT", "2 SET_FRAMEBUFFER_STATE"], outline[first..(first + 4)]);
        int second = page.Find("SUBMIT", 1);
        Assert.Equal(["1 SUBMIT", "2 CREATE_OBJECT", "2 BIND_OBJECT", "2 DRAW_VBO", "1 READ_PIXELS"], outline[second..(second + 5)]);
        Assert.Equal((2, 2, 0, 0), (report.Draws, report.Shaders, report.Refusals, page.Number("outcome", page.Find("DRAW_VBO"))));
        Assert.Null(report.Fault);
    }

    [Fact]
    public void Fields_have_the_names_of_the_protocol_and_link_to_what_they_name()
    {
        Page page = Inspection.Of(SampleRecording.TwoDraws());

        JsonElement framebuffer = page.FieldsOf(page.Find("SET_FRAMEBUFFER_STATE"));
        JsonElement surface = framebuffer.EnumerateArray().Single(field => field[0].GetString() == "cbuf[0]");
        Assert.Equal(GuestScene.SurfaceHandle, surface[2].GetUInt32());
        int thing = surface[3].GetInt32();
        Assert.Equal("SURFACE", page.Index.GetProperty("things").GetProperty("kind")[thing].GetString());
        Assert.Equal("CREATE_OBJECT", page.NameOf((int)page.Column("things", "made", thing)));
        Assert.Contains("res 1 8×8 B8G8R8A8_UNORM", page.Index.GetProperty("things").GetProperty("label")[thing].GetString(), StringComparison.Ordinal);
        Assert.Matches("^start=0 count=3 mode=TRIANGLES,4 indexed=0 instance_count=1 ", Page.Text(page.FieldsOf(page.Find("DRAW_VBO"))));
    }

    [Fact]
    public void Handle_used_again_is_another_thing()
    {
        Page page = Inspection.Of(SampleRecording.Of(scene =>
        {
            for (int i = 0; i < 2; i++)
            {
                scene.Stream.Create(new SamplerStateObject { Handle = 600, MipFilter = MipFilter.None, MagFilter = (TextureFilter)i });
                scene.Stream.Write(new BindSamplerStatesCommand { Stage = ShaderStage.Fragment, Handles = [600] });
                scene.Stream.Destroy(VirglObjectType.SamplerState, 600);
            }

            scene.Submit();
        }));

        int[] things = [.. Enumerable.Range(0, 2).Select(i => page.FieldsOf(page.Find("BIND_SAMPLER_STATES", i))[2][3].GetInt32())];
        Assert.NotEqual(things[0], things[1]);
        Assert.Equal(page.Find("DESTROY_OBJECT"), page.Column("things", "gone", things[0]));
        Assert.Contains("mag_img_filter=LINEAR,1", Page.Text(page.ThingOf(things[1])[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void Draws_share_the_state_that_did_not_change()
    {
        Page page = Inspection.Of(SampleRecording.TwoDraws());
        int first = page.Find("DRAW_VBO"), second = page.Find("DRAW_VBO", 1);

        foreach (StateGroup group in Enum.GetValues<StateGroup>())
        {
            bool isSame = page.GroupOf(first, group) == page.GroupOf(second, group);
            Assert.True(isSame == (group != StateGroup.Blend), $"{group}");
        }

        Assert.StartsWith($"blend={SampleRecording.OtherBlend}→", page.StateOf(second, StateGroup.Blend), StringComparison.Ordinal);
        Assert.Equal("viewport[0]{scale_x=4 scale_y=4 scale_z=0.5 translate_x=4 translate_y=4 translate_z=0.5}", page.StateOf(first, StateGroup.Viewports));
        Assert.Matches(@"^vertex_buffer\[0\]\{resource=\d+→\d+ stride=32 offset=0\}$", page.StateOf(first, StateGroup.VertexBuffers));
        Assert.Null(page.StateOf(first, StateGroup.IndexBuffer));
    }

    [Fact]
    public void Slots_follow_the_rules_of_their_commands()
    {
        Page page = Inspection.Of(SampleRecording.Of(scene =>
        {
            scene.UseShaders(GuestScene.PassVertex, GuestScene.PassFragment);
            scene.UseFullTriangle(Vector4.One);
            scene.Stream.Create(new SamplerStateObject { Handle = 600, MipFilter = MipFilter.None });
            scene.Stream.Write(new BindSamplerStatesCommand { Stage = ShaderStage.Fragment, StartSlot = 2, Handles = [600, 600] });
            scene.Stream.Write(new BindSamplerStatesCommand { Stage = ShaderStage.Fragment, StartSlot = 3, Handles = [0] });
            scene.Stream.Write(new SetConstantBufferCommand { Stage = ShaderStage.Vertex, Constants = [7, 8] });
            scene.Stream.Write(new SetUniformBufferCommand { Stage = ShaderStage.Vertex, Index = 1, Length = 32, Handle = scene.CreateBuffer<uint>(BindFlags.ConstantBuffer, new uint[8]) });
            scene.Draw(3);
            scene.Stream.Write(new SetConstantBufferCommand { Stage = ShaderStage.Vertex, Index = 1, Constants = [] });
            scene.Stream.Write(new SetVertexBuffersCommand { Buffers = [] });
            scene.Draw(3);
            scene.Submit();
        }));
        int first = page.Find("DRAW_VBO"), second = page.Find("DRAW_VBO", 1);

        Assert.Matches(@"^sampler_state\[2\]=600→\d+$", page.StateOf(first, StateGroup.SamplerStates, (int)ShaderStage.Fragment));
        Assert.Equal("const=2,7,8", page.StateOf(first, StateGroup.Constants, (int)ShaderStage.Vertex));
        Assert.Matches(@"^uniform_buffer\[1\]\{resource=\d+→\d+ offset=0 length=32\}$", page.StateOf(first, StateGroup.UniformBuffers, (int)ShaderStage.Vertex));
        Assert.Null(page.StateOf(second, StateGroup.UniformBuffers, (int)ShaderStage.Vertex));
        Assert.Null(page.StateOf(second, StateGroup.VertexBuffers));
        Assert.Equal("const=2,7,8", page.StateOf(second, StateGroup.Constants, (int)ShaderStage.Vertex));
    }

    [Fact]
    public void Draw_has_the_texts_of_its_shaders_and_their_glsl()
    {
        Page page = Inspection.Of(SampleRecording.TwoDraws());

        int draw = page.Find("DRAW_VBO");
        JsonElement program = JsonDocument.Parse(page.Unpack("g0")).RootElement[page.GroupOf(draw, StateGroup.Program)];
        Assert.Equal(["VERTEX", "FRAGMENT"], program.EnumerateArray().Select(stage => stage[0].GetString()));
        JsonElement fragment = program[1];
        Assert.Equal(GuestScene.PassFragment, page.TextOf(fragment[4].GetInt32()));
        string glsl = page.TextOf(fragment[5].GetInt32());
        Assert.StartsWith("#version", glsl, StringComparison.Ordinal);
        Assert.Contains("void main()", glsl, StringComparison.Ordinal);
        Assert.Contains("out vec4 fs_color0", glsl, StringComparison.Ordinal);
        string vertex = page.TextOf(program[0][5].GetInt32());
        Assert.Contains("gl_Position", vertex, StringComparison.Ordinal);
        Assert.EndsWith("\n", glsl, StringComparison.Ordinal);
        Assert.Equal(glsl.TrimEnd('\n').Split('\n').Length, page.Column("texts", "lines", fragment[5].GetInt32()));
    }

    [Fact]
    public void Frames_end_with_what_the_guest_was_shown()
    {
        Page page = Inspection.Of(SampleRecording.Of(scene =>
        {
            for (int i = 0; i < 3; i++)
            {
                scene.Clear(Vector4.One);
                scene.Pixels();
            }
        }));

        int[] frames = [.. Enumerable.Range(0, page.RowCount).Where(row => page.NameOf(row) == "FRAME")];
        Assert.Equal(["1", "2", "3"], frames.Select(page.SummaryOf));
        Assert.All(frames.Skip(1), row => Assert.Equal("READ_PIXELS", page.NameOf(row - 1)));
        Assert.Equal("READ_PIXELS", page.NameOf(page.RowCount - 1));
    }

    [Fact]
    public void Thing_knows_every_line_that_names_it()
    {
        Page page = Inspection.Of(SampleRecording.TwoDraws());

        int surface = page.FieldsOf(page.Find("SET_FRAMEBUFFER_STATE")).EnumerateArray().Single(field => field[0].GetString() == "cbuf[0]")[3].GetInt32();
        int at = 0;
        int[] uses = [.. page.ThingOf(surface)[1].EnumerateArray().Select(step => at += step.GetInt32())];
        Assert.Equal([(int)page.Column("things", "made", surface), page.Find("SET_FRAMEBUFFER_STATE")], uses);
    }

    [Fact]
    public void Framebuffer_of_fewer_colours_leaves_none_behind()
    {
        Page page = Inspection.Of(SampleRecording.Of(scene =>
        {
            scene.Stream.Write(new SetFramebufferCommand { ColorBufferCount = 2, ColorHandles = [GuestScene.SurfaceHandle, GuestScene.SurfaceHandle] });
            scene.Clear(Vector4.One);
            scene.Stream.Write(new SetFramebufferCommand { ColorBufferCount = 1, ColorHandles = [GuestScene.SurfaceHandle] });
            scene.Clear(Vector4.One);
            scene.Submit();
        }));

        Assert.Contains("cbuf[1]=", page.StateOf(page.Find("CLEAR"), StateGroup.Framebuffer), StringComparison.Ordinal);
        Assert.DoesNotContain("cbuf[1]=", page.StateOf(page.Find("CLEAR", 1), StateGroup.Framebuffer), StringComparison.Ordinal);
    }

    [Fact]
    public void Shader_in_pieces_is_put_together()
    {
        Page page = Inspection.Of(SampleRecording.Of(scene =>
        {
            byte[] text = [.. System.Text.Encoding.ASCII.GetBytes(GuestScene.PassFragment), 0, 0, 0, 0];
            text = text[..(text.Length / 4 * 4)];
            scene.Stream.Create(new ShaderObject { Handle = 500, Stage = ShaderStage.Fragment, TextLengthOrOffset = (uint)GuestScene.PassFragment.Length + 1, TokenCount = 99, Text = text.AsSpan(0, 16) });
            scene.Stream.Create(new ShaderObject { Handle = 500, Stage = ShaderStage.Fragment, IsContinuation = true, TextLengthOrOffset = 16, TokenCount = 99, Text = text.AsSpan(16) });
            scene.Submit();
        }), out InspectionReport report);

        Assert.Equal(1, report.Shaders);
        Assert.Equal(GuestScene.PassFragment, page.TextOf(0));
        int thing = page.FieldsOf(page.RowCount - 1).EnumerateArray().Single(field => field[0].GetString() == "handle")[3].GetInt32();
        Assert.Equal(0, page.Column("things", "textNumber", thing));
    }

    [Fact]
    public void Refused_dropped_unknown_and_unreached_commands_say_so()
    {
        byte[] recording = SampleRecording.Of(scene =>
        {
            scene.Stream.Write(new BindShaderCommand { Handle = 0, Stage = ShaderStage.Vertex });
            scene.Draw(3);
            scene.Submit();
            scene.Stream.WriteRaw((VirglOpcode)200, VirglObjectType.None, [0xdead, 0xbeef]);
            scene.Draw(3);
            Assert.Throws<GuestFaultException>(scene.Submit);
        }, refusals: default);

        Page page = Inspection.Of(recording, out InspectionReport report);

        int dropped = page.Find("DRAW_VBO"), unknown = page.Find("COMMAND 200"), unreached = page.Find("DRAW_VBO", 1);
        Assert.Equal([2, 1, 3], [page.Number("outcome", dropped), page.Number("outcome", unknown), page.Number("outcome", unreached)]);
        Assert.Contains("!did_nothing=a shader stage", Page.Text(page.FieldsOf(dropped)), StringComparison.Ordinal);
        Assert.StartsWith("!words=2,57005,48879 !refused=", Page.Text(page.FieldsOf(unknown)), StringComparison.Ordinal);
        Assert.Contains("!never_ran=the context had ended", Page.Text(page.FieldsOf(unreached)), StringComparison.Ordinal);
        Assert.Equal(1, report.Refusals);
    }

    [Fact]
    public void Only_the_draws_that_were_asked_for_are_on_the_page_and_know_what_was_bound_before()
    {
        Page page = Inspection.Of(SampleRecording.TwoDraws(), out InspectionReport report, new InspectionOptions { FirstDraw = 2, LastDraw = 2 });

        Assert.Equal(["0 FRAME", "1 SUBMIT", "2 CREATE_OBJECT", "2 BIND_OBJECT", "2 DRAW_VBO"], page.Outline);
        Assert.Equal((1, 2), (report.Draws, page.Index.GetProperty("allDraws").GetInt64()));
        Assert.NotNull(page.StateOf(4, StateGroup.Viewports));
        Assert.Equal(2, page.Number("draw", 4));
        Assert.Equal("00FF00", page.Pixel(4, 3, 3));
    }

    [Fact]
    public void Recording_cut_short_makes_a_page_of_what_came_before()
    {
        byte[] whole = SampleRecording.Of(scene =>
        {
            byte[] noise = new byte[1 << 20];
            new Random(1).NextBytes(noise);
            scene.Clear(Vector4.One);
            scene.Submit();
            for (int i = 0; i < 6; i++)
                scene.CreateBuffer<byte>(BindFlags.VertexBuffer, noise.AsSpan(0, 200_000));
            for (int i = 0; i < 6; i++)
                scene.Submit();
        });

        Page page = Inspection.Of(whole[..^1000], out InspectionReport report);

        Assert.Equal(RecordingFault.Truncated, report.Fault!.Kind);
        Assert.StartsWith("Cut short: it ends in the middle", page.Index.GetProperty("fault").GetString(), StringComparison.Ordinal);
        Assert.Equal("CLEAR", page.NameOf(page.Find("CLEAR")));
    }

    [Fact]
    public void Times_of_lines_add_up()
    {
        Page page = Inspection.Of(SampleRecording.TwoDraws());

        int submit = page.Find("SUBMIT"), next = Array.FindIndex(page.Outline, submit + 1, line => line[0] != '2');
        Assert.Equal(page.Number("time", submit), Enumerable.Range(submit + 1, next - submit - 1).Sum(row => page.Number("time", row)));
        Assert.True(page.Number("time", page.Find("DRAW_VBO")) > 0);
        Assert.Equal(-1, page.Number("time", page.Find("CREATE_RESOURCE")));
    }

    /// <summary>The n-th command of the first run is the n-th of the second, also where lines begin later.</summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    public void Times_are_those_that_the_first_run_took(long firstDraw, long lastDraw)
    {
        byte[] recording = SampleRecording.TwoDraws();
        using EglDisplay display = EglDisplay.OpenHeadless();
        Inspection host = new(recording, display);
        TimingListener timing = new(host);
        RecordingOrigin origin = new("", "vtest", "", default);
        using (Renderer renderer = host.CreateRenderer(origin, timing, null))
            Replay.Play(host.OpenRecording(), renderer, timing, out _);
        using InspectionBooks books = new(new PageWriter(new MemoryStream()), new InspectionOptions { FirstDraw = firstDraw, LastDraw = lastDraw });
        InspectionListener listener = new(host, books, [.. Enumerable.Range(0, timing.Nanoseconds.Count).Select(i => (uint)(1000 + i))]);
        using (Renderer renderer = host.CreateRenderer(origin, listener, listener))
            Replay.Play(host.OpenRecording(), renderer, listener, out _);

        Row[] commands = [.. books.Rows.Rows.Where(row => row.Depth == 2)];
        int before = firstDraw == 1 ? 0 : timing.Nanoseconds.Count - commands.Length;
        Assert.Equal(commands.Select((_, i) => 1000L + before + i), commands.Select(row => row.Nanoseconds));
        Assert.Equal("DRAW_VBO", commands[^1].Name);
        foreach (Row frame in books.Rows.Rows.Where(row => row.Kind == RowKind.Frame))
            Assert.Equal(commands.Sum(row => row.Nanoseconds), frame.Nanoseconds);
        Assert.All(timing.Nanoseconds, time => Assert.InRange(time, 1u, uint.MaxValue));
    }

    [Fact]
    public void Page_without_pictures_has_none()
    {
        Page page = Inspection.Of(SampleRecording.TwoDraws(), out InspectionReport report, new InspectionOptions { PictureSize = 0 });

        Assert.Equal(0, report.Pictures);
        Assert.Equal(-1, page.Number("picture", page.Find("DRAW_VBO")));
    }

    [Fact]
    public void Page_asks_for_nothing_from_outside()
    {
        string html = Inspection.Of(SampleRecording.TwoDraws()).Html;

        Assert.DoesNotMatch(@"(src|href)=|url\(|@import|https?://|fetch\(|XMLHttpRequest|import\(", html);
        Assert.Contains("default-src 'none'", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_of_the_guest_stays_text()
    {
        const string Marker = "</script><script>alert(1)</script>";
        byte[] recording = SampleRecording.Of(scene =>
        {
            scene.Stream.Write(new SendStringMarkerCommand { Text = System.Text.Encoding.ASCII.GetBytes(Marker) });
            scene.Submit();
        });

        Page page = Inspection.Of(recording);

        Assert.DoesNotContain("alert(1)", page.Html, StringComparison.Ordinal);
        Assert.Contains(Marker, Page.Text(page.FieldsOf(page.Find("SEND_STRING_MARKER"))), StringComparison.Ordinal);
    }
}
