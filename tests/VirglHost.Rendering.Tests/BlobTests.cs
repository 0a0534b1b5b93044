using System.Numerics;
using System.Runtime.InteropServices;
using VirglHost.CommandStream;
using VirglHost.CommandStream.Commands;
using VirglHost.CommandStream.Gallium;
using VirglHost.CommandStream.Objects;
using VirglHost.Linux;
using VirglHost.OpenGL.Objects;
using VirglHost.Rendering.Resources;

namespace VirglHost.Rendering.Tests;

/// <summary>Buffers that live in memory which the guest has mapped, and the other commands about shared resources.</summary>
public sealed class BlobTests : IDisposable
{
    private const uint Mapped = (uint)(ResourceFlags.MapPersistent | ResourceFlags.MapCoherent);
    private const uint BlobId = 7;

    private readonly GuestScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public void Mapped_buffer_shows_the_guests_writes_to_draws_without_a_transfer()
    {
        using Memory memory = CreateMapped(200, 4096, BindFlags.VertexBuffer);
        _scene.UseShaders(GuestScene.PassVertex, GuestScene.PassFragment);
        _scene.Stream.Create(new VertexElementsObject
        {
            Handle = GuestScene.ElementsHandle, Elements = new[] { new VertexElement(0, 0, 0, VirglFormat.R32G32B32A32Float), new VertexElement(16, 0, 0, VirglFormat.R32G32B32A32Float) },
        });
        _scene.Stream.Bind(VirglObjectType.VertexElements, GuestScene.ElementsHandle);
        _scene.Stream.Write(new SetVertexBuffersCommand { Buffers = new[] { new VertexBufferBinding(32, 0, 200) } });
        foreach ((Vector4 color, uint pixel) in new[] { (new Vector4(1, 0, 0, 1), 0xFFFF0000u), (new Vector4(0, 0, 1, 1), 0xFF0000FFu) })
        {
            memory.Write(0, new Vector4(-1, -1, 0, 1), color, new Vector4(3, -1, 0, 1), color, new Vector4(-1, 3, 0, 1), color);
            _scene.Draw(3);

            Assert.All(_scene.Pixels(), shown => Assert.Equal(pixel, shown));
        }
    }

    [Fact]
    public void Mapped_buffer_shows_the_hosts_writes_to_the_guest_after_a_fence()
    {
        using Memory memory = CreateMapped(200, 64, BindFlags.ShaderBuffer);
        uint source = _scene.CreateBuffer<uint>(BindFlags.VertexBuffer, 1, 2, 3, 0xCAFE);
        _scene.Stream.Write(new ResourceCopyRegionCommand { SourceHandle = source, DestinationHandle = 200, DestinationX = 8, SourceBox = new Box(0, 0, 0, 16, 1, 1) });
        _scene.Stream.Write(new ResourceInlineWriteCommand { Handle = 200, Box = new Box(60, 0, 0, 4, 1, 1), Content = [1, 2, 3, 4] });
        _scene.Submit();
        Finish();

        Assert.Equal([0, 0, 1, 2, 3, 0xCAFE], MemoryMarshal.Cast<byte, uint>(memory.Span)[..6].ToArray());
        Assert.Equal([1, 2, 3, 4], memory.Span[60..64].ToArray());
    }

    [Fact]
    public void Transfers_of_a_mapped_buffer_do_nothing()
    {
        using Memory memory = CreateMapped(200, 64, BindFlags.VertexBuffer);
        memory.Span.Fill(0x11);
        _scene.Stream.Write(new Transfer3DCommand { Handle = 200, Box = new Box(0, 0, 0, 64, 1, 1), Direction = TransferDirection.ToHost });
        _scene.Stream.Write(new Transfer3DCommand { Handle = 200, Box = new Box(0, 0, 0, 64, 1, 1), Direction = TransferDirection.FromHost });
        _scene.Submit();

        Assert.Equal(0x11, memory.Span[63]);
    }

    [Fact]
    public void Memory_lives_on_until_no_work_can_touch_it()
    {
        Memory first = CreateMapped(200, 4096, BindFlags.VertexBuffer);
        _scene.Renderer.DestroyResource(200);
        Assert.False(first.IsDisposed, "work may still be running");

        List<Memory> others = [];
        for (uint i = 0; i < 256; i++)
        {
            others.Add(CreateMapped(200, 4096, BindFlags.VertexBuffer));
            _scene.Renderer.DestroyResource(200);
        }

        Assert.True(first.IsDisposed, "256 waiting memories are worth a wait");
        Assert.False(others[^1].IsDisposed);
    }

