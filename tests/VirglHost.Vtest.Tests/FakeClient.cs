using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using VirglHost.Linux;

namespace VirglHost.Vtest.Tests;

/// <summary>A vtest client written out by hand: sends words, reads words, takes descriptors.</summary>
internal sealed class FakeClient : IDisposable
{
    private readonly UnixSocket _socket;

    public FakeClient(string path) => _socket = UnixSocket.Connect(path);

    /// <summary>Connects and says CREATE_RENDERER, as every client does first.</summary>
    public static FakeClient Introduced(string path)
    {
        FakeClient client = new(path);
        client.SendRaw([5, 0, 0, 0, 8, 0, 0, 0, (byte)'t', (byte)'e', (byte)'s', (byte)'t', 0]);
        return client;
    }

    public void Send(params uint[] words) => _socket.SendAll(MemoryMarshal.AsBytes(words.AsSpan()));

    public void SendRaw(ReadOnlySpan<byte> bytes) => _socket.SendAll(bytes);

    public uint[] Receive(int count)
    {
        uint[] words = new uint[count];
        Assert.True(_socket.ReceiveExactly(MemoryMarshal.AsBytes(words.AsSpan())), "the server hung up");
        return words;
    }

    public byte[] ReceiveRaw(int count)
    {
        byte[] bytes = new byte[count];
        Assert.True(_socket.ReceiveExactly(bytes), "the server hung up");
        return bytes;
    }

    /// <summary>Takes the one descriptor that is due and maps it.</summary>
    public MemoryMapping ReceiveMapping(int length)
    {
        using FileStream file = ReceiveFile();
        return MemoryMapping.Map((int)file.SafeFileHandle.DangerousGetHandle(), 0, length);
    }

    /// <summary>Takes the one descriptor that is due.</summary>
    public FileStream ReceiveFile()
    {
        byte[] dummy = new byte[1];
        int[] fds = new int[1];
        Assert.Equal(1, _socket.Receive(dummy, fds, out int count));
        Assert.Equal(1, count);
        return new FileStream(new SafeFileHandle(fds[0], ownsHandle: true), FileAccess.ReadWrite);
    }

    /// <summary>True when the server closed the connection.</summary>
    public bool IsHungUpOn()
    {
        try
        {
            return !_socket.ReceiveExactly(new byte[1]);
        }
        catch (LinuxException fault)
        {
            return fault.IsPeerGone;
        }
    }

    /// <summary>PING is answered: the server still listens to this client.</summary>
    public void AssertAlive()
    {
        Send(0, 10);
        Assert.Equal([0u, 10u], Receive(2));
    }

    public void Dispose() => _socket.Dispose();
}
