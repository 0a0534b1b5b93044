using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace VirglHost.Testing;

/// <summary>
/// A guest's virtio-gpu driver over <see cref="VhostUserFrontend"/>: encodes commands, posts them, waits for answers. The named commands throw
/// <see cref="FrontendException"/> when the device refuses; <see cref="Send"/> returns whatever it answered.
/// </summary>
/// <param name="frontend">A started front-end.</param>
public sealed class GpuDriver(VhostUserFrontend frontend)
{
    private readonly Dictionary<(int Queue, ushort Head), PendingCommand> _pending = [];
    private ulong _nextFence = 1;

    /// <summary>The connection.</summary>
    public VhostUserFrontend Frontend { get; } = frontend;

    /// <summary>Send entry lists and command words in page-sized descriptors, as Linux does for vmalloc'ed buffers.</summary>
    public bool SplitsTail { get; set; }

    /// <summary>Number of interrupts taken.</summary>
    public int InterruptCount { get; private set; }

    /// <summary>A fence id that was not used before.</summary>
    public ulong NextFence() => _nextFence++;

    /// <summary>Puts a command into a queue without kicking.</summary>
    /// <param name="command">The command.</param>
    /// <param name="queueIndex">0 control, 1 cursor.</param>
    public PendingCommand Post(GpuCommand command, int queueIndex = 0)
    {
        GuestRam ram = Frontend.Ram;
        GuestQueue queue = Frontend.Queues[queueIndex];
        List<GuestBuffer> request = [ram.Allocate(command.Length)];
        command.Bytes.CopyTo(ram.Slice(request[0]));
        int piece = SplitsTail ? GuestRam.PageSize : Math.Max(command.Tail.Length, 1);
        for (int at = 0; at < command.Tail.Length; at += piece)
        {
            GuestBuffer buffer = ram.Allocate(Math.Min(piece, command.Tail.Length - at));
            command.Tail.AsSpan(at, (int)buffer.Length).CopyTo(ram.Slice(buffer));
            request.Add(buffer);
        }

        GuestBuffer response = command.ResponseSize > 0 ? ram.Allocate(command.ResponseSize) : default;
        if (command.ResponseSize > 0) ram.Slice(response).Fill(0xEE);
        var pending = new PendingCommand(command, queue, request, response);
        ushort head = queue.Add(request, command.ResponseSize > 0 ? [response] : []);
        _pending[(queueIndex, head)] = pending;
        return pending;
    }

    /// <summary>Takes every answer that is there, interrupt or not.</summary>
    public void Collect()
    {
        foreach (GuestQueue queue in Frontend.Queues)
        {
            if (queue.Call.TryConsume()) InterruptCount++;
            Drain(queue);
        }
    }

    /// <summary>Kicks and waits for an answer, which only an interrupt brings, as in a driver that sleeps.</summary>
    public GpuResponse Wait(PendingCommand pending)
    {
        pending.Queue.KickIfNeeded();
        try
        {
            Frontend.Channel.WaitUntil(
                () =>
                {
                    TakeInterrupts();
                    return pending.IsDone;
                },
                $"the answer to command 0x{pending.Command.Type:x}");
        }
        catch (TimeoutException) when (pending.Queue.Error.TryConsume())
        {
            throw new FrontendException($"the back-end reports that queue {pending.Queue.Index} is broken");
        }
        catch (TimeoutException late)
        {
            Collect();
            if (pending.IsDone) throw new FrontendException($"command 0x{pending.Command.Type:x} was answered without an interrupt", late);
            throw;
        }

        return pending.Response!;
    }

    /// <summary>Posts, kicks, waits.</summary>
    public GpuResponse Send(GpuCommand command, int queueIndex = 0) => Wait(Post(command, queueIndex));

    /// <summary>Like <see cref="Send"/>, but insists on a response type.</summary>
    public GpuResponse Require(GpuCommand command, uint expected = GpuResponse.OkNoData, string name = "")
    {
        GpuResponse response = Send(command);
        return response.Type == expected
            ? response
            : throw new FrontendException($"{(name.Length > 0 ? name : $"command 0x{command.Type:x}")}: the device answered {GpuResponse.Describe(response.Type)}");
    }

    /// <summary>Forgets everything that is with the device (after a reset).</summary>
    public void Forget() => _pending.Clear();

    /// <summary>GET_DISPLAY_INFO: size of scanout 0 and whether it is on.</summary>
    public (uint Width, uint Height, bool IsEnabled) GetDisplayInfo()
    {
        GpuResponse response = Require(new GpuCommand(0x100).Expecting(408), 0x1101, "GET_DISPLAY_INFO");
        return (response.Word(24 + 8), response.Word(24 + 12), response.Word(24 + 16) != 0);
    }

