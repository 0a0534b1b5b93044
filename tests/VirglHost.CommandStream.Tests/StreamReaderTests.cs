using System.Numerics;
using VirglHost.CommandStream.Commands;
using VirglHost.CommandStream.Gallium;
using VirglHost.CommandStream.Objects;

namespace VirglHost.CommandStream.Tests;

public sealed class StreamReaderTests
{
    [Fact]
    public void Reader_emptySubmit_hasNoCommand()
    {
        var reader = new StreamReader([]);

        Assert.False(reader.TryRead(out _, out _));
        Assert.False(reader.IsOverrun);
    }

    [Fact]
    public void Reader_twoCommands_yieldsBodiesAndOffsets()
    {
        uint[] words = [0x0001_001D, 7, 0x0002_0000, 8, 9];
        var reader = new StreamReader(words);

        Assert.True(reader.TryRead(out CommandHeader first, out ReadOnlySpan<uint> firstBody));
        Assert.Equal((VirglOpcode.CreateSubContext, 0), (first.Opcode, reader.OffsetInWords));
        Assert.Equal([7], firstBody.ToArray());
        Assert.True(reader.TryRead(out CommandHeader second, out ReadOnlySpan<uint> secondBody));
        Assert.Equal((VirglOpcode.Nop, 2), (second.Opcode, reader.OffsetInWords));
        Assert.Equal([8, 9], secondBody.ToArray());
        Assert.False(reader.TryRead(out _, out _));
        Assert.False(reader.IsOverrun);
    }

    [Fact]
    public void Reader_bodyLongerThanSubmit_isOverrunAndStops()
    {
        uint[] words = [0x0001_001D, 7, 0x0003_0007, 1, 2];
        var reader = new StreamReader(words);

        Assert.True(reader.TryRead(out _, out _));
        Assert.False(reader.TryRead(out CommandHeader header, out ReadOnlySpan<uint> body));
        Assert.True(reader.IsOverrun);
        Assert.Equal((VirglOpcode.Clear, 2), (header.Opcode, reader.OffsetInWords));
        Assert.True(body.IsEmpty);
        Assert.False(reader.TryRead(out _, out _));
    }

    [Fact]
    public void Reader_randomWords_neverReadsPastTheEnd()
    {
        var random = new Random(3);
        for (int round = 0; round < 2000; round++)
        {
            uint[] words = RandomWords.Make(random, random.Next(0, 40));
            var reader = new StreamReader(words);
            int total = 0;
            while (reader.TryRead(out _, out ReadOnlySpan<uint> body))
                total += 1 + body.Length;
            Assert.True(reader.IsOverrun ? total < words.Length : total == words.Length);
        }
    }

    [Fact]
    public void Header_lengthAboveSixteenBits_isRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new CommandHeader(VirglOpcode.Nop, VirglObjectType.None, 0x10000));

    /// <summary>SPEC: virgl-commands.md section 12.</summary>
    [Fact]
    public void Writer_workedExample_matchesTheReferenceWords()
    {
        var writer = new StreamWriter();
        writer.Write(new CreateSubContextCommand { Id = 1 });
        writer.Write(new SetSubContextCommand { Id = 1 });
        writer.Create(new BlendObject { Handle = 0x10, Targets = new BlendTarget[8] });
        writer.Bind(VirglObjectType.Blend, 0x10);
        writer.Create(new SurfaceObject { Handle = 0x20, ResourceHandle = 5, Format = VirglFormat.B8G8R8A8Unorm });
        writer.Write(new SetFramebufferCommand { ColorBufferCount = 1, ColorHandles = [0x20] });
        writer.Write(new ClearCommand { Buffers = ClearBuffers.Color0, Color = RawColor.FromFloats(new Vector4(0, 0.5f, 1, 1)), Depth = 1, Stencil = 3 });

        Assert.Equal(
            [
                0x0001001D, 1,
                0x0001001C, 1,
                0x000B0101, 0x10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                0x00010102, 0x10,
                0x00050801, 0x20, 5, 1, 0, 0,
                0x00030005, 1, 0, 0x20,
                0x00080007, 4, 0, 0x3F000000, 0x3F800000, 0x3F800000, 0, 0x3FF00000, 3,
            ],
            writer.Words.ToArray());
    }
}
