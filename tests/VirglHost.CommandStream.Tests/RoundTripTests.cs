using VirglHost.CommandStream.Commands;
using VirglHost.CommandStream.Objects;

namespace VirglHost.CommandStream.Tests;

/// <summary>Properties that hold for every command and object: what was encoded decodes to the same fields and the same words.</summary>
public sealed class RoundTripTests
{
    private delegate uint[] Canon(ReadOnlySpan<uint> body);

    private const int Rounds = 4000;
    private static readonly int[] Lengths = [.. Enumerable.Range(0, 50), 128, 130, 131, 132, 133, 134];

    /// <summary>Every command type with a body, by its number.</summary>
    public static TheoryData<VirglOpcode> Opcodes => [.. Enum.GetValues<VirglOpcode>().Where(o => Checks.ContainsKey(o))];

    public static TheoryData<VirglObjectType> ObjectTypes => [.. Enum.GetValues<VirglObjectType>().Where(t => t != VirglObjectType.None)];

    private static readonly Dictionary<VirglOpcode, (Action Check, Canon Canon)> Checks = new()
    {
        [VirglOpcode.Nop] = (CheckCommand<NopCommand>, CanonicalCommand<NopCommand>),
        [VirglOpcode.BindObject] = (CheckCommand<BindObjectCommand>, CanonicalCommand<BindObjectCommand>),
        [VirglOpcode.DestroyObject] = (CheckCommand<DestroyObjectCommand>, CanonicalCommand<DestroyObjectCommand>),
        [VirglOpcode.SetViewports] = (CheckCommand<SetViewportsCommand>, CanonicalCommand<SetViewportsCommand>),
        [VirglOpcode.SetFramebuffer] = (CheckCommand<SetFramebufferCommand>, CanonicalCommand<SetFramebufferCommand>),
        [VirglOpcode.SetVertexBuffers] = (CheckCommand<SetVertexBuffersCommand>, CanonicalCommand<SetVertexBuffersCommand>),
        [VirglOpcode.Clear] = (CheckCommand<ClearCommand>, CanonicalCommand<ClearCommand>),
        [VirglOpcode.DrawVbo] = (CheckCommand<DrawVboCommand>, CanonicalCommand<DrawVboCommand>),
        [VirglOpcode.ResourceInlineWrite] = (CheckCommand<ResourceInlineWriteCommand>, CanonicalCommand<ResourceInlineWriteCommand>),
        [VirglOpcode.SetSamplerViews] = (CheckCommand<SetSamplerViewsCommand>, CanonicalCommand<SetSamplerViewsCommand>),
        [VirglOpcode.SetIndexBuffer] = (CheckCommand<SetIndexBufferCommand>, CanonicalCommand<SetIndexBufferCommand>),
        [VirglOpcode.SetConstantBuffer] = (CheckCommand<SetConstantBufferCommand>, CanonicalCommand<SetConstantBufferCommand>),
        [VirglOpcode.SetStencilReference] = (CheckCommand<SetStencilReferenceCommand>, CanonicalCommand<SetStencilReferenceCommand>),
        [VirglOpcode.SetBlendColor] = (CheckCommand<SetBlendColorCommand>, CanonicalCommand<SetBlendColorCommand>),
        [VirglOpcode.SetScissors] = (CheckCommand<SetScissorsCommand>, CanonicalCommand<SetScissorsCommand>),
        [VirglOpcode.Blit] = (CheckCommand<BlitCommand>, CanonicalCommand<BlitCommand>),
        [VirglOpcode.ResourceCopyRegion] = (CheckCommand<ResourceCopyRegionCommand>, CanonicalCommand<ResourceCopyRegionCommand>),
        [VirglOpcode.BindSamplerStates] = (CheckCommand<BindSamplerStatesCommand>, CanonicalCommand<BindSamplerStatesCommand>),
        [VirglOpcode.BeginQuery] = (CheckCommand<BeginQueryCommand>, CanonicalCommand<BeginQueryCommand>),
        [VirglOpcode.EndQuery] = (CheckCommand<EndQueryCommand>, CanonicalCommand<EndQueryCommand>),
        [VirglOpcode.GetQueryResult] = (CheckCommand<GetQueryResultCommand>, CanonicalCommand<GetQueryResultCommand>),
        [VirglOpcode.SetPolygonStipple] = (CheckCommand<SetPolygonStippleCommand>, CanonicalCommand<SetPolygonStippleCommand>),
        [VirglOpcode.SetClipPlanes] = (CheckCommand<SetClipPlanesCommand>, CanonicalCommand<SetClipPlanesCommand>),
        [VirglOpcode.SetSampleMask] = (CheckCommand<SetSampleMaskCommand>, CanonicalCommand<SetSampleMaskCommand>),
        [VirglOpcode.SetStreamOutTargets] = (CheckCommand<SetStreamOutTargetsCommand>, CanonicalCommand<SetStreamOutTargetsCommand>),
        [VirglOpcode.SetRenderCondition] = (CheckCommand<SetRenderConditionCommand>, CanonicalCommand<SetRenderConditionCommand>),
        [VirglOpcode.SetUniformBuffer] = (CheckCommand<SetUniformBufferCommand>, CanonicalCommand<SetUniformBufferCommand>),
        [VirglOpcode.SetSubContext] = (CheckCommand<SetSubContextCommand>, CanonicalCommand<SetSubContextCommand>),
        [VirglOpcode.CreateSubContext] = (CheckCommand<CreateSubContextCommand>, CanonicalCommand<CreateSubContextCommand>),
        [VirglOpcode.DestroySubContext] = (CheckCommand<DestroySubContextCommand>, CanonicalCommand<DestroySubContextCommand>),
        [VirglOpcode.BindShader] = (CheckCommand<BindShaderCommand>, CanonicalCommand<BindShaderCommand>),
        [VirglOpcode.SetTessellationLevels] = (CheckCommand<SetTessellationLevelsCommand>, CanonicalCommand<SetTessellationLevelsCommand>),
        [VirglOpcode.SetMinimumSamples] = (CheckCommand<SetMinimumSamplesCommand>, CanonicalCommand<SetMinimumSamplesCommand>),
        [VirglOpcode.SetShaderBuffers] = (CheckCommand<SetShaderBuffersCommand>, CanonicalCommand<SetShaderBuffersCommand>),
        [VirglOpcode.SetShaderImages] = (CheckCommand<SetShaderImagesCommand>, CanonicalCommand<SetShaderImagesCommand>),
        [VirglOpcode.MemoryBarrier] = (CheckCommand<MemoryBarrierCommand>, CanonicalCommand<MemoryBarrierCommand>),
        [VirglOpcode.LaunchGrid] = (CheckCommand<LaunchGridCommand>, CanonicalCommand<LaunchGridCommand>),
        [VirglOpcode.SetFramebufferNoAttachments] = (CheckCommand<SetFramebufferNoAttachmentsCommand>, CanonicalCommand<SetFramebufferNoAttachmentsCommand>),
        [VirglOpcode.TextureBarrier] = (CheckCommand<TextureBarrierCommand>, CanonicalCommand<TextureBarrierCommand>),
        [VirglOpcode.SetAtomicBuffers] = (CheckCommand<SetAtomicBuffersCommand>, CanonicalCommand<SetAtomicBuffersCommand>),
        [VirglOpcode.SetDebugFlags] = (CheckCommand<SetDebugFlagsCommand>, CanonicalCommand<SetDebugFlagsCommand>),
        [VirglOpcode.GetQueryResultToBuffer] = (CheckCommand<GetQueryResultToBufferCommand>, CanonicalCommand<GetQueryResultToBufferCommand>),
        [VirglOpcode.Transfer3D] = (CheckCommand<Transfer3DCommand>, CanonicalCommand<Transfer3DCommand>),
        [VirglOpcode.EndTransfers] = (CheckCommand<EndTransfersCommand>, CanonicalCommand<EndTransfersCommand>),
        [VirglOpcode.CopyTransfer3D] = (CheckCommand<CopyTransfer3DCommand>, CanonicalCommand<CopyTransfer3DCommand>),
        [VirglOpcode.SetTweaks] = (CheckCommand<SetTweaksCommand>, CanonicalCommand<SetTweaksCommand>),
        [VirglOpcode.ClearTexture] = (CheckCommand<ClearTextureCommand>, CanonicalCommand<ClearTextureCommand>),
        [VirglOpcode.CreatePipeResource] = (CheckCommand<CreatePipeResourceCommand>, CanonicalCommand<CreatePipeResourceCommand>),
        [VirglOpcode.SetPipeResourceType] = (CheckCommand<SetPipeResourceTypeCommand>, CanonicalCommand<SetPipeResourceTypeCommand>),
        [VirglOpcode.GetMemoryInfo] = (CheckCommand<GetMemoryInfoCommand>, CanonicalCommand<GetMemoryInfoCommand>),
        [VirglOpcode.SendStringMarker] = (CheckCommand<SendStringMarkerCommand>, CanonicalCommand<SendStringMarkerCommand>),
        [VirglOpcode.LinkShader] = (CheckCommand<LinkShaderCommand>, CanonicalCommand<LinkShaderCommand>),
        [VirglOpcode.ClearSurface] = (CheckCommand<ClearSurfaceCommand>, CanonicalCommand<ClearSurfaceCommand>),
        [VirglOpcode.GetPipeResourceLayout] = (CheckCommand<GetPipeResourceLayoutCommand>, CanonicalCommand<GetPipeResourceLayoutCommand>),
    };

