using System.Buffers.Binary;
using VirglHost.Testing;

namespace VirglHost.Conformance;

/// <summary>The rules: virtio 1.2 (5.7 GPU device, 2.7 and 2.8 rings), vhost-user and vhost-user-gpu, and what QEMU and drivers rely on.</summary>
internal static class RuleTable
{
    private const uint Ok = 0x1100, Unspecified = 0x1200, BadScanout = 0x1202, BadResource = 0x1203, BadContext = 0x1204, BadParameter = 0x1205;

    private static readonly Rule[] _transport =
    [
        new("config", "config space: 1 to 16 scanouts, and zero beyond its end", p =>
        {
            byte[] config = p.Front.ReadConfig(0, 24);
            uint scanouts = BinaryPrimitives.ReadUInt32LittleEndian(config.AsSpan(8));
            if (scanouts is < 1 or > 16) throw new FrontendException($"{scanouts} scanouts");
            p.Equal(0ul, BinaryPrimitives.ReadUInt64LittleEndian(config.AsSpan(16)), "bytes 16 to 23");
        }),
        new("config write", "a write to events_clear is taken", p =>
        {
            p.Front.WriteConfig(0, new byte[16]);
            p.Front.ReadConfig(0, 16);
        }),
        new("used length", "used.len is the number of bytes written, and nothing is written beyond", p =>
        {
            PendingCommand display = p.Gpu.Post(new GpuCommand(0x100).Expecting(600));
            PendingCommand flush = p.Gpu.Post(new GpuCommand(0x101).Words(1, 2, 64, 64).Expecting(100));
            p.Gpu.Wait(display);
            p.Gpu.Wait(flush);
            p.Equal((408u, 24u), (display.Written, flush.Written), "bytes written");
        }),
        new("no answer wanted", "a command without writable bytes is done and returned with length 0", p =>
        {
            PendingCommand create = p.Gpu.Post(new GpuCommand(0x101).Words(1, 2, 64, 64).Expecting(0));
            p.Gpu.Wait(create);
            p.Equal(0u, create.Written, "bytes written");
            p.Answered(BadResource, new GpuCommand(0x101).Words(1, 2, 64, 64), "the same again");
        }),
        new("short answer room", "an answer buffer smaller than a header does no harm", p =>
        {
            p.Gpu.Wait(p.Gpu.Post(new GpuCommand(0x100).Expecting(8)));
            p.Gpu.GetDisplayInfo();
        }),
        new("truncated header", "a command shorter than its header is answered, not forgotten", p =>
        {
            GuestQueue queue = p.Front.Queues[0];
            queue.Add([p.Ram.Allocate(8)], [p.Ram.Allocate(24)]);
            queue.Kick.Signal();
            p.Until(() => queue.TryTakeUsed(out _, out _), "the answer");
        }),
        new("truncated body", "a command shorter than its type is refused", p => p.Answered(BadParameter, new GpuCommand(0x101).Words(1, 2, 64), "CREATE_2D without height")),
        new("command in pieces", "a command may lie in any number of descriptors", p =>
        {
            GuestQueue queue = p.Front.Queues[0];
            GuestBuffer whole = p.Ram.Allocate(40), answer = p.Ram.Allocate(24);
            new GpuCommand(0x101).Words(1, 2, 64, 64).Bytes.CopyTo(p.Ram.Slice(whole));
            queue.Add([.. Enumerable.Range(0, 8).Select(i => new GuestBuffer(whole.Address + (ulong)(i * 5), 5))], [answer with { Length = 3 }, new GuestBuffer(answer.Address + 3, 21)]);
            queue.KickIfNeeded();
            p.Until(() => queue.TryTakeUsed(out _, out _), "the answer");
            p.Equal(Ok, BinaryPrimitives.ReadUInt32LittleEndian(p.Ram.Slice(answer)), "the answer");
        }),
        new("many commands", "a thousand commands in batches are all answered, by interrupts alone", p =>
        {
            for (int batch = 0; batch < 40; batch++)
            {
                PendingCommand[] commands = [.. Enumerable.Range(0, 25).Select(i => p.Gpu.Post(new GpuCommand(0x102).Words(77, 0)))];
                foreach (PendingCommand command in commands) p.Gpu.Wait(command);
            }
        }),
        new("ring base", "GET_VRING_BASE says how far the ring was served", p =>
        {
            for (int i = 0; i < 5; i++) p.Gpu.GetDisplayInfo();
            p.Front.Stop();
            uint expected = p.Variant.Rings == RingFormat.Split ? 5u : p.Front.Queues[0].UseIndirect ? 0x80058005 : 0x800A800A;
            p.Equal(expected, p.Front.Queues[0].Base, "base");
        }),
        new("broken ring", "a ring that makes no sense costs the queue, not the device: the error event, and config space is still served", p =>
        {
            p.Front.Queues[0].Break();
            p.Front.Queues[0].Kick.Signal();
            p.Until(p.Front.Queues[0].Error.TryConsume, "the error event");
            p.Front.ReadConfig(0, 16);
        }),
        new("stop and continue", "after stop and cont resources live, and screens and pointer are told to the new display socket", p =>
        {
            p.Image(1, 64, 64, 0x31);
            p.Image(2, 64, 64, 0x32, format: 1);
            p.Gpu.SetScanout(0, 1, 0, 0, 64, 64);
            p.Gpu.Flush(1, 0, 0, 64, 64);
            p.Gpu.UpdateCursor(0, 5, 6, 2, 0, 0);
            p.Pixel(0, 5, 5, 0x31);
            p.Front.Stop();
            p.Front.Start();
            p.Pixel(0, 5, 5, 0x31);
            p.Until(() => p.Viewer.Cursor.IsVisible, "the pointer");
            p.Gpu.Flush(1, 0, 0, 64, 64);
        }),
        new("reset", "a reset ends all resources; their ids are free", p =>
        {
            p.Image(1, 64, 64, 1);
            p.Front.Reset();
            p.Gpu.Forget();
            p.Front.Start();
            p.Gpu.CreateResource2D(1, 2, 32, 32);
        }),
        new("twenty restarts", "the driver may be loaded again and again", p =>
        {
            for (int i = 0; i < 20; i++)
            {
                p.Image(1, 64, 64, (byte)(i + 1));
                p.Gpu.SetScanout(0, 1, 0, 0, 64, 64);
                p.Gpu.Flush(1, 0, 0, 64, 64);
                p.Pixel(0, 9, 9, (byte)(i + 1));
                p.Gpu.Unref(1);
                p.Front.Reset();
                p.Gpu.Forget();
                p.Front.Start();
            }
        }),
        new("call replaced", "the interrupt descriptor may change while the ring runs", p =>
        {
            GuestQueue queue = p.Front.Queues[0];
            p.Gpu.GetDisplayInfo();
            p.Front.Channel.Unwatch(queue.Call.Fd);
            queue.ReplaceCall();
            p.Front.Channel.Watch(queue.Call.Fd);
            p.Front.Channel.Send(13, 0, BitConverter.GetBytes(0UL), queue.Call.Fd);
            p.Gpu.GetDisplayInfo();
        }),
        new("hot-plug", "memory that is plugged in while the rings run can back resources", p =>
        {
            if ((p.Front.ProtocolFeatures & VhostUserFrontend.MemorySlots) == 0) throw new NotApplicableException("no CONFIGURE_MEM_SLOTS");
            p.Gpu.CreateResource2D(1, 2, 16, 16);
            p.Equal(true, p.Front.TryAddRegion(new GuestBuffer(1UL << 36, 4096), p.Ram.Fd, 0x100000), "ADD_MEM_REG");
            // Without REPLY_ACK a front-end knows that its request was seen when a later one is answered.
            p.Front.Ask(1);
            p.Gpu.AttachBacking(1, [new GuestBuffer(1UL << 36, 1024)]);
            p.Gpu.TransferToHost2D(1, 0, 0, 16, 16, 0);
        }),
        new("memory refused", "memory whose file is too short is refused, not crashed on", p =>
        {
            if ((p.Front.ProtocolFeatures & (VhostUserFrontend.MemorySlots | VhostUserFrontend.ReplyAck)) != (VhostUserFrontend.MemorySlots | VhostUserFrontend.ReplyAck))
                throw new NotApplicableException("no CONFIGURE_MEM_SLOTS with REPLY_ACK");
            p.Equal(false, p.Front.TryAddRegion(new GuestBuffer(1UL << 36, 1 << 30), p.Ram.Fd, 0), "ADD_MEM_REG");
            p.Gpu.GetDisplayInfo();
        }),
        new("no display socket", "a front-end that gives no display socket is served", p =>
        {
            p.Front.Stop();
            p.Front.OffersDisplay = false;
            p.Front.Reset();
            p.Gpu.Forget();
            p.Front.Start();
            p.Equal(true, p.Gpu.GetDisplayInfo().IsEnabled, "scanout 0 enabled");
            p.Image(1, 64, 64, 1);
            p.Gpu.SetScanout(0, 1, 0, 0, 64, 64);
            p.Gpu.Flush(1, 0, 0, 64, 64);
        }),
        new("RESET_DEVICE", "RESET_DEVICE is offered: only it tells a reset from a pause", p => Offered(p, VhostUserFrontend.ResetDeviceBit, "RESET_DEVICE")),
        new("memory slots", "CONFIGURE_MEM_SLOTS is offered: memory can be plugged in without mapping all anew", p => Offered(p, VhostUserFrontend.MemorySlots, "CONFIGURE_MEM_SLOTS")),
        new("unknown request", "a request that is not known is refused where an answer is asked for, and the session goes on", p =>
        {
            if ((p.Front.ProtocolFeatures & VhostUserFrontend.ReplyAck) == 0) throw new NotApplicableException("no REPLY_ACK");
            p.Equal(false, p.Front.TryAcknowledged(20, new byte[8], []), "NET_SET_MTU");
            p.Gpu.GetDisplayInfo();
        }),
    ];

