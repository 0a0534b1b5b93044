using VirglHost.Rendering.Queries;
using VirglHost.Rendering.Resources;

namespace VirglHost.Rendering;

/// <summary>
/// Work for a context that runs on a thread of its own: filled in, given to <see cref="Renderer.Post"/>, and the caller's again when it comes back from
/// <see cref="Renderer.TryTakeFinished"/>. Can be used again and again.
/// </summary>
public sealed class RenderWork
{
    private const int KeptWords = 1 << 18;

    private uint[] _words = new uint[1024];

    /// <summary>The context that it is for.</summary>
    public uint ContextId { get; private set; }

    /// <summary>The caller's own; comes back with the work.</summary>
    public object? Tag { get; set; }

    /// <summary>What it ended with, when it is finished; null: it was carried out.</summary>
    public Exception? Fault { get; internal set; }

    /// <summary>The fence that <see cref="SetFence"/> asked for, when it is finished without a fault; the caller completes it.</summary>
    public RenderFence? Fence { get; internal set; }

    /// <summary>Whether <see cref="SetFence"/> was the last to fill it in.</summary>
    public bool IsFence => Kind == RenderWorkKind.Fence;

    /// <summary>Bytes that it carries.</summary>
    public int SizeInBytes => Count * sizeof(uint);

    internal RenderWorkKind Kind { get; set; }

    internal int Count { get; private set; }

    internal uint ResourceId { get; private set; }

    internal TransferRequest Transfer { get; private set; }

    internal ReadOnlySpan<uint> Words => _words.AsSpan(0, Count);

    internal RenderContext? Context { get; set; }

    internal RenderResource? Resource { get; set; }

    internal QueryPoint[] Queries { get; set; } = [];

    /// <summary>Its number on its lane, from 1.</summary>
    internal long Sequence { get; set; }

    /// <summary>For each lane the number of the work there that must be done first; 0: none. Empty: no lane has to be waited for.</summary>
    internal long[] Before { get; set; } = [];

    /// <summary>Lanes whose published work GL must have done first.</summary>
    internal uint Awaits { get; set; }

    /// <summary>Whether others may use what it draws, and therefore need a fence behind it.</summary>
    internal bool Publishes { get; set; }

    /// <summary>A command stream.</summary>
    /// <param name="contextId">For this context.</param>
    /// <param name="count">Words.</param>
    /// <returns>Where they go; undefined contents.</returns>
    public Span<uint> SetStream(uint contextId, int count)
    {
        Begin(RenderWorkKind.Submit, contextId);
        if (_words.Length < count || (_words.Length > KeptWords && count <= KeptWords))
        {
            _words = new uint[Math.Max(count, Math.Min(_words.Length * 2, KeptWords))];
        }

        Count = count;
        return _words.AsSpan(0, count);
    }

    /// <summary>A copy between guest memory and a resource.</summary>
    public void SetTransfer(uint contextId, uint resourceId, in TransferRequest request, bool isToHost)
    {
        Begin(isToHost ? RenderWorkKind.TransferToHost : RenderWorkKind.TransferFromHost, contextId);
        ResourceId = resourceId;
        Transfer = request;
    }

    /// <summary>A fence behind everything that was posted for the context before.</summary>
    public void SetFence(uint contextId) => Begin(RenderWorkKind.Fence, contextId);

    internal void Begin(RenderWorkKind kind, uint contextId)
    {
        Kind = kind;
        ContextId = contextId;
        Count = 0;
        Fault = null;
        Fence = null;
        Context = null;
        Resource = null;
        Queries = [];
        Awaits = 0;
        Publishes = false;
    }
}
