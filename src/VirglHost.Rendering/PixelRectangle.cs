namespace VirglHost.Rendering;

/// <summary>A rectangle of a resource's first level; rows count from the top of the guest's picture. Untrusted.</summary>
/// <param name="X">Left edge in pixels.</param>
/// <param name="Y">First row.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Rows.</param>
public readonly record struct PixelRectangle(uint X, uint Y, uint Width, uint Height);
