using VirglHost.Testing;

namespace VirglHost.VirtioGpu.Tests;

/// <summary>Blobs in the guest's own memory, and UUIDs. No front-end of today lets a guest have either; the features are offered to the next one.</summary>
public sealed class BlobTests : IDisposable
{
    private const uint Ok = 0x1100, Unspecified = 0x1200, BadParameter = 0x1205;

    private readonly RunningDevice _device = new(isRealized: false);

    public BlobTests()
    {
        _device.Front.DriverFeatures |= VhostUserFrontend.ResourceUuid | VhostUserFrontend.ResourceBlob;
        _device.Front.Realize();
        _device.Front.Start();
    }

    public void Dispose() => _device.Dispose();

    [Fact]
    public void Blob_is_shown_from_the_guests_pages_without_any_transfer()
    {
        const int Stride = 320, Offset = 100;
        byte[] memory = new byte[5 * 4096];
        byte[] picture = Patterns.Gradient(64, 48, 9);
        for (int row = 0; row < 48; row++) picture.AsSpan(row * 256, 256).CopyTo(memory.AsSpan(Offset + row * Stride));
        IReadOnlyList<GuestBuffer> pages = _device.Ram.AllocateScattered(memory.Length);
        _device.Ram.Write(pages, memory);
        _device.Gpu.CreateGuestBlob(7, (ulong)memory.Length, pages);

        Assert.Equal(Ok, _device.Gpu.Send(GpuDriver.ScanoutOfBlob(0, 7, (64, 48, 2), Stride, Offset)).Type);
        _device.Gpu.Flush(7, 0, 0, 64, 48);
        _device.WaitFor(() => Surface is { } surface && Patterns.IsGradient(surface, 9), "the blob");
        for (int i = 0; i < 2; i++) _device.Gpu.GetDisplayInfo();  // the viewer's answers: what was flushed is sent by then

        memory.AsSpan().Fill(0x55);
        _device.Ram.Write(pages, memory);
        _device.Gpu.TransferToHost2D(7, 0, 0, 64, 48, 0);         // means nothing, and is no mistake
        _device.Gpu.Flush(7, 8, 8, 2, 1);
        _device.WaitFor(() => Surface![8, 8] == (0x55, 0x55, 0x55), "the flushed part");
        Assert.Equal((9, 9, 8), Surface![8, 9]);

        _device.Gpu.Unref(7);
        _device.WaitFor(() => _device.Front.Display!.Surfaces.Count == 0, "the dark screen");
        Assert.Empty(_device.Front.Display!.Violations);
    }

    [Fact]
    public void Blob_seen_in_another_way_is_shown_anew()
    {
        IReadOnlyList<GuestBuffer> pages = _device.Ram.AllocateScattered(4 * 4096);
        _device.Ram.Write(pages, Patterns.Gradient(64, 64, 9));
        _device.Gpu.CreateGuestBlob(7, 4 * 4096, pages);
        _device.Gpu.Require(GpuDriver.ScanoutOfBlob(0, 7, (64, 32, 2), 256));
        _device.WaitFor(() => Surface?[5, 6] == (9, 6, 5), "the upper half");
        _device.Gpu.Require(GpuDriver.ScanoutOfBlob(0, 7, (64, 32, 2), 256, 32 * 256));
        _device.WaitFor(() => Surface?[5, 6] == (9, 38, 5), "the lower half");
        _device.Gpu.Require(GpuDriver.ScanoutOfBlob(0, 7, (64, 32, 67), 256));
        _device.WaitFor(() => Surface?[5, 6] == (5, 6, 9), "red and blue exchanged");
    }

