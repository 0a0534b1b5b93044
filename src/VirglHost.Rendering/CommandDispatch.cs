using VirglHost.CommandStream;
using VirglHost.CommandStream.Commands;
using VirglHost.Rendering.State;

namespace VirglHost.Rendering;

/// <summary>The one switch over opcodes: decodes a command and hands it to the part that owns what it changes.</summary>
internal static class CommandDispatch
{
    /// <summary>Runs one command in <paramref name="context"/>, whose current GL context is current.</summary>
    public static void Run(RenderContext context, CommandHeader header, ReadOnlySpan<uint> body)
    {
        switch (header.Opcode)
        {
            case VirglOpcode.Nop:
            case VirglOpcode.EndTransfers:
                break;
            case VirglOpcode.SetDebugFlags: NoteDispatch.SetDebugFlags(context, Decode<SetDebugFlagsCommand>(body)); break;
            case VirglOpcode.SetTweaks: NoteDispatch.SetTweak(Decode<SetTweaksCommand>(body)); break;
            case VirglOpcode.SendStringMarker: NoteDispatch.Mark(context.Current, Decode<SendStringMarkerCommand>(body)); break;
            case VirglOpcode.GetMemoryInfo: NoteDispatch.GetMemoryInfo(context, Decode<GetMemoryInfoCommand>(body)); break;
            case VirglOpcode.CreatePipeResource:
            case VirglOpcode.SetPipeResourceType:
            case VirglOpcode.GetPipeResourceLayout:
                BlobDispatch.Run(context, header, body);
                break;
            case VirglOpcode.CreateSubContext: context.CreateSubContext(Decode<CreateSubContextCommand>(body).Id); break;
            case VirglOpcode.SetSubContext: context.SetSubContext(Decode<SetSubContextCommand>(body).Id); break;
            case VirglOpcode.DestroySubContext: context.DestroySubContext(Decode<DestroySubContextCommand>(body).Id); break;
            case VirglOpcode.Transfer3D:
            case VirglOpcode.CopyTransfer3D:
            case VirglOpcode.ResourceInlineWrite:
            case VirglOpcode.ResourceCopyRegion:
            case VirglOpcode.Blit:
            case VirglOpcode.ClearTexture:
                ResourceDispatch.Run(context, header, body);
                break;
            default:
                RunInSubContext(context, context.Current, header, body);
                break;
        }
    }

    /// <summary>The command as its fields; words that do not form it are the guest's fault.</summary>
    public static T Decode<T>(ReadOnlySpan<uint> body)
        where T : struct, IVirglCommand<T>, allows ref struct =>
        T.TryDecode(body, out T command) ? command : throw GuestFaults.Malformed(T.Opcode, body.Length);

