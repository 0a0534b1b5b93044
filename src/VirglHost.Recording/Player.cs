using System.Runtime.InteropServices;
using VirglHost.CommandStream;
using VirglHost.CommandStream.Gallium;
using VirglHost.OpenGL;
using VirglHost.Rendering;
using VirglHost.Rendering.Resources;

namespace VirglHost.Recording;

/// <summary>Does again what each event says. What a renderer refuses is counted: a recording holds the refusals of its own time too.</summary>
internal sealed class Player(Renderer renderer, IReplayObserver observer)
{
    private const uint ShownBinds = (uint)(BindFlags.DisplayTarget | BindFlags.Scanout | BindFlags.Shared);
    private const long MaxMemoryInBytes = 4L << 30;
    private static readonly TimeSpan FenceSlice = TimeSpan.FromMilliseconds(100);

    private readonly Dictionary<uint, PagedStore> _stores = [];
    private readonly Dictionary<ulong, RenderFence> _fences = [];
    private readonly ScreenPictures _screens = new();
    private readonly PageBudget _budget = new(MaxMemoryInBytes);
    private ReplayStatistics _statistics;
    private uint[] _words = [];
    private byte[] _pixels = [];

    /// <summary>What was played so far, events aside.</summary>
    public ReplayStatistics Statistics => _statistics;

    /// <summary>Plays one event.</summary>
    /// <exception cref="RecordingException">It does not hold what its kind needs.</exception>
    public void Play(in RecordedEvent next)
    {
        _statistics = _statistics with { Recorded = next.Time };
        try
        {
            Dispatch(next.Kind, new EventFields(next.Kind, next.Payload));
        }
        catch (Exception refused) when (refused is GuestFaultException or HostFaultException { Kind: not HostFault.Lost })
        {
            _statistics = _statistics with { Refusals = _statistics.Refusals + 1 };
        }
    }

    /// <summary>Waits for what is still under way.</summary>
    public void Finish()
    {
        foreach (RenderFence fence in _fences.Values)
            Complete(fence);
        _fences.Clear();
    }

