using VirglHost.Linux;
using VirglHost.Testing;

[assembly: CollectionBehavior(DisableTestParallelization = true)] // tests count this process's descriptors

namespace VirglHost.VhostUser.Tests;

public sealed class SplitSessionTests() : SessionTests(RingFormat.Split);

public sealed class PackedSessionTests() : SessionTests(RingFormat.Packed);

/// <summary>What holds in both formats of a ring.</summary>
public abstract class SessionTests(RingFormat rings)
{
    private string Features => rings == RingFormat.Packed ? "features 10570000003" : "features 10170000003";

    private const ulong Min = VhostUserFrontend.Config;
    private const ulong TableOnly = VhostUserFrontend.Config | VhostUserFrontend.ReplyAck | VhostUserFrontend.MultipleQueues;

    [Theory]
    [InlineData(0xfffff, 0x1a229)]
    [InlineData(Min, Min)]
    [InlineData(TableOnly, TableOnly)]
    public void Start_in_QEMU_order_starts_both_queues(ulong known, ulong inForce)
    {
        using Loopback loop = Loopback.Started(l => l.Front.KnownProtocolFeatures = known, rings);

        Assert.Equal(inForce, loop.Front.ProtocolFeatures);
        Assert.Equal(0x105_7000_0003UL, loop.Front.OfferedFeatures);
        Assert.Contains(Features, loop.Device.Events);
        Assert.Equal(3, loop.Session.Memory.RegionCount);
        Assert.Equal(["start 0", "start 1"], loop.Device.Events.Where(e => e.StartsWith("start", StringComparison.Ordinal)));
        Assert.True(loop.Device.Events.IndexOf("display") < loop.Device.Events.IndexOf(Features));
        Assert.True(loop.Session.State.HasOwner);
        Assert.Equal([1, 2, 3], loop.Echo([1, 2, 3], 16));
        Assert.DoesNotContain(loop.Device.Events, e => e.StartsWith("refused", StringComparison.Ordinal));
    }

    [Fact]
    public void Stop_and_start_keeps_mappings_and_goes_on_at_the_base()
    {
        using Loopback loop = Loopback.Started(rings: rings);
        for (int i = 0; i < 300; i++) loop.Echo([(byte)i], 4);
        UnixSocket firstDisplay = loop.Device.Display!;

        loop.Front.Stop();
        Assert.Equal(Position(300), loop.Control.Base);
        Assert.False(loop.Session.State.Rings[0].Kick is not null);
        loop.Device.Events.Clear();
        loop.Front.Start();

        Assert.Equal(["display", Features, "start 0", "start 1"], loop.Device.Events);
        Assert.NotSame(firstDisplay, loop.Device.Display);
        Assert.Equal([9, 8], loop.Echo([9, 8], 4));
        Assert.Equal((ushort)Position(301), loop.Session.State.Rings[0].NextAvailable);
    }

    [Fact]
    public void Reset_tells_the_device_keeps_error_descriptors_and_allows_a_new_start()
    {
        using Loopback loop = Loopback.Started(rings: rings);
        loop.Echo([1], 4);
        EventFd error = loop.Session.State.Rings[0].Error!;

        loop.Front.Reset();
        loop.Front.ReadConfig(0, 4);                              // a round trip: RESET_DEVICE has no answer
        Assert.Equal("reset", loop.Device.Events[^1]);
        Assert.Same(error, loop.Session.State.Rings[0].Error);
        Assert.Equal(3, loop.Session.Memory.RegionCount);
        Assert.False(loop.Session.State.AreFeaturesAccepted);

        loop.Front.Start();
        Assert.Equal([7], loop.Echo([7], 4));
        Assert.Equal((ushort)Position(1), loop.Session.State.Rings[0].NextAvailable);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(VhostUserFrontend.StatusBit)]                     // FEATURES_OK is all that QEMU's GPU tells of the driver's status
    public void Front_end_that_cannot_tell_of_a_reset_is_understood_by_the_ring_that_begins_anew(ulong protocolFeatures)
    {
        using Loopback loop = Loopback.Started(l => l.Front.KnownProtocolFeatures = Min | VhostUserFrontend.ReplyAck | protocolFeatures, rings);
        loop.Echo([1], 4);
        loop.Front.Stop();                                        // a pause: the rings go on where they stood
        loop.Front.Start();
        Assert.Equal([2], loop.Echo([2], 4));
        Assert.DoesNotContain("reset", loop.Device.Events);

        loop.Front.Reset();
        loop.Front.Start();
        Assert.Single(loop.Device.Events, "reset");
        Assert.True(loop.Device.Events.LastIndexOf("stop 1") < loop.Device.Events.IndexOf("reset"));
        Assert.True(loop.Device.Events.IndexOf("reset") < loop.Device.Events.LastIndexOf("start 0"));
        Assert.Equal([3], loop.Echo([3], 4));
    }

