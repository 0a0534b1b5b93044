using System.Runtime.CompilerServices;
using VirglHost.CommandStream;
using VirglHost.CommandStream.Commands;

namespace VirglHost.Rendering;

/// <summary>
/// One method for each command of a sub-context, never inlined: decoded commands hold spans, which a method's prologue sets to zero, so that one method with all
/// of them would clear a kilobyte before each command.
/// </summary>
internal static partial class CommandDispatch
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void BindObject(SubContext sub, CommandHeader header, ReadOnlySpan<uint> body) =>
        sub.Bind(header.ObjectType, Decode<BindObjectCommand>(body).Handle);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void DestroyObject(SubContext sub, ReadOnlySpan<uint> body) =>
        sub.Destroy(Decode<DestroyObjectCommand>(body).Handle);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SetViewports(SubContext sub, ReadOnlySpan<uint> body) =>
        sub.State.SetViewports(Decode<SetViewportsCommand>(body));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SetScissors(SubContext sub, ReadOnlySpan<uint> body) =>
        sub.State.SetScissors(Decode<SetScissorsCommand>(body));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SetFramebuffer(SubContext sub, ReadOnlySpan<uint> body) =>
        BindingDispatch.SetFramebuffer(sub, Decode<SetFramebufferCommand>(body));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SetFramebufferNoAttachments(SubContext sub, ReadOnlySpan<uint> body) =>
        sub.State.SetNoAttachments(Decode<SetFramebufferNoAttachmentsCommand>(body));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SetVertexBuffers(RenderContext context, SubContext sub, ReadOnlySpan<uint> body) =>
        BindingDispatch.SetVertexBuffers(context, sub, Decode<SetVertexBuffersCommand>(body));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SetIndexBuffer(RenderContext context, SubContext sub, ReadOnlySpan<uint> body) =>
        BindingDispatch.SetIndexBuffer(context, sub, Decode<SetIndexBufferCommand>(body));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SetConstantBuffer(SubContext sub, ReadOnlySpan<uint> body) =>
        BindingDispatch.SetConstantBuffer(sub, Decode<SetConstantBufferCommand>(body));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SetUniformBuffer(RenderContext context, SubContext sub, ReadOnlySpan<uint> body) =>
        BindingDispatch.SetUniformBuffer(context, sub, Decode<SetUniformBufferCommand>(body));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SetSamplerViews(SubContext sub, ReadOnlySpan<uint> body) =>
        BindingDispatch.SetSamplerViews(sub, Decode<SetSamplerViewsCommand>(body));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void BindSamplerStates(SubContext sub, ReadOnlySpan<uint> body) =>
        BindingDispatch.BindSamplerStates(sub, Decode<BindSamplerStatesCommand>(body));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void BindShader(SubContext sub, ReadOnlySpan<uint> body) =>
        BindingDispatch.BindShader(sub, Decode<BindShaderCommand>(body));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void LinkShader(SubContext sub, ReadOnlySpan<uint> body) =>
        BindingDispatch.LinkShader(sub, Decode<LinkShaderCommand>(body));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SetStencilReference(SubContext sub, ReadOnlySpan<uint> body) =>
        sub.State.SetStencilReference(Decode<SetStencilReferenceCommand>(body));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SetBlendColor(SubContext sub, ReadOnlySpan<uint> body) =>
        sub.State.SetBlendColor(Decode<SetBlendColorCommand>(body));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SetPolygonStipple(SubContext sub, ReadOnlySpan<uint> body) =>
        sub.State.SetStipple(Decode<SetPolygonStippleCommand>(body));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SetClipPlanes(SubContext sub, ReadOnlySpan<uint> body) =>
        sub.State.SetClipPlanes(Decode<SetClipPlanesCommand>(body));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SetSampleMask(SubContext sub, ReadOnlySpan<uint> body) =>
        sub.State.SetSampleMask(Decode<SetSampleMaskCommand>(body));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SetMinimumSamples(SubContext sub, ReadOnlySpan<uint> body) =>
        sub.State.SetMinimumSamples(Decode<SetMinimumSamplesCommand>(body));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SetTessellationLevels(SubContext sub, ReadOnlySpan<uint> body) =>
        sub.State.SetTessellationLevels(Decode<SetTessellationLevelsCommand>(body));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Clear(SubContext sub, ReadOnlySpan<uint> body) =>
        sub.Clears.Clear(Decode<ClearCommand>(body));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ClearSurface(SubContext sub, ReadOnlySpan<uint> body) =>
        BindingDispatch.ClearSurface(sub, Decode<ClearSurfaceCommand>(body));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void DrawVbo(RenderContext context, SubContext sub, ReadOnlySpan<uint> body) =>
        BindingDispatch.Draw(context, sub, Decode<DrawVboCommand>(body));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SetStreamOutTargets(SubContext sub, ReadOnlySpan<uint> body) =>
        BindingDispatch.SetStreamOutTargets(sub, Decode<SetStreamOutTargetsCommand>(body));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SetShaderBuffers(RenderContext context, SubContext sub, ReadOnlySpan<uint> body) =>
        sub.Storage.SetBuffers(context, Decode<SetShaderBuffersCommand>(body));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SetAtomicBuffers(RenderContext context, SubContext sub, ReadOnlySpan<uint> body) =>
        sub.Storage.SetAtomicBuffers(context, Decode<SetAtomicBuffersCommand>(body));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SetShaderImages(RenderContext context, SubContext sub, ReadOnlySpan<uint> body) =>
        sub.Storage.SetImages(context, Decode<SetShaderImagesCommand>(body));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void LaunchGrid(RenderContext context, SubContext sub, ReadOnlySpan<uint> body) =>
        BindingDispatch.LaunchGrid(context, sub, Decode<LaunchGridCommand>(body));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void MemoryBarrier(SubContext sub, ReadOnlySpan<uint> body) =>
        BarrierDispatch.Memory(sub, Decode<MemoryBarrierCommand>(body));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void TextureBarrier(SubContext sub, ReadOnlySpan<uint> body) =>
        BarrierDispatch.Texture(sub, Decode<TextureBarrierCommand>(body));
}
