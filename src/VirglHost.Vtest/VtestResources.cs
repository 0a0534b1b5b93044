using Serilog;
using VirglHost.CommandStream;
using VirglHost.CommandStream.Gallium;
using VirglHost.Rendering;

namespace VirglHost.Vtest;

/// <summary>One client's resources with the memory shared for them, and the transfers between the two. Runs on the client's thread.</summary>
internal sealed class VtestResources : IDisposable
{
    /// <summary>Most resources with shared memory: each is a mapping, and a process has about 65000 of those for all its clients.</summary>
    private const int MostMappings = 16384;

    private const uint LongestTransfer = 1 << 30;

    private readonly VtestConnection _connection;
    private readonly Renderer _renderer;
    private readonly ILogger _log;
    private readonly long _sharedBudget;
    private readonly Dictionary<uint, SharedMemoryStore> _stores = [];
    private readonly SpareStores _spares;

    /// <summary>Bytes of the memory that mapped buffers live in, which is the renderer's.</summary>
    private readonly Dictionary<uint, long> _mapped = [];
    private readonly ScratchStore _scratch = new();
    private long _sharedBytes;
    private uint _nextId = 1;

    public VtestResources(VtestConnection connection, Renderer renderer, VtestService service, ILogger log)
    {
        _spares = new SpareStores(service.Descriptors);
        _connection = connection;
        _renderer = renderer;
        _sharedBudget = service.Options.SharedMemoryBudgetInBytes;
        _log = log;
    }

    /// <summary>RESOURCE_CREATE and RESOURCE_CREATE2; the latter carries the size of the shared memory and gets its descriptor.</summary>
    /// <param name="command">Which of the two.</param>
    /// <param name="hostChoosesId">From protocol 3 on handles are ours and told in a reply; before, the client's.</param>
    public void Create(VtestCommand command, bool hostChoosesId)
    {
        bool hasSharedMemory = command == VtestCommand.ResourceCreate2;
        Span<uint> words = stackalloc uint[hasSharedMemory ? 11 : 10];
        _connection.ReadWords(words);
        if (words[0] == 0 != hostChoosesId)
            throw new VtestProtocolException($"RESOURCE_CREATE with handle {words[0]}");
        uint id = hostChoosesId ? NewId() : words[0];
        ResourceDescription description = new(
            (PipeTarget)words[1], (VirglFormat)words[2], words[3], words[4], words[5], words[6], words[7], words[8], words[9], 0);
        _renderer.CreateResource(id, description);
        _renderer.AttachResource(VtestSession.ContextId, id);
        SharedMemoryStore? store = hasSharedMemory && words[10] > 0 ? Share(id, words[10]) : null;
        if (hostChoosesId)
            _connection.SendWords(1, (uint)command, id);
        if (store is not null)
            SendFile(store);
    }

    /// <summary>
    /// RESOURCE_CREATE_BLOB: memory that the client maps. Copy transfers read and write it (guest kinds), or the buffer that the client's stream described
    /// lives in it (host kind).
    /// </summary>
    /// <exception cref="VtestProtocolException">The kind or the blob is unknown, or the client has too much already.</exception>
    public void CreateBlob()
    {
        const uint Guest = 1, Host = 2, HostAndGuest = 3;
        Span<uint> words = stackalloc uint[6];
        _connection.ReadWords(words);
        if (words[0] is not (Guest or Host or HostAndGuest))
            throw new VtestProtocolException($"RESOURCE_CREATE_BLOB of kind {words[0]}, which does not exist");
        if (words[2] == 0 || words[3] != 0)
            throw new VtestProtocolException($"RESOURCE_CREATE_BLOB of {words[2] | (ulong)words[3] << 32} bytes");
        uint id = NewId();
        SharedMemoryStore store = words[0] == Host ? CreateHostBlob(id, words[2], words[4] | (ulong)words[5] << 32) : CreateGuestBlob(id, words[2]);
        _renderer.AttachResource(VtestSession.ContextId, id);
        _connection.SendWords(1, (uint)VtestCommand.ResourceCreateBlob, id);
        SendFile(store);
    }

