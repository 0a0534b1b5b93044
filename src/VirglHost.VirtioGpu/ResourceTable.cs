namespace VirglHost.VirtioGpu;

/// <summary>The guest's resource ids. The renderer holds the content under the same id; both are made and ended together.</summary>
internal sealed class ResourceTable
{
    private readonly Dictionary<uint, GuestResource> _resources = [];

    public int Count => _resources.Count;

    public IReadOnlyCollection<uint> Ids => _resources.Keys;

    public bool Contains(uint id) => _resources.ContainsKey(id);

    public bool TryGet(uint id, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out GuestResource? resource) => _resources.TryGetValue(id, out resource);

    public void Add(GuestResource resource) => _resources.Add(resource.Id, resource);

    public void Remove(uint id) => _resources.Remove(id);

    public void Clear() => _resources.Clear();
}
