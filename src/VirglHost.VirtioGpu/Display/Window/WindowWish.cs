namespace VirglHost.VirtioGpu.Display.Window;

/// <summary>What the user did to a window: the screen behind it shall have this size.</summary>
internal readonly record struct WindowWish(int Scanout, int Width, int Height);