    private static readonly Rule[] _commands =
    [
        new("fence", "FENCE, fence_id and ctx_id come back in the answer", p =>
        {
            GpuResponse response = p.Answered(Ok, new GpuCommand(0x101).Words(1, 2, 64, 64).Fence(77), "CREATE_2D");
            p.Equal((1u, 77ul), (response.Word(4), response.Fence), "flags and fence");
        }),
        new("no fence", "without FENCE the answer carries none", p =>
        {
            GpuResponse response = p.Gpu.Send(new GpuCommand(0x102).Words(9, 0));
            p.Equal((0u, 0ul), (response.Word(4), response.Fence), "flags and fence");
        }),
        new("fence of 64 bits", "fence_id has 64 bits", p =>
            p.Equal(0xfedc_ba98_7654_3210, p.Answered(Ok, new GpuCommand(0x101).Words(1, 2, 64, 64).Fence(0xfedc_ba98_7654_3210), "CREATE_2D").Fence, "fence")),
        new("fence of an error", "an error answers its fence too", p =>
        {
            GpuResponse response = p.Answered(BadResource, new GpuCommand(0x102).Words(9, 0).Fence(5), "UNREF of nothing");
            p.Equal((1u, 5ul, 24), (response.Word(4), response.Fence, response.Bytes.Length), "flags, fence, length");
        }),
        new("fences in order", "fences of the global timeline are answered in order", p =>
        {
            p.Image(1, 64, 64, 1);
            PendingCommand[] commands = [.. Enumerable.Range(1, 30).Select(i => p.Gpu.Post((i % 2 == 0
                ? new GpuCommand(0x105).Words(0, 0, 64, 64).Quad(0).Words(1, 0)
                : new GpuCommand(0x100).Expecting(408)).Fence((ulong)i)))];
            foreach (PendingCommand command in commands)
            {
                p.Gpu.Wait(command);
                p.Equal(true, commands.TakeWhile(c => c != command).All(c => c.IsDone), "all earlier fences");
            }
        }),
        new("ring index", "with CONTEXT_INIT, ring_idx comes back", p =>
        {
            p.Needs(VhostUserFrontend.ContextInit, "CONTEXT_INIT");
            p.Gpu.CreateContext(1, "rule"u8);
            GpuResponse response = p.Answered(Ok, new GpuCommand(0x207, 1).Words(0, 0).Fence(5).OnRing(3), "SUBMIT_3D");
            p.Equal((3u, (1u, (byte)3)), (response.Word(4), response.Timeline), "flags and timeline");
        }),
        new("unknown command", "an unknown command is refused", p => p.Answered(Unspecified, new GpuCommand(0x1ff).Words(0, 0), "0x1ff")),
        new("3D not offered", "without VIRGL 3D commands are refused", p =>
        {
            if (p.Offers(VhostUserFrontend.Virgl)) throw new NotApplicableException("VIRGL is offered");
            p.Answered(Unspecified, new GpuCommand(0x200, 1).Words(0, 0).Text([], 64), "CTX_CREATE");
        }),
        new("create: id", "id 0 and a taken id are refused", p =>
        {
            p.Answered(BadResource, new GpuCommand(0x101).Words(0, 2, 64, 64), "id 0");
            p.Gpu.CreateResource2D(1, 2, 64, 64);
            p.Answered(BadResource, new GpuCommand(0x101).Words(1, 2, 64, 64), "taken id");
        }),
        new("create: format", "a format that is none is refused", p => p.Answered(BadParameter, new GpuCommand(0x101).Words(1, 99, 64, 64), "format 99")),
        new("create: size 0", "an image of no pixels is refused", p => p.Answered(BadParameter, new GpuCommand(0x101).Words(1, 2, 0, 64), "width 0")),
        new("create: too large", "an image that the host cannot hold is refused, and others still work", p =>
        {
            if (p.Gpu.Send(new GpuCommand(0x101).Words(1, 2, 0x7fff_ffff, 0x7fff_ffff)).IsOk) throw new FrontendException("2^31 × 2^31 pixels were accepted");
            p.Gpu.CreateResource2D(2, 2, 64, 64);
        }),
        new("unknown resource", "every command on an unknown resource says so", p =>
        {
            p.Answered(BadResource, new GpuCommand(0x102).Words(9, 0), "UNREF");
            p.Answered(BadResource, new GpuCommand(0x103).Words(0, 0, 64, 64, 0, 9), "SET_SCANOUT");
            p.Answered(BadResource, new GpuCommand(0x104).Words(0, 0, 64, 64, 9, 0), "FLUSH");
            p.Answered(BadResource, new GpuCommand(0x105).Words(0, 0, 64, 64).Quad(0).Words(9, 0), "TRANSFER");
            p.Answered(BadResource, new GpuCommand(0x106).Words(9, 1).With(GpuDriver.Entries([p.Ram.Allocate(4096)])), "ATTACH_BACKING");
            p.Answered(BadResource, new GpuCommand(0x107).Words(9, 0), "DETACH_BACKING");
        }),
        new("transfer: rectangle", "a rectangle outside the resource is refused, also where its sum wraps", p =>
        {
            p.Image(1, 64, 64, 1);
            p.Answered(BadParameter, new GpuCommand(0x105).Words(1, 0, 64, 64).Quad(0).Words(1, 0), "x + width = 65");
            p.Answered(BadParameter, new GpuCommand(0x105).Words(0xffff_ffff, 0, 2, 64).Quad(0).Words(1, 0), "x = 2^32 − 1");
        }),
        new("transfer: offset", "what lies beyond the backing is not transferred, and the device lives", p =>
        {
            p.Image(1, 64, 64, 0x21);
            p.Gpu.Send(new GpuCommand(0x105).Words(0, 0, 64, 64).Quad(1 << 20).Words(1, 0));
            p.Gpu.Send(new GpuCommand(0x105).Words(0, 0, 64, 64).Quad(ulong.MaxValue - 100).Words(1, 0));
            p.Gpu.SetScanout(0, 1, 0, 0, 64, 64);
            p.Gpu.Flush(1, 0, 0, 64, 64);
            p.Pixel(0, 63, 63, 0x21);
        }),
        new("transfer: offset refused", "a transfer from beyond the backing is an error", p =>
        {
            p.Image(1, 64, 64, 1);
            p.Answered(BadParameter, new GpuCommand(0x105).Words(0, 0, 64, 64).Quad(1 << 20).Words(1, 0), "offset 1 MiB");
        }),
        new("transfer: no backing", "a transfer without backing is refused", p =>
        {
            p.Gpu.CreateResource2D(1, 2, 64, 64);
            if (p.Gpu.Send(new GpuCommand(0x105).Words(0, 0, 64, 64).Quad(0).Words(1, 0)).IsOk) throw new FrontendException("it was accepted");
        }),
        new("backing: twice", "a second backing is refused, one after a detach is not", p =>
        {
            IReadOnlyList<GuestBuffer> backing = p.Image(1, 64, 64, 1);
            if (p.Gpu.Send(new GpuCommand(0x106).Words(1, (uint)backing.Count).With(GpuDriver.Entries(backing))).IsOk) throw new FrontendException("two backings");
            for (int i = 0; i < 3; i++)
            {
                p.Gpu.DetachBacking(1);
                p.Gpu.AttachBacking(1, backing);
            }

            p.Gpu.TransferToHost2D(1, 0, 0, 64, 64, 0);
        }),
        new("backing: bad address", "entries outside guest memory are refused, and the resource stays without backing", p =>
        {
            p.Gpu.CreateResource2D(1, 2, 64, 64);
            if (p.Gpu.Send(new GpuCommand(0x106).Words(1, 1).With(GpuDriver.Entries([new GuestBuffer(1UL << 50, 16384)]))).IsOk) throw new FrontendException("it was accepted");
            p.Gpu.AttachBacking(1, [p.Ram.Allocate(16384)]);
        }),
        new("backing: fewer entries than said", "entries that were not sent are an error", p =>
        {
            p.Gpu.CreateResource2D(1, 2, 64, 64);
            if (p.Gpu.Send(new GpuCommand(0x106).Words(1, 100).With(GpuDriver.Entries([p.Ram.Allocate(16384)]))).IsOk) throw new FrontendException("it was accepted");
        }),
        new("backing: any alignment", "entries may have any address and length", p =>
        {
            GuestBuffer all = p.Ram.Allocate(3 * 16384);
            p.Ram.Slice(all).Fill(0x44);
            p.Gpu.CreateResource2D(1, 2, 64, 64);
            var entries = new List<GuestBuffer>();
            for (int at = 0, i = 0; at < 16384; at += 97, i++) entries.Add(new GuestBuffer(all.Address + (ulong)(at + i * 3 + 1), (uint)Math.Min(97, 16384 - at)));
            p.Gpu.AttachBacking(1, entries);
            p.Gpu.TransferToHost2D(1, 0, 0, 64, 64, 0);
            p.Gpu.SetScanout(0, 1, 0, 0, 64, 64);
            p.Gpu.Flush(1, 0, 0, 64, 64);
            p.Pixel(0, 63, 63, 0x44);
        }),
        new("backing: 20,000 entries", "a surface of 20,000 pages can be backed", p =>
        {
            GuestBuffer[] pages = [p.Ram.Allocate(4096), p.Ram.Allocate(4096), p.Ram.Allocate(4096)];
            p.Gpu.SplitsTail = p.Front.Queues[0].UseIndirect;
            p.Gpu.CreateResource2D(1, 2, 5000, 4096);
            p.Gpu.AttachBacking(1, [.. Enumerable.Range(0, 20_000).Select(i => pages[i % 2 * 2])]);
            p.Gpu.TransferToHost2D(1, 0, 4095, 5000, 1, 4095 * 5000 * 4);
        }),
    ];

