namespace VirglHost.OpenGL.Egl;

/// <summary>What <see cref="EglDisplay.OpenHeadless"/> may open.</summary>
public sealed record EglOptions
{
    /// <summary>Only this platform, or null for all of them in order.</summary>
    public EglPlatform? Platform { get; init; }

    /// <summary>Only the device whose DRM render node or card has this path, such as <c>/dev/dri/renderD128</c>; implies the device platform.</summary>
    public string? RenderNode { get; init; }
}
