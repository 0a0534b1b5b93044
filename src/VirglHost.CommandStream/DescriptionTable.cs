using VirglHost.CommandStream.Commands;
using VirglHost.CommandStream.Objects;

namespace VirglHost.CommandStream;

/// <summary>
/// What every command number and object type is called, and the type that reads its fields. A number that is missing here has no name: the tests of this room
/// fail then. Video commands have names and no fields, for nothing decodes them.
/// </summary>
public static class DescriptionTable
{
    private delegate bool Describer(ReadOnlySpan<uint> body, IFieldVisitor visitor);

    private sealed record DescriptionRow(string Name, Describer? Describe);

    private static readonly Dictionary<VirglOpcode, DescriptionRow> Commands = new()
    {
        [VirglOpcode.Nop] = Row<NopCommand>("NOP"),
        [VirglOpcode.CreateObject] = new("CREATE_OBJECT", null),
        [VirglOpcode.BindObject] = Row<BindObjectCommand>("BIND_OBJECT"),
        [VirglOpcode.DestroyObject] = Row<DestroyObjectCommand>("DESTROY_OBJECT"),
        [VirglOpcode.SetViewports] = Row<SetViewportsCommand>("SET_VIEWPORT_STATE"),
        [VirglOpcode.SetFramebuffer] = Row<SetFramebufferCommand>("SET_FRAMEBUFFER_STATE"),
        [VirglOpcode.SetVertexBuffers] = Row<SetVertexBuffersCommand>("SET_VERTEX_BUFFERS"),
        [VirglOpcode.Clear] = Row<ClearCommand>("CLEAR"),
        [VirglOpcode.DrawVbo] = Row<DrawVboCommand>("DRAW_VBO"),
        [VirglOpcode.ResourceInlineWrite] = Row<ResourceInlineWriteCommand>("RESOURCE_INLINE_WRITE"),
        [VirglOpcode.SetSamplerViews] = Row<SetSamplerViewsCommand>("SET_SAMPLER_VIEWS"),
        [VirglOpcode.SetIndexBuffer] = Row<SetIndexBufferCommand>("SET_INDEX_BUFFER"),
        [VirglOpcode.SetConstantBuffer] = Row<SetConstantBufferCommand>("SET_CONSTANT_BUFFER"),
        [VirglOpcode.SetStencilReference] = Row<SetStencilReferenceCommand>("SET_STENCIL_REF"),
        [VirglOpcode.SetBlendColor] = Row<SetBlendColorCommand>("SET_BLEND_COLOR"),
        [VirglOpcode.SetScissors] = Row<SetScissorsCommand>("SET_SCISSOR_STATE"),
        [VirglOpcode.Blit] = Row<BlitCommand>("BLIT"),
        [VirglOpcode.ResourceCopyRegion] = Row<ResourceCopyRegionCommand>("RESOURCE_COPY_REGION"),
        [VirglOpcode.BindSamplerStates] = Row<BindSamplerStatesCommand>("BIND_SAMPLER_STATES"),
        [VirglOpcode.BeginQuery] = Row<BeginQueryCommand>("BEGIN_QUERY"),
        [VirglOpcode.EndQuery] = Row<EndQueryCommand>("END_QUERY"),
        [VirglOpcode.GetQueryResult] = Row<GetQueryResultCommand>("GET_QUERY_RESULT"),
        [VirglOpcode.SetPolygonStipple] = Row<SetPolygonStippleCommand>("SET_POLYGON_STIPPLE"),
        [VirglOpcode.SetClipPlanes] = Row<SetClipPlanesCommand>("SET_CLIP_STATE"),
        [VirglOpcode.SetSampleMask] = Row<SetSampleMaskCommand>("SET_SAMPLE_MASK"),
        [VirglOpcode.SetStreamOutTargets] = Row<SetStreamOutTargetsCommand>("SET_STREAMOUT_TARGETS"),
        [VirglOpcode.SetRenderCondition] = Row<SetRenderConditionCommand>("SET_RENDER_CONDITION"),
        [VirglOpcode.SetUniformBuffer] = Row<SetUniformBufferCommand>("SET_UNIFORM_BUFFER"),
        [VirglOpcode.SetSubContext] = Row<SetSubContextCommand>("SET_SUB_CTX"),
        [VirglOpcode.CreateSubContext] = Row<CreateSubContextCommand>("CREATE_SUB_CTX"),
        [VirglOpcode.DestroySubContext] = Row<DestroySubContextCommand>("DESTROY_SUB_CTX"),
        [VirglOpcode.BindShader] = Row<BindShaderCommand>("BIND_SHADER"),
        [VirglOpcode.SetTessellationLevels] = Row<SetTessellationLevelsCommand>("SET_TESS_STATE"),
        [VirglOpcode.SetMinimumSamples] = Row<SetMinimumSamplesCommand>("SET_MIN_SAMPLES"),
        [VirglOpcode.SetShaderBuffers] = Row<SetShaderBuffersCommand>("SET_SHADER_BUFFERS"),
        [VirglOpcode.SetShaderImages] = Row<SetShaderImagesCommand>("SET_SHADER_IMAGES"),
        [VirglOpcode.MemoryBarrier] = Row<MemoryBarrierCommand>("MEMORY_BARRIER"),
        [VirglOpcode.LaunchGrid] = Row<LaunchGridCommand>("LAUNCH_GRID"),
        [VirglOpcode.SetFramebufferNoAttachments] = Row<SetFramebufferNoAttachmentsCommand>("SET_FRAMEBUFFER_STATE_NO_ATTACH"),
        [VirglOpcode.TextureBarrier] = Row<TextureBarrierCommand>("TEXTURE_BARRIER"),
        [VirglOpcode.SetAtomicBuffers] = Row<SetAtomicBuffersCommand>("SET_ATOMIC_BUFFERS"),
        [VirglOpcode.SetDebugFlags] = Row<SetDebugFlagsCommand>("SET_DEBUG_FLAGS"),
        [VirglOpcode.GetQueryResultToBuffer] = Row<GetQueryResultToBufferCommand>("GET_QUERY_RESULT_QBO"),
        [VirglOpcode.Transfer3D] = Row<Transfer3DCommand>("TRANSFER3D"),
        [VirglOpcode.EndTransfers] = Row<EndTransfersCommand>("END_TRANSFERS"),
        [VirglOpcode.CopyTransfer3D] = Row<CopyTransfer3DCommand>("COPY_TRANSFER3D"),
        [VirglOpcode.SetTweaks] = Row<SetTweaksCommand>("SET_TWEAKS"),
        [VirglOpcode.ClearTexture] = Row<ClearTextureCommand>("CLEAR_TEXTURE"),
        [VirglOpcode.CreatePipeResource] = Row<CreatePipeResourceCommand>("PIPE_RESOURCE_CREATE"),
        [VirglOpcode.SetPipeResourceType] = Row<SetPipeResourceTypeCommand>("PIPE_RESOURCE_SET_TYPE"),
        [VirglOpcode.GetMemoryInfo] = Row<GetMemoryInfoCommand>("GET_MEMORY_INFO"),
        [VirglOpcode.SendStringMarker] = Row<SendStringMarkerCommand>("SEND_STRING_MARKER"),
        [VirglOpcode.LinkShader] = Row<LinkShaderCommand>("LINK_SHADER"),
        [VirglOpcode.CreateVideoCodec] = new("CREATE_VIDEO_CODEC", null),
        [VirglOpcode.DestroyVideoCodec] = new("DESTROY_VIDEO_CODEC", null),
        [VirglOpcode.CreateVideoBuffer] = new("CREATE_VIDEO_BUFFER", null),
        [VirglOpcode.DestroyVideoBuffer] = new("DESTROY_VIDEO_BUFFER", null),
        [VirglOpcode.BeginFrame] = new("BEGIN_FRAME", null),
        [VirglOpcode.DecodeMacroblock] = new("DECODE_MACROBLOCK", null),
        [VirglOpcode.DecodeBitstream] = new("DECODE_BITSTREAM", null),
        [VirglOpcode.EncodeBitstream] = new("ENCODE_BITSTREAM", null),
        [VirglOpcode.EndFrame] = new("END_FRAME", null),
        [VirglOpcode.ClearSurface] = Row<ClearSurfaceCommand>("CLEAR_SURFACE"),
        [VirglOpcode.GetPipeResourceLayout] = Row<GetPipeResourceLayoutCommand>("GET_PIPE_RESOURCE_LAYOUT"),
    };

