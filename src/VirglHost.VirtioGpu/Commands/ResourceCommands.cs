using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using VirglHost.CommandStream;
using VirglHost.CommandStream.Gallium;
using VirglHost.Linux;
using VirglHost.Rendering;
using VirglHost.VhostUser.Memory;
using VirglHost.VirtioGpu.Wire;

namespace VirglHost.VirtioGpu.Commands;

/// <summary>Resources: their making and ending, their guest pages, and the copies between the two.</summary>
internal sealed class ResourceCommands(GpuParts parts)
{
    private const uint MaximumSide = 16384;
    private const uint BlobInGuestMemory = 1;
    private const int EntriesPerRead = 4096;
    private const int MaximumRanges = 4 << 20;

    private long _rangeCount;

    public ControlType Create2d(GpuRequest request)
    {
        if (!request.TryGet(out ResourceCreate2dCommand command)) return parts.RefuseShort();
        if (!TryCheckNewId(command.ResourceId, out ControlType refusal)) return refusal;
        if (PixelOrders.Find(command.Format) is null) return parts.Refuse(ControlType.ErrorInvalidParameter, $"format {command.Format} is not a 2D format");
        if (command.Width is 0 or > MaximumSide || command.Height is 0 or > MaximumSide)
            return parts.Refuse(ControlType.ErrorInvalidParameter, $"size {command.Width}x{command.Height} is outside 1…{MaximumSide}");
        if (parts.Resources.ImageBytes + (long)command.Width * command.Height * 4 > parts.Options.MaxImageBytes)
            return parts.Refuse(ControlType.ErrorOutOfMemory, $"all 2D images together need more than {parts.Options.MaxImageBytes >> 20} MiB");
        try
        {
            var image = new PlainImage((int)command.Width, (int)command.Height, command.Format);
            parts.Resources.Add(new GuestResource(command.ResourceId, command.Width, command.Height) { Image = image });
            return ControlType.OkNoData;
        }
        catch (LinuxException error)
        {
            return parts.Refuse(ControlType.ErrorOutOfMemory, $"an image of {command.Width}x{command.Height}: {error.Message}");
        }
    }

    public ControlType Create3d(GpuRequest request)
    {
        if (!request.TryGet(out ResourceCreate3dCommand command)) return parts.RefuseShort();
        if (!TryCheckNewId(command.ResourceId, out ControlType refusal)) return refusal;
        var description = new ResourceDescription(
            (PipeTarget)command.Target, (VirglFormat)command.Format, command.Bind, command.Width, command.Height, command.Depth,
            command.ArraySize, command.LastLevel, command.NrSamples, command.Flags);
        return Create(command.ResourceId, description);
    }

    public ControlType Unref(GpuRequest request)
    {
        if (!request.TryGet(out ResourceUnrefCommand command)) return parts.RefuseShort();
        if (!parts.Resources.TryGet(command.ResourceId, out GuestResource? resource)) return parts.RefuseResource(command.ResourceId);
        parts.Screens.ResourceEnding(resource.Id);
        // SPEC: virtio-gpu notes §4: every pointer to the guest's pages is gone before the answer, because the guest reuses them then.
        if (resource.IsRendered) parts.Renderer.DestroyResource(resource.Id);
        Forget(resource);
        parts.Resources.Remove(resource);
        return ControlType.OkNoData;
    }

    public ControlType AttachBacking(GpuRequest request)
    {
        if (!request.TryGet(out ResourceAttachBackingCommand command)) return parts.RefuseShort();
        if (!parts.Resources.TryGet(command.ResourceId, out GuestResource? resource)) return parts.RefuseResource(command.ResourceId);
        if (resource.Backing is not null) return parts.Refuse(ControlType.ErrorUnspecified, $"resource {resource.Id} has a backing already");
        if (command.EntryCount == 0) return parts.Refuse(ControlType.ErrorInvalidParameter, "no entry");
        if (!TryReadBacking(request, command.EntryCount, Unsafe.SizeOf<ResourceAttachBackingCommand>(), out GuestPages? pages, out ControlType refusal)) return refusal;
        if (resource.BlobSize > (ulong)pages.Length) return RefuseSmall(resource.BlobSize, pages);
        Attach(resource, pages);
        return ControlType.OkNoData;
    }

    public ControlType DetachBacking(GpuRequest request)
    {
        if (!request.TryGet(out ResourceDetachBackingCommand command)) return parts.RefuseShort();
        if (!parts.Resources.TryGet(command.ResourceId, out GuestResource? resource)) return parts.RefuseResource(command.ResourceId);
        if (resource.Backing is null) return parts.Refuse(ControlType.ErrorUnspecified, $"resource {resource.Id} has no backing");
        if (resource.IsRendered) parts.Renderer.DetachBacking(resource.Id);
        Forget(resource);
        return ControlType.OkNoData;
    }

