using VirglHost.Linux;

namespace VirglHost.Vtest;

/// <summary>The clients of one server and the socket they come through. Owned by the server's thread.</summary>
internal sealed class VtestReception
{
    private readonly VtestService _service;
    private readonly UnixSocket _listener;
    private readonly Epoll _epoll;
    private readonly ulong _token;
    private readonly List<VtestClient> _clients = [];
    private readonly HeapTrimmer _heap = new();
    private bool _isListening = true;
    private int _accepted;

    /// <param name="service">What clients are given.</param>
    /// <param name="listener">Listening socket, already in <paramref name="epoll"/>.</param>
    /// <param name="epoll">What the server waits on.</param>
    /// <param name="token">The listener's token there.</param>
    public VtestReception(VtestService service, UnixSocket listener, Epoll epoll, ulong token)
    {
        _service = service;
        _listener = listener;
        _epoll = epoll;
        _token = token;
    }

    /// <summary>True once a client has been taken in.</summary>
    public bool HasServed => _accepted > 0;

    /// <summary>True while no client is there.</summary>
    public bool IsEmpty => _clients.Count == 0;

    /// <summary>Takes in the client that is waiting at the socket.</summary>
    public void Welcome()
    {
        UnixSocket socket;
        try
        {
            socket = _listener.Accept();
        }
        catch (LinuxException fault) when (_clients.Count > 0)
        {
            // Out of descriptors: whoever waits at the door gets in when somebody leaves.
            _service.Log.Error("No more clients until one leaves: {Reason:l}", fault.Message);
            StopListening();
            return;
        }
        if (_clients.Count >= _service.Options.MaxClients)
        {
            _service.Log.Warning("A client is turned away: {Count} are being served", _clients.Count);
            socket.Dispose();
            return;
        }
        _accepted = unchecked(_accepted + 1);
        VtestClient client = new(_accepted, socket, _service);
        _service.Log.Information("Client {Client} connected", client.Number);
        _clients.Add(client);
        client.Start();
        if (_service.Options.Once)
            StopListening();
    }

    /// <summary>Lets go of the clients whose threads have ended.</summary>
    public void Bury()
    {
        _service.Left.TryConsume();
        for (int i = _clients.Count - 1; i >= 0; i--)
        {
            if (!_clients[i].IsOver)
                continue;
            _clients[i].Dispose();
            _clients.RemoveAt(i);
            _heap.UserLeft(wasLast: _clients.Count == 0);
        }
        if (!_isListening && !_service.Options.Once)
        {
            _epoll.Add(_listener.Fd, EpollInterest.Read, _token);
            _isListening = true;
        }
    }

    /// <summary>Hangs up on every client and waits for its thread.</summary>
    public void StopAll()
    {
        foreach (VtestClient client in _clients)
            client.Stop();
        foreach (VtestClient client in _clients)
            client.Dispose();
        _clients.Clear();
    }

    private void StopListening()
    {
        _epoll.Remove(_listener.Fd);
        _isListening = false;
    }
}