    /// <summary>RESOURCE_UNREF; SPEC: an unknown handle is ignored.</summary>
    public void Destroy()
    {
        Span<uint> words = stackalloc uint[1];
        _connection.ReadWords(words);
        if (!_renderer.TryGetResource(words[0], out _))
            return;
        _renderer.DestroyResource(words[0]);
        if (_mapped.Remove(words[0], out long length))
            _sharedBytes -= length;
        if (_stores.Remove(words[0], out SharedMemoryStore? store))
        {
            _sharedBytes -= store.LengthInBytes;
            _spares.Put(store);
        }
    }

    /// <summary>TRANSFER_PUT: the pixels follow the command.</summary>
    public void TransferPut()
    {
        TransferRequest request = ReadInlineTransfer(out uint id, out int dataSize);
        _scratch.Fill(_connection, dataSize);
        Require(id);
        TransferThroughScratch(id, request, isPut: true);
        _scratch.Clear(0);
    }

    /// <summary>TRANSFER_GET: the reply is exactly the promised number of bytes without a header, also when the transfer is refused.</summary>
    public void TransferGet()
    {
        TransferRequest request = ReadInlineTransfer(out uint id, out int dataSize);
        _scratch.Clear(dataSize);
        Require(id);
        TransferThroughScratch(id, request, isPut: false);
        ReadOnlySpan<byte> filled = _scratch.Filled;
        _connection.SendBytes(filled);
        SendZeros(dataSize - filled.Length);
        _scratch.Clear(0);
    }

    /// <summary>TRANSFER_PUT2: from the shared memory. SPEC: the length field of this command lies; ten words follow, no pixels.</summary>
    public void TransferPut2()
    {
        TransferRequest request = ReadSharedTransfer(out uint id);
        Require(id);
        Contain("TRANSFER_PUT2", id, request, static (renderer, id, request) => renderer.TransferToHost(VtestSession.ContextId, id, request));
    }

    /// <summary>TRANSFER_GET2: into the shared memory; done when this returns, so the RESOURCE_BUSY_WAIT that follows needs no special case.</summary>
    public void TransferGet2()
    {
        TransferRequest request = ReadSharedTransfer(out uint id);
        Require(id);
        long length = _stores.TryGetValue(id, out SharedMemoryStore? store) ? store.LengthInBytes : 0;
        if (request.Offset >= (ulong)length)
            throw new VtestProtocolException($"TRANSFER_GET2 to offset {request.Offset} of the {length} shared bytes of resource {id}");
        Contain("TRANSFER_GET2", id, request, static (renderer, id, request) => renderer.TransferFromHost(VtestSession.ContextId, id, request));
    }

    /// <summary>Unmaps everything; the renderer must be gone by then.</summary>
    public void Dispose()
    {
        foreach (SharedMemoryStore store in _stores.Values)
            _spares.End(store);
        _stores.Clear();
        _spares.Dispose();
    }

    private uint NewId()
    {
        while (_nextId == 0 || _renderer.TryGetResource(_nextId, out _))
            _nextId = unchecked(_nextId + 1);
        return _nextId++;
    }

    private SharedMemoryStore CreateGuestBlob(uint id, uint length)
    {
        _renderer.CreateResource(id, new ResourceDescription(PipeTarget.Buffer, VirglFormat.R8Unorm, (uint)BindFlags.Staging, length, 1, 1, 1, 0, 0, 0));
        return Share(id, length);
    }

    private SharedMemoryStore CreateHostBlob(uint id, uint length, ulong blobId)
    {
        if (!_renderer.TryGetParked(VtestSession.ContextId, blobId, out ResourceDescription parked) || !parked.IsMapped || length < parked.Width)
            throw new VtestProtocolException($"RESOURCE_CREATE_BLOB of {length} bytes for blob {blobId}, which is no mapped buffer of at most that size");
        SharedMemoryStore store = Allocate(length, id, isMapped: true);
        try
        {
            _renderer.CreateBlob(VtestSession.ContextId, id, blobId, store);
        }
        catch
        {
            store.Dispose();
            throw;
        }

        _mapped.Add(id, length);
        return store;
    }

