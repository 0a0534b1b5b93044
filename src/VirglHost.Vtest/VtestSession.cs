using Serilog;
using VirglHost.Rendering;

namespace VirglHost.Vtest;

/// <summary>
/// One client's conversation: reads a command, does it, replies, in order. Owns the client's renderer; runs on the client's thread from first to last.
/// SPEC: vtest protocols 0 and 2 to 4 of virglrenderer's vtest server; 1 was withdrawn and counts as 0. What 4 adds needs a DRM device, and is refused as by
/// that server where it has none.
/// </summary>
internal sealed class VtestSession : IDisposable
{
    /// <summary>The only VirGL context of a client; other ids never leave this process.</summary>
    public const uint ContextId = 1;

    private const uint HighestVersion = 4;

    /// <summary>From here on the server chooses resource ids.</summary>
    private const uint HostIdsVersion = 3;

    /// <summary>From here on batches count the DRM sync objects that follow them.</summary>
    private const uint SyncObjectsVersion = 4;

    private const uint LongestSyncWait = 3 * 1024;
    private const uint LongestName = 1 << 20;
    private const int LongestSubmitInWords = 1 << 22;
    private const uint WaitFlag = 1;

    private static readonly TimeSpan WaitSlice = TimeSpan.FromMilliseconds(100);

    private readonly VtestConnection _connection;
    private readonly VtestService _service;
    private readonly ILogger _log;
    private Renderer? _renderer;
    private VtestResources? _resources;
    private bool _hasContext;
    private string _name = "";
    private uint[] _words = [];
    private byte[] _caps = [];
    private RenderFence? _fence;
    private bool _hasUnfencedWork;
    private bool _hasUnflushedWork;
    private uint _version;
    private uint _capset;
    private readonly VtestSyncs _syncs = new();

    public VtestSession(VtestConnection connection, VtestService service, ILogger log)
    {
        _connection = connection;
        _service = service;
        _log = log;
    }

    private Renderer Renderer => _renderer!;

    /// <summary>Serves until the client leaves between two commands.</summary>
    /// <exception cref="VtestProtocolException">The client said something that has no answer.</exception>
    /// <exception cref="OperationCanceledException">The server stops.</exception>
    public void Run()
    {
        while (TryReadCommand(out uint length, out VtestCommand command))
            Execute(command, length);
    }

    /// <summary>The next command. What was submitted is handed to GL before a wait for it, so that the host draws while the client goes on.</summary>
    private bool TryReadCommand(out uint length, out VtestCommand command)
    {
        if (_hasUnflushedWork && !_connection.HasMore)
        {
            // Nearly always the client asks next whether this is done: a fence is a flush that can answer.
            if (_fence is null)
                InsertFence();
            else
                Flush();
        }

        bool isThere = _connection.TryReadHeader(out length, out uint number);
        command = (VtestCommand)number;
        return isThere;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _renderer?.Dispose();
        _resources?.Dispose();
        _syncs.Dispose();
    }

    private void Execute(VtestCommand command, uint length)
    {
        if (_renderer is null && command != VtestCommand.CreateRenderer)
            throw new VtestProtocolException($"command {(uint)command} came before CREATE_RENDERER");
        Dispatch(command, length);
    }

    private void Dispatch(VtestCommand command, uint length)
    {
        switch (command)
        {
            case VtestCommand.CreateRenderer: CreateRenderer(length); break;
            case VtestCommand.PingProtocolVersion: _connection.SendWords(0, (uint)VtestCommand.PingProtocolVersion); break;
            case VtestCommand.ProtocolVersion: NegotiateVersion(); break;
            case VtestCommand.GetCaps: SendCapset(1, 1); break;
            case VtestCommand.GetCaps2: SendCapset(2, 2); break;
            case VtestCommand.ResourceCreate:
            case VtestCommand.ResourceCreate2: Resources().Create(command, _version >= HostIdsVersion); break;
            case VtestCommand.ResourceCreateBlob: Resources().CreateBlob(); break;
            case VtestCommand.ResourceUnref: Resources().Destroy(); break;
            case VtestCommand.TransferGet: Resources().TransferGet(); break;
            case VtestCommand.TransferPut: Resources().TransferPut(); break;
            case VtestCommand.TransferGet2: Resources().TransferGet2(); break;
            case VtestCommand.TransferPut2: Resources().TransferPut2(); break;
            case VtestCommand.SubmitCmd: Submit(length); break;
            case VtestCommand.ResourceBusyWait: BusyWait(); break;
            case VtestCommand.GetParam: SendParameter(); break;
            case VtestCommand.GetCapset: SendAnyCapset(); break;
            case VtestCommand.ContextInit: InitContext(); break;
            case VtestCommand.SyncCreate:
            case VtestCommand.SyncUnref:
            case VtestCommand.SyncRead:
            case VtestCommand.SyncWrite: Sync(command); break;
            case VtestCommand.SyncWait: AwaitSyncs(length); break;
            case VtestCommand.SubmitCmd2: SubmitBatches(length); break;
            case >= VtestCommand.DrmSyncCreate and <= VtestCommand.DrmSyncTransfer:
                throw new VtestProtocolException($"{command}: DRM sync objects need a DRM device, and GET_PARAM says that there is none");
            case VtestCommand.ResourceExportFd:
                throw new VtestProtocolException("RESOURCE_EXPORT_FD: no resource here has a descriptor to export");
            default: throw new VtestProtocolException($"unknown command {(uint)command} with length {length}");
        }
    }

