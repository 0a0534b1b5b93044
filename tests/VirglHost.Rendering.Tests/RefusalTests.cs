using VirglHost.CommandStream;
using VirglHost.CommandStream.Commands;
using VirglHost.CommandStream.Gallium;
using VirglHost.CommandStream.Objects;

namespace VirglHost.Rendering.Tests;

/// <summary>
/// What each opcode refuses: payloads that are too short, handles and resources that are not there, numbers outside their range, boxes outside the resource and
/// products that overflow. A refusal ends the context; the renderer and other contexts go on, which every case checks.
/// </summary>
public sealed class RefusalTests
{
    private const uint Missing = 4711;
    private const uint Big = uint.MaxValue;
    private const uint Picture = GuestScene.TargetId;
    private const uint Words = 300;
    private const uint Volume = 301;
    private const uint Pages = 302;
    private const uint QueryHandle = 800;
    private const uint VertexHandle = 1000;
    private const uint FragmentHandle = 1001;

    /// <summary>Opcodes that any payload suits, or whose missing words mean something.</summary>
    private static readonly VirglOpcode[] _anyLength = [VirglOpcode.Nop, VirglOpcode.EndTransfers];

    internal static readonly Dictionary<string, (Wrong Wrong, GuestFault Fault, Action<CommandStream.StreamWriter> Write)> AllCases = new()
    {
        ["bind an unknown object"] = (Wrong.Handle, GuestFault.IllegalHandle, s => s.Bind(VirglObjectType.Blend, Missing)),
        ["bind a type that cannot be bound"] = (Wrong.Value, GuestFault.Malformed, s => s.WriteRaw(VirglOpcode.BindObject, VirglObjectType.SamplerView, [GuestScene.BlendHandle])),
        ["create an object type that does not exist"] = (Wrong.Value, GuestFault.Malformed, s => s.WriteRaw(VirglOpcode.CreateObject, (VirglObjectType)12, [900, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])),
        ["create object type 0"] = (Wrong.Value, GuestFault.Malformed, s => s.WriteRaw(VirglOpcode.CreateObject, VirglObjectType.None, [900, 0])),
        ["create with handle 0"] = (Wrong.Handle, GuestFault.Malformed, s => s.Create(new RasterizerObject())),
        ["viewports past the last slot"] = (Wrong.Value, GuestFault.Malformed, s => s.WriteRaw(VirglOpcode.SetViewports, VirglObjectType.None, [16, 0, 0, 0, 0, 0, 0])),
        ["viewports from a slot that overflows"] = (Wrong.Product, GuestFault.Malformed, s => s.WriteRaw(VirglOpcode.SetViewports, VirglObjectType.None, [Big, 0, 0, 0, 0, 0, 0])),
        ["scissors past the last slot"] = (Wrong.Value, GuestFault.Malformed, s => s.WriteRaw(VirglOpcode.SetScissors, VirglObjectType.None, [16, 0, 0])),
        ["framebuffer of an unknown surface"] = (Wrong.Handle, GuestFault.IllegalSurface, s => s.Write(new SetFramebufferCommand { ColorBufferCount = 1, ColorHandles = new[] { Missing } })),
        ["framebuffer of a handle that is no surface"] = (Wrong.Handle, GuestFault.IllegalSurface, s => s.Write(new SetFramebufferCommand { ColorBufferCount = 1, ColorHandles = new[] { GuestScene.BlendHandle } })),
        ["framebuffer of an unknown depth surface"] = (Wrong.Handle, GuestFault.IllegalSurface, s => s.Write(new SetFramebufferCommand { DepthStencilHandle = Missing })),
        ["framebuffer of nine colours"] = (Wrong.Value, GuestFault.Malformed, s => s.WriteRaw(VirglOpcode.SetFramebuffer, VirglObjectType.None, [9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])),
        ["vertex buffer that is not there"] = (Wrong.Handle, GuestFault.IllegalResource, s => s.Write(new SetVertexBuffersCommand { Buffers = new[] { new VertexBufferBinding(16, 0, Missing) } })),
        ["index buffer that is not there"] = (Wrong.Handle, GuestFault.IllegalResource, s => s.Write(new SetIndexBufferCommand { Handle = Missing, IndexSize = 2 })),
        ["constants of stage 6"] = (Wrong.Value, GuestFault.Malformed, s => s.WriteRaw(VirglOpcode.SetConstantBuffer, VirglObjectType.None, [6, 0, 0])),
        ["uniform buffer of stage 6"] = (Wrong.Value, GuestFault.Malformed, s => s.WriteRaw(VirglOpcode.SetUniformBuffer, VirglObjectType.None, [6, 0, 0, 4, Words])),
        ["uniform buffer slot 32"] = (Wrong.Value, GuestFault.Malformed, s => s.WriteRaw(VirglOpcode.SetUniformBuffer, VirglObjectType.None, [0, 32, 0, 4, Words])),
        ["uniform buffer that is not there"] = (Wrong.Handle, GuestFault.IllegalResource, s => s.Write(new SetUniformBufferCommand { Index = 1, Length = 16, Handle = Missing })),
        ["sampler views past slot 127"] = (Wrong.Value, GuestFault.Malformed, s => s.WriteRaw(VirglOpcode.SetSamplerViews, VirglObjectType.None, [1, 128, 0])),
        ["sampler views from a slot that overflows"] = (Wrong.Product, GuestFault.Malformed, s => s.WriteRaw(VirglOpcode.SetSamplerViews, VirglObjectType.None, [1, Big, 0])),
        ["sampler view that is not there"] = (Wrong.Handle, GuestFault.IllegalHandle, s => s.Write(new SetSamplerViewsCommand { Handles = new[] { Missing } })),
        ["sampler states past slot 31"] = (Wrong.Value, GuestFault.Malformed, s => s.WriteRaw(VirglOpcode.BindSamplerStates, VirglObjectType.None, [1, 32, 0])),
        ["shader of stage 6 bound"] = (Wrong.Value, GuestFault.Malformed, s => s.WriteRaw(VirglOpcode.BindShader, VirglObjectType.None, [0, 6])),
        ["stream output target that is not there"] = (Wrong.Handle, GuestFault.IllegalHandle, s => s.Write(new SetStreamOutTargetsCommand { Handles = new[] { Missing } })),
        ["seventeen stream output targets"] = (Wrong.Value, GuestFault.Malformed, s => s.WriteRaw(VirglOpcode.SetStreamOutTargets, VirglObjectType.None, new uint[18])),
        ["storage buffer that is not there"] = (Wrong.Handle, GuestFault.IllegalResource, s => s.Write(new SetShaderBuffersCommand { Buffers = new[] { new ShaderBufferBinding(0, 4, Missing) } })),
        ["storage buffer past its end"] = (Wrong.Range, GuestFault.StorageBufferRange, s => s.Write(new SetShaderBuffersCommand { Buffers = new[] { new ShaderBufferBinding(0, 65, Words) } })),
        ["storage buffer whose end overflows"] = (Wrong.Product, GuestFault.StorageBufferRange, s => s.Write(new SetShaderBuffersCommand { Buffers = new[] { new ShaderBufferBinding(Big, Big, Words) } })),
        ["storage buffers past slot 31"] = (Wrong.Value, GuestFault.Malformed, s => s.WriteRaw(VirglOpcode.SetShaderBuffers, VirglObjectType.None, [1, 32, 0, 0, 0])),
        ["image that is not there"] = (Wrong.Handle, GuestFault.IllegalResource, s => s.Write(new SetShaderImagesCommand { Images = new[] { new ShaderImageBinding(VirglFormat.R32Uint, ImageAccess.Write, 0, 0, Missing) } })),
        ["image of no image format"] = (Wrong.Value, GuestFault.IllegalFormat, s => s.Write(new SetShaderImagesCommand { Images = new[] { new ShaderImageBinding(VirglFormat.Dxt1Rgb, ImageAccess.Write, 0, 0, Picture) } })),
        ["image of format 9999"] = (Wrong.Value, GuestFault.IllegalFormat, s => s.Write(new SetShaderImagesCommand { Images = new[] { new ShaderImageBinding((VirglFormat)9999, ImageAccess.Write, 0, 0, Picture) } })),
        ["grid larger than the host's"] = (Wrong.Product, GuestFault.InvalidParameter, s => s.Write(new LaunchGridCommand { GridX = Big, GridY = 1, GridZ = 1 })),
        ["grid counts outside their buffer"] = (Wrong.Range, GuestFault.IllegalResource, s => s.Write(new LaunchGridCommand { IndirectHandle = Words, IndirectOffset = 56 })),
        ["grid counts whose end overflows"] = (Wrong.Product, GuestFault.IllegalResource, s => s.Write(new LaunchGridCommand { IndirectHandle = Words, IndirectOffset = Big - 3 })),
        ["grid counts that are not there"] = (Wrong.Handle, GuestFault.IllegalResource, s => s.Write(new LaunchGridCommand { IndirectHandle = Missing })),
        ["draw of primitive 15"] = (Wrong.Value, GuestFault.Unsupported, s => s.Write(new DrawVboCommand { Count = 3, Mode = (PipePrimitive)15, InstanceCount = 1 })),
        ["draw of patches of 33 vertices"] = (Wrong.Value, GuestFault.Unsupported, s => s.Write(new DrawVboCommand { Count = 33, Mode = PipePrimitive.Patches, InstanceCount = 1, VerticesPerPatch = 33 })),
        ["indirect draw from a resource that is not there"] = (Wrong.Handle, GuestFault.IllegalResource, s => s.Write(new DrawVboCommand { Mode = PipePrimitive.Triangles, InstanceCount = 1, IndirectHandle = Missing })),
        ["clear of an unknown surface"] = (Wrong.Handle, GuestFault.IllegalSurface, s => s.Write(new ClearSurfaceCommand { Surface = Missing })),
        ["clear of a texture that is not there"] = (Wrong.Handle, GuestFault.IllegalResource, s => s.Write(new ClearTextureCommand { Handle = Missing, Box = new Box(0, 0, 0, 1, 1, 1) })),
        ["clear of a level that is not there"] = (Wrong.Range, GuestFault.IllegalCommandBuffer, s => s.Write(new ClearTextureCommand { Handle = Picture, Level = 1, Box = new Box(0, 0, 0, 1, 1, 1) })),
        ["clear of a box outside"] = (Wrong.Range, GuestFault.IllegalCommandBuffer, s => s.Write(new ClearTextureCommand { Handle = Picture, Box = new Box(7, 0, 0, 2, 1, 1) })),
        ["clear of a box whose edge overflows"] = (Wrong.Product, GuestFault.IllegalCommandBuffer, s => s.Write(new ClearTextureCommand { Handle = Picture, Box = new Box(int.MaxValue, 0, 0, int.MaxValue, 1, 1) })),
        ["clear of a box of negative size"] = (Wrong.Range, GuestFault.IllegalCommandBuffer, s => s.Write(new ClearTextureCommand { Handle = Picture, Box = new Box(4, 0, 0, -2, 1, 1) })),
        ["blit from a resource that is not there"] = (Wrong.Handle, GuestFault.IllegalResource, s => s.Write(BlitOf(Missing, Picture))),
        ["blit to a resource that is not there"] = (Wrong.Handle, GuestFault.IllegalResource, s => s.Write(BlitOf(Picture, Missing))),
        ["blit of a buffer"] = (Wrong.Handle, GuestFault.IllegalResource, s => s.Write(BlitOf(Words, Picture))),
        ["blit of a layer that is not there"] = (Wrong.Range, GuestFault.BlitOutOfRange, s => s.Write(BlitOf(Picture, Picture) with { SourceBox = new Box(0, 0, 1, 8, 8, 1) })),
        ["blit of layers whose number overflows"] = (Wrong.Product | Wrong.Range, GuestFault.BlitOutOfRange, s => s.Write(BlitOf(Picture, Picture) with { SourceBox = new Box(0, 0, int.MaxValue, 8, 8, int.MaxValue) })),
        ["blit of a level that is not there"] = (Wrong.Range, GuestFault.IllegalCommandBuffer, s => s.Write(BlitOf(Picture, Picture) with { DestinationLevel = Big })),
        ["blit of format 9999"] = (Wrong.Value, GuestFault.IllegalFormat, s => s.Write(BlitOf(Picture, Picture) with { SourceFormat = (VirglFormat)9999 })),
        ["copy from a resource that is not there"] = (Wrong.Handle, GuestFault.IllegalResource, s => s.Write(CopyOf(Missing, Picture))),
        ["copy to a resource that is not there"] = (Wrong.Handle, GuestFault.IllegalResource, s => s.Write(CopyOf(Picture, Missing))),
        ["copy between buffer and texture"] = (Wrong.Handle, GuestFault.IllegalResource, s => s.Write(CopyOf(Words, Picture))),
        ["copy from outside"] = (Wrong.Range, GuestFault.IllegalCommandBuffer, s => s.Write(CopyOf(Picture, Volume) with { SourceBox = new Box(1, 0, 0, 8, 8, 1) })),
        ["copy to outside"] = (Wrong.Product | Wrong.Range, GuestFault.ResourceOutOfRange, s => s.Write(CopyOf(Picture, Volume) with { DestinationZ = int.MaxValue })),
        ["copy of a level that is not there"] = (Wrong.Range, GuestFault.IllegalCommandBuffer, s => s.Write(CopyOf(Picture, Volume) with { SourceLevel = Big })),
        ["inline write to a resource that is not there"] = (Wrong.Handle, GuestFault.IllegalResource, s => s.Write(new ResourceInlineWriteCommand { Handle = Missing, Box = new Box(0, 0, 0, 1, 1, 1), Content = new byte[4] })),
        ["inline write of too little data"] = (Wrong.Range, GuestFault.IllegalCommandBuffer, s => s.Write(new ResourceInlineWriteCommand { Handle = Picture, Box = new Box(0, 0, 0, 8, 8, 1), Content = new byte[4] })),
        ["inline write whose stride overflows"] = (Wrong.Product, GuestFault.IllegalCommandBuffer, s => s.Write(new ResourceInlineWriteCommand { Handle = Picture, Stride = Big, Box = new Box(0, 0, 0, 8, 8, 1), Content = new byte[256] })),
        ["inline write whose layer stride overflows"] = (Wrong.Product | Wrong.Range, GuestFault.IllegalCommandBuffer, s => s.Write(new ResourceInlineWriteCommand { Handle = Volume, Stride = 32, LayerStride = Big, Box = new Box(0, 0, 0, 8, 8, 4), Content = new byte[1024] })),
        ["transfer of a resource that is not there"] = (Wrong.Handle, GuestFault.IllegalResource, s => s.Write(TransferOf(Missing))),
        ["transfer in direction 3"] = (Wrong.Value, GuestFault.Malformed, s => s.WriteRaw(VirglOpcode.Transfer3D, VirglObjectType.None, [Pages, 0, 0, 0, 0, 0, 0, 0, 4, 1, 1, 0, 3])),
        ["transfer of a level that is not there"] = (Wrong.Range, GuestFault.TransferOutOfBounds, s => s.Write(TransferOf(Pages) with { Level = Big })),
        ["transfer of a box outside"] = (Wrong.Range, GuestFault.TransferOutOfBounds, s => s.Write(TransferOf(Pages) with { Box = new Box(60, 0, 0, 8, 1, 1) })),
        ["transfer from an offset that overflows"] = (Wrong.Product, GuestFault.TransferOutOfBounds, s => s.Write(TransferOf(Pages) with { Offset = Big })),
        ["transfer without pages"] = (Wrong.Handle, GuestFault.IllegalResource, s => s.Write(TransferOf(Words))),
        ["copy transfer from a staging resource that is not there"] = (Wrong.Handle, GuestFault.IllegalResource, s => s.Write(new CopyTransfer3DCommand { Handle = Picture, StagingHandle = Missing, Box = new Box(0, 0, 0, 1, 1, 1) })),
        ["copy transfer from a staging resource without pages"] = (Wrong.Handle, GuestFault.IllegalResource, s => s.Write(new CopyTransfer3DCommand { Handle = Picture, StagingHandle = Words, Box = new Box(0, 0, 0, 1, 1, 1) })),
        ["copy transfer past the staging pages"] = (Wrong.Range, GuestFault.IllegalCommandBuffer, s => s.Write(new CopyTransfer3DCommand { Handle = Picture, StagingHandle = Pages, StagingOffset = Big, Box = new Box(0, 0, 0, 1, 1, 1) })),
        ["begin of an unknown query"] = (Wrong.Handle, GuestFault.IllegalHandle, s => s.Write(new BeginQueryCommand { Handle = Missing })),
        ["end of an unknown query"] = (Wrong.Handle, GuestFault.IllegalHandle, s => s.Write(new EndQueryCommand { Handle = Missing })),
        ["result of an unknown query"] = (Wrong.Handle, GuestFault.IllegalHandle, s => s.Write(new GetQueryResultCommand { Handle = Missing })),
        ["result into a buffer that is not there"] = (Wrong.Handle, GuestFault.IllegalResource, s => s.Write(new GetQueryResultToBufferCommand { Handle = QueryHandle, BufferHandle = Missing })),
        ["result past the end of its buffer"] = (Wrong.Range, GuestFault.IllegalResource, s => s.Write(new GetQueryResultToBufferCommand { Handle = QueryHandle, BufferHandle = Words, Offset = Big })),
        ["query of a type that does not exist"] = (Wrong.Value, GuestFault.InvalidParameter, s => s.Create(new QueryObject { Handle = 900, QueryType = (QueryType)99, ResultHandle = 303 })),
        ["query whose result is no host memory"] = (Wrong.Handle, GuestFault.IllegalResource, s => s.Create(new QueryObject { Handle = 900, ResultHandle = Words })),
        ["surface of a resource that is not there"] = (Wrong.Handle, GuestFault.IllegalResource, s => s.Create(new SurfaceObject { Handle = 900, ResourceHandle = Missing, Format = VirglFormat.B8G8R8A8Unorm })),
        ["surface of a format that does not exist"] = (Wrong.Value, GuestFault.IllegalFormat, s => s.Create(new SurfaceObject { Handle = 900, ResourceHandle = Picture, Format = (VirglFormat)9999 })),
        ["surface of a level that is not there"] = (Wrong.Range, GuestFault.IllegalCommandBuffer, s => s.Create(new SurfaceObject { Handle = 900, ResourceHandle = Picture, Format = VirglFormat.B8G8R8A8Unorm, Level = Big })),
        ["surface of a layer that is not there"] = (Wrong.Range, GuestFault.IllegalCommandBuffer, s => s.Create(new SurfaceObject { Handle = 900, ResourceHandle = Picture, Format = VirglFormat.B8G8R8A8Unorm, FirstLayer = 1, LastLayer = 1 })),
        ["view of a resource that is not there"] = (Wrong.Handle, GuestFault.IllegalResource, s => s.Create(new SamplerViewObject { Handle = 900, ResourceHandle = Missing, Format = VirglFormat.B8G8R8A8Unorm })),
        ["view of a format that does not exist"] = (Wrong.Value, GuestFault.IllegalFormat, s => s.Create(new SamplerViewObject { Handle = 900, ResourceHandle = Picture, Format = VirglFormat.None })),
        ["view of a shape the resource has not"] = (Wrong.Value, GuestFault.IllegalSamplerViewTarget, s => s.Create(new SamplerViewObject { Handle = 900, ResourceHandle = Picture, Format = VirglFormat.B8G8R8A8Unorm, Target = PipeTarget.TextureCube })),
        ["view of a level that is not there"] = (Wrong.Range, GuestFault.IllegalCommandBuffer, s => s.Create(new SamplerViewObject { Handle = 900, ResourceHandle = Picture, Format = VirglFormat.B8G8R8A8Unorm, Target = PipeTarget.Texture2D, LevelWord = 0x0101 })),
        ["vertex elements of no vertex format"] = (Wrong.Value, GuestFault.IllegalVertexFormat, s => s.Create(new VertexElementsObject { Handle = 900, Elements = new[] { new VertexElement(0, 0, 0, VirglFormat.Dxt1Rgb) } })),
        ["stream output target of a resource that is not there"] = (Wrong.Handle, GuestFault.IllegalResource, s => s.Create(new StreamOutTargetObject { Handle = 900, ResourceHandle = Missing, Size = 4 })),
        ["tweak that does not exist"] = (Wrong.Value, GuestFault.InvalidParameter, s => s.Write(new SetTweaksCommand { Id = 3 })),
        ["memory of a resource that is not there"] = (Wrong.Handle, GuestFault.IllegalResource, s => s.Write(new GetMemoryInfoCommand { Handle = Missing })),
        ["memory into a resource without pages"] = (Wrong.Handle, GuestFault.IllegalResource, s => s.Write(new GetMemoryInfoCommand { Handle = Words })),
        ["type of a resource that is not there"] = (Wrong.Handle, GuestFault.IllegalResource, s => s.WriteRaw(VirglOpcode.SetPipeResourceType, VirglObjectType.None, [Missing, 1, 8, 8, 8, 0, 0, 0, 32, 0])),
        ["type of five planes"] = (Wrong.Value, GuestFault.Malformed, s => s.WriteRaw(VirglOpcode.SetPipeResourceType, VirglObjectType.None, [Picture, 1, 8, 8, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])),
        ["type of half a plane"] = (Wrong.Value, GuestFault.Malformed, s => s.WriteRaw(VirglOpcode.SetPipeResourceType, VirglObjectType.None, [Picture, 1, 8, 8, 8, 0, 0, 0, 32])),
        ["layout of a resource that is not there"] = (Wrong.Handle, GuestFault.IllegalResource, s => s.Write(new GetPipeResourceLayoutCommand { OutputHandle = Pages, TargetHandle = Missing })),
        ["layout into a resource that is not there"] = (Wrong.Handle, GuestFault.IllegalResource, s => s.Write(new GetPipeResourceLayoutCommand { OutputHandle = Missing, TargetHandle = Picture })),
        ["layout into too little memory"] = (Wrong.Range, GuestFault.IllegalResource, s => s.Write(new GetPipeResourceLayoutCommand { OutputHandle = 303, TargetHandle = Picture })),
        ["layout into too few pages"] = (Wrong.Range, GuestFault.IllegalResource, s => s.Write(new GetPipeResourceLayoutCommand { OutputHandle = Pages, TargetHandle = Picture })),
        ["blob of a target that does not exist"] = (Wrong.Value, GuestFault.InvalidParameter, s => s.Write(BlobOf(64) with { Target = (PipeTarget)9 })),
        ["blob of a format that does not exist"] = (Wrong.Value, GuestFault.InvalidParameter, s => s.Write(BlobOf(64) with { Format = (VirglFormat)9999 })),
        ["blob of unknown flags"] = (Wrong.Handle | Wrong.Value, GuestFault.InvalidParameter, s => s.Write(BlobOf(64) with { Flags = (ResourceFlags)8 })),
        ["blob of two rows"] = (Wrong.Range, GuestFault.InvalidParameter, s => s.Write(BlobOf(64) with { Height = 2 })),
        ["blob of no bytes"] = (Wrong.Range, GuestFault.InvalidParameter, s => s.Write(BlobOf(0))),
        ["blob of too many bytes"] = (Wrong.Product, GuestFault.InvalidParameter, s => s.Write(BlobOf(Big))),
        ["blobs without end"] = (Wrong.Product, GuestFault.OutOfMemory, s => { for (uint i = 0; i < 1025; i++) s.Write(BlobOf(64) with { BlobId = i }); }),
        ["multisampled surface of a resource that is not there"] = (Wrong.Handle, GuestFault.IllegalResource, s => s.Create(new MultisampleSurfaceObject { Handle = 900, ResourceHandle = Missing, Format = VirglFormat.B8G8R8A8Unorm })),
        ["multisampled surface of a format that does not exist"] = (Wrong.Value, GuestFault.IllegalFormat, s => s.Create(new MultisampleSurfaceObject { Handle = 900, ResourceHandle = Picture, Format = (VirglFormat)9999 })),
        ["multisampled surface of a layer that is not there"] = (Wrong.Range, GuestFault.IllegalCommandBuffer, s => s.Create(new MultisampleSurfaceObject { Handle = 900, ResourceHandle = Picture, Format = VirglFormat.B8G8R8A8Unorm, FirstLayer = 1, LastLayer = 1 })),
        ["thirty-three vertex buffers"] = (Wrong.Value, GuestFault.Malformed, s => s.WriteRaw(VirglOpcode.SetVertexBuffers, VirglObjectType.None, new uint[33 * 3])),
        ["vertex buffers and a half"] = (Wrong.Value, GuestFault.Malformed, s => s.WriteRaw(VirglOpcode.SetVertexBuffers, VirglObjectType.None, new uint[4])),
        ["uniform buffer between two aligned places"] = (Wrong.Range, GuestFault.IllegalCommandBuffer, s => s.Write(new SetUniformBufferCommand { Index = 1, Offset = 1, Length = 16, Handle = Words })),
        ["images past slot 31"] = (Wrong.Value, GuestFault.Malformed, s => s.WriteRaw(VirglOpcode.SetShaderImages, VirglObjectType.None, [1, 32, 0, 0, 0, 0, 0])),
        ["images from a slot that overflows"] = (Wrong.Product, GuestFault.Malformed, s => s.WriteRaw(VirglOpcode.SetShaderImages, VirglObjectType.None, [1, Big, 0, 0, 0, 0, 0])),
        ["image between two aligned places of a buffer"] = (Wrong.Range, GuestFault.IllegalCommandBuffer, s => s.Write(new SetShaderImagesCommand { Images = new[] { new ShaderImageBinding(VirglFormat.R32Uint, ImageAccess.Write, 1, 4, Words) } })),
        ["counter buffer that is not there"] = (Wrong.Handle, GuestFault.IllegalResource, s => s.WriteRaw(VirglOpcode.SetAtomicBuffers, VirglObjectType.None, [0, 0, 4, Missing])),
        ["counter buffers past slot 31"] = (Wrong.Value, GuestFault.Malformed, s => s.WriteRaw(VirglOpcode.SetAtomicBuffers, VirglObjectType.None, [32, 0, 4, Words])),
        ["counter buffer past its end"] = (Wrong.Range, GuestFault.StorageBufferRange, s => s.WriteRaw(VirglOpcode.SetAtomicBuffers, VirglObjectType.None, [0, 0, 68, Words])),
        ["counter buffer whose end overflows"] = (Wrong.Product, GuestFault.StorageBufferRange, s => s.WriteRaw(VirglOpcode.SetAtomicBuffers, VirglObjectType.None, [0, Big, Big, Words])),
        ["indirect draw past the end of its arguments"] = (Wrong.Range, GuestFault.IllegalResource, s => IndirectDraw(s, offset: 52, stride: 16, draws: 1)),
        ["indirect draws whose stride overflows"] = (Wrong.Product, GuestFault.IllegalResource, s => IndirectDraw(s, offset: 0, stride: 0xFFFFFFFC, draws: Big)),
        ["blit with filter 3"] = (Wrong.Value, GuestFault.Malformed, s => s.Write(BlitOf(Picture, Picture) with { Filter = (TextureFilter)3 })),
        ["copy whose edge overflows"] = (Wrong.Product, GuestFault.IllegalCommandBuffer, s => s.Write(CopyOf(Picture, Volume) with { SourceBox = new Box(int.MaxValue, 0, 0, int.MaxValue, 8, 1) })),
        ["inline write of a box outside"] = (Wrong.Range, GuestFault.IllegalCommandBuffer, s => s.Write(new ResourceInlineWriteCommand { Handle = Picture, Box = new Box(7, 0, 0, 2, 1, 1), Content = new byte[8] })),
        ["copy transfer of a box outside"] = (Wrong.Range, GuestFault.IllegalCommandBuffer, s => s.Write(new CopyTransfer3DCommand { Handle = Picture, StagingHandle = Pages, Box = new Box(7, 0, 0, 2, 1, 1) })),
        ["copy transfer whose stride overflows"] = (Wrong.Product, GuestFault.IllegalCommandBuffer, s => s.Write(new CopyTransfer3DCommand { Handle = Picture, StagingHandle = Pages, Stride = Big, Box = new Box(0, 0, 0, 1, 8, 1) })),
        ["render condition of mode 9"] = (Wrong.Value, GuestFault.InvalidParameter, s =>
        {
            s.Write(new BeginQueryCommand { Handle = QueryHandle });
            s.Write(new EndQueryCommand { Handle = QueryHandle });
            s.WriteRaw(VirglOpcode.SetRenderCondition, VirglObjectType.None, [QueryHandle, 0, 9]);
        }),
        ["result of value type 9"] = (Wrong.Value, GuestFault.InvalidParameter, s => s.WriteRaw(VirglOpcode.GetQueryResultToBuffer, VirglObjectType.None, [QueryHandle, Words, 0, 9, 0, 0])),
        ["result whose end overflows"] = (Wrong.Product, GuestFault.IllegalResource, s => s.Write(new GetQueryResultToBufferCommand { Handle = QueryHandle, BufferHandle = Words, ValueType = QueryValueType.UInt64, Offset = Big - 3 })),
        ["sub-contexts without end"] = (Wrong.Product, GuestFault.OutOfMemory, s => { for (uint i = 1; i < 80; i++) s.Write(new CreateSubContextCommand { Id = i }); }),
        ["marker longer than its words"] = (Wrong.Range, GuestFault.Malformed, s => s.WriteRaw(VirglOpcode.SendStringMarker, VirglObjectType.None, [5, 0])),
        ["marker whose length overflows"] = (Wrong.Product, GuestFault.Malformed, s => s.WriteRaw(VirglOpcode.SendStringMarker, VirglObjectType.None, [Big, 0])),
        ["shader of stage 6"] = (Wrong.Value, GuestFault.Malformed, s => s.WriteRaw(VirglOpcode.CreateObject, VirglObjectType.Shader, [900, 6, 4, 10, 0, 0])),
        ["shader with more text than announced"] = (Wrong.Range, GuestFault.Malformed, s => s.WriteRaw(VirglOpcode.CreateObject, VirglObjectType.Shader, [900, 1, 4, 10, 0, 0, 0])),
        ["shader of more text than any has"] = (Wrong.Product, GuestFault.Malformed, s => s.WriteRaw(VirglOpcode.CreateObject, VirglObjectType.Shader, [900, 1, 0x7FFFFFFF, 10, 0, 0])),
        ["shader that goes on with nothing"] = (Wrong.Handle, GuestFault.Malformed, s => s.WriteRaw(VirglOpcode.CreateObject, VirglObjectType.Shader, [900, 1, 0x80000004, 10, 0, 0])),
        ["vertex elements of buffer 32"] = (Wrong.Range, GuestFault.Malformed, s => s.WriteRaw(VirglOpcode.CreateObject, VirglObjectType.VertexElements, [900, 0, 0, 32, (uint)VirglFormat.R32G32B32A32Float])),
        ["sampler state of mip filter 3"] = (Wrong.Value, GuestFault.Malformed, s => s.WriteRaw(VirglOpcode.CreateObject, VirglObjectType.SamplerState, [900, 3 << 11, 0, 0, 0, 0, 0, 0, 0])),
        ["query of a statistic that does not exist"] = (Wrong.Range, GuestFault.InvalidParameter, s => s.Create(new QueryObject { Handle = 900, QueryType = QueryType.PipelineStatistics, Index = 11, ResultHandle = 303 })),
        ["video: DestroyVideoCodec"] = (Wrong.Value, GuestFault.Unsupported, s => s.WriteRaw(VirglOpcode.DestroyVideoCodec, VirglObjectType.None, new uint[1])),
        ["video: CreateVideoBuffer"] = (Wrong.Value, GuestFault.Unsupported, s => s.WriteRaw(VirglOpcode.CreateVideoBuffer, VirglObjectType.None, new uint[5])),
        ["video: DestroyVideoBuffer"] = (Wrong.Value, GuestFault.Unsupported, s => s.WriteRaw(VirglOpcode.DestroyVideoBuffer, VirglObjectType.None, new uint[1])),
        ["video: BeginFrame"] = (Wrong.Value, GuestFault.Unsupported, s => s.WriteRaw(VirglOpcode.BeginFrame, VirglObjectType.None, new uint[2])),
        ["video: DecodeMacroblock"] = (Wrong.Value, GuestFault.Unsupported, s => s.WriteRaw(VirglOpcode.DecodeMacroblock, VirglObjectType.None, new uint[2])),
        ["video: DecodeBitstream"] = (Wrong.Value, GuestFault.Unsupported, s => s.WriteRaw(VirglOpcode.DecodeBitstream, VirglObjectType.None, new uint[5])),
        ["video: EncodeBitstream"] = (Wrong.Value, GuestFault.Unsupported, s => s.WriteRaw(VirglOpcode.EncodeBitstream, VirglObjectType.None, new uint[5])),
        ["video: EndFrame"] = (Wrong.Value, GuestFault.Unsupported, s => s.WriteRaw(VirglOpcode.EndFrame, VirglObjectType.None, new uint[2])),
        ["video codec"] = (Wrong.Value, GuestFault.Unsupported, s => s.WriteRaw(VirglOpcode.CreateVideoCodec, VirglObjectType.None, new uint[8])),
    };

