using VirglHost.CommandStream;

namespace VirglHost.Rendering.Tests;

/// <summary>
/// Every opcode and every type of object says here what may be wrong with it, and <see cref="RefusalTests"/> has a case for each of these. What stands with
/// <see cref="Wrong.None"/> has no word that is refused: any value means something, or the protocol wants it ignored. Too few words are tried with every opcode.
/// </summary>
public sealed class RefusalCoverageTests
{
    private const Wrong All = Wrong.Handle | Wrong.Value | Wrong.Range | Wrong.Product;

    private static readonly Dictionary<VirglOpcode, Wrong> _opcodes = new()
    {
        [VirglOpcode.Nop] = Wrong.None,
        [VirglOpcode.CreateObject] = All,
        [VirglOpcode.BindObject] = Wrong.Handle | Wrong.Value,
        [VirglOpcode.DestroyObject] = Wrong.None,
        [VirglOpcode.SetViewports] = Wrong.Value | Wrong.Product,
        [VirglOpcode.SetFramebuffer] = Wrong.Handle | Wrong.Value,
        [VirglOpcode.SetVertexBuffers] = Wrong.Handle | Wrong.Value,
        [VirglOpcode.Clear] = Wrong.None,
        [VirglOpcode.DrawVbo] = All,
        [VirglOpcode.ResourceInlineWrite] = Wrong.Handle | Wrong.Range | Wrong.Product,
        [VirglOpcode.SetSamplerViews] = Wrong.Handle | Wrong.Value | Wrong.Product,
        [VirglOpcode.SetIndexBuffer] = Wrong.Handle,
        [VirglOpcode.SetConstantBuffer] = Wrong.Value,
        [VirglOpcode.SetStencilReference] = Wrong.None,
        [VirglOpcode.SetBlendColor] = Wrong.None,
        [VirglOpcode.SetScissors] = Wrong.Value,
        [VirglOpcode.Blit] = All,
        [VirglOpcode.ResourceCopyRegion] = Wrong.Handle | Wrong.Range | Wrong.Product,
        [VirglOpcode.BindSamplerStates] = Wrong.Value,
        [VirglOpcode.BeginQuery] = Wrong.Handle,
        [VirglOpcode.EndQuery] = Wrong.Handle,
        [VirglOpcode.GetQueryResult] = Wrong.Handle,
        [VirglOpcode.SetPolygonStipple] = Wrong.None,
        [VirglOpcode.SetClipPlanes] = Wrong.None,
        [VirglOpcode.SetSampleMask] = Wrong.None,
        [VirglOpcode.SetStreamOutTargets] = Wrong.Handle | Wrong.Value,
        [VirglOpcode.SetRenderCondition] = Wrong.Value,
        [VirglOpcode.SetUniformBuffer] = Wrong.Handle | Wrong.Value | Wrong.Range,
        [VirglOpcode.SetSubContext] = Wrong.None,
        [VirglOpcode.CreateSubContext] = Wrong.Product,
        [VirglOpcode.DestroySubContext] = Wrong.None,
        [VirglOpcode.BindShader] = Wrong.Value,
        [VirglOpcode.SetTessellationLevels] = Wrong.None,
        [VirglOpcode.SetMinimumSamples] = Wrong.None,
        [VirglOpcode.SetShaderBuffers] = All,
        [VirglOpcode.SetShaderImages] = All,
        [VirglOpcode.MemoryBarrier] = Wrong.None,
        [VirglOpcode.LaunchGrid] = Wrong.Handle | Wrong.Range | Wrong.Product,
        [VirglOpcode.SetFramebufferNoAttachments] = Wrong.None,
        [VirglOpcode.TextureBarrier] = Wrong.None,
        [VirglOpcode.SetAtomicBuffers] = All,
        [VirglOpcode.SetDebugFlags] = Wrong.None,
        [VirglOpcode.GetQueryResultToBuffer] = All,
        [VirglOpcode.Transfer3D] = All,
        [VirglOpcode.EndTransfers] = Wrong.None,
        [VirglOpcode.CopyTransfer3D] = Wrong.Handle | Wrong.Range | Wrong.Product,
        [VirglOpcode.SetTweaks] = Wrong.Value,
        [VirglOpcode.ClearTexture] = Wrong.Handle | Wrong.Range | Wrong.Product,
        [VirglOpcode.CreatePipeResource] = Wrong.Value | Wrong.Range | Wrong.Product,
        [VirglOpcode.SetPipeResourceType] = Wrong.Handle | Wrong.Value,
        [VirglOpcode.GetMemoryInfo] = Wrong.Handle,
        [VirglOpcode.SendStringMarker] = Wrong.Range | Wrong.Product,
        [VirglOpcode.LinkShader] = Wrong.None,
        [VirglOpcode.CreateVideoCodec] = Wrong.Value,
        [VirglOpcode.DestroyVideoCodec] = Wrong.Value,
        [VirglOpcode.CreateVideoBuffer] = Wrong.Value,
        [VirglOpcode.DestroyVideoBuffer] = Wrong.Value,
        [VirglOpcode.BeginFrame] = Wrong.Value,
        [VirglOpcode.DecodeMacroblock] = Wrong.Value,
        [VirglOpcode.DecodeBitstream] = Wrong.Value,
        [VirglOpcode.EncodeBitstream] = Wrong.Value,
        [VirglOpcode.EndFrame] = Wrong.Value,
        [VirglOpcode.ClearSurface] = Wrong.Handle,
        [VirglOpcode.GetPipeResourceLayout] = Wrong.Handle | Wrong.Range,
    };

