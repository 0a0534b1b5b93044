using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using VirglHost.Linux;
using VirglHost.Rendering;
using VirglHost.VirtioGpu.Wire;

namespace VirglHost.VirtioGpu.Commands;

/// <summary>VirGL contexts and the streams submitted to them.</summary>
internal sealed class ContextCommands(GpuParts parts, ResourceCommands resources)
{
    private const uint HighestVirglCapset = 2;

    private readonly HashSet<uint> _withUnfencedWork = [];
    private readonly HeapTrimmer _heap = new();
    private uint[] _words = new uint[16 * 1024];

    /// <summary>Contexts that got work since the last fence; a fence must wait for all of them.</summary>
    public HashSet<uint> WithUnfencedWork => _withUnfencedWork;

    public ControlType Create(GpuRequest request)
    {
        if (!request.TryGet(out ContextCreateCommand command)) return parts.RefuseShort();
        uint id = request.Header.ContextId;
        if (id == 0 || parts.Contexts.ContainsKey(id))
            return parts.Refuse(ControlType.ErrorInvalidContextId, id == 0 ? "context id 0" : $"context {id} exists already");
        // SPEC: virtio GPU, CTX_CREATE: the low 8 bits name the capset, 0 leaves the choice to the device; without CONTEXT_INIT the word means nothing.
        if (parts.HasContextInit && command.ContextInit > HighestVirglCapset)
            return parts.Refuse(ControlType.ErrorInvalidParameter, $"context_init {command.ContextInit:x} is no capset of this device");
        string name = ReadName(command);
        parts.Renderer.CreateContext(id, name);
        parts.Contexts.Add(id, name);
        parts.Log.Debug("context {Context} created for {Name}", id, name);
        return ControlType.OkNoData;
    }

    public ControlType Destroy(GpuRequest request)
    {
        uint id = request.Header.ContextId;
        if (!parts.Contexts.Remove(id)) return RefuseContext(id);
        _withUnfencedWork.Remove(id);
        parts.Renderer.DestroyContext(id);
        _heap.UserLeft(wasLast: parts.Contexts.Count == 0);
        return ControlType.OkNoData;
    }

    public ControlType AttachResource(GpuRequest request, bool isAttach)
    {
        if (!request.TryGet(out ContextResourceCommand command)) return parts.RefuseShort();
        uint id = request.Header.ContextId;
        if (!parts.Contexts.ContainsKey(id)) return RefuseContext(id);
        if (!parts.Resources.TryGet(command.ResourceId, out GuestResource? resource)) return parts.RefuseResource(command.ResourceId);
        if (resource.IsBlob) return parts.Refuse(ControlType.ErrorUnspecified, $"blob {resource.Id} is the guest's own memory; contexts cannot use it");
        resources.MoveToRenderer(resource);
        if (isAttach) parts.Renderer.AttachResource(id, command.ResourceId);
        else parts.Renderer.DetachResource(id, command.ResourceId);
        return ControlType.OkNoData;
    }

    public ControlType Submit(GpuRequest request)
    {
        if (!request.TryGet(out SubmitCommand command)) return parts.RefuseShort();
        // QUIRK: the Windows 3D driver sends empty submissions to context 0 only to carry a fence (Submit_empty_to_context_zero test).
        if (command.Size == 0) return ControlType.OkNoData;
        uint id = request.Header.ContextId;
        if (!parts.Contexts.ContainsKey(id)) return RefuseContext(id);
        int fixedSize = Unsafe.SizeOf<SubmitCommand>();
        if (command.Size > (uint)parts.Options.MaxSubmitBytes || command.Size % sizeof(uint) != 0 || command.Size > request.Chain.ReadableLength - fixedSize)
        {
            return parts.Refuse(
                ControlType.ErrorInvalidParameter, $"{command.Size} bytes of commands announced, {request.Chain.ReadableLength - fixedSize} sent");
        }

        if (parts.Renderer.IsLatched(id)) return ControlType.OkNoData;
        // GUEST: the stream is copied once, whole, before any of it is looked at; the guest can change its own copy as it likes.
        int count = (int)command.Size / sizeof(uint);
        if (!parts.Renderer.RunsHere(id)) return Post(request, id, fixedSize, count);
        if (_words.Length < count) _words = new uint[Math.Min(parts.Options.MaxSubmitBytes / sizeof(uint), Math.Max(count, _words.Length * 2))];
        Span<uint> words = _words.AsSpan(0, count);
        if (request.Chain.Read(fixedSize, MemoryMarshal.AsBytes(words)) != (int)command.Size)
            return parts.Refuse(ControlType.ErrorInvalidParameter, "the commands cannot be read");
        _withUnfencedWork.Add(id);
        parts.Counters.StreamBytes += command.Size;
        parts.Renderer.Submit(id, words);
        return ControlType.OkNoData;
    }

    /// <summary>The context runs on another thread: it gets a copy of the stream, and the request is answered when it has run.</summary>
    private ControlType Post(GpuRequest request, uint id, int fixedSize, int count)
    {
        RenderWork work = parts.Works.Rent();
        if (request.Chain.Read(fixedSize, MemoryMarshal.AsBytes(work.SetStream(id, count))) != count * sizeof(uint))
        {
            parts.Works.Free(work);
            return parts.Refuse(ControlType.ErrorInvalidParameter, "the commands cannot be read");
        }

        _withUnfencedWork.Add(id);
        parts.Counters.StreamBytes += count * sizeof(uint);
        parts.Works.Post(parts.Renderer, work, request);
        return default;
    }

    /// <summary>The guest's driver was reset: all contexts end.</summary>
    public void Reset()
    {
        foreach (uint id in parts.Contexts.Keys) parts.Renderer.DestroyContext(id);
        if (parts.Contexts.Count > 0) _heap.UserLeft(wasLast: true);
        parts.Contexts.Clear();
        _withUnfencedWork.Clear();
    }

    private static string ReadName(in ContextCreateCommand command)
    {
        // GUEST: not terminated for sure, any bytes; only printable ASCII goes on, because the name ends up in logs.
        ReadOnlySpan<byte> bytes = command.DebugName;
        bytes = bytes[..(int)Math.Min(command.NameLength, DebugNameText.SizeInBytes)];
        int end = bytes.IndexOf((byte)0);
        if (end >= 0) bytes = bytes[..end];
        var name = new StringBuilder(bytes.Length);
        foreach (byte value in bytes) name.Append(value is >= 0x20 and < 0x7f ? (char)value : '?');
        return name.ToString();
    }

    private ControlType RefuseContext(uint id) => parts.Refuse(ControlType.ErrorInvalidContextId, $"context {id} does not exist");
}
