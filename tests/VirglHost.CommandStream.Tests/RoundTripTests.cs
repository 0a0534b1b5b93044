using VirglHost.CommandStream.Commands;
using VirglHost.CommandStream.Objects;

namespace VirglHost.CommandStream.Tests;

/// <summary>Properties that hold for every command and object: what was encoded decodes to the same fields and the same words.</summary>
public sealed class RoundTripTests
{
    private const int Rounds = 4000;
    private static readonly int[] Lengths = [.. Enumerable.Range(0, 50), 128, 130, 131, 132, 133, 134];

    /// <summary>Every command type with a body, by its number.</summary>
    public static TheoryData<VirglOpcode> Opcodes => [.. Enum.GetValues<VirglOpcode>().Where(o => Checks.ContainsKey(o))];

    public static TheoryData<VirglObjectType> ObjectTypes => [.. Enum.GetValues<VirglObjectType>().Where(t => t != VirglObjectType.None)];

    private static readonly Dictionary<VirglOpcode, Action> Checks = new()
    {
        [VirglOpcode.Nop] = CheckCommand<NopCommand>,
        [VirglOpcode.BindObject] = CheckCommand<BindObjectCommand>,
        [VirglOpcode.DestroyObject] = CheckCommand<DestroyObjectCommand>,
        [VirglOpcode.SetViewports] = CheckCommand<SetViewportsCommand>,
        [VirglOpcode.SetFramebuffer] = CheckCommand<SetFramebufferCommand>,
        [VirglOpcode.SetVertexBuffers] = CheckCommand<SetVertexBuffersCommand>,
        [VirglOpcode.Clear] = CheckCommand<ClearCommand>,
        [VirglOpcode.DrawVbo] = CheckCommand<DrawVboCommand>,
        [VirglOpcode.ResourceInlineWrite] = CheckCommand<ResourceInlineWriteCommand>,
        [VirglOpcode.SetSamplerViews] = CheckCommand<SetSamplerViewsCommand>,
        [VirglOpcode.SetIndexBuffer] = CheckCommand<SetIndexBufferCommand>,
        [VirglOpcode.SetConstantBuffer] = CheckCommand<SetConstantBufferCommand>,
        [VirglOpcode.SetStencilReference] = CheckCommand<SetStencilReferenceCommand>,
        [VirglOpcode.SetBlendColor] = CheckCommand<SetBlendColorCommand>,
        [VirglOpcode.SetScissors] = CheckCommand<SetScissorsCommand>,
        [VirglOpcode.Blit] = CheckCommand<BlitCommand>,
        [VirglOpcode.ResourceCopyRegion] = CheckCommand<ResourceCopyRegionCommand>,
        [VirglOpcode.BindSamplerStates] = CheckCommand<BindSamplerStatesCommand>,
        [VirglOpcode.BeginQuery] = CheckCommand<BeginQueryCommand>,
        [VirglOpcode.EndQuery] = CheckCommand<EndQueryCommand>,
        [VirglOpcode.GetQueryResult] = CheckCommand<GetQueryResultCommand>,
        [VirglOpcode.SetPolygonStipple] = CheckCommand<SetPolygonStippleCommand>,
        [VirglOpcode.SetClipPlanes] = CheckCommand<SetClipPlanesCommand>,
        [VirglOpcode.SetSampleMask] = CheckCommand<SetSampleMaskCommand>,
        [VirglOpcode.SetStreamOutTargets] = CheckCommand<SetStreamOutTargetsCommand>,
        [VirglOpcode.SetRenderCondition] = CheckCommand<SetRenderConditionCommand>,
        [VirglOpcode.SetUniformBuffer] = CheckCommand<SetUniformBufferCommand>,
        [VirglOpcode.SetSubContext] = CheckCommand<SetSubContextCommand>,
        [VirglOpcode.CreateSubContext] = CheckCommand<CreateSubContextCommand>,
        [VirglOpcode.DestroySubContext] = CheckCommand<DestroySubContextCommand>,
        [VirglOpcode.BindShader] = CheckCommand<BindShaderCommand>,
        [VirglOpcode.SetTessellationLevels] = CheckCommand<SetTessellationLevelsCommand>,
        [VirglOpcode.SetMinimumSamples] = CheckCommand<SetMinimumSamplesCommand>,
        [VirglOpcode.SetShaderBuffers] = CheckCommand<SetShaderBuffersCommand>,
        [VirglOpcode.SetShaderImages] = CheckCommand<SetShaderImagesCommand>,
        [VirglOpcode.MemoryBarrier] = CheckCommand<MemoryBarrierCommand>,
        [VirglOpcode.LaunchGrid] = CheckCommand<LaunchGridCommand>,
        [VirglOpcode.SetFramebufferNoAttachments] = CheckCommand<SetFramebufferNoAttachmentsCommand>,
        [VirglOpcode.TextureBarrier] = CheckCommand<TextureBarrierCommand>,
        [VirglOpcode.SetAtomicBuffers] = CheckCommand<SetAtomicBuffersCommand>,
        [VirglOpcode.SetDebugFlags] = CheckCommand<SetDebugFlagsCommand>,
        [VirglOpcode.GetQueryResultToBuffer] = CheckCommand<GetQueryResultToBufferCommand>,
        [VirglOpcode.Transfer3D] = CheckCommand<Transfer3DCommand>,
        [VirglOpcode.EndTransfers] = CheckCommand<EndTransfersCommand>,
        [VirglOpcode.CopyTransfer3D] = CheckCommand<CopyTransfer3DCommand>,
        [VirglOpcode.SetTweaks] = CheckCommand<SetTweaksCommand>,
        [VirglOpcode.ClearTexture] = CheckCommand<ClearTextureCommand>,
        [VirglOpcode.CreatePipeResource] = CheckCommand<CreatePipeResourceCommand>,
        [VirglOpcode.SetPipeResourceType] = CheckCommand<SetPipeResourceTypeCommand>,
        [VirglOpcode.GetMemoryInfo] = CheckCommand<GetMemoryInfoCommand>,
        [VirglOpcode.SendStringMarker] = CheckCommand<SendStringMarkerCommand>,
        [VirglOpcode.LinkShader] = CheckCommand<LinkShaderCommand>,
        [VirglOpcode.ClearSurface] = CheckCommand<ClearSurfaceCommand>,
        [VirglOpcode.GetPipeResourceLayout] = CheckCommand<GetPipeResourceLayoutCommand>,
    };

