using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using VirglHost.CommandStream;
using VirglHost.CommandStream.Gallium;
using VirglHost.Rendering;
using VirglHost.VhostUser.Memory;
using VirglHost.VirtioGpu.Wire;

namespace VirglHost.VirtioGpu.Commands;

/// <summary>Resources: their making and ending, their guest pages, and the copies between the two.</summary>
internal sealed class ResourceCommands(GpuParts parts)
{
    private const uint MaximumSide = 16384;
    private const int EntriesPerRead = 4096;
    private const int MaximumRanges = 4 << 20;

    private long _rangeCount;

    public ControlType Create2d(GpuRequest request)
    {
        if (!request.TryGet(out ResourceCreate2dCommand command)) return parts.RefuseShort();
        if (!TryCheckNewId(command.ResourceId, out ControlType refusal)) return refusal;
        if (!IsSimpleFormat(command.Format)) return parts.Refuse(ControlType.ErrorInvalidParameter, $"format {command.Format} is not a 2D format");
        if (command.Width is 0 or > MaximumSide || command.Height is 0 or > MaximumSide)
            return parts.Refuse(ControlType.ErrorInvalidParameter, $"size {command.Width}x{command.Height} is outside 1…{MaximumSide}");
        var description = new ResourceDescription(
            PipeTarget.Texture2D, (VirglFormat)command.Format, (uint)(BindFlags.RenderTarget | BindFlags.SamplerView | BindFlags.Scanout),
            command.Width, command.Height, 1, 1, 0, 0, 0);
        return Create(command.ResourceId, description);
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
        parts.Renderer.DestroyResource(resource.Id);
        _rangeCount -= resource.BackingRanges;
        parts.Resources.Remove(resource.Id);
        return ControlType.OkNoData;
    }

    public ControlType AttachBacking(GpuRequest request)
    {
        if (!request.TryGet(out ResourceAttachBackingCommand command)) return parts.RefuseShort();
        if (!parts.Resources.TryGet(command.ResourceId, out GuestResource? resource)) return parts.RefuseResource(command.ResourceId);
        if (resource.HasBacking) return parts.Refuse(ControlType.ErrorUnspecified, $"resource {resource.Id} has a backing already");
        if (command.EntryCount > (uint)parts.Options.MaxBackingEntries)
            return parts.Refuse(ControlType.ErrorInvalidParameter, $"{command.EntryCount} entries are more than {parts.Options.MaxBackingEntries}");
        long needed = Unsafe.SizeOf<ResourceAttachBackingCommand>() + (long)command.EntryCount * Unsafe.SizeOf<MemoryEntry>();
        if (command.EntryCount == 0 || request.Chain.ReadableLength < needed)
            return parts.Refuse(ControlType.ErrorInvalidParameter, $"{command.EntryCount} entries do not fit the {request.Chain.ReadableLength} bytes sent");
        if (parts.Memory is not { } memory) return parts.Refuse(ControlType.ErrorInvalidParameter, "the front-end has shared no memory");
        var pages = new GuestPages(memory);
        if (!TryReadEntries(request, (int)command.EntryCount, pages, out string reason)) return parts.Refuse(ControlType.ErrorInvalidParameter, reason);
        if (_rangeCount + pages.RangeCount > MaximumRanges)
            return parts.Refuse(ControlType.ErrorOutOfMemory, $"the backings of all resources consist of more than {MaximumRanges} runs");
        parts.Renderer.AttachBacking(resource.Id, new GuestBacking(pages));
        resource.HasBacking = true;
        resource.BackingRanges = pages.RangeCount;
        _rangeCount += pages.RangeCount;
        return ControlType.OkNoData;
    }

    public ControlType DetachBacking(GpuRequest request)
    {
        if (!request.TryGet(out ResourceDetachBackingCommand command)) return parts.RefuseShort();
        if (!parts.Resources.TryGet(command.ResourceId, out GuestResource? resource)) return parts.RefuseResource(command.ResourceId);
        if (!resource.HasBacking) return parts.Refuse(ControlType.ErrorUnspecified, $"resource {resource.Id} has no backing");
        parts.Renderer.DetachBacking(resource.Id);
        resource.HasBacking = false;
        _rangeCount -= resource.BackingRanges;
        resource.BackingRanges = 0;
        return ControlType.OkNoData;
    }

    public ControlType TransferToHost2d(GpuRequest request)
    {
        if (!request.TryGet(out TransferToHost2dCommand command)) return parts.RefuseShort();
        if (!TryFindBacked(command.ResourceId, out GuestResource? resource, out ControlType refusal)) return refusal;
        WireRect rect = command.Rect;
        if (!Display.Rectangle.TryInside(rect, resource.Width, resource.Height, out Display.Rectangle inside))
            return parts.Refuse(ControlType.ErrorInvalidParameter, $"rectangle {rect.Width}x{rect.Height}+{rect.X}+{rect.Y} leaves the resource");
        if (inside.IsEmpty) return ControlType.OkNoData;
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
        var transfer = new TransferRequest(
            command.Level, command.Stride, command.LayerStride, new Box((int)box.X, (int)box.Y, (int)box.Z, (int)box.W, (int)box.H, (int)box.D),
            command.Offset);
        if (isToHost) parts.Renderer.TransferToHost(request.Header.ContextId, resource.Id, transfer);
        else parts.Renderer.TransferFromHost(request.Header.ContextId, resource.Id, transfer);
        return ControlType.OkNoData;
    }

    /// <summary>The guest's driver was reset: all resources end.</summary>
    public void Reset()
    {
        foreach (uint id in parts.Resources.Ids) parts.Renderer.DestroyResource(id);
        parts.Resources.Clear();
        _rangeCount = 0;
    }

    // SPEC: enum virtio_gpu_formats; the numbers are virgl's own.
    private static bool IsSimpleFormat(uint format) => format is 1 or 2 or 3 or 4 or 67 or 68 or 121 or 134;

    private ControlType Create(uint id, in ResourceDescription description)
    {
        parts.Renderer.CreateResource(id, description);
        parts.Resources.Add(new GuestResource(id, description.Width, description.Height));
        return ControlType.OkNoData;
    }

    private bool TryCheckNewId(uint id, out ControlType refusal)
    {
        bool isFree = id != 0 && !parts.Resources.Contains(id);
        refusal = isFree ? default : parts.Refuse(ControlType.ErrorInvalidResourceId, id == 0 ? "resource id 0" : $"resource {id} exists already");
        return isFree;
    }

    private bool TryFindBacked(uint id, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out GuestResource? resource, out ControlType refusal)
    {
        refusal = default;
        if (!parts.Resources.TryGet(id, out resource)) refusal = parts.RefuseResource(id);
        else if (!resource.HasBacking) refusal = parts.Refuse(ControlType.ErrorUnspecified, $"resource {id} has no backing");
        return refusal == default;
    }

    private static bool TryReadEntries(GpuRequest request, int count, GuestPages pages, out string reason)
    {
        reason = "";
        int entrySize = Unsafe.SizeOf<MemoryEntry>();
        byte[] buffer = ArrayPool<byte>.Shared.Rent(Math.Min(count, EntriesPerRead) * entrySize);
        try
        {
            for (int done = 0; done < count; done += EntriesPerRead)
            {
                Span<byte> bytes = buffer.AsSpan(0, Math.Min(count - done, EntriesPerRead) * entrySize);
                long offset = Unsafe.SizeOf<ResourceAttachBackingCommand>() + (long)done * entrySize;
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
