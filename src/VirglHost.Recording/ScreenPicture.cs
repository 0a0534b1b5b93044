namespace VirglHost.Recording;

/// <summary>What a screen shows whose picture no renderer holds.</summary>
/// <param name="Screen">0…15.</param>
/// <param name="Width">Pixels of a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Pixels">B, G, R, X bytes, first row on top, rows without padding; the next picture of the screen is written into the same array.</param>
public sealed record ScreenPicture(int Screen, int Width, int Height, byte[] Pixels);