    private static readonly Dictionary<VirglObjectType, DescriptionRow> ObjectTypes = new()
    {
        [VirglObjectType.Blend] = ObjectRow<BlendObject>("BLEND"),
        [VirglObjectType.Rasterizer] = ObjectRow<RasterizerObject>("RASTERIZER"),
        [VirglObjectType.DepthStencilAlpha] = ObjectRow<DepthStencilAlphaObject>("DSA"),
        [VirglObjectType.Shader] = ObjectRow<ShaderObject>("SHADER"),
        [VirglObjectType.VertexElements] = ObjectRow<VertexElementsObject>("VERTEX_ELEMENTS"),
        [VirglObjectType.SamplerView] = ObjectRow<SamplerViewObject>("SAMPLER_VIEW"),
        [VirglObjectType.SamplerState] = ObjectRow<SamplerStateObject>("SAMPLER_STATE"),
        [VirglObjectType.Surface] = ObjectRow<SurfaceObject>("SURFACE"),
        [VirglObjectType.Query] = ObjectRow<QueryObject>("QUERY"),
        [VirglObjectType.StreamOutTarget] = ObjectRow<StreamOutTargetObject>("STREAMOUT_TARGET"),
        [VirglObjectType.MultisampleSurface] = ObjectRow<MultisampleSurfaceObject>("MSAA_SURFACE"),
    };