    [Fact]
    public void Front_end_that_tells_the_drivers_status_tells_of_a_reset_too()
    {
        using Loopback loop = Loopback.Started(l => l.Front.KnownProtocolFeatures = Min | VhostUserFrontend.ReplyAck | VhostUserFrontend.StatusBit, rings);
        loop.Front.Tell(39, 0xF);
        loop.Echo([1], 4);
        loop.Front.Reset();                                       // the rings alone; the status would say so
        loop.Front.Start();
        Assert.DoesNotContain("reset", loop.Device.Events);
        loop.Front.Tell(39, 0);
        loop.Front.ReadConfig(0, 4);
        Assert.Single(loop.Device.Events, "reset");
    }

    [Fact]
    public void Reset_of_a_running_device_stops_its_queues_first_and_forgets_their_set_up()
    {
        using Loopback loop = Loopback.Started(rings: rings);
        loop.Echo([1], 4);
        loop.Front.ResetDevice();
        loop.Front.ReadConfig(0, 4);
        Assert.Equal(["stop 0", "stop 1", "reset"], loop.Device.Events.TakeLast(3));
        Assert.Equal(new NegotiatedRing { Call = loop.Session.State.Rings[0].Call, Error = loop.Session.State.Rings[0].Error }, loop.Session.State.Rings[0]);

        loop.Front.Tell(2, loop.Front.Features | VhostUserFrontend.ProtocolFeaturesBit);
        loop.Front.Enable(loop.Control, true);
        Assert.DoesNotContain("start 0", loop.Device.Events.SkipWhile(e => e != "stop 0"));
    }