    /// <summary>The names of the cases, for the runner.</summary>
    public static TheoryData<string> Cases => [.. AllCases.Keys];

    /// <summary>Opcodes with a payload.</summary>
    public static TheoryData<VirglOpcode> Opcodes => [.. Enum.GetValues<VirglOpcode>().Except(_anyLength)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Command_that_cannot_be_done_ends_its_context_only(string name)
    {
        (_, GuestFault fault, Action<CommandStream.StreamWriter> write) = AllCases[name];
        using GuestScene scene = Scene();
        write(scene.Stream);

        Assert.Equal(fault, Assert.Throws<GuestFaultException>(scene.Submit).Fault);
        AssertOthersGoOn(scene);
    }

    // Each opcode knows its least length; one word less, down to none, is refused and never read past.
    [Theory]
    [MemberData(nameof(Opcodes))]
    public void Payload_without_words_is_refused_or_ignored_and_nothing_else_suffers(VirglOpcode opcode)
    {
        using GuestScene scene = Scene();
        scene.Stream.WriteRaw(opcode, VirglObjectType.None, []);
        Exception? thrown = Record.Exception(scene.Submit);

        Assert.True(thrown is null or GuestFaultException, $"{opcode}: {thrown}");
        bool mayBeEmpty = opcode is VirglOpcode.SetVertexBuffers;
        Assert.Equal(mayBeEmpty, thrown is null);
        AssertOthersGoOn(scene);
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(1u)]
    [InlineData(0x7FFFFFFFu)]
    [InlineData(uint.MaxValue)]
    public void Every_opcode_of_many_lengths_is_survived_when_all_words_are(uint word)
    {
        using GuestScene scene = new();
        uint id = 7;
        scene.Renderer.CreateContext(id, "attempt");
        foreach (VirglOpcode opcode in Enum.GetValues<VirglOpcode>())
        {
            foreach (int length in (int[])[1, 2, 3, 5, 6, 8, 11, 12, 13, 14, 20, 21, 32])
            {
                uint[] body = new uint[length];
                body.AsSpan().Fill(word);
                CommandStream.StreamWriter stream = new();
                stream.WriteRaw(opcode, VirglObjectType.None, body);
                Exception? thrown = Record.Exception(() => scene.Renderer.Submit(id, stream.Words));
                Assert.True(thrown is null or GuestFaultException, $"{opcode} of {length} words {word:x}: {thrown}");
                if (thrown is not null)
                {
                    scene.Renderer.DestroyContext(id);
                    scene.Renderer.CreateContext(++id, "attempt");
                    scene.Renderer.AttachResource(id, GuestScene.TargetId);
                }
            }
        }
    }

    private static CreatePipeResourceCommand BlobOf(uint width) => new()
    {
        Target = PipeTarget.Buffer, Format = VirglFormat.R8Unorm, Bind = BindFlags.VertexBuffer, Width = width, Height = 1, Depth = 1, ArraySize = 1,
        Flags = ResourceFlags.MapPersistent | ResourceFlags.MapCoherent, BlobId = 1,
    };

    private static BlitCommand BlitOf(uint source, uint destination) => new()
    {
        Mask = BlitMask.Color, SourceHandle = source, DestinationHandle = destination, SourceFormat = VirglFormat.B8G8R8A8Unorm, DestinationFormat = VirglFormat.B8G8R8A8Unorm,
        SourceBox = new Box(0, 0, 0, 8, 8, 1), DestinationBox = new Box(0, 0, 0, 8, 8, 1),
    };

    private static void IndirectDraw(CommandStream.StreamWriter s, uint offset, uint stride, uint draws)
    {
        s.Write(new BindShaderCommand { Handle = VertexHandle, Stage = ShaderStage.Vertex });
        s.Write(new BindShaderCommand { Handle = FragmentHandle, Stage = ShaderStage.Fragment });
        s.Write(new DrawVboCommand
        {
            Mode = PipePrimitive.Triangles, InstanceCount = 1, IndirectHandle = Words, IndirectOffset = offset, IndirectStride = stride, IndirectDrawCount = draws,
        });
    }

    private static ResourceCopyRegionCommand CopyOf(uint source, uint destination) => new()
    {
        SourceHandle = source, DestinationHandle = destination, SourceBox = new Box(0, 0, 0, 8, 8, 1),
    };

    private static Transfer3DCommand TransferOf(uint resource) => new() { Handle = resource, Box = new Box(0, 0, 0, 4, 1, 1), Direction = TransferDirection.ToHost };

    private static GuestScene Scene()
    {
        GuestScene scene = new();
        Add(scene, Words, new ResourceDescription(PipeTarget.Buffer, VirglFormat.R8Unorm, (uint)BindFlags.VertexBuffer, 64, 1, 1, 1, 0, 0, 0));
        Add(scene, Volume, new ResourceDescription(PipeTarget.Texture3D, VirglFormat.B8G8R8A8Unorm, (uint)BindFlags.SamplerView, 8, 8, 4, 1, 0, 0, 0));
        Add(scene, Pages, new ResourceDescription(PipeTarget.Buffer, VirglFormat.R8Unorm, (uint)BindFlags.VertexBuffer, 64, 1, 1, 1, 0, 0, 0));
        Add(scene, 303, new ResourceDescription(PipeTarget.Buffer, VirglFormat.R8Unorm, (uint)BindFlags.Custom, 64, 1, 1, 1, 0, 0, 0));
        scene.Renderer.AttachBacking(Pages, new ArrayBacking(64));
        scene.Stream.Create(new QueryObject { Handle = QueryHandle, ResultHandle = 303 });
        Assert.Equal(VertexHandle, scene.CreateShader(ShaderStage.Vertex, "VERT\nDCL OUT[0], POSITION\nIMM[0] FLT32 {0, 0, 0, 1}\n 0: MOV OUT[0], IMM[0]\n 1: END\n"));
        Assert.Equal(FragmentHandle, scene.CreateShader(ShaderStage.Fragment, "FRAG\nDCL OUT[0], COLOR\nIMM[0] FLT32 {0, 0, 0, 1}\n 0: MOV OUT[0], IMM[0]\n 1: END\n"));
        scene.Submit();
        return scene;
    }

    private static void Add(GuestScene scene, uint id, in ResourceDescription description)
    {
        scene.Renderer.CreateResource(id, description);
        scene.Renderer.AttachResource(GuestScene.ContextId, id);
    }

    private static void AssertOthersGoOn(GuestScene scene)
    {
        scene.Renderer.CreateContext(2, "other");
        scene.Renderer.Submit(2, [(uint)VirglOpcode.CreateSubContext | 1 << 16, 1]);
        Assert.False(scene.Renderer.IsLatched(2));
        Assert.True(scene.Renderer.Wait(scene.Renderer.InsertFence(GuestScene.ContextId), TimeSpan.FromSeconds(10)));
    }
}
