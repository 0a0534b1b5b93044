using VirglHost.CommandStream;
using VirglHost.OpenGL;
using VirglHost.Rendering.Formats;

namespace VirglHost.Rendering.Resources;

/// <summary>The GL calls that move a checked box between a texture and memory, by the texture's shape. Boxes are in GL's rows.</summary>
internal static class PixelTransfer
{
    /// <summary>The pixel store that describes a layout to GL; false where GL cannot express it and rows have to be copied together first.</summary>
    public static bool TryDescribe(RenderResource resource, in BoxLayout layout, out GlPixelStore store)
    {
        store = GlPixelStore.Tight;
        if (layout.IsTight)
            return true;
        int texel = resource.Format.BlockSizeInBytes;
        if (resource.Format.IsCompressed)
            return false;
        // A 1D array is an image to GL whose rows are the layers.
        long step = resource.Texture!.Target == GLEnum.Texture1DArray ? layout.LayerStride : layout.Stride;
        if (step % texel != 0 || step / texel > int.MaxValue)
            return false;
        if (resource.Texture.Target == GLEnum.Texture1DArray || layout.LayerCount == 1)
        {
            store = store with { RowLength = (int)(step / texel) };
            return true;
        }

        if (layout.LayerStride % step != 0 || layout.LayerStride / step > int.MaxValue)
            return false;
        store = store with { RowLength = (int)(step / texel), ImageHeight = (int)(layout.LayerStride / step) };
        return true;
    }

    /// <summary>Writes a box. The texels have been through <see cref="TexelRepacker.ToHost"/>.</summary>
    public static void Upload(GlSession session, RenderResource resource, int level, in Box box, ReadOnlySpan<byte> texels, in GlPixelStore store)
    {
        session.State.SetUnpackBuffer(0);
        session.State.SetUnpack(store);
        if (resource.Format.IsCompressed)
            UploadBlocks(session.Gl, resource, level, box, texels);
        else
            UploadTexels(session.Gl, resource, level, box, texels, store);
    }

    /// <summary>Reads a box, in the guest's order of bytes.</summary>
    public static void Download(GlSession session, RenderResource resource, int level, in Box box, Span<byte> texels, in GlPixelStore store)
    {
        session.State.SetPackBuffer(0);
        session.State.SetPack(store);
        bool isLine = resource.Texture!.Target == GLEnum.Texture1DArray;
        int y = isLine ? box.Z : box.Y;
        int z = isLine ? 0 : box.Z;
        uint height = (uint)(isLine ? box.Depth : box.Height);
        uint depth = (uint)(isLine ? 1 : box.Depth);
        FormatRow format = resource.Format;
        uint name = resource.Texture.Name;
        if (format.IsCompressed)
            session.Gl.GetCompressedTextureSubImage(name, level, box.X, y, z, (uint)box.Width, height, depth, texels);
        else
            session.Gl.GetTextureSubImage(name, level, box.X, y, z, (uint)box.Width, height, depth, format.TransferFormat, format.PixelType, texels);
        if (format.Repack != TexelRepack.None)
            RepackRows(format, box.Width, (int)height, (int)depth, texels, store);
    }

    /// <summary>Repacks the texels that GL wrote and leaves the gaps between rows alone: they are the guest's.</summary>
    private static void RepackRows(FormatRow format, int width, int height, int depth, Span<byte> texels, in GlPixelStore store)
    {
        int row = width * format.BlockSizeInBytes;
        long stride = store.RowLength == 0 ? row : (long)store.RowLength * format.BlockSizeInBytes;
        long layerStride = stride * (store.ImageHeight == 0 ? height : store.ImageHeight);
        if (stride == row && layerStride == (long)row * height)
        {
            TexelRepacker.ToGuest(format.Repack, texels[..(row * height * depth)]);
            return;
        }

        for (int layer = 0; layer < depth; layer++)
        {
            for (int line = 0; line < height; line++)
                TexelRepacker.ToGuest(format.Repack, texels.Slice((int)(layer * layerStride + line * stride), row));
        }
    }

    private static void UploadTexels(GL gl, RenderResource resource, int level, in Box box, ReadOnlySpan<byte> texels, in GlPixelStore store)
    {
        uint name = resource.Texture!.Name;
        GLEnum format = resource.Format.TransferFormat;
        GLEnum type = resource.Format.PixelType;
        switch (resource.Texture.Target)
        {
            case GLEnum.Texture1D:
                gl.TextureSubImage1D(name, level, box.X, (uint)box.Width, format, type, texels, store);
                break;
            case GLEnum.Texture1DArray:
                gl.TextureSubImage2D(name, level, box.X, box.Z, (uint)box.Width, (uint)box.Depth, format, type, texels, store);
                break;
            case GLEnum.Texture2D or GLEnum.TextureRectangle:
                gl.TextureSubImage2D(name, level, box.X, box.Y, (uint)box.Width, (uint)box.Height, format, type, texels, store);
                break;
            default:
                gl.TextureSubImage3D(name, level, box.X, box.Y, box.Z, (uint)box.Width, (uint)box.Height, (uint)box.Depth, format, type, texels, store);
                break;
        }
    }

    private static void UploadBlocks(GL gl, RenderResource resource, int level, in Box box, ReadOnlySpan<byte> blocks)
    {
        uint name = resource.Texture!.Name;
        GLEnum format = resource.Format.InternalFormat;
        if (resource.Texture.Target == GLEnum.Texture2D)
            gl.CompressedTextureSubImage2D(name, level, box.X, box.Y, (uint)box.Width, (uint)box.Height, format, blocks);
        else
            gl.CompressedTextureSubImage3D(name, level, box.X, box.Y, box.Z, (uint)box.Width, (uint)box.Height, (uint)box.Depth, format, blocks);
    }
}
