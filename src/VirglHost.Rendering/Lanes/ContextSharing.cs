using VirglHost.Rendering.Resources;

namespace VirglHost.Rendering.Lanes;

/// <summary>What the renderer's own thread knows of a context that may run on another: its resources, and the lanes that use some of them too. Owner thread only.</summary>
internal sealed class ContextSharing(int lane, int laneCount)
{
    private readonly int[] _shared = new int[laneCount];

    /// <summary>The context.</summary>
    public RenderContext? Context { get; set; }

    /// <summary>Where the context runs; 0 is the owner thread itself.</summary>
    public int Lane { get; } = lane;

    /// <summary>Resources that the context may name.</summary>
    public HashSet<RenderResource> Attached { get; } = [];

    /// <summary>A bit for each other lane with a context that can name one of these resources.</summary>
    public uint Peers { get; private set; }

    /// <summary>The context got a resource.</summary>
    public void Add(RenderResource resource)
    {
        if (!Attached.Add(resource))
        {
            return;
        }

        resource.Lanes |= 1u << Lane;
        foreach (ContextSharing other in resource.Users)
        {
            Tie(other, 1);
            other.Tie(this, 1);
        }

        resource.Users.Add(this);
    }

    /// <summary>The context lost a resource.</summary>
    public void Remove(RenderResource resource)
    {
        if (!Attached.Remove(resource))
        {
            return;
        }

        resource.Users.Remove(this);
        foreach (ContextSharing other in resource.Users)
        {
            Tie(other, -1);
            other.Tie(this, -1);
        }
    }

    /// <summary>The context ends.</summary>
    public void Clear()
    {
        foreach (RenderResource resource in Attached.ToArray())
        {
            Remove(resource);
        }
    }

    private void Tie(ContextSharing other, int count)
    {
        if (other.Lane == Lane)
        {
            return;
        }

        _shared[other.Lane] += count;
        uint bit = 1u << other.Lane;
        Peers = _shared[other.Lane] > 0 ? Peers | bit : Peers & ~bit;
    }
}