    private static readonly Rule[] _screens =
    [
        new("display info", "GET_DISPLAY_INFO: scanout 0 is on, with the display's size", p => p.Equal((1280u, 800u, true), p.Gpu.GetDisplayInfo(), "scanout 0")),
        new("EDID", "GET_EDID gives blocks whose bytes sum up to 0", p =>
        {
            p.Needs(VhostUserFrontend.Edid, "EDID");
            byte[] edid = p.Gpu.GetEdid(0);
            p.Equal(0, edid.Take(128).Sum(value => value) % 256, "sum");
        }),
        new("EDID: scanout", "GET_EDID of a scanout that is none is an error, and is not passed on to QEMU, which would never answer", p =>
        {
            p.Needs(VhostUserFrontend.Edid, "EDID");
            if (p.Gpu.Send(new GpuCommand(0x10a).Words(16, 0).Expecting(1056)).IsOk) throw new FrontendException("it was answered");
        }),
        new("scanout: number", "a scanout that is none is refused", p =>
        {
            p.Image(1, 64, 64, 1);
            p.Answered(BadScanout, new GpuCommand(0x103).Words(0, 0, 64, 64, 16, 1), "scanout 16");
        }),
        new("scanout: rectangle", "a rectangle outside the resource is refused, also where its sum wraps", p =>
        {
            p.Image(1, 64, 64, 1);
            p.Answered(BadParameter, new GpuCommand(0x103).Words(1, 0, 64, 64, 0, 1), "x + width = 65");
            p.Answered(BadParameter, new GpuCommand(0x103).Words(0xffff_ffff, 0, 33, 64, 0, 1), "x = 2^32 − 1");
        }),
        new("scanout: off", "resource 0 turns a scanout off, also scanout 0, also one that is off", p =>
        {
            p.Gpu.SetScanout(0, 0, 0, 0, 64, 64);
            p.Image(1, 64, 64, 0x12);
            p.Gpu.SetScanout(0, 1, 0, 0, 64, 64);
            p.Gpu.Flush(1, 0, 0, 64, 64);
            p.Pixel(0, 1, 1, 0x12);
            p.Gpu.SetScanout(0, 0, 0, 0, 0, 0);
            p.Until(() => !p.Viewer.Surfaces.ContainsKey(0), "the dark screen");
        }),
        new("scanout: part", "a part of a resource is shown from its corner", p =>
        {
            IReadOnlyList<GuestBuffer> backing = p.Image(1, 128, 64, 0x10);
            p.Gpu.SetScanout(0, 1, 64, 32, 64, 32);
            byte[] lower = new byte[128 * 64 * 4];
            lower.AsSpan(32 * 512).Fill(0x20);
            p.Ram.Write(backing, lower);
            p.Gpu.TransferToHost2D(1, 0, 0, 128, 64, 0);
            p.Gpu.Flush(1, 0, 0, 128, 64);
            p.Pixel(0, 0, 0, 0x20);
            p.Equal((64, 32), (p.Viewer.Surfaces[0].Width, p.Viewer.Surfaces[0].Height), "size");
        }),
        new("scanout: shared", "two screens may show overlapping parts of one resource", p =>
        {
            p.Image(1, 128, 64, 0x33);
            p.Gpu.SetScanout(0, 1, 0, 0, 96, 64);
            p.Gpu.SetScanout(1, 1, 32, 0, 96, 64);
            p.Gpu.Flush(1, 0, 0, 128, 64);
            p.Pixel(0, 95, 63, 0x33);
            p.Pixel(1, 95, 63, 0x33);
        }),
        new("flush: damage", "a flush shows its rectangle and no more", p =>
        {
            IReadOnlyList<GuestBuffer> backing = p.Image(1, 128, 64, 0x10);
            p.Gpu.SetScanout(0, 1, 0, 0, 128, 64);
            p.Gpu.Flush(1, 0, 0, 128, 64);
            p.Pixel(0, 127, 63, 0x10);
            Thread.Sleep(100);                                    // a frame that is still due would take the new pixels along
            p.Gpu.GetDisplayInfo();
            p.Fill(backing, 0x20);
            p.Gpu.TransferToHost2D(1, 0, 0, 128, 64, 0);
            p.Gpu.Flush(1, 8, 8, 16, 16);
            p.Pixel(0, 23, 23, 0x20);
            p.Equal((0x10, 0x10), ((int)p.Viewer.Surfaces[0][24, 8].R, (int)p.Viewer.Surfaces[0][7, 8].R), "beside it");
        }),
        new("flush: not shown", "a flush of a resource that is not shown is no error", p =>
        {
            p.Image(1, 64, 64, 1);
            p.Gpu.Flush(1, 0, 0, 64, 64);
        }),
        new("flush: rectangle", "a rectangle outside the resource is refused", p =>
        {
            p.Image(1, 64, 64, 1);
            p.Answered(BadParameter, new GpuCommand(0x104).Words(0, 1, 64, 64, 1, 0), "y + height = 65");
            p.Answered(BadParameter, new GpuCommand(0x104).Words(0, 0xffff_ffff, 64, 2, 1, 0), "y = 2^32 − 1");
        }),
        new("unref: shown", "a resource that ends while it is shown darkens its screen, and nothing is drawn there any more", p =>
        {
            p.Image(1, 64, 64, 0x61);
            p.Gpu.SetScanout(0, 1, 0, 0, 64, 64);
            p.Gpu.Flush(1, 0, 0, 64, 64);
            p.Pixel(0, 3, 3, 0x61);
            p.Gpu.Unref(1);
            p.Image(1, 64, 64, 0x62);
            p.Gpu.Flush(1, 0, 0, 64, 64);
            p.Until(() => !p.Viewer.Surfaces.ContainsKey(0), "the dark screen");
        }),
        new("colours", "the eight formats show their colours", p =>
        {
            (uint Format, int R, int G, int B)[] formats = [(1, 2, 1, 0), (2, 2, 1, 0), (3, 1, 2, 3), (4, 1, 2, 3), (67, 0, 1, 2), (134, 0, 1, 2), (121, 3, 2, 1), (68, 3, 2, 1)];
            uint id = 10;
            foreach ((uint format, int r, int g, int b) in formats)
            {
                byte[] pixels = new byte[64 * 64 * 4];
                for (int i = 0; i < pixels.Length; i += 4) (pixels[i + r], pixels[i + g], pixels[i + b]) = (0x11, 0x22, 0x33);
                p.Ram.Write(p.Image(++id, 64, 64, 0, format), pixels);
                p.Gpu.TransferToHost2D(id, 0, 0, 64, 64, 0);
                p.Gpu.SetScanout(0, id, 0, 0, 64, 64);
                p.Gpu.Flush(id, 0, 0, 64, 64);
                p.Until(() => p.Viewer.Surfaces.GetValueOrDefault(0u) is { } s && s[9, 9] == (0x11, 0x22, 0x33), $"the colours of format {format}");
                p.Gpu.SetScanout(0, 0, 0, 0, 0, 0);
            }
        }),
        new("cursor", "a pointer is shown with shape and place, moved, also to negative places, and hidden", p =>
        {
            p.Image(6, 64, 64, 0x71, format: 1);
            p.Gpu.UpdateCursor(0, 10, 20, 6, 3, 4);
            p.Until(() => p.Viewer.Cursor is { IsVisible: true, X: 10, Y: 20, HotX: 3, HotY: 4 } cursor && cursor.Pixels[0] == 0x71, "the pointer");
            p.Gpu.MoveCursor(0, -5, 30, 6);
            p.Until(() => p.Viewer.Cursor is { X: -5, Y: 30 }, "the move");
            p.Gpu.UpdateCursor(0, 0, 0, 0, 0, 0);
            p.Until(() => !p.Viewer.Cursor.IsVisible, "the hiding");
        }),
        new("flood of frames", "a viewer is never sent an UPDATE without SCANOUT, whatever the order of things", p =>
        {
            var random = new Random(5);
            p.Image(1, 128, 128, 1);
            for (int i = 0; i < 200; i++)
            {
                uint screen = (uint)random.Next(2);
                if (random.Next(3) == 0) p.Gpu.SetScanout(screen, (uint)random.Next(2), 0, 0, (uint)random.Next(16, 128), (uint)random.Next(16, 128));
                p.Gpu.Flush(1, 0, 0, 128, 128);
                if (i % 50 != 49) continue;
                p.Front.Stop();
                p.Front.Start();
            }
        }),
    ];

