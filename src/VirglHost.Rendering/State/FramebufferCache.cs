using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace VirglHost.Rendering.State;

/// <summary>
/// The framebuffers of one sub-context by their surfaces, so that binding a combination again makes nothing. An entry lives until one of its surfaces
/// dies: entries hold no references, only the bound one does.
/// </summary>
internal sealed class FramebufferCache(GlSession session) : IDisposable
{
    private readonly Dictionary<Key, FramebufferState> _entries = [];
    private readonly List<Key> _doomed = [];
    private long _serial;

    /// <summary>Number of framebuffers held.</summary>
    public int Count => _entries.Count;

    /// <summary>A number for a new surface, never 0.</summary>
    public long NextSerial() => ++_serial;

    /// <summary>The framebuffer of these surfaces, made at first sight.</summary>
    public FramebufferState Get(ReadOnlySpan<SurfaceState?> colors, SurfaceState? depthStencil)
    {
        Key key = new() { Count = colors.Length };
        Span<long> serials = key.Serials;
        for (int i = 0; i < colors.Length; i++)
        {
            serials[i] = colors[i]?.Serial ?? 0;
        }

        serials[8] = depthStencil?.Serial ?? 0;
        ref FramebufferState? entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_entries, key, out _);
        return entry ??= new FramebufferState(session, colors, depthStencil);
    }

    /// <summary>Forgets every framebuffer that has <paramref name="surface"/>.</summary>
    public void Evict(SurfaceState surface)
    {
        foreach (KeyValuePair<Key, FramebufferState> entry in _entries)
        {
            if (entry.Key.Has(surface.Serial))
            {
                entry.Value.Framebuffer.Dispose();
                _doomed.Add(entry.Key);
            }
        }

        foreach (Key key in _doomed)
        {
            _entries.Remove(key);
        }

        _doomed.Clear();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (FramebufferState state in _entries.Values)
        {
            state.Framebuffer.Dispose();
        }

        _entries.Clear();
    }

    [InlineArray(9)]
    private struct SerialArray
    {
        private long _first;
    }

    /// <summary>The serials of eight colour slots and of depth and stencil.</summary>
    private struct Key : IEquatable<Key>
    {
        public int Count;
        private SerialArray _serials;

        [UnscopedRef]
        public Span<long> Serials => _serials;

        public readonly bool Has(long serial) => ((ReadOnlySpan<long>)_serials).Contains(serial);

        public readonly bool Equals(Key other) =>
            Count == other.Count && ((ReadOnlySpan<long>)_serials).SequenceEqual((ReadOnlySpan<long>)other._serials);

        public override readonly bool Equals(object? obj) => obj is Key other && Equals(other);

        public override readonly int GetHashCode()
        {
            ulong hash = (ulong)Count;
            foreach (long serial in (ReadOnlySpan<long>)_serials)
            {
                hash = unchecked((hash ^ (ulong)serial) * 0x9E3779B97F4A7C15UL);
            }

            return unchecked((int)(hash >> 32));
        }
    }
}
