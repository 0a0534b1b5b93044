using VirglHost.Rendering.Resources;

namespace VirglHost.Rendering;

/// <content>What only those use who look into a recording.</content>
public sealed partial class Renderer
{
    /// <summary>Makes a small picture of a texture for somebody who looks on; guests have no way here. What is under way is waited for.</summary>
    /// <returns>False where the resource is no texture, has no such level or layer, is compressed, or the host cannot read it.</returns>
    public bool TryReadPreview(uint resourceId, in PreviewPlace place, PreviewPicture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentOutOfRangeException.ThrowIfLessThan(place.MaxSize, 1);
        if (!_resources.TryGet(resourceId, out RenderResource? resource))
            return false;
        // A context of nobody's: neither conditions nor queries of the guest see the reading.
        CurrentSession().Gl.Finish();
        _parts.Root.MakeCurrent();
        return _parts.Previews.TryRead(_parts.Root, resource, place, picture);
    }
}