    /// <summary>The fields of the first event.</summary>
    public static RecordingOrigin ToOrigin(EventFields fields)
    {
        string program = fields.NextText();
        string door = fields.NextText();
        string host = fields.NextText();
        ulong milliseconds = fields.NextLong();
        if (milliseconds > (ulong)DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())
            throw new RecordingException(RecordingFault.Damaged, $"it was begun at {milliseconds} ms");
        return new RecordingOrigin(program, door, host, DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds));
    }

    private void Dispatch(EventKind kind, EventFields fields)
    {
        switch (kind)
        {
            case EventKind.Origin: _statistics = _statistics with { Origin = ToOrigin(fields) }; break;
            case EventKind.CreateContext: renderer.CreateContext(fields.Next(), fields.NextText()); break;
            case EventKind.DestroyContext: renderer.DestroyContext(fields.Next()); break;
            case EventKind.CreateResource: CreateResource(fields); break;
            case EventKind.CreateBlob: renderer.CreateBlob(fields.Next(), fields.Next(), fields.NextLong(), null); break;
            case EventKind.DestroyResource: DestroyResource(fields.Next()); break;
            case EventKind.AttachResource: renderer.AttachResource(fields.Next(), fields.Next()); break;
            case EventKind.DetachResource: renderer.DetachResource(fields.Next(), fields.Next()); break;
            case EventKind.AttachBacking: AttachBacking(fields.Next(), fields.NextLong()); break;
            case EventKind.DetachBacking: DetachBacking(fields.Next()); break;
            case EventKind.Memory: WriteMemory(fields); break;
            case EventKind.Submit: Submit(fields); break;
            case EventKind.TransferToHost:
            case EventKind.TransferFromHost: Transfer(kind, fields); break;
            case EventKind.ReadPixels: ReadPixels(fields); break;
            case EventKind.InsertFence: InsertFence(fields); break;
            case EventKind.CompleteFence: CompleteFence(fields.NextLong()); break;
            case EventKind.Screen: ShowScreen(fields); break;
            case EventKind.End: break;
            default: _statistics = _statistics with { Skipped = _statistics.Skipped + 1 }; break;
        }
    }

    private void CreateResource(EventFields fields)
    {
        uint id = fields.Next();
        ResourceDescription description = new(
            (PipeTarget)fields.Next(), (VirglFormat)fields.Next(), fields.Next(), fields.Next(), fields.Next(), fields.Next(), fields.Next(), fields.Next(), fields.Next(), fields.Next());
        renderer.CreateResource(id, description);
    }

    private void DestroyResource(uint id)
    {
        Release(id);
        renderer.DestroyResource(id);
    }

    private void AttachBacking(uint id, ulong length)
    {
        if (length > long.MaxValue / 2)
            throw new RecordingException(RecordingFault.Damaged, $"resource {id} gets {length} bytes of memory");
        PagedStore store = new((long)length, _budget);
        Release(id);
        _stores[id] = store;
        renderer.AttachBacking(id, store);
    }

    private void DetachBacking(uint id)
    {
        renderer.DetachBacking(id);
        Release(id);
    }

    private void Release(uint id)
    {
        if (_stores.Remove(id, out PagedStore? store))
            store.Release();
    }

    private void WriteMemory(EventFields fields)
    {
        uint id = fields.Next();
        ulong offset = fields.NextLong();
        ReadOnlySpan<byte> bytes = fields.Rest;
        if (!_stores.TryGetValue(id, out PagedStore? store) || offset > (ulong)store.LengthInBytes || bytes.Length > store.LengthInBytes - (long)offset)
            throw new RecordingException(RecordingFault.Damaged, $"{bytes.Length} bytes at {offset} of the memory of resource {id} do not lie inside it");
        store.Write((long)offset, bytes);
        _statistics = _statistics with { MemoryInBytes = _statistics.MemoryInBytes + bytes.Length };
    }

    private void Submit(EventFields fields)
    {
        uint context = fields.Next();
        ReadOnlySpan<byte> bytes = fields.Rest;
        if (bytes.Length % sizeof(uint) != 0)
            throw new RecordingException(RecordingFault.Damaged, $"a command stream of {bytes.Length} bytes is not made of words");
        // The event's words lie anywhere in its bytes; the renderer wants them aligned.
        int count = bytes.Length / sizeof(uint);
        if (_words.Length < count)
            _words = new uint[Math.Max(count, 2 * _words.Length)];
        bytes.CopyTo(MemoryMarshal.AsBytes(_words.AsSpan(0, count)));
        _statistics = _statistics with { Submits = _statistics.Submits + 1, Words = _statistics.Words + count };
        renderer.Submit(context, _words.AsSpan(0, count));
    }

    private void Transfer(EventKind kind, EventFields fields)
    {
        uint context = fields.Next();
        uint id = fields.Next();
        uint level = fields.Next(), stride = fields.Next(), layerStride = fields.Next();
        Box box = new(fields.NextSigned(), fields.NextSigned(), fields.NextSigned(), fields.NextSigned(), fields.NextSigned(), fields.NextSigned());
        TransferRequest request = new(level, stride, layerStride, box, fields.NextLong());
        _statistics = _statistics with { Transfers = _statistics.Transfers + 1 };
        if (kind == EventKind.TransferToHost)
        {
            renderer.TransferToHost(context, id, request);
            return;
        }

        renderer.TransferFromHost(context, id, request);
        if (renderer.TryGetResource(id, out RenderResource? resource) && IsShown(resource.Description, request))
            Show(resource);
    }

    /// <summary>vtest has no screens: a client shows a picture by reading it whole.</summary>
    private static bool IsShown(in ResourceDescription description, in TransferRequest request) =>
        (description.Bind & ShownBinds) != 0 &&
        description.Target is PipeTarget.Texture2D or PipeTarget.TextureRect && request.Level == 0 &&
        request.Box.Width == (long)description.Width && request.Box.Height == (long)description.Height;

    /// <summary>The read itself is done too: a replay costs what the recording did.</summary>
    private void ReadPixels(EventFields fields)
    {
        uint id = fields.Next();
        PixelRectangle rectangle = new(fields.Next(), fields.Next(), fields.Next(), fields.Next());
        long stride = rectangle.Width * 4L;
        if (!renderer.TryGetResource(id, out RenderResource? resource) || rectangle.Width > resource.Description.Width || rectangle.Height > resource.Description.Height ||
            stride * rectangle.Height > int.MaxValue)
            throw new RecordingException(RecordingFault.Damaged, $"{rectangle} of resource {id} is read, which does not hold it");
        if (_pixels.Length < stride * rectangle.Height)
            _pixels = new byte[stride * rectangle.Height];
        renderer.ReadPixels(id, rectangle, _pixels, (int)stride);
        Show(resource);
    }

    private void Show(RenderResource resource)
    {
        _statistics = _statistics with { Pictures = _statistics.Pictures + 1 };
        observer.Shown(renderer, resource);
    }

    private void ShowScreen(EventFields fields)
    {
        if (_screens.Take(fields) is not { } picture)
            return;
        _statistics = _statistics with { Pictures = _statistics.Pictures + 1 };
        observer.Shown(picture);
    }

    private void InsertFence(EventFields fields)
    {
        ulong number = fields.NextLong();
        RenderFence fence = renderer.InsertFence(fields.Next());
        if (!_fences.TryAdd(number, fence))
            throw new RecordingException(RecordingFault.Damaged, $"fence {number} is set twice");
    }

    private void CompleteFence(ulong number)
    {
        if (_fences.Remove(number, out RenderFence? fence))
            Complete(fence);
    }

    private void Complete(RenderFence fence)
    {
        while (!renderer.Wait(fence, FenceSlice))
        {
            // The host's own time-outs end a lost context; its fences pass then.
        }

        renderer.CompleteFence(fence);
    }
}
