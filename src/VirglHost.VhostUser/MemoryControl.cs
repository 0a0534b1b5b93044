using System.Buffers.Binary;
using VirglHost.Linux;
using VirglHost.VhostUser.Memory;
using VirglHost.VhostUser.Messages;

namespace VirglHost.VhostUser;

/// <summary>
/// Carries out the memory messages. A change is all or nothing; mappings that did not change are kept. Methods return null, or the reason
/// why the request was refused.
/// </summary>
internal sealed class MemoryControl(
    GuestMemory memory, RingControl rings, IVhostUserDevice device, NegotiatedState state, int slots) : IDisposable
{
    private const int TableEntrySize = 32;

    public void Dispose() => Install(RegionSet.Empty);

    /// <summary>SET_MEM_TABLE: the whole of guest memory anew.</summary>
    internal string? SetTable(MessageAssembler message)
    {
        ReadOnlySpan<byte> payload = message.Payload;
        uint count = BinaryPrimitives.ReadUInt32LittleEndian(payload);
        if (count > 8 || payload.Length != 8 + TableEntrySize * (int)count || message.FdCount != count)
        {
            throw new VhostProtocolException(
                $"a memory table of {count} regions came with {payload.Length} bytes and {message.FdCount} descriptors");
        }

        var next = new List<GuestRegion>();
        for (int i = 0; i < count; i++)
        {
            NegotiatedRegion wanted = Describe(payload[(8 + TableEntrySize * i)..], message.TakeFd(i));
            if (Acquire(wanted, out string? refusal) is GuestRegion region)
                next.Add(region);
            else
                return Abandon(next, refusal!);
        }

        return TryInstall(next);
    }

    /// <summary>ADD_MEM_REG: one region more.</summary>
    internal string? Add(MessageAssembler message)
    {
        if (message.FdCount != 1) throw new VhostProtocolException($"{message.Code} came without its descriptor");
        NegotiatedRegion wanted = Describe(message.Payload[8..], message.TakeFd(0));
        if (memory.RegionCount >= slots)
        {
            wanted.File.Dispose();
            return $"memory region at {wanted.GuestAddress:x} is one more than the {slots} that were agreed";
        }

        if (GuestRegion.TryMap(wanted, out string? refusal) is not GuestRegion region)
        {
            wanted.File.Dispose();
            return refusal;
        }

        return TryInstall([.. memory.Set.Regions, region]);
    }

    /// <summary>REM_MEM_REG: names a region by its addresses and size. A descriptor may come along and is dropped with the message.</summary>
    internal string? Remove(MessageAssembler message)
    {
        ReadOnlySpan<byte> entry = message.Payload[8..];
        ulong guestAddress = Quad(entry, 0), size = Quad(entry, 8), frontEndAddress = Quad(entry, 16);
        var next = new List<GuestRegion>(memory.Set.Regions.ToArray());
        int removed = next.RemoveAll(region => region.Description.GuestAddress == guestAddress
            && region.Description.Size == size && region.Description.FrontEndAddress == frontEndAddress);
        return removed == 1 ? TryInstall(next) : $"there is no memory region at {guestAddress:x} of {size:x} bytes to remove";
    }

    private static ulong Quad(ReadOnlySpan<byte> entry, int offset) => BinaryPrimitives.ReadUInt64LittleEndian(entry[offset..]);

    /// <summary>SPEC: vhost-user, "Memory region description": guest address, size, front-end address, file offset.</summary>
    private static NegotiatedRegion Describe(ReadOnlySpan<byte> entry, int fd)
    {
        var file = new FileDescriptor(fd);
        return new NegotiatedRegion(
            Quad(entry, 0), Quad(entry, 8), Quad(entry, 16), Quad(entry, 24), file, FileDescriptor.GetIdentity(fd));
    }

    /// <summary>The mapping that is there already, or a new one; on failure the descriptor is closed.</summary>
    private GuestRegion? Acquire(NegotiatedRegion wanted, out string? refusal)
    {
        refusal = null;
        foreach (GuestRegion present in memory.Set.Regions)
        {
            if (!present.Description.IsSameMemoryAs(wanted)) continue;
            wanted.File.Dispose();
            return present;
        }

        GuestRegion? mapped = GuestRegion.TryMap(wanted, out refusal);
        if (mapped is null) wanted.File.Dispose();
        return mapped;
    }

    private string? TryInstall(List<GuestRegion> next)
    {
        if (RegionSet.TryCreate(next) is not RegionSet set) return Abandon(next, "memory regions overlap in guest address space");
        Install(set);
        device.MemoryChanged(memory);
        rings.StartReady();
        return null;
    }

    /// <summary>Undoes a change that cannot be carried out: unmaps what is not in use already.</summary>
    private string Abandon(List<GuestRegion> next, string refusal)
    {
        foreach (GuestRegion region in next)
        {
            if (!memory.Set.Regions.Contains(region)) region.Dispose();
        }

        return refusal;
    }

    private void Install(RegionSet next)
    {
        rings.StopThoseMoving(next);
        device.MemoryChanging();
        RegionSet previous = memory.Set;
        memory.Replace(next);
        state.Regions = Array.ConvertAll(next.Regions.ToArray(), region => region.Description);
        foreach (GuestRegion region in previous.Regions)
        {
            if (!next.Regions.Contains(region)) region.Dispose();
        }
    }
}
