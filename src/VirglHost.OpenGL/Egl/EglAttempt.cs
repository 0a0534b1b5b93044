namespace VirglHost.OpenGL.Egl;

/// <summary>One try at opening a display.</summary>
/// <param name="Platform">How.</param>
/// <param name="Subject">What: a device's DRM node, its number, or the platform's name.</param>
/// <param name="Succeeded">Whether this is the display that was opened.</param>
/// <param name="Reason">Why it was refused, or what was found.</param>
public sealed record EglAttempt(EglPlatform Platform, string Subject, bool Succeeded, string Reason);
