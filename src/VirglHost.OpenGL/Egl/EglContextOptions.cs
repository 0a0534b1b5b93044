namespace VirglHost.OpenGL.Egl;

/// <summary>Wishes for a new context; what the display does not offer is left out.</summary>
public sealed record EglContextOptions
{
    /// <summary>Context whose objects the new one shares.</summary>
    public EglContext? Share { get; init; }

    /// <summary>Asks for the driver's debug output.</summary>
    public bool Debug { get; init; }

    /// <summary>Asks for bounds-checked buffer access and for notice when the context is reset.</summary>
    public bool Robust { get; init; } = true;
}
