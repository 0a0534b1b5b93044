using VirglHost.Linux;
using VirglHost.Testing;

namespace VirglHost.VhostUser.Tests;

/// <summary>Our front-end and our session over a socket pair, in one thread: the session runs whenever the front-end waits.</summary>
internal sealed class Loopback : IDisposable
{
    public Loopback(GuestRam? ram = null, SessionOptions? options = null, RingFormat rings = RingFormat.Split)
    {
        (UnixSocket front, UnixSocket back) = UnixSocket.Pair();
        Ram = ram ?? new GuestRam();
        Session = new VhostUserSession(back, Device, options ?? new SessionOptions());
        Front = new VhostUserFrontend(front, Ram, rings);
        Front.Channel.Pump = Step;
        Front.Channel.Timeout = TimeSpan.FromSeconds(5);
    }

    public GuestRam Ram { get; }

    public EchoDevice Device { get; } = new();

    public VhostUserSession Session { get; }

    public VhostUserFrontend Front { get; }

    public SessionStep LastStep { get; private set; }

    public GuestQueue Control => Front.Queues[0];

    public SplitGuestQueue Split => (SplitGuestQueue)Control;

    public PackedGuestQueue Packed => (PackedGuestQueue)Control;

    public static Loopback Started(Action<Loopback>? adjust = null, RingFormat rings = RingFormat.Split, GuestRam? ram = null)
    {
        var loop = new Loopback(ram, rings: rings);
        adjust?.Invoke(loop);
        loop.Front.Realize();
        loop.Front.Start();
        loop.Step();
        return loop;
    }

    public void Step()
    {
        LastStep = Session.ProcessInput();
        Device.Tick();
    }

    /// <summary>Sends bytes through the control queue and returns what the device wrote back.</summary>
    public byte[] Echo(byte[] request, int room) => Echo([Put(request)], [Ram.Allocate(room)]);

    public byte[] Echo(IReadOnlyList<GuestBuffer> readable, IReadOnlyList<GuestBuffer> writable)
    {
        ushort head = Control.Add(readable, writable);
        Control.KickIfNeeded();
        uint written = 0;
        ushort used = 0;
        Front.Channel.WaitUntil(() => Control.TryTakeUsed(out used, out written), "the echo");
        Assert.Equal(head, used);
        return Ram.Read(writable).AsSpan(0, (int)written).ToArray();
    }

    public GuestBuffer Put(byte[] bytes)
    {
        GuestBuffer buffer = Ram.Allocate(bytes.Length);
        bytes.CopyTo(Ram.Slice(buffer));
        return buffer;
    }

    public void Dispose()
    {
        Front.Dispose();
        Session.Dispose();
        Device.Display?.Dispose();
        Ram.Dispose();
    }
}