    [Fact]
    public void Blob_without_pages_gets_them_later_and_cannot_be_shown_before()
    {
        _device.Gpu.CreateGuestBlob(7, 16384, []);
        Assert.Equal(BadParameter, _device.Gpu.Send(GpuDriver.ScanoutOfBlob(0, 7, (64, 48, 2), 256)).Type);
        Assert.Equal(BadParameter, _device.Gpu.Send(new GpuCommand(0x106).Words(7, 1).With(GpuDriver.Entries([_device.Ram.Allocate(4096)]))).Type);
        _device.Gpu.AttachBacking(7, [_device.Ram.Allocate(16384)]);
        Assert.Equal(Ok, _device.Gpu.Send(GpuDriver.ScanoutOfBlob(0, 7, (64, 48, 2), 256)).Type);
    }

    [Theory]
    [InlineData(64, 48, 2, 255, 0)]                               // rows overlap
    [InlineData(64, 48, 2, 256, 4097)]                            // leaves the blob by one byte
    [InlineData(64, 65, 2, 256, 0)]
    [InlineData(64, 48, 99, 256, 0)]
    [InlineData(0x4000_0010, 48, 2, 0, 0)]
    [InlineData(64, 48, 2, 0xffff_ffff, 0xffff_ffff)]
    public void Layout_that_does_not_fit_is_refused(uint width, uint height, uint format, uint stride, uint offset)
    {
        _device.Gpu.CreateGuestBlob(7, 16384, [_device.Ram.Allocate(16384)]);
        Assert.Equal(BadParameter, _device.Gpu.Send(GpuDriver.ScanoutOfBlob(0, 7, (width, height, format), stride, offset)).Type);
    }

    [Fact]
    public void Blob_is_refused_where_it_cannot_be_used()
    {
        _device.Gpu.CreateGuestBlob(7, 16384, [_device.Ram.Allocate(16384)]);
        _device.Gpu.CreateContext(1, "test"u8);
        Assert.Equal(Unspecified, _device.Gpu.Send(new GpuCommand(0x202, 1).Words(7, 0)).Type);
        Assert.Equal(BadParameter, _device.Gpu.Send(new GpuCommand(0x103).Words(0, 0, 64, 48, 0, 7)).Type);
        Assert.Equal(BadParameter, _device.Gpu.Send(new GpuCommand(0x10c).Words(8, 1, 0, 1).Quad(0).Quad(8192).With(GpuDriver.Entries([_device.Ram.Allocate(4096)]))).Type);
        Assert.Equal(Unspecified, _device.Gpu.Send(new GpuCommand(0x208).Words(7, 0, 0, 0).Expecting(32)).Type);
        Assert.Equal(Unspecified, _device.Gpu.Send(new GpuCommand(0x209).Words(7, 0)).Type);
    }

    [Fact]
    public void Pointer_comes_from_a_blob_too()
    {
        GuestBuffer page = _device.Ram.Allocate(16384);
        _device.Ram.Slice(page).Fill(0x42);
        _device.Gpu.CreateGuestBlob(7, 16384, [page]);
        _device.Gpu.UpdateCursor(0, 3, 4, 7, 0, 0);
        _device.WaitFor(() => _device.Front.Display!.Cursor.IsVisible, "the pointer");
        Assert.All(_device.Front.Display!.Cursor.Pixels, value => Assert.Equal(0x42, value));
    }

    [Fact]
    public void Uuid_is_of_version_4_the_same_when_asked_again_and_another_for_each_resource()
    {
        var seen = new HashSet<Guid>();
        for (uint id = 1; id <= 20; id++)
        {
            _device.Gpu.CreateResource2D(id, 1, 16, 16);
            Guid uuid = _device.Gpu.AssignUuid(id);
            Assert.Equal(4, uuid.Version);
            Assert.Equal(uuid, _device.Gpu.AssignUuid(id));
            Assert.True(seen.Add(uuid));
        }

        _device.Gpu.Unref(1);
        _device.Gpu.CreateResource2D(1, 1, 16, 16);
        Assert.True(seen.Add(_device.Gpu.AssignUuid(1)));
    }

    private DisplaySurface? Surface => _device.Front.Display!.Surfaces.GetValueOrDefault(0u);
}