    private static readonly Dictionary<VirglObjectType, (Action Check, Canon Canon)> ObjectChecks = new()
    {
        [VirglObjectType.Blend] = (CheckObject<BlendObject>, CanonicalObject<BlendObject>),
        [VirglObjectType.Rasterizer] = (CheckObject<RasterizerObject>, CanonicalObject<RasterizerObject>),
        [VirglObjectType.DepthStencilAlpha] = (CheckObject<DepthStencilAlphaObject>, CanonicalObject<DepthStencilAlphaObject>),
        [VirglObjectType.Shader] = (CheckObject<ShaderObject>, CanonicalObject<ShaderObject>),
        [VirglObjectType.VertexElements] = (CheckObject<VertexElementsObject>, CanonicalObject<VertexElementsObject>),
        [VirglObjectType.SamplerView] = (CheckObject<SamplerViewObject>, CanonicalObject<SamplerViewObject>),
        [VirglObjectType.SamplerState] = (CheckObject<SamplerStateObject>, CanonicalObject<SamplerStateObject>),
        [VirglObjectType.Surface] = (CheckObject<SurfaceObject>, CanonicalObject<SurfaceObject>),
        [VirglObjectType.Query] = (CheckObject<QueryObject>, CanonicalObject<QueryObject>),
        [VirglObjectType.StreamOutTarget] = (CheckObject<StreamOutTargetObject>, CanonicalObject<StreamOutTargetObject>),
        [VirglObjectType.MultisampleSurface] = (CheckObject<MultisampleSurfaceObject>, CanonicalObject<MultisampleSurfaceObject>),
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
    public void Command_encodedAndDecoded_isUnchanged(VirglOpcode opcode) => Checks[opcode].Check();

    [Theory]
    [MemberData(nameof(ObjectTypes))]
    public void Object_encodedAndDecoded_isUnchanged(VirglObjectType type) => ObjectChecks[type].Check();

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

    /// <summary>A legal command as the encoder writes it: without bits that mean nothing.</summary>
    internal static uint[] Canonical(uint[] command)
    {
        CommandHeader header = new(command[0]);
        ReadOnlySpan<uint> body = command.AsSpan(1);
        return header.Opcode == VirglOpcode.CreateObject ? ObjectChecks[header.ObjectType].Canon(body) : Checks[header.Opcode].Canon(body);
    }

    private static uint[] CanonicalCommand<T>(ReadOnlySpan<uint> body)
        where T : struct, IVirglCommand<T>, allows ref struct
    {
        StreamWriter writer = new();
        Assert.True(T.TryDecode(body, out T command));
        writer.Write(in command);
        return writer.Words.ToArray();
    }

    private static uint[] CanonicalObject<T>(ReadOnlySpan<uint> body)
        where T : struct, IVirglObject<T>, allows ref struct
    {
        StreamWriter writer = new();
        Assert.True(T.TryDecode(body, out T decoded));
        writer.Create(in decoded);
        return writer.Words.ToArray();
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
