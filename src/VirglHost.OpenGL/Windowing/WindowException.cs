namespace VirglHost.OpenGL.Windowing;

/// <summary>No window can be had here; the message says why in one sentence.</summary>
public sealed class WindowException(string message) : Exception(message);
