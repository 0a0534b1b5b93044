using VirglHost.CommandStream;
using VirglHost.OpenGL;

namespace VirglHost.Rendering.Resources;

/// <summary>Fills new storage with zeros: GL leaves its contents undefined, and what a driver hands out may hold another guest's pictures.</summary>
internal static class StorageCleaner
{
    private static readonly byte[] _zeros = new byte[256 << 10];

    /// <summary>Clears every level and layer of a texture, or the whole buffer. Host memory is zero from birth.</summary>
    public static void Clear(GlSession session, RenderResource resource)
    {
        if (resource.Buffer is { } buffer)
        {
            // Whole words where they fit: some drivers fill element by element.
            bool isWords = buffer.Size % sizeof(uint) == 0;
            session.Gl.ClearNamedBufferData(
                buffer.Name, isWords ? GLEnum.R32ui : GLEnum.R8ui, GLEnum.RedInteger, isWords ? GLEnum.UnsignedInt : GLEnum.UnsignedByte, []);
        }

        if (resource.Texture is not { } texture)
        {
            return;
        }

        for (int level = 0; level < resource.LevelCount; level++)
        {
            if (resource.Format.IsCompressed)
            {
                ClearBlocks(session, resource, level);
            }
            else
            {
                session.Gl.ClearTexImage(texture.Name, level, resource.Format.PixelFormat, resource.Format.PixelType, []);
            }
        }
    }

    /// <summary>GL clears no compressed images; rows of zero blocks are written into them.</summary>
    private static void ClearBlocks(GlSession session, RenderResource resource, int level)
    {
        int width = resource.LevelWidth(level);
        int height = resource.LevelHeight(level);
        int blockHeight = resource.Format.BlockHeight;
        int rowSize = BoxLayout.Blocks(width, resource.Format.BlockWidth) * resource.Format.BlockSizeInBytes;
        int rows = Math.Max(_zeros.Length / rowSize, 1) * blockHeight;
        for (int layer = 0; layer < resource.LevelLayers(level); layer++)
        {
            for (int y = 0; y < height; y += rows)
            {
                int count = Math.Min(rows, height - y);
                Box box = new(0, y, layer, width, count, 1);
                PixelTransfer.Upload(session, resource, level, box, _zeros.AsSpan(0, BoxLayout.Blocks(count, blockHeight) * rowSize), GlPixelStore.Tight);
            }
        }
    }
}
