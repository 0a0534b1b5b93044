using VirglHost.CommandStream.Commands;
using VirglHost.CommandStream.Gallium;
using VirglHost.CommandStream.Objects;

namespace VirglHost.CommandStream.Tests;

/// <summary>The table that names commands and their fields: complete, and no bit of a command is left out.</summary>
public sealed class DescriptionTests
{
    private static readonly int[] Lengths = [.. Enumerable.Range(0, 32), 32, 128, 130];

    public static TheoryData<VirglOpcode> Opcodes => [.. Enum.GetValues<VirglOpcode>()];

    public static TheoryData<VirglOpcode> DecodedOpcodes => [.. Enum.GetValues<VirglOpcode>().Where(opcode => !IsVideo(opcode) && opcode != VirglOpcode.CreateObject)];

    public static TheoryData<VirglObjectType> ObjectTypes => [.. Enum.GetValues<VirglObjectType>().Where(type => type != VirglObjectType.None)];

    [Theory]
    [MemberData(nameof(Opcodes))]
    public void Every_command_number_has_its_protocol_name(VirglOpcode opcode) => Assert.Matches("^[A-Z0-9_]+$", DescriptionTable.NameOf(opcode));

    [Theory]
    [MemberData(nameof(ObjectTypes))]
    public void Every_object_type_has_its_protocol_name(VirglObjectType type) => Assert.Matches("^[A-Z_]+$", DescriptionTable.NameOf(type));

    [Theory]
    [MemberData(nameof(DecodedOpcodes))]
    public void Every_bit_of_a_command_shows_in_its_description(VirglOpcode opcode) => CheckBits(opcode, VirglObjectType.None, IgnoredBits(opcode));

    [Theory]
    [MemberData(nameof(ObjectTypes))]
    public void Every_bit_of_an_object_shows_in_its_description(VirglObjectType type) => CheckBits(VirglOpcode.CreateObject, type, UnusedBits(type));

    [Fact]
    public void Draw_is_told_field_by_field_in_the_words_of_the_protocol()
    {
        StreamWriter writer = new();
        writer.Write(new DrawVboCommand { Start = 3, Count = 6, Mode = PipePrimitive.TriangleStrip, InstanceCount = 1, IndexBias = -2, MaxIndex = 9 });

        Assert.Equal(
            "start=3 count=6 mode=TRIANGLE_STRIP indexed=False instance_count=1 index_bias=-2 start_instance=0 primitive_restart=False restart_index=0 min_index=0 max_index=9 count_from_so=0 " +
            "vertices_per_patch=0 draw_id=0 indirect_handle=0 indirect_offset=0 indirect_stride=0 indirect_draw_count=0 indirect_draw_count_offset=0 indirect_draw_count_handle=0 ",
            FieldText.Of(writer.Words));
    }

    [Fact]
    public void Slots_of_a_list_keep_their_numbers()
    {
        StreamWriter writer = new();
        writer.Write(new SetScissorsCommand { StartSlot = 2, Rectangles = [new ScissorRectangle(1, 2, 30, 40)] });

        Assert.Equal("start_slot=2 scissor[2] { min_x=1 min_y=2 max_x=30 max_y=40 } ", FieldText.Of(writer.Words));
    }

    [Fact]
    public void Object_begins_with_its_type()
    {
        StreamWriter writer = new();
        writer.Create(new SurfaceObject { Handle = 5, ResourceHandle = 6, Format = VirglFormat.B8G8R8X8Unorm, Level = 1, FirstLayer = 2, LastLayer = 3 });

        Assert.Equal("object_type=SURFACE handle=5 res_handle=6 format=B8G8R8X8_UNORM level=1 first_layer=2 last_layer=3 ", FieldText.Of(writer.Words));
    }

    [Theory]
    [InlineData(64u)]
    [InlineData(0x0001_00FFu)]
    [InlineData(53u)]
    [InlineData(0x0002_0008u)]
    public void Words_that_form_no_command_are_told_as_such(uint header)
    {
        var body = new uint[header >> 16];

        Assert.False(DescriptionTable.TryDescribe(new CommandHeader(header), body, new FieldText()));
    }

    /// <summary>Flips each bit of legal commands: where the command stays legal, its description changes.</summary>
    private static void CheckBits(VirglOpcode opcode, VirglObjectType type, Func<int, int, uint> ignored)
    {
        Random random = new(11);
        int legal = 0;
        for (int round = 0; round < 40_000 && legal < 12; round++)
        {
            int length = Lengths[random.Next(Lengths.Length)];
            uint[] command = [new CommandHeader(opcode, type, length).Word, .. RandomWords.Make(random, length)];
            string before = FieldText.Of(command);
            if (before.Length == 0)
                continue;
            legal++;
            for (int word = 1; word < command.Length; word++)
            {
                for (int bit = 0; bit < 32; bit++)
                    CheckBit(command, before, word, bit, ignored(word - 1, length));
            }
        }

        Assert.True(legal > 0, "no random body was legal");
    }

    private static void CheckBit(uint[] command, string before, int word, int bit, uint ignored)
    {
        command[word] ^= 1u << bit;
        string after = FieldText.Of(command);
        command[word] ^= 1u << bit;
        bool isSame = after.Length != 0 && after == before;
        Assert.True(!isSame || (ignored >> bit & 1) != 0 || IsTruth(command[word]) || IsSpare(command, word, bit), $"bit {bit} of word {word} of {command.Length - 1} does not show: {before}");
    }

    /// <summary>A yes or no stays what it is where another bit than its only one changes.</summary>
    private static bool IsTruth(uint word) => !uint.IsPow2(word) && word != 0;

    /// <summary>Bits that the encoder drops mean nothing.</summary>
    private static bool IsSpare(uint[] command, int word, int bit)
    {
        uint[] changed = [.. command];
        changed[word] ^= 1u << bit;
        return RoundTripTests.Canonical(changed).SequenceEqual(RoundTripTests.Canonical(command));
    }

    /// <summary>Words of commands that may be longer than what they say.</summary>
    private static Func<int, int, uint> IgnoredBits(VirglOpcode opcode) => opcode switch
    {
        VirglOpcode.Nop or VirglOpcode.EndTransfers => (_, _) => uint.MaxValue,
        _ => (_, _) => 0,
    };

    /// <summary>Bits of packed words that mean nothing, though the encoder keeps the word as it is.</summary>
    private static Func<int, int, uint> UnusedBits(VirglObjectType type) => type switch
    {
        VirglObjectType.Blend => (word, _) => word >= 3 ? 1u << 31 : 0,
        VirglObjectType.DepthStencilAlpha => (word, _) => word is 2 or 3 ? 7u << 29 : 0,
        // Of a captured output's second word only the stream counts; other words of that many bits are text, which its lowest bits stand for here.
        VirglObjectType.Shader => (word, _) => word >= 9 ? ~3u : 0,
        _ => (_, _) => 0,
    };

    private static bool IsVideo(VirglOpcode opcode) => opcode is >= VirglOpcode.CreateVideoCodec and <= VirglOpcode.EndFrame;
}
