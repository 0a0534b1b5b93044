using VirglHost.CommandStream.Caps;
using VirglHost.OpenGL;

namespace VirglHost.Rendering.Capabilities;

/// <summary>Something that a Mesa guest must see in the capability sets before it offers a version of OpenGL.</summary>
/// <param name="Desktop">The first desktop version that needs it, major * 10 + minor; 0 for none.</param>
/// <param name="Embedded">The first OpenGL ES version that needs it; 0 for none.</param>
/// <param name="What">What it is, for people.</param>
/// <param name="IsMet">Whether the capability sets have it.</param>
/// <param name="Host">What the host must have for it; null for limits and formats.</param>
internal sealed record VersionRequirement(int Desktop, int Embedded, string What, Func<VirglCapsV2, bool> IsMet, GlFeature? Host = null)
{
    /// <summary>Which side lacks it.</summary>
    public string Cause(GlFeatures host) => Host switch
    {
        null => $"the host lacks {What}",
        { } feature when host[feature] => $"virglhost has no {What} yet",
        _ => $"the host lacks {What}",
    };
}