    /// <summary>GET_EDID.</summary>
    public byte[] GetEdid(uint scanout)
    {
        GpuResponse response = Require(new GpuCommand(0x10a).Words(scanout, 0).Expecting(1056), 0x1104, "GET_EDID");
        return response.Bytes.AsSpan(32, (int)Math.Min(response.Word(24), 1024)).ToArray();
    }

    /// <summary>GET_CAPSET_INFO.</summary>
    public (uint Id, uint Version, uint Size) GetCapsetInfo(uint index)
    {
        GpuResponse response = Require(new GpuCommand(0x108).Words(index, 0).Expecting(40), 0x1102, "GET_CAPSET_INFO");
        return (response.Word(24), response.Word(28), response.Word(32));
    }

    /// <summary>GET_CAPSET.</summary>
    public byte[] GetCapset(uint id, uint version, uint size)
        => Require(new GpuCommand(0x109).Words(id, version).Expecting(24 + (int)size), 0x1103, "GET_CAPSET").Bytes[24..];

    /// <summary>RESOURCE_CREATE_2D.</summary>
    public void CreateResource2D(uint resource, uint format, uint width, uint height)
        => Require(new GpuCommand(0x101).Words(resource, format, width, height), name: "RESOURCE_CREATE_2D");

    /// <summary>RESOURCE_CREATE_3D; the fields in wire order.</summary>
    public void CreateResource3D(uint resource, GpuResource3D what)
        => Require(
            new GpuCommand(0x204).Words(
                resource, what.Target, what.Format, what.Bind, what.Width, what.Height, what.Depth, what.ArraySize, what.LastLevel, what.Samples, what.Flags, 0),
            name: "RESOURCE_CREATE_3D");

    /// <summary>RESOURCE_ATTACH_BACKING.</summary>
    public void AttachBacking(uint resource, IReadOnlyList<GuestBuffer> entries)
        => Require(new GpuCommand(0x106).Words(resource, (uint)entries.Count).With(Entries(entries)), name: "RESOURCE_ATTACH_BACKING");

    /// <summary>RESOURCE_DETACH_BACKING.</summary>
    public void DetachBacking(uint resource) => Require(new GpuCommand(0x107).Words(resource, 0), name: "RESOURCE_DETACH_BACKING");

    /// <summary>RESOURCE_UNREF.</summary>
    public void Unref(uint resource) => Require(new GpuCommand(0x102).Words(resource, 0), name: "RESOURCE_UNREF");

    /// <summary>TRANSFER_TO_HOST_2D.</summary>
    public void TransferToHost2D(uint resource, uint x, uint y, uint width, uint height, ulong offset)
        => Require(new GpuCommand(0x105).Words(x, y, width, height).Quad(offset).Words(resource, 0), name: "TRANSFER_TO_HOST_2D");

    /// <summary>SET_SCANOUT.</summary>
    public void SetScanout(uint scanout, uint resource, uint x, uint y, uint width, uint height)
        => Require(new GpuCommand(0x103).Words(x, y, width, height, scanout, resource), name: "SET_SCANOUT");

    /// <summary>RESOURCE_FLUSH.</summary>
    public void Flush(uint resource, uint x, uint y, uint width, uint height)
        => Require(new GpuCommand(0x104).Words(x, y, width, height, resource, 0), name: "RESOURCE_FLUSH");

    /// <summary>RESOURCE_CREATE_BLOB in guest memory.</summary>
    public void CreateGuestBlob(uint resource, ulong size, IReadOnlyList<GuestBuffer> entries)
        => Require(
            new GpuCommand(0x10c).Words(resource, 1, 0, (uint)entries.Count).Quad(0).Quad(size).With(Entries(entries)), name: "RESOURCE_CREATE_BLOB");

    /// <summary>SET_SCANOUT_BLOB of a whole image with one plane.</summary>
    public static GpuCommand ScanoutOfBlob(uint scanout, uint resource, (uint Width, uint Height, uint Format) image, uint stride, uint offset = 0)
        => new GpuCommand(0x10d).Words(0, 0, image.Width, image.Height, scanout, resource, image.Width, image.Height, image.Format, 0)
            .Words(stride, 0, 0, 0).Words(offset, 0, 0, 0);

    /// <summary>RESOURCE_ASSIGN_UUID.</summary>
    public Guid AssignUuid(uint resource)
        => new(Require(new GpuCommand(0x10b).Words(resource, 0).Expecting(40), 0x1105, "RESOURCE_ASSIGN_UUID").Bytes.AsSpan(24, 16), bigEndian: true);

