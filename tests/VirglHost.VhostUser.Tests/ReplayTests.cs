using System.Globalization;
using VirglHost.Linux;
using VirglHost.Testing;

namespace VirglHost.VhostUser.Tests;

/// <summary>The message sequences that QEMU 10.0.2 was seen to send, line by line from Fixtures/.</summary>
public sealed class ReplayTests
{
    private static readonly Dictionary<string, uint> Numbers = new(StringComparer.Ordinal)
    {
        ["GET_FEATURES"] = 1, ["SET_FEATURES"] = 2, ["SET_OWNER"] = 3, ["SET_MEM_TABLE"] = 5, ["SET_VRING_NUM"] = 8, ["SET_VRING_ADDR"] = 9,
        ["SET_VRING_BASE"] = 10, ["GET_VRING_BASE"] = 11, ["SET_VRING_KICK"] = 12, ["SET_VRING_CALL"] = 13, ["SET_VRING_ERR"] = 14,
        ["GET_PROTOCOL_FEATURES"] = 15, ["SET_PROTOCOL_FEATURES"] = 16, ["GET_QUEUE_NUM"] = 17, ["SET_VRING_ENABLE"] = 18, ["SET_BACKEND_REQ_FD"] = 21,
        ["GET_CONFIG"] = 24, ["GPU_SET_SOCKET"] = 33, ["RESET_DEVICE"] = 34, ["GET_MAX_MEM_SLOTS"] = 36, ["ADD_MEM_REG"] = 37,
        ["SET_STATUS"] = 39, ["GET_STATUS"] = 40,
    };

    [Theory]
    [InlineData("qemu10-full.txt", 3)]
    [InlineData("qemu10-min.txt", 3)]
    [InlineData("qemu10-status.txt", 3)]
    public void Recorded_sequence_is_served_to_its_end(string fixture, int starts)
    {
        using var loop = new Loopback(new GuestRam(64 << 20));
        using var hotPlugged = new Memfd("dimm", 0x8000000);
        using var anyEvent = new EventFd();
        foreach (string line in Lines(fixture)) Replay(loop, line.Split(' '), hotPlugged.Fd, anyEvent.Fd);

        Assert.Equal(starts, loop.Device.Events.Count(e => e == "start 0"));
        Assert.Equal(starts, loop.Device.Events.Count(e => e == "stop 1"));
        Assert.Equal(starts, loop.Device.Events.Count(e => e == "display"));
        Assert.DoesNotContain(loop.Device.Events, e => e.StartsWith("refused", StringComparison.Ordinal));
        bool hasReset = fixture.Contains("full", StringComparison.Ordinal);
        Assert.Equal(hasReset ? 3 : 0, loop.Device.Events.Count(e => e == "reset"));
        Assert.Equal(hasReset ? 4 : 3, loop.Session.Memory.RegionCount);
    }

    [Theory]
    [InlineData("qemu10-full.txt", 0xfffffUL & ~VhostUserFrontend.StatusBit)]
    [InlineData("qemu10-min.txt", VhostUserFrontend.Config)]
    [InlineData("qemu10-status.txt", 0x10209UL)]
    public void Our_front_end_sends_what_QEMU_sends(string fixture, ulong knownProtocolFeatures)
    {
        using var loop = new Loopback();
        loop.Front.KnownProtocolFeatures = knownProtocolFeatures;
        loop.Front.Realize();
        loop.Front.ResetDevice();                                 // "write status 0" of the driver's probe
        loop.Front.Start();
        loop.Front.Reset();
        loop.Front.Start();
        loop.Front.Stop();                                        // QMP stop, cont
        loop.Front.Start();

        string[] expected = [.. Lines(fixture).Where(line => !line.StartsWith("GET_CONFIG", StringComparison.Ordinal))
            .Select(line => line.Split(' ')).Select(p => $"{Numbers[p[0]]} {p[1]} {p[2]} {p[3]}")];
        Assert.Equal(expected.Take(loop.Front.Channel.Sent.Count), loop.Front.Channel.Sent);
        Assert.InRange(loop.Front.Channel.Sent.Count, 60, expected.Length);
    }

    private static IEnumerable<string> Lines(string fixture)
        => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Fixtures", fixture)).Where(line => !line.StartsWith('#'));