    /// <summary>RESOURCE_CREATE_BLOB in the guest's own memory. Host memory needs a window into the guest, which no front-end gives us.</summary>
    public ControlType CreateBlob(GpuRequest request)
    {
        if (!request.TryGet(out ResourceCreateBlobCommand command)) return parts.RefuseShort();
        if (!TryCheckNewId(command.ResourceId, out ControlType refusal)) return refusal;
        if (command.BlobMem != BlobInGuestMemory)
            return parts.Refuse(ControlType.ErrorInvalidParameter, $"blob_mem {command.BlobMem}: only the guest's own memory (1) can be a blob here");
        if (command.Size == 0) return parts.Refuse(ControlType.ErrorInvalidParameter, "a blob of 0 bytes");
        var resource = new GuestResource(command.ResourceId, 0, 0) { BlobSize = command.Size };
        if (command.EntryCount > 0)
        {
            if (!TryReadBacking(request, command.EntryCount, Unsafe.SizeOf<ResourceCreateBlobCommand>(), out GuestPages? pages, out refusal)) return refusal;
            if (command.Size > (ulong)pages.Length) return RefuseSmall(command.Size, pages);
            Attach(resource, pages);
        }

        parts.Resources.Add(resource);
        return ControlType.OkNoData;
    }

    public ControlType AssignUuid(GpuRequest request)
    {
        if (!request.TryGet(out ResourceAssignUuidCommand command)) return parts.RefuseShort();
        if (!parts.Resources.TryGet(command.ResourceId, out GuestResource? resource)) return parts.RefuseResource(command.ResourceId);
        var response = default(ResourceUuidResponse);
        resource.Uuid.TryWriteBytes(response.Uuid, bigEndian: true, out _);
        request.Answer(ControlType.OkResourceUuid, MemoryMarshal.AsBytes(new Span<ResourceUuidResponse>(ref response)));
        return default;
    }

    /// <summary>A context wants to use a 2D resource: its content moves from plain memory into the renderer, under the same id.</summary>
    public void MoveToRenderer(GuestResource resource)
    {
        if (resource.Image is not { } image) return;
        var description = new ResourceDescription(
            PipeTarget.Texture2D, (VirglFormat)image.Format, (uint)(BindFlags.RenderTarget | BindFlags.SamplerView | BindFlags.Scanout),
            resource.Width, resource.Height, 1, 1, 0, 0, 0);
        parts.Renderer.CreateResource(resource.Id, description);
        parts.Renderer.AttachBacking(resource.Id, image);
        parts.Renderer.TransferToHost(0, resource.Id, new TransferRequest(0, 0, 0, new Box(0, 0, 0, image.Width, image.Height, 1), 0));
        parts.Renderer.DetachBacking(resource.Id);
        if (resource.Backing is { } backing) parts.Renderer.AttachBacking(resource.Id, backing);
        parts.Resources.DropImage(resource);
    }

    public ControlType TransferToHost2d(GpuRequest request)
    {
        if (!request.TryGet(out TransferToHost2dCommand command)) return parts.RefuseShort();
        if (!TryFindBacked(command.ResourceId, out GuestResource? resource, out ControlType refusal)) return refusal;
        if (resource.IsBlob) return ControlType.OkNoData;          // SPEC: virtio GPU, blob resources: guest memory needs no transfer.
        WireRect rect = command.Rect;
        if (!Display.Rectangle.TryInside(rect, resource.Width, resource.Height, out Display.Rectangle inside))
            return parts.Refuse(ControlType.ErrorInvalidParameter, $"rectangle {rect.Width}x{rect.Height}+{rect.X}+{rect.Y} leaves the resource");
        if (inside.IsEmpty) return ControlType.OkNoData;
        if (resource.Image is { } image)
        {
            return image.TryLoad(resource.Backing!, inside, command.Offset)
                ? ControlType.OkNoData
                : parts.Refuse(ControlType.ErrorInvalidParameter, $"{inside.Width}x{inside.Height} pixels at offset {command.Offset} leave the backing");
        }

        var box = new Box(inside.X, inside.Y, 0, inside.Width, inside.Height, 1);
        parts.Renderer.TransferToHost(0, resource.Id, new TransferRequest(0, 0, 0, box, command.Offset));
        return ControlType.OkNoData;
    }

    public ControlType Transfer3d(GpuRequest request, bool isToHost)
    {
        if (!request.TryGet(out TransferHost3dCommand command)) return parts.RefuseShort();
        if (!TryFindBacked(command.ResourceId, out GuestResource? resource, out ControlType refusal)) return refusal;
        WireBox box = command.Box;
        // GUEST: after this comparison every member fits an int; the renderer checks the box against the level.
        if ((box.X | box.Y | box.Z | box.W | box.H | box.D) > int.MaxValue)
            return parts.Refuse(ControlType.ErrorInvalidParameter, "the box has a member of more than 31 bits");
        if (resource.IsBlob) return ControlType.OkNoData;
        MoveToRenderer(resource);
        var transfer = new TransferRequest(
            command.Level, command.Stride, command.LayerStride, new Box((int)box.X, (int)box.Y, (int)box.Z, (int)box.W, (int)box.H, (int)box.D),
            command.Offset);
        if (!parts.Renderer.RunsHere(request.Header.ContextId))
        {
            RenderWork work = parts.Works.Rent();
            work.SetTransfer(request.Header.ContextId, resource.Id, transfer, isToHost);
            parts.Works.Post(parts.Renderer, work, request);
            return default;
        }

        if (isToHost) parts.Renderer.TransferToHost(request.Header.ContextId, resource.Id, transfer);
        else parts.Renderer.TransferFromHost(request.Header.ContextId, resource.Id, transfer);
        return ControlType.OkNoData;
    }

