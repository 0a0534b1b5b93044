namespace VirglHost.OpenGL.Windowing;

/// <summary>How a window starts.</summary>
/// <param name="Title">Its caption.</param>
/// <param name="Width">Inner width in pixels.</param>
/// <param name="Height">Inner height in pixels.</param>
/// <param name="X">Left edge on the desktop; null: the window manager decides.</param>
public readonly record struct WindowOptions(string Title, int Width, int Height, int? X = null);