    private static void RunInSubContext(RenderContext context, SubContext sub, CommandHeader header, ReadOnlySpan<uint> body)
    {
        PipelineState state = sub.State;
        switch (header.Opcode)
        {
            case VirglOpcode.CreateObject: sub.Create(context, header, body); break;
            case VirglOpcode.BindObject: sub.Bind(header.ObjectType, Decode<BindObjectCommand>(body).Handle); break;
            case VirglOpcode.DestroyObject: sub.Destroy(Decode<DestroyObjectCommand>(body).Handle); break;
            case VirglOpcode.SetViewports: state.SetViewports(Decode<SetViewportsCommand>(body)); break;
            case VirglOpcode.SetScissors: state.SetScissors(Decode<SetScissorsCommand>(body)); break;
            case VirglOpcode.SetFramebuffer: BindingDispatch.SetFramebuffer(sub, Decode<SetFramebufferCommand>(body)); break;
            case VirglOpcode.SetFramebufferNoAttachments: state.SetNoAttachments(Decode<SetFramebufferNoAttachmentsCommand>(body)); break;
            case VirglOpcode.SetVertexBuffers: BindingDispatch.SetVertexBuffers(context, sub, Decode<SetVertexBuffersCommand>(body)); break;
            case VirglOpcode.SetIndexBuffer: BindingDispatch.SetIndexBuffer(context, sub, Decode<SetIndexBufferCommand>(body)); break;
            case VirglOpcode.SetConstantBuffer: BindingDispatch.SetConstantBuffer(sub, Decode<SetConstantBufferCommand>(body)); break;
            case VirglOpcode.SetUniformBuffer: BindingDispatch.SetUniformBuffer(context, sub, Decode<SetUniformBufferCommand>(body)); break;
            case VirglOpcode.SetSamplerViews: BindingDispatch.SetSamplerViews(sub, Decode<SetSamplerViewsCommand>(body)); break;
            case VirglOpcode.BindSamplerStates: BindingDispatch.BindSamplerStates(sub, Decode<BindSamplerStatesCommand>(body)); break;
            case VirglOpcode.BindShader: BindingDispatch.BindShader(sub, Decode<BindShaderCommand>(body)); break;
            case VirglOpcode.LinkShader: BindingDispatch.LinkShader(sub, Decode<LinkShaderCommand>(body)); break;
            case VirglOpcode.SetStencilReference: state.SetStencilReference(Decode<SetStencilReferenceCommand>(body)); break;
            case VirglOpcode.SetBlendColor: state.SetBlendColor(Decode<SetBlendColorCommand>(body)); break;
            case VirglOpcode.SetPolygonStipple: state.SetStipple(Decode<SetPolygonStippleCommand>(body)); break;
            case VirglOpcode.SetClipPlanes: state.SetClipPlanes(Decode<SetClipPlanesCommand>(body)); break;
            case VirglOpcode.SetSampleMask: state.SetSampleMask(Decode<SetSampleMaskCommand>(body)); break;
            case VirglOpcode.SetMinimumSamples: state.SetMinimumSamples(Decode<SetMinimumSamplesCommand>(body)); break;
            case VirglOpcode.SetTessellationLevels: state.SetTessellationLevels(Decode<SetTessellationLevelsCommand>(body)); break;
            case VirglOpcode.Clear: sub.Clears.Clear(Decode<ClearCommand>(body)); break;
            case VirglOpcode.ClearSurface: BindingDispatch.ClearSurface(sub, Decode<ClearSurfaceCommand>(body)); break;
            case VirglOpcode.DrawVbo: BindingDispatch.Draw(context, sub, Decode<DrawVboCommand>(body)); break;
            case VirglOpcode.BeginQuery:
            case VirglOpcode.EndQuery:
            case VirglOpcode.GetQueryResult:
            case VirglOpcode.GetQueryResultToBuffer:
            case VirglOpcode.SetRenderCondition: QueryDispatch.Run(context, sub, header, body); break;
            case VirglOpcode.SetStreamOutTargets: BindingDispatch.SetStreamOutTargets(sub, Decode<SetStreamOutTargetsCommand>(body)); break;
            case VirglOpcode.SetShaderBuffers: sub.Storage.SetBuffers(context, Decode<SetShaderBuffersCommand>(body)); break;
            case VirglOpcode.SetAtomicBuffers: sub.Storage.SetAtomicBuffers(context, Decode<SetAtomicBuffersCommand>(body)); break;
            case VirglOpcode.SetShaderImages: sub.Storage.SetImages(context, Decode<SetShaderImagesCommand>(body)); break;
            case VirglOpcode.LaunchGrid: BindingDispatch.LaunchGrid(context, sub, Decode<LaunchGridCommand>(body)); break;
            case VirglOpcode.MemoryBarrier: BarrierDispatch.Memory(sub, Decode<MemoryBarrierCommand>(body)); break;
            case VirglOpcode.TextureBarrier: BarrierDispatch.Texture(sub, Decode<TextureBarrierCommand>(body)); break;
            default: Refuse(header); break;
        }
    }

    /// <summary>Names what is not supported, so that nothing is unknown by accident.</summary>
    private static void Refuse(CommandHeader header) => throw (header.Opcode switch
    {
        VirglOpcode.CreateVideoCodec or VirglOpcode.DestroyVideoCodec or
        VirglOpcode.CreateVideoBuffer or VirglOpcode.DestroyVideoBuffer or VirglOpcode.BeginFrame or VirglOpcode.DecodeMacroblock or
        VirglOpcode.DecodeBitstream or VirglOpcode.EncodeBitstream or VirglOpcode.EndFrame => GuestFaults.Unsupported(header),
        _ => GuestFaults.UnknownOpcode(header),
    });
}
