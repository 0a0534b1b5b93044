using VirglHost.OpenGL.Egl;

namespace VirglHost.Rendering;

/// <summary>A resource's texture as memory that another process can show.</summary>
/// <param name="Memory">The memory and how texels lie in it.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="IsBottomUp">The first row in memory is the guest's last one (Y_0_TOP).</param>
public readonly record struct ExportedTexture(Dmabuf Memory, int Width, int Height, bool IsBottomUp);
