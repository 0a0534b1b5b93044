namespace VirglHost.Rendering.Resources;

/// <summary>What PIPE_RESOURCE_CREATE described in one context and no blob has taken yet.</summary>
internal sealed class ParkedResources
{
    /// <summary>A guest makes its blob at once, so that hardly more than one waits.</summary>
    private const int Limit = 1024;

    private readonly List<(uint BlobId, ResourceDescription Description)> _parked = [];

    /// <summary>Keeps a description. SPEC: of several with one id the oldest is taken first.</summary>
    /// <exception cref="GuestFaultException">Too many wait.</exception>
    public void Add(uint blobId, in ResourceDescription description)
    {
        // GUEST: the number is the guest's choice, the memory is ours.
        if (_parked.Count >= Limit)
        {
            throw GuestFaults.OutOfMemory($"more than {Limit} resources wait for a blob");
        }

        _parked.Add((blobId, description));
    }

    /// <summary>Looks an id up; those beyond 32 bits name nothing.</summary>
    public bool TryGet(ulong blobId, out ResourceDescription description)
    {
        int index = Find(blobId);
        description = index < 0 ? default : _parked[index].Description;
        return index >= 0;
    }

    /// <summary>Forgets the oldest with this id.</summary>
    public void Remove(ulong blobId)
    {
        if (Find(blobId) is >= 0 and int index)
        {
            _parked.RemoveAt(index);
        }
    }

    private int Find(ulong blobId)
    {
        for (int i = 0; i < _parked.Count; i++)
        {
            if (_parked[i].BlobId == blobId)
            {
                return i;
            }
        }

        return -1;
    }
}