    private static readonly Rule[] _contexts =
    [
        new("UUID", "RESOURCE_ASSIGN_UUID: the same each time, another for each resource", p =>
        {
            p.Needs(VhostUserFrontend.ResourceUuid, "RESOURCE_UUID");
            p.Gpu.CreateResource2D(1, 2, 64, 64);
            p.Gpu.CreateResource2D(2, 2, 64, 64);
            Guid first = p.Gpu.AssignUuid(1);
            p.Equal(first, p.Gpu.AssignUuid(1), "asked again");
            if (first == p.Gpu.AssignUuid(2)) throw new FrontendException("two resources have one UUID");
        }),
        new("guest blob", "a blob in guest memory is shown without transfer", p =>
        {
            p.Needs(VhostUserFrontend.ResourceBlob, "RESOURCE_BLOB");
            IReadOnlyList<GuestBuffer> pages = p.Ram.AllocateScattered(64 * 64 * 4);
            p.Fill(pages, 0x29);
            p.Gpu.CreateGuestBlob(1, 64 * 64 * 4, pages);
            p.Gpu.Require(GpuDriver.ScanoutOfBlob(0, 1, (64, 64, 2), 256));
            p.Gpu.Flush(1, 0, 0, 64, 64);
            p.Pixel(0, 63, 63, 0x29);
        }),
        new("capset index", "capset_index is below num_capsets; beyond is an error", p =>
        {
            uint count = BinaryPrimitives.ReadUInt32LittleEndian(p.Front.ReadConfig(12, 4));
            if (count == 0) throw new NotApplicableException("there is no capset");
            for (uint i = 0; i < count; i++)
            {
                (uint id, uint version, uint size) = p.Gpu.GetCapsetInfo(i);
                p.Equal((int)size, p.Gpu.GetCapset(id, version, size).Length, $"bytes of capset {id}");
            }

            p.Answered(BadParameter, new GpuCommand(0x108).Words(count, 0).Expecting(40), "the index after the last");
        }),
        new("context ids", "id 0, a taken id and an unknown one are refused; an ended one is free again", p =>
        {
            if (!p.Offers(VhostUserFrontend.Virgl)) throw new NotApplicableException("VIRGL is not offered");
            p.Answered(BadContext, new GpuCommand(0x200, 0).Words(0, 0).Text([], 64), "id 0");
            p.Gpu.CreateContext(1, "rule"u8);
            p.Answered(BadContext, new GpuCommand(0x200, 1).Words(0, 0).Text([], 64), "taken id");
            p.Gpu.DestroyContext(1);
            p.Answered(BadContext, new GpuCommand(0x201, 1), "ended id");
            p.Gpu.CreateContext(1, "rule"u8);
        }),
        new("context_init", "a context is made for a capset that is there, and for no other", p =>
        {
            p.Needs(VhostUserFrontend.ContextInit, "CONTEXT_INIT");
            p.Gpu.CreateContext(1, "rule"u8, contextInit: 2);
            p.Answered(BadParameter, new GpuCommand(0x200, 2).Words(0, 60).Text([], 64), "capset 60");
        }),
    ];

