using System.Reflection;
using System.Runtime.CompilerServices;
using VirglHost.CommandStream.Caps;

namespace VirglHost.CommandStream.Tests;

public sealed class CapsTests
{
    [Fact]
    public void Caps_sizes_matchTheWire()
    {
        Assert.Equal((308, 308), (VirglCapsV1.SizeInBytes, Unsafe.SizeOf<VirglCapsV1>()));
        Assert.Equal((1408, 1408), (VirglCapsV2.SizeInBytes, Unsafe.SizeOf<VirglCapsV2>()));
    }

    /// <summary>SPEC: virgl-caps.md section 2, offsets typed here once more by hand.</summary>
    [Theory]
    [InlineData(nameof(VirglCapsV1.MaxVersion), 0)]
    [InlineData(nameof(VirglCapsV1.Sampler), 4)]
    [InlineData(nameof(VirglCapsV1.Render), 68)]
    [InlineData(nameof(VirglCapsV1.DepthStencil), 132)]
    [InlineData(nameof(VirglCapsV1.VertexBuffer), 196)]
    [InlineData(nameof(VirglCapsV1.BooleanCaps), 260)]
    [InlineData(nameof(VirglCapsV1.GlslLevel), 264)]
    [InlineData(nameof(VirglCapsV1.MaxSamples), 284)]
    [InlineData(nameof(VirglCapsV1.MaxTextureGatherComponents), 304)]
    public void CapsV1_field_liesAtItsOffset(string field, int offset) => Assert.Equal(offset, FirstByteOf<VirglCapsV1>(field));

    [Theory]
    [InlineData(nameof(VirglCapsV2.Common), 0)]
    [InlineData(nameof(VirglCapsV2.MinAliasedPointSize), 308)]
    [InlineData(nameof(VirglCapsV2.MaxTextureLodBias), 340)]
    [InlineData(nameof(VirglCapsV2.MaxGeometryOutputVertices), 344)]
    [InlineData(nameof(VirglCapsV2.MaxVertexAttributes), 356)]
    [InlineData(nameof(VirglCapsV2.MinTexelOffset), 364)]
    [InlineData(nameof(VirglCapsV2.MaxTextureGatherOffset), 376)]
    [InlineData(nameof(VirglCapsV2.TextureBufferOffsetAlignment), 380)]
    [InlineData(nameof(VirglCapsV2.CapabilityBits), 392)]
    [InlineData(nameof(VirglCapsV2.SampleLocations), 396)]
    [InlineData(nameof(VirglCapsV2.MaxVertexAttributeStride), 428)]
    [InlineData(nameof(VirglCapsV2.MaxImageSamples), 448)]
    [InlineData(nameof(VirglCapsV2.MaxComputeGridX), 460)]
    [InlineData(nameof(VirglCapsV2.MaxComputeBlockX), 472)]
    [InlineData(nameof(VirglCapsV2.MaxTexture2DSize), 484)]
    [InlineData(nameof(VirglCapsV2.MaxCombinedShaderBuffers), 496)]
    [InlineData(nameof(VirglCapsV2.MaxAtomicCounters), 500)]
    [InlineData(nameof(VirglCapsV2.MaxAtomicCounterBuffers), 524)]
    [InlineData(nameof(VirglCapsV2.MaxCombinedAtomicCounters), 548)]
    [InlineData(nameof(VirglCapsV2.HostFeatureCheckVersion), 556)]
    [InlineData(nameof(VirglCapsV2.SupportedReadbackFormats), 560)]
    [InlineData(nameof(VirglCapsV2.Scanout), 624)]
    [InlineData(nameof(VirglCapsV2.CapabilityBitsV2), 688)]
    [InlineData(nameof(VirglCapsV2.Renderer), 696)]
    [InlineData(nameof(VirglCapsV2.MaxAnisotropy), 760)]
    [InlineData(nameof(VirglCapsV2.MaxTextureSamplers), 764)]
    [InlineData(nameof(VirglCapsV2.SupportedMultisampleFormats), 768)]
    [InlineData(nameof(VirglCapsV2.MaxConstantBufferSize), 832)]
    [InlineData(nameof(VirglCapsV2.VideoCapsCount), 856)]
    [InlineData(nameof(VirglCapsV2.VideoCaps), 860)]
    [InlineData(nameof(VirglCapsV2.MaxUniformBlockSize), 1372)]
    [InlineData(nameof(VirglCapsV2.MaxTessControlOutputs), 1376)]
    [InlineData(nameof(VirglCapsV2.MaxShaderStorageBlocks), 1384)]
    public void CapsV2_field_liesAtItsOffset(string field, int offset) => Assert.Equal(offset, FirstByteOf<VirglCapsV2>(field));

