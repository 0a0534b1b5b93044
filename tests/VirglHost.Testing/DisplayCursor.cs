namespace VirglHost.Testing;

/// <summary>The pointer as QEMU knows it.</summary>
/// <param name="Scanout">Head.</param>
/// <param name="X">Position from the left edge; may be negative.</param>
/// <param name="Y">Position from the top edge; may be negative.</param>
/// <param name="HotX">Hot spot.</param>
/// <param name="HotY">Hot spot.</param>
/// <param name="IsVisible">Shown.</param>
/// <param name="Pixels">64 × 64 pixels B, G, R, A; empty before the first shape.</param>
public sealed record DisplayCursor(uint Scanout, int X, int Y, uint HotX, uint HotY, bool IsVisible, byte[] Pixels);