    private static void Replay(Loopback loop, string[] parts, int hotPluggedFd, int eventFd)
    {
        string name = parts[0];
        uint flags = (uint)Number(parts[1]);
        int size = (int)Number(parts[2]);
        ulong[] fields = [.. parts.Skip(4).Select(Number)];
        (UnixSocket mine, UnixSocket theirs) = UnixSocket.Pair();
        bool isHotPlug = name == "ADD_MEM_REG" && fields[0] == 0x1_0000_0000;
        int fd = name switch
        {
            "ADD_MEM_REG" or "SET_MEM_TABLE" => isHotPlug ? hotPluggedFd : loop.Ram.Fd,
            "GPU_SET_SOCKET" or "SET_BACKEND_REQ_FD" => theirs.Fd,
            _ => eventFd,
        };
        byte[] payload = Payload(name, fields, isHotPlug);
        Assert.Equal(size, payload.Length);
        loop.Front.Channel.Send(Numbers[name], flags & 8, payload, [.. Enumerable.Repeat(fd, (int)Number(parts[3]))]);
        theirs.Dispose();
        mine.Dispose();
        if (name.StartsWith("GET_", StringComparison.Ordinal))
            CheckAnswer(name, fields, loop.Front.Channel.Receive(Numbers[name]));
        else if ((flags & 8) != 0)
            Assert.Equal(new byte[8], loop.Front.Channel.Receive(Numbers[name]));
        else
            loop.Step();
    }

    private static void CheckAnswer(string name, ulong[] fields, byte[] answer)
    {
        switch (name)
        {
            case "GET_FEATURES": Assert.Equal(0x105_7000_0003UL, BitConverter.ToUInt64(answer)); break;
            case "GET_STATUS": Assert.Contains(BitConverter.ToUInt64(answer), new ulong[] { 0, 8 }); break;
            case "GET_PROTOCOL_FEATURES": Assert.Equal(0x1a229UL, BitConverter.ToUInt64(answer)); break;
            case "GET_QUEUE_NUM": Assert.Equal(2UL, BitConverter.ToUInt64(answer)); break;
            case "GET_MAX_MEM_SLOTS": Assert.Equal(509UL, BitConverter.ToUInt64(answer)); break;
            case "GET_CONFIG": Assert.Equal(28, answer.Length); break;
            default: Assert.Equal([(uint)fields[0], 0u], new[] { BitConverter.ToUInt32(answer), BitConverter.ToUInt32(answer, 4) }); break;
        }
    }

    private static byte[] Payload(string name, ulong[] fields, bool isHotPlug)
    {
        const ulong Base = GuestRam.FrontEndBase;
        ulong ring = 0x100000 + (fields.Length > 0 ? fields[0] * 0x10000 : 0);
        ulong[] regions = [.. fields.Chunk(2).Where(_ => name is "ADD_MEM_REG" or "SET_MEM_TABLE")
            .SelectMany(f => new[] { f[0], f[1], f[0] + Base, isHotPlug ? 0 : f[0] })];
        return name switch
        {
            "SET_FEATURES" or "SET_PROTOCOL_FEATURES" or "SET_STATUS" or "SET_VRING_CALL" or "SET_VRING_KICK" or "SET_VRING_ERR" => Bytes(fields),
            "SET_VRING_NUM" or "SET_VRING_BASE" or "SET_VRING_ENABLE" or "GET_VRING_BASE" => VhostUserFrontend.State((int)fields[0], (uint)fields[1]),
            "SET_VRING_ADDR" => Bytes([fields[0], ring + Base, ring + 0x8000 + Base, ring + 0x4000 + Base, ring + 0x8000]),
            "ADD_MEM_REG" => Bytes([0, .. regions]),
            "SET_MEM_TABLE" => Bytes([(ulong)fields.Length / 2, .. regions]),
            "GET_CONFIG" => [.. VhostUserFrontend.State((int)fields[0], (uint)fields[1]), .. new byte[4 + (int)fields[1]]],
            _ => [],
        };
    }

    private static byte[] Bytes(ulong[] values) => [.. values.SelectMany(BitConverter.GetBytes)];

    private static ulong Number(string text)
        => text.StartsWith("0x", StringComparison.Ordinal)
            ? ulong.Parse(text.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
            : ulong.Parse(text, CultureInfo.InvariantCulture);
}