    private static readonly Dictionary<VirglObjectType, Action> ObjectChecks = new()
    {
        [VirglObjectType.Blend] = CheckObject<BlendObject>,
        [VirglObjectType.Rasterizer] = CheckObject<RasterizerObject>,
        [VirglObjectType.DepthStencilAlpha] = CheckObject<DepthStencilAlphaObject>,
        [VirglObjectType.Shader] = CheckObject<ShaderObject>,
        [VirglObjectType.VertexElements] = CheckObject<VertexElementsObject>,
        [VirglObjectType.SamplerView] = CheckObject<SamplerViewObject>,
        [VirglObjectType.SamplerState] = CheckObject<SamplerStateObject>,
        [VirglObjectType.Surface] = CheckObject<SurfaceObject>,
        [VirglObjectType.Query] = CheckObject<QueryObject>,
        [VirglObjectType.StreamOutTarget] = CheckObject<StreamOutTargetObject>,
        [VirglObjectType.MultisampleSurface] = CheckObject<MultisampleSurfaceObject>,
    };

    [Fact]
    public void Opcode_thatIsNoVideoCommand_hasACommandType()
    {
        IEnumerable<VirglOpcode> untyped = Enum.GetValues<VirglOpcode>().Where(o => !Checks.ContainsKey(o));

        Assert.Equal(
            [VirglOpcode.CreateObject, .. Enumerable.Range(53, 9).Select(n => (VirglOpcode)n)],
            untyped);
    }

    [Theory]
    [MemberData(nameof(Opcodes))]
    public void Command_encodedAndDecoded_isUnchanged(VirglOpcode opcode) => Checks[opcode]();

    [Theory]
    [MemberData(nameof(ObjectTypes))]
    public void Object_encodedAndDecoded_isUnchanged(VirglObjectType type) => ObjectChecks[type]();

    private static void CheckCommand<T>()
        where T : struct, IVirglCommand<T>, allows ref struct
    {
        var random = new Random(7);
        var writer = new StreamWriter();
        int accepted = 0;
        foreach (uint[] body in Bodies(random))
        {
            if (!T.TryDecode(body, out T first))
                continue;
            accepted++;
            writer.Clear();
            writer.Write(in first);
            uint[] once = writer.Words.ToArray();
            var header = new CommandHeader(once[0]);
            Assert.Equal((T.Opcode, VirglObjectType.None, once.Length - 1), (header.Opcode, header.ObjectType, header.LengthInWords));
            Assert.True(T.TryDecode(once.AsSpan(1), out T second));
            writer.Clear();
            writer.Write(in second);
            Assert.Equal(once, writer.Words.ToArray());
            AssertOnlySpareBitsLost(body, once.AsSpan(1));
        }

        Assert.True(accepted > 10, $"only {accepted} random bodies were legal");
    }

    private static void CheckObject<T>()
        where T : struct, IVirglObject<T>, allows ref struct
    {
        var random = new Random(7);
        var writer = new StreamWriter();
        int accepted = 0;
        foreach (uint[] body in Bodies(random))
        {
            if (!T.TryDecode(body, out T first))
                continue;
            accepted++;
            Assert.NotEqual(0u, first.Handle);
            writer.Clear();
            writer.Create(in first);
            uint[] once = writer.Words.ToArray();
            var header = new CommandHeader(once[0]);
            Assert.Equal((VirglOpcode.CreateObject, T.Type, once.Length - 1), (header.Opcode, header.ObjectType, header.LengthInWords));
            Assert.True(T.TryDecode(once.AsSpan(1), out T second));
            writer.Clear();
            writer.Create(in second);
            Assert.Equal(once, writer.Words.ToArray());
            AssertOnlySpareBitsLost(body, once.AsSpan(1));
        }

        Assert.True(accepted > 10, $"only {accepted} random bodies were legal");
    }

    private static IEnumerable<uint[]> Bodies(Random random)
    {
        for (int round = 0; round < Rounds; round++)
        {
            foreach (int length in Lengths)
            {
                if (random.Next(Lengths.Length) < 3 || round < 4)
                    yield return RandomWords.Make(random, length);
            }
        }
    }

    /// <summary>The encoder may drop spare bits and trailing words, and turns any non-zero boolean into 1; it never invents a bit elsewhere.</summary>
    private static void AssertOnlySpareBitsLost(ReadOnlySpan<uint> before, ReadOnlySpan<uint> after)
    {
        Assert.True(after.Length <= before.Length + 1);
        for (int i = 0; i < Math.Min(before.Length, after.Length); i++)
        {
            bool boolean = after[i] == 1 && before[i] != 0;
            Assert.True(boolean || (after[i] & ~before[i]) == 0, $"word {i}: {before[i]:x8} became {after[i]:x8}");
        }
    }
}
