using System.Diagnostics.CodeAnalysis;

namespace VirglHost.VirtioGpu;

/// <summary>The guest's resource ids, and how much host memory its plain images take.</summary>
internal sealed class ResourceTable
{
    /// <summary>Most resources of a guest: those without content here cost memory too.</summary>
    public const int MaximumCount = 1 << 18;

    private readonly Dictionary<uint, GuestResource> _resources = [];

    public int Count => _resources.Count;

    /// <summary>Bytes of all plain images.</summary>
    public long ImageBytes { get; private set; }

    public IReadOnlyCollection<uint> Ids => _resources.Keys;

    public IReadOnlyCollection<GuestResource> All => _resources.Values;

    public bool Contains(uint id) => _resources.ContainsKey(id);

    public bool TryGet(uint id, [NotNullWhen(true)] out GuestResource? resource) => _resources.TryGetValue(id, out resource);

    public void Add(GuestResource resource)
    {
        _resources.Add(resource.Id, resource);
        ImageBytes += resource.Image?.LengthInBytes ?? 0;
    }

    public void Remove(GuestResource resource)
    {
        DropImage(resource);
        DropShared(resource);
        _resources.Remove(resource.Id);
    }

    /// <summary>Ends a resource's plain image, if it has one.</summary>
    public void DropImage(GuestResource resource)
    {
        if (resource.Image is not { } image) return;
        ImageBytes -= image.LengthInBytes;
        image.Dispose();
        resource.Image = null;
    }

    public void Clear()
    {
        foreach (GuestResource resource in _resources.Values)
        {
            DropImage(resource);
            DropShared(resource);
        }

        _resources.Clear();
    }

    private static void DropShared(GuestResource resource)
    {
        resource.Shared?.Dispose();
        resource.Shared = null;
    }
}
