using VirglHost.CommandStream;

namespace VirglHost.Inspection;

/// <summary>
/// Which thing a handle meant at the time: objects by context, sub-context and handle, resources by id. A thing keeps its number when its handle is used again
/// for another one.
/// </summary>
internal sealed class HandleBook
{
    // GUEST: making and destroying objects costs a guest two words each; a page with more things than this helps nobody.
    private const int MaxThings = 1_000_000;

    private readonly Dictionary<(uint Context, uint SubContext, uint Handle), int> _objects = [];
    private readonly Dictionary<uint, int> _resources = [];

    /// <summary>Everything that was made, by its number.</summary>
    public List<Definition> Definitions { get; } = [];

    /// <summary>The object that a handle means now; −1 for none.</summary>
    public int FindObject(uint context, uint subContext, uint handle) => _objects.GetValueOrDefault((context, subContext, handle), -1);

    /// <summary>The resource that an id means now; −1 for none.</summary>
    public int FindResource(uint id) => _resources.GetValueOrDefault(id, -1);

    /// <summary>An object came to be; −1 where there are too many to know them all.</summary>
    public int AddObject(uint context, uint subContext, uint handle, VirglObjectType type)
    {
        int number = Add(new Definition { Kind = DescriptionTable.NameOf(type) ?? "OBJECT", Handle = handle, Context = context, SubContext = subContext });
        _objects[(context, subContext, handle)] = number;
        return number;
    }

    /// <summary>A resource came to be; −1 as of <see cref="AddObject"/>.</summary>
    public int AddResource(uint id)
    {
        int number = Add(new Definition { Kind = "RESOURCE", Handle = id });
        _resources[id] = number;
        return number;
    }

    /// <summary>An object's handle is free.</summary>
    public int RemoveObject(uint context, uint subContext, uint handle) => _objects.Remove((context, subContext, handle), out int number) ? number : -1;

    /// <summary>A resource's id is free.</summary>
    public int RemoveResource(uint id) => _resources.Remove(id, out int number) ? number : -1;

    /// <summary>A context or sub-context went with all that it had made.</summary>
    public void Forget(uint context, uint? subContext)
    {
        foreach ((uint Context, uint SubContext, uint Handle) key in _objects.Keys)
        {
            if (key.Context == context && (subContext is null || key.SubContext == subContext))
                _objects.Remove(key);
        }
    }

    private int Add(Definition definition)
    {
        if (Definitions.Count == MaxThings)
            return -1;
        Definitions.Add(definition);
        return Definitions.Count - 1;
    }
}