    private void CreateRenderer(uint length)
    {
        if (_renderer is not null)
            throw new VtestProtocolException("CREATE_RENDERER came twice");
        if (length > LongestName)
            throw new VtestProtocolException($"client name of {length} bytes");
        Span<byte> name = stackalloc byte[(int)Math.Min(length, 64)];
        _connection.ReadExactly(name);
        _connection.Skip(length - (uint)name.Length);
        _name = ToPrintable(name);
        _renderer = _service.CreateRenderer();
        _log.Information("Client is {Name:l}", _name);
    }

    private void NegotiateVersion()
    {
        Span<uint> asked = stackalloc uint[1];
        _connection.ReadWords(asked);
        uint version = Math.Min(asked[0], HighestVersion);
        if (version == 1)
            version = 0;
        _version = version;
        _connection.SendWords(1, (uint)VtestCommand.ProtocolVersion, version);
        _log.Debug("Client asks for protocol {Asked} and gets {Version}", asked[0], version);
    }

    /// <summary>SPEC: the length of this reply is the capset's bytes + 1, and its second word is the capset, not the command.</summary>
    private void SendCapset(uint capset, uint version)
    {
        int size = Renderer.GetCapsetSize(capset);
        if (_caps.Length < size)
            _caps = new byte[size];
        Array.Clear(_caps);
        int written = Renderer.WriteCapset(capset, version, _caps.AsSpan(0, size));
        _connection.SendWords((uint)written + 1, capset);
        _connection.SendBytes(_caps.AsSpan(0, written));
    }

    /// <summary>GET_CAPSET: unlike the older commands it may ask for anything and is told when there is none.</summary>
    private void SendAnyCapset()
    {
        Span<uint> asked = stackalloc uint[2];
        _connection.ReadWords(asked);
        int size = asked[1] > asked[0] ? 0 : Renderer.GetCapsetSize(asked[0]);
        if (size == 0)
        {
            _connection.SendWords(1, (uint)VtestCommand.GetCapset, 0);
            return;
        }

        if (_caps.Length < size)
            _caps = new byte[size];
        Array.Clear(_caps);
        int written = Renderer.WriteCapset(asked[0], asked[1], _caps.AsSpan(0, size));
        _connection.SendWords(1 + (uint)written / sizeof(uint), (uint)VtestCommand.GetCapset, 1);
        _connection.SendBytes(_caps.AsSpan(0, written));
    }

    /// <summary>GET_PARAM: 1 is the number of timelines that batches may name; whatever else is asked has no answer.</summary>
    private void SendParameter()
    {
        const uint MaxTimelineCount = 1;
        Span<uint> asked = stackalloc uint[1];
        _connection.ReadWords(asked);
        bool isKnown = asked[0] == MaxTimelineCount;
        _connection.SendWords(2, (uint)VtestCommand.GetParam, isKnown ? 1u : 0u, isKnown ? VtestBatches.RingCount : 0u);
    }

    /// <summary>CONTEXT_INIT: both VirGL capsets are one language here; it may be said again, not changed.</summary>
    private void InitContext()
    {
        Span<uint> asked = stackalloc uint[1];
        _connection.ReadWords(asked);
        if (asked[0] is not (1 or 2) || (_capset != 0 && _capset != asked[0]))
            throw new VtestProtocolException($"CONTEXT_INIT with capset {asked[0]}");
        _capset = asked[0];
        RequireContext();
    }

    private void Sync(VtestCommand command)
    {
        Span<uint> words = stackalloc uint[3];
        words = words[..(command switch { VtestCommand.SyncCreate => 2, VtestCommand.SyncWrite => 3, _ => 1 })];
        _connection.ReadWords(words);
        switch (command)
        {
            case VtestCommand.SyncCreate:
                _connection.SendWords(1, (uint)command, _syncs.Create(words[0] | (ulong)words[1] << 32));
                break;
            case VtestCommand.SyncRead:
                ulong value = _syncs.Read(words[0]);
                _connection.SendWords(2, (uint)command, unchecked((uint)value), (uint)(value >> 32));
                break;
            case VtestCommand.SyncWrite:
                _syncs.Write(words[0], words[1] | (ulong)words[2] << 32);
                break;
            default:
                _syncs.Destroy(words[0]);
                break;
        }
    }

