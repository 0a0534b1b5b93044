using Serilog;
using VirglHost.Linux;
using VirglHost.OpenGL;
using VirglHost.Rendering;

namespace VirglHost.Vtest;

/// <summary>One client and its thread. Whatever goes wrong in it ends here: other clients never notice.</summary>
internal sealed class VtestClient : IDisposable
{
    /// <summary>Host drivers compile shaders on the calling thread, recursively.</summary>
    private const int StackSizeInBytes = 16 << 20;

    private readonly VtestService _service;
    private readonly ILogger _log;
    private readonly VtestConnection _connection;
    private readonly EventFd _left;
    private readonly Thread _thread;
    private volatile bool _isOver;

    public VtestClient(int number, UnixSocket socket, VtestService service)
    {
        _service = service;
        _log = service.Log.ForContext("Client", number);
        _connection = new VtestConnection(socket);
        _left = service.Left;
        Number = number;
        _thread = new Thread(Run, StackSizeInBytes) { Name = $"virglhost-vtest-{number}", IsBackground = true };
    }

    /// <summary>Counts from 1; tells clients apart in the log.</summary>
    public int Number { get; }

    /// <summary>True once the thread has nothing more to do.</summary>
    public bool IsOver => _isOver;

    public void Start() => _thread.Start();

    /// <summary>Tells the thread to end soon.</summary>
    public void Stop() => _connection.Stop();

    /// <summary>Waits for the thread's end.</summary>
    public void Dispose()
    {
        _thread.Join();
        _connection.Dispose();
    }

    private void Run()
    {
        try
        {
            Serve();
        }
        finally
        {
            // The client learns of its end now, not when the server gets round to it.
            _connection.HangUp();
            Prepare();
            _isOver = true;
            _left.Signal();
        }
    }

    /// <summary>What the next client would wait for is this thread's last work, when nobody waits for it.</summary>
    private void Prepare()
    {
        if (_service.Options.Once || _connection.IsStopping)
            return;
        try
        {
            _service.Options.ClientGone?.Invoke();
        }
#pragma warning disable CA1031 // It is a help, nothing that anyone was promised.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            _log.Warning("Nothing is made ready for the next client: {Reason:l}", fault.Message);
        }
    }

    private void Serve()
    {
        using VtestSession session = new(_connection, _service, _log);
        try
        {
            session.Run();
            _log.Information("Client {Client} left", Number);
        }
        catch (OperationCanceledException)
        {
            _log.Debug("Client {Client} is hung up on: the server stops", Number);
        }
        catch (VtestProtocolException fault)
        {
            _log.Warning("Client {Client} is hung up on: {Reason:l}", Number, fault.Message);
        }
        catch (GuestFaultException fault)
        {
            _log.Warning("Client {Client} is hung up on, its commands were refused: {Reason:l}", Number, fault.Message);
        }
        catch (LinuxException fault) when (fault.IsPeerGone)
        {
            _log.Information("Client {Client} left without waiting for an answer", Number);
        }
        catch (LinuxException fault)
        {
            _log.Warning("Client {Client} is hung up on: {Reason:l}", Number, fault.Message);
        }
        catch (HostFaultException fault)
        {
            _log.Error("Client {Client} is hung up on, the host's OpenGL failed it: {Reason:l}", Number, fault.Message);
        }
#pragma warning disable CA1031 // The one catch-all of this door: a bug that one client found must not end the others.
        catch (Exception bug)
#pragma warning restore CA1031
        {
            _log.Error(bug, "BUG while serving client {Client}; please report it with this log", Number);
        }
    }
}