    /// <summary>CTX_CREATE.</summary>
    public void CreateContext(uint context, ReadOnlySpan<byte> debugName, uint contextInit = 0)
        => Require(new GpuCommand(0x200, context).Words((uint)debugName.Length, contextInit).Text(debugName, 64), name: "CTX_CREATE");

    /// <summary>CTX_DESTROY.</summary>
    public void DestroyContext(uint context) => Require(new GpuCommand(0x201, context), name: "CTX_DESTROY");

    /// <summary>CTX_ATTACH_RESOURCE.</summary>
    public void AttachResource(uint context, uint resource) => Require(new GpuCommand(0x202, context).Words(resource, 0), name: "CTX_ATTACH_RESOURCE");

    /// <summary>CTX_DETACH_RESOURCE.</summary>
    public void DetachResource(uint context, uint resource) => Require(new GpuCommand(0x203, context).Words(resource, 0), name: "CTX_DETACH_RESOURCE");

    /// <summary>TRANSFER_TO_HOST_3D of level 0 with implied strides.</summary>
    public void TransferToHost3D(uint context, uint resource, GpuBox box, ulong offset)
        => Require(Transfer(0x205, context, resource, box, offset), name: "TRANSFER_TO_HOST_3D");

    /// <summary>TRANSFER_FROM_HOST_3D of level 0 with implied strides.</summary>
    public void TransferFromHost3D(uint context, uint resource, GpuBox box, ulong offset)
        => Require(Transfer(0x206, context, resource, box, offset), name: "TRANSFER_FROM_HOST_3D");

    /// <summary>SUBMIT_3D, fenced: returns when the commands are done.</summary>
    public void Submit3D(uint context, ReadOnlySpan<uint> words)
    {
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(words);
        ulong fence = NextFence();
        GpuResponse response = Require(new GpuCommand(0x207, context).Words((uint)bytes.Length, 0).With(bytes).Fence(fence), name: "SUBMIT_3D");
        if (!response.IsFenced || response.Fence != fence) throw new FrontendException($"SUBMIT_3D: the answer does not carry fence {fence}");
    }

    /// <summary>UPDATE_CURSOR, without room for an answer, as Linux sends it.</summary>
    public void UpdateCursor(uint scanout, int x, int y, uint resource, uint hotX, uint hotY)
        => Send(new GpuCommand(0x300).Words(scanout, (uint)x, (uint)y, 0, resource, hotX, hotY, 0).Expecting(0), 1);

    /// <summary>MOVE_CURSOR, without room for an answer.</summary>
    public void MoveCursor(uint scanout, int x, int y, uint resource)
        => Send(new GpuCommand(0x301).Words(scanout, (uint)x, (uint)y, 0, resource, 0, 0, 0).Expecting(0), 1);

    /// <summary>Backing entries on the wire: address, length, padding.</summary>
    public static byte[] Entries(IReadOnlyList<GuestBuffer> entries)
    {
        byte[] bytes = new byte[entries.Count * 16];
        for (int i = 0; i < entries.Count; i++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(i * 16), entries[i].Address);
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i * 16 + 8), entries[i].Length);
        }

        return bytes;
    }

    private void TakeInterrupts()
    {
        foreach (GuestQueue queue in Frontend.Queues)
        {
            if (!queue.Call.TryConsume()) continue;
            InterruptCount++;
            Drain(queue);
        }
    }

    private void Drain(GuestQueue queue)
    {
        while (queue.TryTakeUsed(out ushort head, out uint written))
        {
            if (!_pending.Remove((queue.Index, head), out PendingCommand? pending))
                throw new FrontendException($"the device returned descriptor {head} of queue {queue.Index}, which it does not have");
            Complete(pending, written);
        }
    }

    private static GpuCommand Transfer(uint type, uint context, uint resource, GpuBox box, ulong offset)
        => new GpuCommand(type, context).Words(box.X, box.Y, box.Z, box.Width, box.Height, box.Depth).Quad(offset).Words(resource, 0, 0, 0);

    private void Complete(PendingCommand pending, uint written)
    {
        GuestRam ram = Frontend.Ram;
        pending.Written = written;
        if (written > pending.ResponseBuffer.Length)
            throw new FrontendException($"command 0x{pending.Command.Type:x}: the device claims {written} bytes in a buffer of {pending.ResponseBuffer.Length}");
        pending.Response = new GpuResponse(written == 0 ? [] : ram.Slice(pending.ResponseBuffer.Address, (int)written).ToArray());
        foreach (GuestBuffer buffer in pending.Request) ram.Free(buffer);
        if (pending.ResponseBuffer.Length > 0) ram.Free(pending.ResponseBuffer);
    }
}