    private SharedMemoryStore Share(uint id, uint length)
    {
        SharedMemoryStore store = Allocate(length, id, isMapped: false);
        _stores.Add(id, store);
        _renderer.AttachBacking(id, store);
        return store;
    }

    /// <summary>Memory for a resource; that of a mapped buffer is the renderer's afterwards and never spare.</summary>
    private SharedMemoryStore Allocate(uint length, uint id, bool isMapped)
    {
        if (_stores.Count + _mapped.Count >= MostMappings || length > _sharedBudget - _sharedBytes)
            throw new VtestProtocolException($"{length} shared bytes for resource {id}: {_stores.Count + _mapped.Count} resources share {_sharedBytes} of {_sharedBudget} bytes already");
        SharedMemoryStore store = isMapped ? new(id, length) : _spares.Take(id, length);
        _sharedBytes += length;
        return store;
    }

    private void SendFile(SharedMemoryStore store)
    {
        _connection.SendDescriptor(store.Fd);
        store.FileSent();
    }

    private TransferRequest ReadInlineTransfer(out uint id, out int dataSize)
    {
        Span<uint> words = stackalloc uint[11];
        _connection.ReadWords(words);
        if (words[10] > LongestTransfer)
            throw new VtestProtocolException($"transfer of {words[10]} bytes; {LongestTransfer} are the most");
        id = words[0];
        dataSize = (int)words[10];
        return new TransferRequest(words[1], words[2], words[3], ToBox(words[4..10]), 0);
    }

    private TransferRequest ReadSharedTransfer(out uint id)
    {
        Span<uint> words = stackalloc uint[10];
        _connection.ReadWords(words);
        id = words[0];
        return new TransferRequest(words[1], 0, 0, ToBox(words[2..8]), words[9]);
    }

    /// <summary>GUEST: a number beyond 2^31 turns negative here, which no box may be; the renderer refuses it.</summary>
    private static Box ToBox(ReadOnlySpan<uint> words) =>
        unchecked(new Box((int)words[0], (int)words[1], (int)words[2], (int)words[3], (int)words[4], (int)words[5]));

    private void TransferThroughScratch(uint id, in TransferRequest request, bool isPut)
    {
        _renderer.AttachBacking(id, _scratch);
        if (isPut)
            Contain("TRANSFER_PUT", id, request, static (renderer, id, request) => renderer.TransferToHost(VtestSession.ContextId, id, request));
        else
            Contain("TRANSFER_GET", id, request, static (renderer, id, request) => renderer.TransferFromHost(VtestSession.ContextId, id, request));
        _renderer.DetachBacking(id);
        if (_stores.TryGetValue(id, out SharedMemoryStore? store))
            _renderer.AttachBacking(id, store);
    }

    private void Require(uint id)
    {
        if (!_renderer.TryGetResource(id, out _))
            throw new VtestProtocolException($"transfer with resource {id}, which does not exist");
    }

    /// <summary>SPEC: a refused transfer is no reason to hang up, unlike a refused submit.</summary>
    private void Contain(string command, uint id, in TransferRequest request, Action<Renderer, uint, TransferRequest> transfer)
    {
        try
        {
            transfer(_renderer, id, request);
        }
        catch (GuestFaultException fault)
        {
            _log.Warning("{Command:l} of resource {Resource}, {Request} refused: {Reason:l}", command, id, request, fault.Message);
        }
    }

    private void SendZeros(int count)
    {
        Span<byte> zeros = stackalloc byte[4096];
        zeros.Clear();
        while (count > 0)
        {
            int portion = Math.Min(count, zeros.Length);
            _connection.SendBytes(zeros[..portion]);
            count -= portion;
        }
    }
}