    private static readonly Dictionary<VirglObjectType, Wrong> _objects = new()
    {
        [VirglObjectType.None] = Wrong.Value,
        [VirglObjectType.Blend] = Wrong.None,
        [VirglObjectType.Rasterizer] = Wrong.Handle,
        [VirglObjectType.DepthStencilAlpha] = Wrong.None,
        [VirglObjectType.Shader] = All,
        [VirglObjectType.VertexElements] = Wrong.Value | Wrong.Range,
        [VirglObjectType.SamplerView] = Wrong.Handle | Wrong.Value | Wrong.Range,
        [VirglObjectType.SamplerState] = Wrong.Value,
        [VirglObjectType.Surface] = Wrong.Handle | Wrong.Value | Wrong.Range,
        [VirglObjectType.Query] = Wrong.Handle | Wrong.Value | Wrong.Range,
        [VirglObjectType.StreamOutTarget] = Wrong.Handle,
        [VirglObjectType.MultisampleSurface] = Wrong.Handle | Wrong.Value | Wrong.Range,
    };

    [Fact]
    public void Every_opcode_has_a_case_for_each_thing_that_may_be_wrong()
    {
        ILookup<VirglOpcode, Wrong> cases = Cases().ToLookup(refused => refused.Header.Opcode, refused => refused.Wrong);

        Assert.Equal(Enum.GetValues<VirglOpcode>(), _opcodes.Keys.Order());
        Assert.Empty(_opcodes.Select(wanted => Lacking(wanted.Key.ToString(), wanted.Value, cases[wanted.Key])).OfType<string>());
    }

    [Fact]
    public void Every_type_of_object_has_a_case_for_each_thing_that_may_be_wrong()
    {
        ILookup<VirglObjectType, Wrong> cases = Cases().Where(refused => refused.Header.Opcode == VirglOpcode.CreateObject)
            .ToLookup(refused => refused.Header.ObjectType, refused => refused.Wrong);

        Assert.Equal(Enum.GetValues<VirglObjectType>(), _objects.Keys.Order());
        Assert.Empty(_objects.Select(wanted => Lacking(wanted.Key.ToString(), wanted.Value, cases[wanted.Key])).OfType<string>());
    }

    private static string? Lacking(string name, Wrong wanted, IEnumerable<Wrong> tried)
    {
        Wrong lacking = wanted & ~tried.Aggregate(Wrong.None, (sum, one) => sum | one);
        return lacking == Wrong.None ? null : $"{name}: no case with a wrong {lacking}";
    }

    /// <summary>The last command of each case is the one refused.</summary>
    private static IEnumerable<(Wrong Wrong, CommandHeader Header)> Cases()
    {
        foreach ((Wrong wrong, _, Action<CommandStream.StreamWriter> write) in RefusalTests.AllCases.Values)
        {
            CommandStream.StreamWriter stream = new();
            write(stream);
            CommandStream.StreamReader reader = new(stream.Words);
            CommandHeader last = default;
            while (reader.TryRead(out CommandHeader header, out _))
                last = header;
            yield return (wrong, last);
        }
    }
}