    [Fact]
    public void CapsV2_renderer_isCutAndTerminated()
    {
        var caps = default(VirglCapsV2);
        caps.Renderer.Set(new string('x', 100));
        var bytes = new byte[VirglCapsV2.SizeInBytes];

        caps.WriteTo(bytes);

        Assert.Equal((byte)'x', bytes[696 + 62]);
        Assert.Equal(0, bytes[696 + 63]);
        Assert.Equal(63, caps.Renderer.ToString().Length);
    }

    [Fact]
    public void FormatMask_bit_isFormatModulo32OfItsWord()
    {
        var caps = default(VirglCapsV1);
        caps.Render.Add(VirglFormat.B8G8R8A8Srgb);
        var bytes = new byte[VirglCapsV1.SizeInBytes];

        caps.WriteTo(bytes);

        Assert.Equal(1u << (100 % 32), BitConverter.ToUInt32(bytes, 68 + 4 * (100 / 32)));
        Assert.True(caps.Render.Contains(VirglFormat.B8G8R8A8Srgb));
        Assert.False(caps.Render.Contains((VirglFormat)5000));
    }

    [Fact]
    public void Caps_destinationTooShort_isRefused() =>
        Assert.Throws<ArgumentException>(() => default(VirglCapsV1).WriteTo(new byte[307]));

    [Fact]
    public void VirglFormat_numbers_areUniqueAndBelowTheCount()
    {
        VirglFormat[] all = Enum.GetValues<VirglFormat>();

        Assert.Equal(468, all.Distinct().Count());
        Assert.True(all.All(f => (uint)f < StreamLimits.FormatCount));
        Assert.Equal((67u, 20u, 124u, 313u, 480u), ((uint)VirglFormat.R8G8B8A8Unorm, (uint)VirglFormat.S8UintZ24Unorm, (uint)VirglFormat.R11G11B10Float, (uint)VirglFormat.R8G8Srgb, (uint)all.Max()));
    }

    private static int FirstByteOf<T>(string field)
        where T : struct
    {
        FieldInfo info = typeof(T).GetField(field)!;
        object box = default(T);
        object filled = Filled(info.FieldType);
        info.SetValue(box, filled);
        Span<byte> bytes = new byte[Unsafe.SizeOf<T>()];
        var value = (T)box;
        System.Runtime.InteropServices.MemoryMarshal.Write(bytes, in value);
        return bytes.IndexOfAnyExcept((byte)0);
    }

    /// <summary>A value whose first byte is not zero.</summary>
    private static object Filled(Type type)
    {
        if (type.IsEnum)
            return Enum.ToObject(type, 0x01010101u);
        if (type == typeof(uint))
            return 0x01010101u;
        if (type == typeof(int))
            return 0x01010101;
        if (type == typeof(float))
            return BitConverter.UInt32BitsToSingle(0x01010101);
        object box = Activator.CreateInstance(type)!;
        FieldInfo first = type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)[0];
        first.SetValue(box, first.FieldType == typeof(byte) ? (object)(byte)1 : 0x01010101u);
        return box;
    }
}
