using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using VirglHost.VhostUser.Queues;
using VirglHost.VirtioGpu.Wire;

namespace VirglHost.VirtioGpu;

/// <summary>
/// One chain of the control or cursor queue. Answered exactly once (the response bytes), then completed exactly once (given back to the guest);
/// between the two it may wait for a fence. Reused through <see cref="RequestPool"/>.
/// </summary>
internal sealed class GpuRequest
{
    /// <summary>The longest fixed part of a command: virtio_gpu_ctx_create.</summary>
    public const int MaximumFixedSize = 96;

    private readonly byte[] _fixedPart = new byte[MaximumFixedSize];
    private int _fixedSize;

    public DescriptorChain Chain { get; } = new();

    public ControlHeader Header { get; private set; }

    /// <summary>Bytes of response in the guest's buffer.</summary>
    public uint Written { get; private set; }

    public bool IsAnswered { get; private set; }

    public bool IsCompleted { get; private set; }

    /// <summary>GL fences that must pass before the guest gets it back.</summary>
    public int OpenFences { get; set; }

    /// <summary>Nothing holds it back but its place on its timeline.</summary>
    public bool IsReady => IsAnswered && OpenFences == 0;

    /// <summary>Copies the command's fixed part out of guest memory; only the copy is looked at from here on.</summary>
    /// <returns>False when the chain is shorter than a header.</returns>
    public bool TryBegin()
    {
        _fixedSize = Chain.Read(0, _fixedPart);
        Begin(_fixedSize >= ControlHeader.SizeInBytes ? MemoryMarshal.Read<ControlHeader>(_fixedPart) : default);
        return _fixedSize >= ControlHeader.SizeInBytes;
    }

    /// <summary>Starts a request with a header that is known already.</summary>
    public void Begin(in ControlHeader header)
    {
        Header = header;
        Written = 0;
        IsAnswered = IsCompleted = false;
        OpenFences = 0;
    }

    /// <summary>The command, when that many bytes came.</summary>
    public bool TryGet<TCommand>(out TCommand command)
        where TCommand : unmanaged
    {
        int size = Unsafe.SizeOf<TCommand>();
        bool isComplete = _fixedSize >= size;
        command = isComplete ? MemoryMarshal.Read<TCommand>(_fixedPart.AsSpan(0, size)) : default;
        return isComplete;
    }

    /// <summary>Writes a response that is only a header. A guest that left no room for it gets a used length of 0.</summary>
    public void Answer(ControlType type)
    {
        ControlHeader header = Header.Answer(type);
        Write(MemoryMarshal.AsBytes(new ReadOnlySpan<ControlHeader>(ref header)));
    }

    /// <summary>Writes a whole response; the header at its start is filled in here. What the guest has no room for is cut off.</summary>
    public void Answer(ControlType type, Span<byte> response)
    {
        ControlHeader header = Header.Answer(type);
        MemoryMarshal.Write(response, header);
        Write(response);
    }

    /// <summary>Marks the request as given back.</summary>
    /// <exception cref="InvalidOperationException">It was given back before, or nobody answered it: a bug of this device.</exception>
    public void Complete()
    {
        if (!IsReady || IsCompleted) throw new InvalidOperationException($"request {Header.Type} completed out of turn");
        IsCompleted = true;
    }

    private void Write(ReadOnlySpan<byte> response)
    {
        if (IsAnswered) throw new InvalidOperationException($"request {Header.Type} answered twice");
        IsAnswered = true;
        // SPEC: vhost-user notes §4.3 item 5: no response area is legal, one shorter than a header is useless to the guest.
        if (Chain.WritableLength >= ControlHeader.SizeInBytes) Written = (uint)Chain.Write(0, response);
    }
}