    /// <summary>The guest's driver was reset: all resources end.</summary>
    public void Reset()
    {
        foreach (GuestResource resource in parts.Resources.All)
        {
            if (resource.IsRendered) parts.Renderer.DestroyResource(resource.Id);
        }

        parts.Resources.Clear();
        _rangeCount = 0;
    }

    private ControlType Create(uint id, in ResourceDescription description)
    {
        parts.Renderer.CreateResource(id, description);
        parts.Resources.Add(new GuestResource(id, description.Width, description.Height));
        return ControlType.OkNoData;
    }

    private bool TryCheckNewId(uint id, out ControlType refusal)
    {
        bool isFree = id != 0 && !parts.Resources.Contains(id);
        if (isFree && parts.Resources.Count >= ResourceTable.MaximumCount)
        {
            refusal = parts.Refuse(ControlType.ErrorOutOfMemory, $"there are {ResourceTable.MaximumCount} resources already");
            return false;
        }

        refusal = isFree ? default : parts.Refuse(ControlType.ErrorInvalidResourceId, id == 0 ? "resource id 0" : $"resource {id} exists already");
        return isFree;
    }

    private bool TryFindBacked(uint id, [NotNullWhen(true)] out GuestResource? resource, out ControlType refusal)
    {
        refusal = default;
        if (!parts.Resources.TryGet(id, out resource)) refusal = parts.RefuseResource(id);
        else if (resource.Backing is null) refusal = parts.Refuse(ControlType.ErrorUnspecified, $"resource {id} has no backing");
        return refusal == default;
    }

    private void Attach(GuestResource resource, GuestPages pages)
    {
        var backing = new GuestBacking(pages);
        if (resource.IsRendered) parts.Renderer.AttachBacking(resource.Id, backing);
        resource.Backing = backing;
        resource.BackingRanges = pages.RangeCount;
        _rangeCount += pages.RangeCount;
    }

    private void Forget(GuestResource resource)
    {
        resource.Backing = null;
        _rangeCount -= resource.BackingRanges;
        resource.BackingRanges = 0;
    }

    private ControlType RefuseSmall(ulong size, GuestPages pages) =>
        parts.Refuse(ControlType.ErrorInvalidParameter, $"{pages.Length} bytes of pages for a blob of {size}");

    /// <summary>The entries behind the fixed part of a command, as pages.</summary>
    private bool TryReadBacking(GpuRequest request, uint count, int fixedSize, [NotNullWhen(true)] out GuestPages? pages, out ControlType refusal)
    {
        pages = null;
        refusal = default;
        long needed = fixedSize + (long)count * Unsafe.SizeOf<MemoryEntry>();
        if (count > (uint)parts.Options.MaxBackingEntries)
            refusal = parts.Refuse(ControlType.ErrorInvalidParameter, $"{count} entries are more than {parts.Options.MaxBackingEntries}");
        else if (request.Chain.ReadableLength < needed)
            refusal = parts.Refuse(ControlType.ErrorInvalidParameter, $"{count} entries do not fit the {request.Chain.ReadableLength} bytes sent");
        else if (parts.Memory is null)
            refusal = parts.Refuse(ControlType.ErrorInvalidParameter, "the front-end has shared no memory");
        if (refusal != default) return false;
        pages = new GuestPages(parts.Memory!);
        if (!TryReadEntries(request, fixedSize, (int)count, pages, out string reason))
            refusal = parts.Refuse(ControlType.ErrorInvalidParameter, reason);
        else if (_rangeCount + pages.RangeCount > MaximumRanges)
            refusal = parts.Refuse(ControlType.ErrorOutOfMemory, $"the backings of all resources consist of more than {MaximumRanges} runs");
        return refusal == default;
    }

    private static bool TryReadEntries(GpuRequest request, int fixedSize, int count, GuestPages pages, out string reason)
    {
        reason = "";
        int entrySize = Unsafe.SizeOf<MemoryEntry>();
        byte[] buffer = ArrayPool<byte>.Shared.Rent(Math.Min(count, EntriesPerRead) * entrySize);
        try
        {
            for (int done = 0; done < count; done += EntriesPerRead)
            {
                Span<byte> bytes = buffer.AsSpan(0, Math.Min(count - done, EntriesPerRead) * entrySize);
                long offset = fixedSize + (long)done * entrySize;
                if (request.Chain.Read(offset, bytes) != bytes.Length) reason = "the entries cannot be read";
                foreach (ref readonly MemoryEntry entry in MemoryMarshal.Cast<byte, MemoryEntry>(bytes))
                {
                    if (reason.Length == 0 && !pages.TryAppend(entry.Address, entry.Length))
                        reason = $"{entry.Length} bytes at {entry.Address:x} are not the guest's memory";
                }

                if (reason.Length != 0) return false;
            }

            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