    public static Rule[] All { get; } = [.. _transport, .. _commands, .. _screens, .. _contexts];

    /// <summary>Why the peer does otherwise, by name of the rule.</summary>
    public static Dictionary<string, string> Reasons { get; } = new(StringComparer.Ordinal)
    {
        ["config"] = "theirs: a read of more than its 16 bytes fails; QEMU 10 sends none",
        ["truncated body"] = "theirs: the command is left out and answered OK",
        ["broken ring"] = "theirs: its library gives up the whole program where a ring makes no sense",
        ["stop and continue"] = "theirs: it says nothing by itself to the new display socket; the screen stays empty until the guest draws all anew",
        ["reset"] = "theirs: without RESET_DEVICE it cannot tell a reset from a pause, and keeps all resources",
        ["twenty restarts"] = "theirs: an image of the driver before stays on a screen, as under reset",
        ["memory refused"] = "theirs: it maps whatever it is told; touching it would end the program",
        ["no display socket"] = "theirs: the question goes to the display socket, and nobody answers where there is none",
        ["RESET_DEVICE"] = "theirs: not built",
        ["unknown request"] = "theirs: it ends",
        ["ring index"] = "theirs: CONTEXT_INIT is not built",
        ["3D not offered"] = "ours offers 3D in this run",
        ["create: size 0"] = "theirs: only the format is checked",
        ["create: too large"] = "theirs: nothing checks the size",
        ["transfer: offset refused"] = "theirs: rows beyond the backing are left out without a word",
        ["backing: 20,000 entries"] = "theirs: a limit of 16,384 entries; an 8K surface has 32,400 pages",
        ["EDID: scanout"] = "theirs: it asks the display, which answers only for its own scanouts; the guest waits for ever",
        ["scanout: part"] = "theirs: UPDATE carries the resource's coordinates, not the screen's",
        ["scanout: shared"] = "theirs: as under part",
        ["flush: damage"] = "theirs: the flags of UPDATE are whatever was in memory; QEMU does not look at them",
        ["colours"] = "theirs: pixels are sent in the resource's order of bytes, the display wants B, G, R, X",
        ["cursor"] = "theirs: UPDATE_CURSOR without a resource becomes a transparent pointer instead of a hidden one",
        ["UUID"] = "theirs: not built",
        ["guest blob"] = "theirs: not built",
        ["capset index"] = "theirs: started without --virgl, which needs a GPU",
        ["context ids"] = "theirs: as under capset index",
        ["context_init"] = "theirs: CONTEXT_INIT is not built",
    };

    private static void Offered(Probe p, ulong protocolFeature, string name)
    {
        if ((p.Variant.ProtocolFeatures & protocolFeature) == 0) throw new NotApplicableException($"the front-end does not know {name}");
        p.Equal(true, (p.Front.ProtocolFeatures & protocolFeature) != 0, name);
    }
}
