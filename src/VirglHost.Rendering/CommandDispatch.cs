using System.Runtime.CompilerServices;
using VirglHost.CommandStream;
using VirglHost.CommandStream.Commands;

namespace VirglHost.Rendering;

/// <summary>The one switch over opcodes: decodes a command and hands it to the part that owns what it changes.</summary>
internal static partial class CommandDispatch
{
    /// <summary>Runs one command in <paramref name="context"/>, whose current GL context is current.</summary>
    public static void Run(RenderContext context, CommandHeader header, ReadOnlySpan<uint> body)
    {
        // Draws may wait for more of their kind; Mesa says before each indexed one where its indices begin.
        if (header.Opcode is not (VirglOpcode.DrawVbo or VirglOpcode.SetIndexBuffer))
        {
            context.CurrentOrNone?.Draws.Issue();
        }

        switch (header.Opcode)
        {
            case VirglOpcode.Nop:
            case VirglOpcode.EndTransfers:
                break;
            case VirglOpcode.SetDebugFlags:
            case VirglOpcode.SetTweaks:
            case VirglOpcode.SendStringMarker:
            case VirglOpcode.GetMemoryInfo:
            case VirglOpcode.CreatePipeResource:
            case VirglOpcode.SetPipeResourceType:
            case VirglOpcode.GetPipeResourceLayout:
            case VirglOpcode.CreateSubContext:
            case VirglOpcode.SetSubContext:
            case VirglOpcode.DestroySubContext:
                RunRare(context, header, body);
                break;
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

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void RunRare(RenderContext context, CommandHeader header, ReadOnlySpan<uint> body)
    {
        switch (header.Opcode)
        {
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
            default: Refuse(header); break;
        }
    }

    private static void RunInSubContext(RenderContext context, SubContext sub, CommandHeader header, ReadOnlySpan<uint> body)
    {
        switch (header.Opcode)
        {
            case VirglOpcode.CreateObject: sub.Create(context, header, body); break;
            case VirglOpcode.BindObject: BindObject(sub, header, body); break;
            case VirglOpcode.DestroyObject: DestroyObject(sub, body); break;
            case VirglOpcode.SetViewports: SetViewports(sub, body); break;
            case VirglOpcode.SetScissors: SetScissors(sub, body); break;
            case VirglOpcode.SetFramebuffer: SetFramebuffer(sub, body); break;
            case VirglOpcode.SetFramebufferNoAttachments: SetFramebufferNoAttachments(sub, body); break;
            case VirglOpcode.SetVertexBuffers: SetVertexBuffers(context, sub, body); break;
            case VirglOpcode.SetIndexBuffer: SetIndexBuffer(context, sub, body); break;
            case VirglOpcode.SetConstantBuffer: SetConstantBuffer(sub, body); break;
            case VirglOpcode.SetUniformBuffer: SetUniformBuffer(context, sub, body); break;
            case VirglOpcode.SetSamplerViews: SetSamplerViews(sub, body); break;
            case VirglOpcode.BindSamplerStates: BindSamplerStates(sub, body); break;
            case VirglOpcode.BindShader: BindShader(sub, body); break;
            case VirglOpcode.LinkShader: LinkShader(sub, body); break;
            case VirglOpcode.SetStencilReference: SetStencilReference(sub, body); break;
            case VirglOpcode.SetBlendColor: SetBlendColor(sub, body); break;
            case VirglOpcode.SetPolygonStipple: SetPolygonStipple(sub, body); break;
            case VirglOpcode.SetClipPlanes: SetClipPlanes(sub, body); break;
            case VirglOpcode.SetSampleMask: SetSampleMask(sub, body); break;
            case VirglOpcode.SetMinimumSamples: SetMinimumSamples(sub, body); break;
            case VirglOpcode.SetTessellationLevels: SetTessellationLevels(sub, body); break;
            case VirglOpcode.Clear: Clear(sub, body); break;
            case VirglOpcode.ClearSurface: ClearSurface(sub, body); break;
            case VirglOpcode.DrawVbo: DrawVbo(context, sub, body); break;
            case VirglOpcode.BeginQuery:
            case VirglOpcode.EndQuery:
            case VirglOpcode.GetQueryResult:
            case VirglOpcode.GetQueryResultToBuffer:
            case VirglOpcode.SetRenderCondition: QueryDispatch.Run(context, sub, header, body); break;
            case VirglOpcode.SetStreamOutTargets: SetStreamOutTargets(sub, body); break;
            case VirglOpcode.SetShaderBuffers: SetShaderBuffers(context, sub, body); break;
            case VirglOpcode.SetAtomicBuffers: SetAtomicBuffers(context, sub, body); break;
            case VirglOpcode.SetShaderImages: SetShaderImages(context, sub, body); break;
            case VirglOpcode.LaunchGrid: LaunchGrid(context, sub, body); break;
            case VirglOpcode.MemoryBarrier: MemoryBarrier(sub, body); break;
            case VirglOpcode.TextureBarrier: TextureBarrier(sub, body); break;
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