    [Fact]
    public void Config_reads_are_zero_beyond_its_end_and_writes_arrive()
    {
        using Loopback loop = Loopback.Started(rings: rings);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16], loop.Front.ReadConfig(0, 16));
        Assert.Equal([15, 16, 0, 0], loop.Front.ReadConfig(14, 4));
        Assert.Equal(new byte[256], loop.Front.ReadConfig(16, 256));
        Assert.Equal([0, 0], loop.Front.ReadConfig(uint.MaxValue, 2));
        Assert.Empty(loop.Front.ReadConfig(0, 0));
        loop.Front.WriteConfig(4, [0xAB, 0xCD]);
        Assert.Contains("config 4 ABCD", loop.Device.Events);
    }

    [Theory]
    [InlineData(1UL << 33, "ACCESS_PLATFORM")]
    [InlineData(1UL << 26, "LOG_ALL")]
    [InlineData(1UL << 4, "bit 4")]
    public void Features_that_are_not_built_are_refused_loudly_and_no_queue_starts(ulong feature, string name)
    {
        using var loop = new Loopback(rings: rings);
        loop.Front.Realize();
        loop.Front.Start();
        loop.Front.Stop();
        loop.Front.ResetDevice();
        loop.Device.Events.Clear();

        Assert.False(loop.Front.TryAcknowledged(2, BitConverter.GetBytes(loop.Front.Features | VhostUserFrontend.ProtocolFeaturesBit | feature), []));
        Assert.Contains(loop.Device.Events, e => e.StartsWith("refused", StringComparison.Ordinal) && e.Contains(name, StringComparison.Ordinal));
        Assert.True(loop.Control.Error.TryConsume());
        loop.Front.SetUp(loop.Control);
        Assert.Throws<FrontendException>(() => loop.Front.Enable(loop.Control, true));
        Assert.DoesNotContain("start 0", loop.Device.Events);
        Assert.False(loop.Session.State.AreFeaturesAccepted);

        loop.Front.Reset();
        loop.Front.Start();                                       // a driver with other features may follow
        Assert.Equal([5], loop.Echo([5], 4));
    }

    [Fact]
    public void Front_end_without_protocol_features_in_the_driver_set_needs_no_enable()
    {
        using var loop = new Loopback(rings: rings);
        loop.Front.OffersDisplay = false;                         // a generic vhost-user device: no GPU socket, ever
        loop.Front.KnownProtocolFeatures = Min | VhostUserFrontend.ReplyAck;
        loop.Front.Realize();
        loop.Front.Tell(2, loop.Front.DriverFeatures & loop.Front.OfferedFeatures);
        loop.Front.TrySetMemoryTable(loop.Ram.Regions);
        loop.Front.SetUp(loop.Control);                           // the kick descriptor starts it
        loop.Control.UseIndirect = loop.Control.UseEventIndex = true;
        Assert.Equal([1, 2], loop.Echo([1, 2], 4));
        Assert.DoesNotContain("display", loop.Device.Events);
    }

    [Fact]
    public void Legacy_driver_is_refused()
    {
        using var loop = new Loopback(rings: rings);
        loop.Front.DriverFeatures = 3;
        loop.Front.Realize();
        Assert.Throws<FrontendException>(loop.Front.Start);
        Assert.Contains(loop.Device.Events, e => e.Contains("VERSION_1", StringComparison.Ordinal));
    }

    [Fact]
    public void Ring_of_a_forbidden_size_is_refused_and_the_session_goes_on()
    {
        uint size = rings == RingFormat.Split ? 3u : 32_769;
        using Loopback loop = Loopback.Started(rings: rings);
        loop.Front.Stop();
        loop.Front.SetUp(loop.Control);
        loop.Front.Channel.Send(8, 0, VhostUserFrontend.State(0, size));
        Assert.Throws<FrontendException>(() => loop.Front.Enable(loop.Control, true));
        Assert.Contains(loop.Device.Events, e => e.Contains($"a {rings.ToString().ToLowerInvariant()} ring of {size} entries", StringComparison.Ordinal));
        Assert.True(loop.Control.Error.TryConsume());

        loop.Front.Stop();
        loop.Front.Start();
        Assert.Equal([5], loop.Echo([5], 4));
    }

    [Fact]
    public void Ring_outside_guest_memory_is_refused_with_the_usual_cause()
    {
        using var loop = new Loopback(new GuestRam([new(0, 0x10000), new(0x10_0000, 0x100_0000)]), rings: rings);
        loop.Front.Realize();
        loop.Front.TryAddRegion(new GuestBuffer(0, 0x10000), loop.Ram.Fd, 0);
        loop.Front.Tell(2, loop.Front.OfferedFeatures);
        loop.Front.SetUp(loop.Control);
        Assert.Throws<FrontendException>(() => loop.Front.Enable(loop.Control, true));
        Assert.Contains(loop.Device.Events, e => e.Contains("share=on", StringComparison.Ordinal));

        Assert.True(loop.Front.TryAddRegion(new GuestBuffer(0x10_0000, 0x100_0000), loop.Ram.Fd, 0x10_0000));
        Assert.Contains("start 0", loop.Device.Events);           // everything is there now, so it runs
    }

    [Fact]
    public void Call_descriptor_replaced_while_running_is_signalled_at_once()
    {
        using Loopback loop = Loopback.Started(rings: rings);
        loop.Echo([1], 4);
        loop.Front.Channel.Unwatch(loop.Control.Call.Fd);
        loop.Control.ReplaceCall();
        loop.Front.Channel.Send(13, 0, BitConverter.GetBytes(0UL), loop.Control.Call.Fd);
        loop.Front.ReadConfig(0, 4);
        Assert.True(loop.Control.Call.TryConsume());

        loop.Front.Channel.Send(13, 0, BitConverter.GetBytes(0x100UL));       // no descriptor: the guest polls
        Assert.Equal([2], loop.Echo([2], 4));
        Assert.False(loop.Control.Call.TryConsume());
    }

    [Fact]
    public void One_queue_alone_can_be_reset_while_the_other_runs()
    {
        using Loopback loop = Loopback.Started(rings: rings);
        for (int i = 0; i < 5; i++) loop.Echo([1], 4);
        GuestQueue cursor = loop.Front.Queues[1];
        loop.Front.Enable(loop.Control, false);                   // VIRTIO_F_RING_RESET, seen from here
        loop.Front.GetBase(loop.Control);
        loop.Control.Clear();

        cursor.Add([loop.Put([1, 2])], [loop.Ram.Allocate(2)]);
        cursor.KickIfNeeded();
        loop.Front.Channel.WaitUntil(() => cursor.TryTakeUsed(out _, out _), "the cursor's answer");

        loop.Front.SetUp(loop.Control);
        loop.Front.Enable(loop.Control, true);
        Assert.Equal([8], loop.Echo([8], 4));
        Assert.Equal((ushort)Position(1), loop.Session.State.Rings[0].NextAvailable);
    }

    [Fact]
    public void Disabled_ring_is_not_served_until_enabled_again()
    {
        using Loopback loop = Loopback.Started(rings: rings);
        loop.Front.Enable(loop.Control, false);
        loop.Control.Add([loop.Put([1])], [loop.Ram.Allocate(4)]);
        loop.Control.KickIfNeeded();
        loop.Front.ReadConfig(0, 4);
        Assert.False(loop.Control.TryTakeUsed(out _, out _));

        loop.Front.Enable(loop.Control, true);
        loop.Front.Channel.WaitUntil(() => loop.Control.TryTakeUsed(out _, out _), "the answer");
    }

    [Fact]
    public void Held_chain_completed_at_stop_reaches_the_guest_and_late_calls_do_nothing()
    {
        using Loopback loop = Loopback.Started(l => l.Device.HoldsChains = true, rings);
        GuestBuffer answer = loop.Ram.Allocate(4);
        loop.Control.Add([loop.Put([5, 6])], [answer]);
        loop.Control.KickIfNeeded();
        loop.Front.Channel.WaitUntil(() => loop.Device.Held.Count == 1, "the chain");

        loop.Front.Stop();
        Assert.True(loop.Control.TryTakeUsed(out _, out uint written));
        Assert.Equal(2u, written);
        Assert.Equal([5, 6], loop.Ram.Slice(answer)[..2].ToArray());
        Assert.Equal(Position(1), loop.Control.Base);
    }

    [Fact]
    public void Chain_forgotten_at_stop_can_neither_be_pushed_nor_written_after_a_restart()
    {
        using Loopback loop = Loopback.Started(l => (l.Device.HoldsChains, l.Device.CompletesOnStop) = (true, false), rings);
        GuestBuffer answer = loop.Ram.Allocate(4);
        loop.Ram.Slice(answer).Fill(0xEE);
        loop.Control.Add([loop.Put([5, 6])], [answer]);
        loop.Control.KickIfNeeded();
        loop.Front.Channel.WaitUntil(() => loop.Device.Held.Count == 1, "the chain");
        loop.Front.Stop();
        loop.Front.Start();

        Assert.Equal(0, loop.Device.Held[0].Write(0, [1, 2, 3]));
        Assert.False(loop.Device.Held[0].Queue!.PushUsed(loop.Device.Held[0], 3));
        Assert.False(loop.Control.TryTakeUsed(out _, out _));
        Assert.Equal([0xEE, 0xEE, 0xEE, 0xEE], loop.Ram.Slice(answer).ToArray());
    }

    [Fact]
    public void Peer_that_closes_between_messages_ends_quietly_and_everything_is_closed()
    {
        string[] before = OpenDescriptors.List();
        Loopback loop = Loopback.Started(rings: rings);
        loop.Echo([1], 4);
        loop.Front.Dispose();
        loop.Step();
        Assert.Equal(SessionStep.PeerClosed, loop.LastStep);
        loop.Session.Dispose();
        loop.Session.Dispose();
        Assert.Equal(["stop 0", "stop 1", "reset"], loop.Device.Events.TakeLast(3));
        loop.Dispose();
        Assert.Equal(before, OpenDescriptors.List());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Driver_of_the_front_end_wakes_by_interrupt_only(bool interrupts)
    {
        using Loopback loop = Loopback.Started(l => l.Device.Interrupts = interrupts, rings);
        loop.Front.Channel.Timeout = TimeSpan.FromSeconds(interrupts ? 5 : 0.2);
        loop.Control.Call.TryConsume();                           // each new call descriptor is signalled once
        var driver = new GpuDriver(loop.Front);
        var command = new GpuCommand(0x100).Words(1, 2);
        if (interrupts)
            Assert.Equal(0x100u, driver.Send(command).Type);      // the echo
        else
            Assert.Contains("without an interrupt", Assert.Throws<FrontendException>(() => driver.Send(command)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Backend_channel_is_kept_open()
    {
        using Loopback loop = Loopback.Started(rings: rings);
        Assert.NotNull(loop.Session.State.BackendChannel);
        Assert.False(loop.Session.State.BackendChannel.TryReceive(new byte[1], [], out _, out _));
    }

    /// <summary>Where a ring of 256 stands after so many requests of one entry, as GET_VRING_BASE says it.</summary>
    private uint Position(uint served)
    {
        if (rings == RingFormat.Split) return served;
        uint half = served % 256 | (served / 256 % 2 == 0 ? 0x8000u : 0);
        return half | half << 16;
    }
}
