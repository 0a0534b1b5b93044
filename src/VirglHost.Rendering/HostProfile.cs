using System.Runtime.CompilerServices;
using VirglHost.OpenGL;
using VirglHost.OpenGL.Egl;
using VirglHost.Rendering.Capabilities;
using VirglHost.Rendering.Formats;

namespace VirglHost.Rendering;

/// <summary>
/// What a display's OpenGL can do, asked once for all renderers on it: some two thousand GL calls that every client of a door would wait for. Immutable; renderers
/// of several threads share it.
/// </summary>
/// <param name="Features">Versions and extensions.</param>
/// <param name="Limits">Limits.</param>
/// <param name="Formats">Formats with storage, each tried.</param>
/// <param name="Caps">Capability sets for guests without mapped buffers.</param>
/// <param name="CapsWithBlobs">Capability sets for guests that may map buffers.</param>
internal sealed record HostProfile(GlFeatures Features, GlLimits Limits, FormatTable Formats, RendererCaps Caps, RendererCaps CapsWithBlobs)
{
    private static readonly ConditionalWeakTable<EglDisplay, HostProfile> Known = [];

    /// <summary>The display's profile; asks the calling thread's current context, which is one of the display's, where nobody has yet.</summary>
    public static HostProfile Of(EglDisplay display) => Known.GetValue(display, static unknown => Ask(unknown.OpenGl));

    private static HostProfile Ask(GL gl)
    {
        GlFeatures features = GlFeatures.Query(gl);
        GlShareGroup group = new(gl, features, GlLimits.Query(gl, features));

        // Without a context of its own: what it tries leaves GL's state as it was.
        GlSession session = new(group, null, null);
        FormatTable formats = FormatTable.Probe(session);
        RendererCaps Build(bool blobs) => CapsBuilder.Build(session, formats, ImplementedFeatures.Current with { PersistentBuffers = blobs });
        return new HostProfile(features, group.Limits, formats, Build(false), Build(true));
    }
}
