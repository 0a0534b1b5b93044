namespace VirglHost.Rendering.Resources;

/// <summary>One level as a guest lays it out in memory.</summary>
/// <param name="Width">Texels, or bytes of a buffer.</param>
/// <param name="Height">Texels.</param>
/// <param name="Layers">Slices of a 3D texture, layers of an array, six for a cube; 1 otherwise.</param>
/// <param name="BlockWidth">Texels of a block in x.</param>
/// <param name="BlockHeight">Texels of a block in y.</param>
/// <param name="BlockSizeInBytes">Bytes of a block.</param>
internal readonly record struct LevelShape(int Width, int Height, int Layers, int BlockWidth, int BlockHeight, int BlockSizeInBytes);
