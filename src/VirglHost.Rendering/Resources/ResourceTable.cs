using System.Diagnostics.CodeAnalysis;

namespace VirglHost.Rendering.Resources;

/// <summary>The resources of one renderer by their ids; holds one reference of each. Owner thread only.</summary>
/// <param name="limit">Most resources at once.</param>
internal sealed class ResourceTable(int limit)
{
    private readonly Dictionary<uint, RenderResource> _resources = [];

    /// <summary>All resources, in no order.</summary>
    public IEnumerable<RenderResource> All => _resources.Values;

    /// <summary>Refuses ids that are 0 or taken, and one resource too many; to be asked before anything is allocated.</summary>
    /// <exception cref="GuestFaultException">The id cannot be used.</exception>
    public void RequireFree(uint id)
    {
        if (id == 0)
            throw GuestFaults.InvalidParameter("resource 0 cannot be created");
        if (_resources.ContainsKey(id))
            throw GuestFaults.ResourceExists(id);
        if (_resources.Count >= limit)
            throw GuestFaults.OutOfMemory($"more than {limit} resources");
    }

    /// <summary>Takes the reference that the creator holds.</summary>
    public void Add(RenderResource resource)
    {
        RequireFree(resource.Id);
        _resources.Add(resource.Id, resource);
    }

    /// <summary>Looks an id up.</summary>
    public bool TryGet(uint id, [NotNullWhen(true)] out RenderResource? resource) => _resources.TryGetValue(id, out resource);

    /// <summary>Forgets an id; backing is detached at once, GL storage goes with the last reference.</summary>
    /// <returns>False when the id names nothing.</returns>
    public bool Remove(uint id, GlSession session)
    {
        if (!_resources.Remove(id, out RenderResource? resource))
            return false;
        resource.DetachBacking();
        resource.Release(session);
        return true;
    }
}