    /// <summary>The protocol's name without VIRGL_CCMD_; null for a number that is no command.</summary>
    public static string? NameOf(VirglOpcode opcode) => Commands.GetValueOrDefault(opcode)?.Name;

    /// <summary>The protocol's name without VIRGL_OBJECT_; null for a number that is no object type.</summary>
    public static string? NameOf(VirglObjectType type) => ObjectTypes.GetValueOrDefault(type)?.Name;

    /// <summary>Tells the fields of a command; of CREATE_OBJECT those of the object.</summary>
    /// <param name="header">The command's header; an object type in it is told as the first field.</param>
    /// <param name="body">Exactly the words that the header counts.</param>
    /// <param name="visitor">Who is told.</param>
    /// <returns>False where the words do not form the command, or nothing decodes it; nothing but the object type was told then.</returns>
    public static bool TryDescribe(CommandHeader header, ReadOnlySpan<uint> body, IFieldVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        if (header.ObjectType != VirglObjectType.None)
            visitor.Choice("object_type", header.ObjectType);
        DescriptionRow? row = header.Opcode == VirglOpcode.CreateObject ? ObjectTypes.GetValueOrDefault(header.ObjectType) : Commands.GetValueOrDefault(header.Opcode);
        return row?.Describe is { } describe && describe(body, visitor);
    }

    private static DescriptionRow Row<T>(string name)
        where T : struct, IVirglCommand<T>, allows ref struct => new(name, DescribeCommand<T>);

    private static DescriptionRow ObjectRow<T>(string name)
        where T : struct, IVirglObject<T>, allows ref struct => new(name, DescribeObject<T>);

    private static bool DescribeCommand<T>(ReadOnlySpan<uint> body, IFieldVisitor visitor)
        where T : struct, IVirglCommand<T>, allows ref struct
    {
        if (!T.TryDecode(body, out T command))
            return false;
        command.Describe(visitor);
        return true;
    }

    private static bool DescribeObject<T>(ReadOnlySpan<uint> body, IFieldVisitor visitor)
        where T : struct, IVirglObject<T>, allows ref struct
    {
        if (!T.TryDecode(body, out T decoded))
            return false;
        decoded.Describe(visitor);
        return true;
    }
}
