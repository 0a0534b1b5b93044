using VirglHost.CommandStream;
using VirglHost.CommandStream.Objects;
using VirglHost.OpenGL;
using VirglHost.Rendering.Resources;

namespace VirglHost.Rendering.StreamOutput;

/// <summary>A STREAMOUT_TARGET object: a range of a buffer that captures vertices.</summary>
internal sealed class StreamOutputTarget : GuestObject
{
    private readonly StreamOutputEngine _engine;

    /// <summary>Takes one reference to <paramref name="resource"/>, whose buffer holds the range.</summary>
    public StreamOutputTarget(StreamOutputEngine engine, RenderResource resource, in StreamOutTargetObject target)
        : base(VirglObjectType.StreamOutTarget)
    {
        _engine = engine;
        Resource = resource;
        Range = new GlBufferRange(resource.Buffer!.Name, (nint)target.Offset, target.Size);
        resource.Retain();
    }

    /// <summary>Buffer resource.</summary>
    public RenderResource Resource { get; }

    /// <summary>The range; offset and size are multiples of 4.</summary>
    public GlBufferRange Range { get; }

    /// <inheritdoc/>
    protected override void DisposeNames(GlSession session)
    {
        _engine.TargetDestroyed(this);
        Resource.Release(session);
    }
}