    [Fact]
    public void Memory_goes_with_its_renderer()
    {
        Memory waiting, held;
        using (BlobTests other = new())
        {
            waiting = other.CreateMapped(200, 4096, BindFlags.VertexBuffer);
            other._scene.Renderer.DestroyResource(200);
            held = other.CreateMapped(201, 4096, BindFlags.VertexBuffer);
        }

        Assert.True(waiting.IsDisposed && held.IsDisposed);
    }

    [Fact]
    public void Memory_of_a_buffer_that_is_bound_stays()
    {
        using Memory memory = CreateMapped(200, 96, BindFlags.VertexBuffer);
        _scene.Stream.Write(new SetVertexBuffersCommand { Buffers = new[] { new VertexBufferBinding(32, 0, 200) } });
        _scene.Submit();
        _scene.Renderer.DestroyResource(200);
        for (uint i = 0; i < 300; i++)
        {
            CreateMapped(201, 4096, BindFlags.VertexBuffer);
            _scene.Renderer.DestroyResource(201);
        }

        Assert.False(memory.IsDisposed);
    }

    [Fact]
    public void Blob_without_a_mapping_is_an_ordinary_resource()
    {
        Park(new ResourceDescription(PipeTarget.Texture2D, VirglFormat.B8G8R8A8Unorm, (uint)BindFlags.SamplerView, 4, 4, 1, 1, 0, 0, 0));
        RenderResource resource = _scene.Renderer.CreateBlob(GuestScene.ContextId, 200, BlobId, null);

        Assert.True(resource.Texture is not null);
        Assert.False(resource.IsPinned);
    }

    [Fact]
    public void Parked_description_is_taken_once_and_only_by_its_context()
    {
        Park(Buffer(64));
        _scene.Renderer.CreateContext(2, "other");

        Assert.False(_scene.Renderer.TryGetParked(2, BlobId, out _));
        Assert.False(_scene.Renderer.TryGetParked(GuestScene.ContextId, BlobId + (1ul << 32), out _));
        Assert.True(_scene.Renderer.TryGetParked(GuestScene.ContextId, BlobId, out ResourceDescription parked));
        Assert.Equal(Buffer(64), parked);
        using Memory memory = new(64);
        _scene.Renderer.CreateBlob(GuestScene.ContextId, 200, BlobId, memory);
        Assert.False(_scene.Renderer.TryGetParked(GuestScene.ContextId, BlobId, out _));
        AssertRefused(GuestFault.InvalidParameter, 201, null);
    }