    /// <summary>SYNC_WAIT: the answer is a descriptor; how long the client looks at it is its own affair, so the time-out is not ours to keep.</summary>
    private void AwaitSyncs(uint length)
    {
        const uint AnyFlag = 1;
        if (length < 2 || length > LongestSyncWait + 2 || (length - 2) % 3 != 0)
            throw new VtestProtocolException($"SYNC_WAIT of {length} words");
        Span<uint> words = _connection.ReadGrowing(ref _words, (int)length);
        _connection.SendWords(0, (uint)VtestCommand.SyncWait);
        _syncs.Await((words[0] & AnyFlag) != 0, words[2..], _connection.SendDescriptor);
    }

    /// <summary>SUBMIT_CMD2: batches run in order; syncs on a ring are set when the work is done, the others when it is handed over.</summary>
    private void SubmitBatches(uint length)
    {
        if (length > LongestSubmitInWords)
            throw new VtestProtocolException($"SUBMIT_CMD2 of {length} words; {LongestSubmitInWords} are the most");
        VtestBatches batches = new(_connection.ReadGrowing(ref _words, (int)length));
        RequireContext();
        for (int batch = 0; batch < batches.Count; batch++)
        {
            if (_version >= SyncObjectsVersion)
                batches.RequireNoSyncObjects(batch);
            bool waitsForWork = batches.WaitsForWork(batch);
            ReadOnlySpan<uint> syncs = batches.Syncs(batch);
            ReadOnlySpan<uint> words = batches.Words(batch);
            if (!words.IsEmpty)
            {
                Run(words);
            }

            if (waitsForWork && !syncs.IsEmpty)
                WaitUntilIdle();
            for (int i = 0; i < syncs.Length; i += 3)
                _syncs.Write(syncs[i], syncs[i + 1] | (ulong)syncs[i + 2] << 32);
        }
    }

    private void Submit(uint length)
    {
        if (length > LongestSubmitInWords)
            throw new VtestProtocolException($"SUBMIT_CMD of {length} words; {LongestSubmitInWords} are the most");
        Span<uint> words = _connection.ReadGrowing(ref _words, (int)length);
        RequireContext();
        Run(words);
    }

    private void Run(ReadOnlySpan<uint> words)
    {
        _hasUnfencedWork = true;
        _hasUnflushedWork = true;
        Renderer.Submit(ContextId, words);
    }

    /// <summary>
    /// The protocol has no fences: a client makes a small resource after a submit and asks whether it is busy. So the answer covers everything submitted
    /// so far, whatever the handle. At most one GL fence exists at a time; work that came after it gets the next one.
    /// </summary>
    private void BusyWait()
    {
        Span<uint> payload = stackalloc uint[2];
        _connection.ReadWords(payload);
        if (payload[0] != 0 && !_hasContext)
            throw new VtestProtocolException($"RESOURCE_BUSY_WAIT for resource {payload[0]} before there is any");
        bool isBusy = (payload[1] & WaitFlag) != 0 ? WaitUntilIdle() : IsBusy();
        _connection.SendWords(1, (uint)VtestCommand.ResourceBusyWait, isBusy ? 1u : 0u);
    }

    /// <summary>Waits for everything submitted so far; false, because nothing is busy then.</summary>
    private bool WaitUntilIdle()
    {
        // First a look: drivers with a thread of their own wake it for a wait, which costs more than a second call, and work that is done needs none.
        while (IsBusy())
        {
            _connection.ThrowIfStopping();
            Renderer.Wait(_fence!, WaitSlice);
        }

        return false;
    }

    private bool IsBusy()
    {
        while (_fence is not null || _hasUnfencedWork)
        {
            if (_fence is null)
                InsertFence();
            if (!Renderer.IsSignaled(_fence!))
                return true;
            RenderFence passed = _fence!;
            _fence = null;
            Renderer.CompleteFence(passed);
        }
        return false;
    }

    private void Flush()
    {
        Renderer.Flush();
        _hasUnflushedWork = false;
    }

    private void InsertFence()
    {
        _fence = Renderer.InsertFence(ContextId);
        _hasUnfencedWork = _hasUnflushedWork = false;
    }

    private VtestResources Resources()
    {
        RequireContext();
        return _resources!;
    }

    private void RequireContext()
    {
        if (_hasContext)
            return;
        Renderer.CreateContext(ContextId, _name);
        _resources = new VtestResources(_connection, Renderer, _service, _log);
        _hasContext = true;
    }

    private static string ToPrintable(ReadOnlySpan<byte> name)
    {
        int end = name.IndexOf((byte)0);
        if (end >= 0)
            name = name[..end];
        return string.Create(name.Length, name, static (text, bytes) =>
        {
            for (int i = 0; i < text.Length; i++)
                text[i] = bytes[i] is >= 0x20 and < 0x7f ? (char)bytes[i] : '?';
        });
    }
}
