using VirglHost.Linux;
using VirglHost.Testing;

namespace VirglHost.VhostUser.Tests;

/// <summary>Every request of the vhost-user specification, by number: what comes back, and that the session goes on.</summary>
public sealed class RequestTableTests
{
    private const string Done = "acknowledged", Refused = "refused";

    /// <summary>Number, name, payload, descriptor ("" none, "event", "ram", "socket"), answer: a reply in hexadecimal, or how it is acknowledged.</summary>
    public static TheoryData<uint, string, byte[], string, string> Requests => new()
    {
        { 1, "GET_FEATURES", [], "", "0300007005010000" },
        { 2, "SET_FEATURES", Quads(0x1_7000_0003), "", Done },
        { 2, "SET_FEATURES with iommu_platform", Quads(0x3_7000_0003), "", Refused },
        { 2, "SET_FEATURES with dirty logging", Quads(0x1_7400_0003), "", Refused },
        { 2, "SET_FEATURES of a legacy driver", Quads(0x7000_0003), "", Refused },
        { 3, "SET_OWNER", [], "", Done },
        { 4, "RESET_OWNER", [], "", Done },
        { 5, "SET_MEM_TABLE", Quads(1, 0x100000, 0x1000000, 0x7f0000100000, 0x100000), "ram", Done },
        { 5, "SET_MEM_TABLE beyond the file", Quads(1, 0x100000, 1UL << 40, 0x7f0000100000, 0x100000), "ram", Refused },
        { 6, "SET_LOG_BASE", Quads(4096, 0), "ram", Refused },
        { 7, "SET_LOG_FD", [], "event", Refused },
        { 8, "SET_VRING_NUM", Words(0, 128), "", Done },
        { 9, "SET_VRING_ADDR", [.. Words(0, 0), .. Quads(0x7f0000100000, 0x7f0000110000, 0x7f0000120000, 0)], "", Done },
        { 9, "SET_VRING_ADDR with logging", [.. Words(0, 1), .. Quads(0x7f0000100000, 0x7f0000110000, 0x7f0000120000, 0)], "", Refused },
        { 10, "SET_VRING_BASE", Words(1, 7), "", Done },
        { 11, "GET_VRING_BASE", Words(1, 0), "", "0100000000000000" },
        { 12, "SET_VRING_KICK", Quads(0), "event", Done },
        { 12, "SET_VRING_KICK for polling", Quads(0x100), "", Refused },
        { 13, "SET_VRING_CALL", Quads(1), "event", Done },
        { 13, "SET_VRING_CALL for a polling driver", Quads(0x101), "", Done },
        { 14, "SET_VRING_ERR", Quads(0), "event", Done },
        { 15, "GET_PROTOCOL_FEATURES", [], "", "29A2010000000000" },
        { 16, "SET_PROTOCOL_FEATURES", Quads(0x208), "", Done },
        { 17, "GET_QUEUE_NUM", [], "", "0200000000000000" },
        { 18, "SET_VRING_ENABLE", Words(0, 1), "", Done },
        { 19, "SEND_RARP", Quads(0), "", Refused },
        { 20, "NET_SET_MTU", Quads(1500), "", Refused },
        { 21, "SET_BACKEND_REQ_FD", [], "socket", Done },
        { 22, "IOTLB_MSG", Quads(0, 0, 0, 0), "", Refused },
        { 23, "SET_VRING_ENDIAN", Words(0, 0), "", Refused },
        { 24, "GET_CONFIG", [.. Words(4, 4, 0), .. new byte[4]], "", "04000000040000000000000005060708" },
        { 25, "SET_CONFIG", [.. Words(4, 4, 0), 1, 2, 3, 4], "", Done },
        { 26, "CREATE_CRYPTO_SESSION", new byte[64], "", Refused },
        { 27, "CLOSE_CRYPTO_SESSION", Quads(0), "", Refused },
        { 28, "POSTCOPY_ADVISE", [], "", Refused },
        { 29, "POSTCOPY_LISTEN", [], "", Refused },
        { 30, "POSTCOPY_END", [], "", Refused },
        { 31, "GET_INFLIGHT_FD", new byte[24], "", Refused },
        { 32, "SET_INFLIGHT_FD", new byte[24], "ram", Refused },
        { 33, "GPU_SET_SOCKET", [], "socket", Done },
        { 34, "RESET_DEVICE", [], "", Done },
        { 35, "VRING_KICK in band", Words(0, 0), "", Refused },
        { 36, "GET_MAX_MEM_SLOTS", [], "", "FD01000000000000" },
        { 37, "ADD_MEM_REG", Quads(0, 0x100000, 0x1000000, 0x7f0000100000, 0x100000), "ram", Done },
        { 37, "ADD_MEM_REG beyond the file", Quads(0, 0x100000, 1UL << 40, 0x7f0000100000, 0x100000), "ram", Refused },
        { 38, "REM_MEM_REG of an unknown region", Quads(0, 0x100000, 0x1000000, 0x7f0000100000, 0), "", Refused },
        { 39, "SET_STATUS FEATURES_OK before features", Quads(0xB), "", Refused },
        { 39, "SET_STATUS of the driver's first steps", Quads(3), "", Done },
        { 39, "SET_STATUS 0", Quads(0), "", Done },
        { 39, "SET_STATUS of more than a byte", Quads(256), "", Refused },
        { 40, "GET_STATUS", [], "", "0000000000000000" },
        { 41, "GET_SHARED_OBJECT", new byte[16], "", Refused },
        { 42, "SET_DEVICE_STATE_FD", Words(0, 0), "event", Refused },
        { 43, "CHECK_DEVICE_STATE", [], "", Refused },
        { 44, "GET_SHMEM_CONFIG", [], "", Refused },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public void Request_is_answered_as_the_table_says_and_the_session_goes_on(uint number, string name, byte[] payload, string descriptor, string answer)
    {
        string[] before = OpenDescriptors.List();
        using (var loop = new Loopback())
        using (var signal = new EventFd())
        {
            loop.Front.Realize();
            (UnixSocket mine, UnixSocket theirs) = UnixSocket.Pair();
            int[] fds = descriptor switch { "event" => [signal.Fd], "ram" => [loop.Ram.Fd], "socket" => [theirs.Fd], _ => [] };
            loop.Front.Channel.Send(number, VhostUserChannel.NeedReply, payload, fds);
            string reply = Convert.ToHexString(loop.Front.Channel.Receive(number));
            mine.Dispose();
            theirs.Dispose();

            string expected = answer switch { Done => "0000000000000000", Refused => "0100000000000000", _ => answer };
            Assert.Equal($"{name}: {expected}", $"{name}: {reply}");
            Assert.Equal(answer == Refused, loop.Device.Events.Any(e => e.StartsWith("refused", StringComparison.Ordinal)));
            Assert.Equal([1, 2], loop.Front.ReadConfig(0, 2));
        }

        Assert.Equal(before, OpenDescriptors.List());
    }

    [Fact]
    public void Table_knows_every_request_of_the_specification()
        => Assert.Equal(Enumerable.Range(1, 44).Select(i => (uint)i), Requests.Select(row => row.Data.Item1).Distinct().Order());

    [Fact]
    public void Request_that_does_not_ask_for_it_is_not_acknowledged()
    {
        using var loop = new Loopback();
        loop.Front.Realize();
        loop.Front.Channel.Send(8, 0, Words(0, 128));
        loop.Front.Channel.Send(2, 0, Quads(0x3_7000_0003));      // refused, but nobody asked
        Assert.Equal(2ul, loop.Front.Ask(17));                    // the next reply is that of the next question
    }

    [Fact]
    public void Status_follows_the_driver_and_zero_resets_the_device()
    {
        using Loopback loop = Loopback.Started();
        Assert.Equal(8ul, loop.Front.Ask(40));
        loop.Front.Tell(39, 0xF);
        Assert.Equal(0xFul, loop.Front.Ask(40));
        loop.Front.Tell(39, 0);
        Assert.Equal(0ul, loop.Front.Ask(40));
        Assert.Equal(["stop 0", "stop 1", "reset"], loop.Device.Events.TakeLast(3));
    }

    [Fact]
    public void Features_ok_is_withheld_from_a_driver_that_cannot_be_served()
    {
        using var loop = new Loopback();
        loop.Front.Realize();
        loop.Front.Tell(2, 0x3_7000_0003);
        loop.Front.Tell(39, 0xB);
        Assert.Equal(3ul, loop.Front.Ask(40));
        loop.Front.Tell(2, 0x1_7000_0003);
        loop.Front.Tell(39, 0xB);
        Assert.Equal(0xBul, loop.Front.Ask(40));
    }

    private static byte[] Words(params uint[] values) => [.. values.SelectMany(BitConverter.GetBytes)];

    private static byte[] Quads(params ulong[] values) => [.. values.SelectMany(BitConverter.GetBytes)];
}
