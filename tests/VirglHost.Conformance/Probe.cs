using VirglHost.Testing;

namespace VirglHost.Conformance;

/// <summary>One session with a back-end, and what rules are written with.</summary>
internal sealed class Probe : IDisposable
{
    private readonly Target _target;

    /// <summary>Connects, negotiates, starts.</summary>
    /// <param name="target">The back-end.</param>
    /// <param name="variant">Front-end and driver.</param>
    /// <param name="memoryInBytes">The guest's memory.</param>
    /// <param name="timeout">Longest wait for anything; short where a back-end is expected to stay silent.</param>
    public Probe(Target target, Variant variant, ulong memoryInBytes = 96 << 20, TimeSpan? timeout = null)
    {
        _target = target;
        Variant = variant;
        Ram = new GuestRam(memoryInBytes);
        Front = new VhostUserFrontend(target.Connect(), Ram, variant.Rings)
        {
            DriverFeatures = variant.DriverFeatures | VhostUserFrontend.Version1,
            KnownProtocolFeatures = variant.ProtocolFeatures,
        };
        Front.Channel.Timeout = timeout ?? TimeSpan.FromSeconds(target.IsPeer ? 1 : 10);
        Gpu = new GpuDriver(Front);
        Front.Realize();
        Front.Start();
    }

    public Variant Variant { get; }

    public GuestRam Ram { get; }

    public VhostUserFrontend Front { get; }

    public GpuDriver Gpu { get; }

    public DisplayPeer Viewer => Front.Display!;

    public bool Offers(ulong feature) => (Front.OfferedFeatures & feature) != 0;

    /// <summary>The rule speaks of something that this back-end does not offer.</summary>
    public void Needs(ulong feature, string name)
    {
        if ((Front.Features & feature) == 0) throw new NotApplicableException(Offers(feature) ? $"the driver did not accept {name}" : $"{name} is not offered");
    }

    public void Equal<T>(T expected, T actual, string what)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual)) throw new FrontendException($"{what}: {Show(actual)}, expected {Show(expected)}");
    }

    /// <summary>The command is answered with this type.</summary>
    public GpuResponse Answered(uint expected, GpuCommand command, string what)
    {
        GpuResponse response = Gpu.Send(command);
        Equal(GpuResponse.Describe(expected), GpuResponse.Describe(response.Type), what);
        return response;
    }

    public void Until(Func<bool> condition, string what) => Front.Channel.WaitUntil(condition, what);

    /// <summary>A 2D image with scattered backing, every byte of which is <paramref name="value"/>, transferred.</summary>
    public IReadOnlyList<GuestBuffer> Image(uint id, uint width, uint height, byte value, uint format = 2)
    {
        Gpu.CreateResource2D(id, format, width, height);
        IReadOnlyList<GuestBuffer> backing = Ram.AllocateScattered((int)(width * height * 4), (int)id);
        Fill(backing, value);
        Gpu.AttachBacking(id, backing);
        Gpu.TransferToHost2D(id, 0, 0, width, height, 0);
        return backing;
    }

    public void Fill(IReadOnlyList<GuestBuffer> buffers, byte value)
    {
        foreach (GuestBuffer buffer in buffers) Ram.Slice(buffer).Fill(value);
    }

    /// <summary>Waits until a pixel of a screen has this grey.</summary>
    public void Pixel(uint screen, int x, int y, byte grey)
        => Until(
            () => Viewer.Surfaces.GetValueOrDefault(screen) is { } surface && x < surface.Width && y < surface.Height && surface[x, y] == (grey, grey, grey),
            $"pixel {x},{y} = {grey:x} of screen {screen}");

    public void Dispose()
    {
        Front.Dispose();
        Ram.Dispose();
        _target.Left();
    }

    private static string Show<T>(T value) => value is byte[] bytes ? Convert.ToHexString(bytes) : $"{value}";
}
