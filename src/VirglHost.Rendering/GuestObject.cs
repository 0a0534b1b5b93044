using VirglHost.CommandStream;

namespace VirglHost.Rendering;

/// <summary>
/// One VirGL object: what CREATE_OBJECT made. The object table holds one reference and every binding point holds one more, because a guest may
/// destroy an object that is still bound; its GL names go with the last reference.
/// </summary>
internal abstract class GuestObject(VirglObjectType type)
{
    private int _references = 1;

    /// <summary>The type that the guest gave; every look-up checks it.</summary>
    public VirglObjectType Type { get; } = type;

    /// <summary>Adds one reference.</summary>
    public void Retain() => _references++;

    /// <summary>Drops one reference; at the last one the GL names are deleted in <paramref name="session"/>, which is current.</summary>
    public void Release(GlSession session)
    {
        if (--_references == 0)
        {
            DisposeNames(session);
        }
    }

    /// <summary>Deletes the GL names and drops the references that this object holds.</summary>
    protected virtual void DisposeNames(GlSession session)
    {
    }
}