    [Fact]
    public void Memory_that_does_not_fit_its_description_is_refused_and_stays_the_doors()
    {
        using Memory memory = new(64);
        Park(Buffer(65));
        AssertRefused(GuestFault.InvalidParameter, 200, memory);
        Park(Buffer(64));
        AssertRefused(GuestFault.InvalidParameter, 200, null);
        Park(Buffer(64) with { Flags = 0 });
        AssertRefused(GuestFault.InvalidParameter, 200, memory);
        Park(Buffer(64));
        AssertRefused(GuestFault.ResourceExists, GuestScene.TargetId, memory);

        Assert.False(memory.IsDisposed);
        Assert.False(_scene.Renderer.IsLatched(GuestScene.ContextId));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public void Mapped_buffers_are_offered_where_the_door_can_share_them(bool canShare, bool isOffered)
    {
        using var display = VirglHost.OpenGL.Egl.EglDisplay.OpenHeadless();
        using var renderer = Renderer.Create(display, new RendererOptions { HostBlobs = canShare }, GuestScene.Log);
        byte[] caps = new byte[renderer.GetCapsetSize(2)];
        renderer.WriteCapset(2, 2, caps);

        Assert.Equal(isOffered, (BitConverter.ToUInt32(caps, 392) & 1u << 31) != 0);
    }

    [Fact]
    public void Type_of_a_resource_that_has_one_is_left_alone()
    {
        _scene.Stream.WriteRaw(VirglOpcode.SetPipeResourceType, VirglObjectType.None, [GuestScene.TargetId, 4, 8, 3, 3, 0, 0, 0, 32, 0]);
        _scene.Submit();

        Assert.True(_scene.Renderer.TryGetResource(GuestScene.TargetId, out RenderResource? resource));
        Assert.Equal((VirglFormat.B8G8R8A8Unorm, 8u), (resource.Description.Format, resource.Description.Width));
    }

    [Fact]
    public void Layout_of_storage_without_planes_is_zeros()
    {
        ResourceDescription custom = new(PipeTarget.Buffer, VirglFormat.R8Unorm, (uint)BindFlags.Custom, 96, 1, 1, 1, 0, 0, 0);
        RenderResource output = _scene.Renderer.CreateResource(200, custom);
        _scene.Renderer.AttachResource(GuestScene.ContextId, 200);
        output.HostMemory.AsSpan().Fill(0xEE);
        _scene.Stream.Write(new GetPipeResourceLayoutCommand { OutputHandle = 200, TargetHandle = GuestScene.TargetId });
        _scene.Submit();

        Assert.All(output.HostMemory![..80], value => Assert.Equal(0, value));
        Assert.All(output.HostMemory[80..], value => Assert.Equal(0xEE, value));
    }

    [Fact]
    public void Surface_with_samples_of_its_own_draws_single_ones()
    {
        _scene.Stream.Create(new MultisampleSurfaceObject { Handle = 900, ResourceHandle = GuestScene.TargetId, Format = VirglFormat.B8G8R8A8Unorm, Samples = 4 });
        _scene.BindFramebuffer(0, 900);
        _scene.UseShaders(GuestScene.PassVertex, GuestScene.PassFragment);
        _scene.UseFullTriangle(new Vector4(0, 1, 0, 1));
        _scene.Draw(3);

        Assert.All(_scene.Pixels(), pixel => Assert.Equal(0xFF00FF00, pixel));
    }

    [Fact]
    public void Pinned_buffer_outside_a_page_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => GlBuffer.CreatePinned(GlHost.Open().Session.Group, 0x1001, 64));

    private static ResourceDescription Buffer(uint width) =>
        new(PipeTarget.Buffer, VirglFormat.R8Unorm, (uint)BindFlags.VertexBuffer, width, 1, 1, 1, 0, 0, Mapped);

    private void Park(in ResourceDescription d)
    {
        _scene.Stream.Write(new CreatePipeResourceCommand
        {
            Target = d.Target, Format = d.Format, Bind = (BindFlags)d.Bind, Width = d.Width, Height = d.Height, Depth = d.Depth, ArraySize = d.ArraySize,
            LastLevel = d.LastLevel, Samples = d.Samples, Flags = (ResourceFlags)d.Flags, BlobId = BlobId,
        });
        _scene.Submit();
    }

    private Memory CreateMapped(uint id, uint size, BindFlags bind)
    {
        Park(Buffer(size) with { Bind = (uint)bind });
        Memory memory = new(size);
        _scene.Renderer.CreateBlob(GuestScene.ContextId, id, BlobId, memory);
        _scene.Renderer.AttachResource(GuestScene.ContextId, id);
        return memory;
    }

    private void AssertRefused(GuestFault fault, uint id, Memory? memory) =>
        Assert.Equal(fault, Assert.Throws<GuestFaultException>(() => _scene.Renderer.CreateBlob(GuestScene.ContextId, id, BlobId, memory)).Fault);

    private void Finish()
    {
        RenderFence fence = _scene.Renderer.InsertFence(GuestScene.ContextId);
        Assert.True(_scene.Renderer.Wait(fence, TimeSpan.FromSeconds(10)));
        _scene.Renderer.CompleteFence(fence);
    }

    /// <summary>Pages shared as a door shares them; what a test holds stays readable after the renderer let go.</summary>
    private sealed class Memory : IHostMemory
    {
        private readonly Memfd _file;
        private readonly MemoryMapping _mapping;

        public Memory(uint size)
        {
            _file = new Memfd("test", size);
            _mapping = MemoryMapping.Map(_file.Fd, 0, size);
        }

        public bool IsDisposed { get; private set; }

        public nint Address => _mapping.Address;

        public long LengthInBytes => _mapping.Length;

        public Span<byte> Span => _mapping.Slice(0, (int)_mapping.Length);

        public void Write(int offset, params ReadOnlySpan<Vector4> values) => MemoryMarshal.AsBytes(values).CopyTo(Span[offset..]);

        public void Dispose()
        {
            if (IsDisposed)
                return;
            IsDisposed = true;
            _mapping.Dispose();
            _file.Dispose();
        }
    }
}
