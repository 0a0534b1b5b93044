using VirglHost.CommandStream;

namespace VirglHost.Rendering;

/// <summary>A box to move between a resource and a backing store; untrusted.</summary>
/// <param name="Level">Level of the resource.</param>
/// <param name="Stride">Bytes between rows in the store; 0 means the natural row of the level.</param>
/// <param name="LayerStride">Bytes between layers in the store; 0 means the natural layer of the level.</param>
/// <param name="Box">Texels of that level.</param>
/// <param name="Offset">Byte offset of the box's first texel in the store.</param>
public readonly record struct TransferRequest(uint Level, uint Stride, uint LayerStride, Box Box, ulong Offset);
