using System.Text;
using VirglHost.CommandStream.Gallium;
using VirglHost.CommandStream.Objects;

namespace VirglHost.CommandStream.Tests;

public sealed class ShaderObjectTests
{
    [Fact]
    public void Shader_firstPacketWithoutOutputs_carriesItsText()
    {
        uint[] body = [9, 1, 5, 310, 0, 0x47415246, 0];

        Assert.True(ShaderObject.TryDecode(body, out ShaderObject packet));
        Assert.Equal((9u, ShaderStage.Fragment, false, 5u, 310u), (packet.Handle, packet.Stage, packet.IsContinuation, packet.TextLengthOrOffset, packet.TokenCount));
        Assert.Equal("FRAG\0\0\0\0", Encoding.ASCII.GetString(packet.Text));
    }

    [Fact]
    public void Shader_streamOutputs_precedeTheText()
    {
        uint output = 3u | (1u << 8) | (2u << 10) | (1u << 13) | (8u << 16);
        uint[] body = [9, 0, 4, 10, 1, 16, 32, 0, 0, output, 2, 0x00545256];

        Assert.True(ShaderObject.TryDecode(body, out ShaderObject packet));
        Assert.Equal([16, 32, 0, 0], packet.StreamOutputStrides.ToArray());
        Assert.Equal(
            new StreamOutput(0, 0) { Register = 3, StartComponent = 1, ComponentCount = 2, Buffer = 1, OffsetInWords = 8, Stream = 2 },
            packet.StreamOutputs[0]);
        Assert.Equal(4, packet.Text.Length);
    }

    [Fact]
    public void Shader_continuation_carriesTheOffset()
    {
        Assert.True(ShaderObject.TryDecode([9, 0, 0x8000_1000, 10, 0, 1], out ShaderObject packet));
        Assert.True(packet.IsContinuation);
        Assert.Equal(0x1000u, packet.TextLengthOrOffset);
    }

    [Theory]
    [InlineData(new uint[] { 0, 0, 4, 10, 0, 0 }, "handle 0")]
    [InlineData(new uint[] { 9, 6, 4, 10, 0, 0 }, "stage 6")]
    [InlineData(new uint[] { 9, 0, 4, 10, 0, 1, 2 }, "more text than declared")]
    [InlineData(new uint[] { 9, 0, 4, 10, 65, 1 }, "65 outputs")]
    [InlineData(new uint[] { 9, 0, 4, 10, 1, 0, 0, 0, 0, 0 }, "outputs cut short")]
    [InlineData(new uint[] { 9, 0, 4, 10, 1, 0, 0, 0, 0, 4u << 13, 0 }, "buffer 4")]
    [InlineData(new uint[] { 9, 0, 4, 10, 1, 0, 0, 0, 0, (2u << 8) | (3u << 10), 0 }, "components past w")]
    [InlineData(new uint[] { 9, 0, 4, 10 }, "header cut short")]
    public void Shader_illegalPacket_isRefused(uint[] body, string why) => Assert.False(ShaderObject.TryDecode(body, out _), why);
}
