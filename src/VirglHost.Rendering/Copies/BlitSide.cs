using VirglHost.CommandStream;
using VirglHost.CommandStream.Gallium;
using VirglHost.OpenGL;
using VirglHost.OpenGL.Objects;
using VirglHost.Rendering.Formats;
using VirglHost.Rendering.Resources;

namespace VirglHost.Rendering.Copies;

/// <summary>One end of a blit: a checked level and box of a texture, seen in a format.</summary>
/// <param name="Resource">The resource; a texture.</param>
/// <param name="Format">How it is seen.</param>
/// <param name="Level">Level; checked.</param>
/// <param name="Box">The guest's box: the z range is checked, width and height may be negative.</param>
internal readonly record struct BlitSide(RenderResource Resource, FormatRow Format, int Level, Box Box)
{
    /// <summary>The texture.</summary>
    public GlTexture Texture => Resource.Texture!;

    /// <summary>First column, or one past the last where the box is mirrored.</summary>
    public int X0 => Box.X;

    /// <summary>The opposite column.</summary>
    public int X1 => Edge((long)Box.X + Box.Width);

    /// <summary>First row in GL's order, or one past the last where the box is mirrored.</summary>
    public int Y0 => Resource.IsYInverted ? Edge(Resource.LevelHeight(Level) - (long)Box.Y) : Box.Y;

    /// <summary>The opposite row.</summary>
    public int Y1 => Edge(Resource.IsYInverted ? Resource.LevelHeight(Level) - (long)Box.Y - Box.Height : (long)Box.Y + Box.Height);

    /// <summary>Whether a framebuffer attaches one of several layers.</summary>
    public bool IsLayered => Resource.Description.Target is PipeTarget.Texture3D or PipeTarget.TextureCube or PipeTarget.Texture1DArray or
        PipeTarget.Texture2DArray or PipeTarget.TextureCubeArray;

    /// <summary>Checks what can be checked without the other end.</summary>
    /// <exception cref="GuestFaultException">The resource is no texture, the format is no view of it, or level, layers or edges are out of range.</exception>
    public static BlitSide Require(FormatTable formats, RenderResource resource, VirglFormat format, uint level, in Box box)
    {
        if (resource.Texture is null)
            throw GuestFaults.IllegalResource(resource.Id, VirglOpcode.Blit);
        if (!formats.TryGet(format, out FormatRow? row) || !formats.CanView(resource.Format, row))
            throw GuestFaults.IllegalFormat(format, VirglOpcode.Blit);
        if (level >= (uint)resource.LevelCount)
            throw GuestFaults.IllegalCommandBuffer($"blit of level {level} of resource {resource.Id} with {resource.LevelCount} levels");
        if (box.Depth <= 0 || box.Z < 0 || (long)box.Z + box.Depth > resource.LevelLayers((int)level))
            throw GuestFaults.BlitOutOfRange($"blit of {box} of resource {resource.Id} with {resource.LevelLayers((int)level)} layers");
        if (!IsEdge(box.X, box.Width) || !IsEdge(box.Y, box.Height))
            throw GuestFaults.BlitOutOfRange($"blit of {box}");
        return new BlitSide(resource, row, (int)level, box);
    }

    /// <summary>Attaches one layer to a framebuffer.</summary>
    /// <param name="framebuffer">The framebuffer.</param>
    /// <param name="texture">The texture or a view of it.</param>
    /// <param name="layer">Layer, face or slice.</param>
    public void Attach(GlFramebuffer framebuffer, GlTexture texture, int layer)
    {
        GLEnum attachment = FormatTable.AttachmentOf(Resource.Format);
        if (IsLayered)
            framebuffer.AttachLayer(attachment, texture.Name, Level, layer);
        else
            framebuffer.Attach(attachment, texture.Name, Level);
    }

    /// <summary>A view in the side's format where the storage's differs; otherwise null.</summary>
    public GlTexture? CreateView(GlShareGroup group) => Format.InternalFormat == Resource.Format.InternalFormat
        ? null
        : GlTexture.CreateView(group, Texture, new GlTextureViewShape(Texture.Target, Format.InternalFormat, 0, (uint)Resource.LevelCount, 0, (uint)ViewLayers));

    private int ViewLayers => Resource.Description.Target == PipeTarget.Texture3D ? 1 : Resource.LayerCount;

    // What has no opposite is refused; everything else GL takes, far outside any texture too (glBlitFramebuffer with INT_MAX is legal).
    private static bool IsEdge(int start, int size) => start != int.MinValue && size != int.MinValue;

    private static int Edge(long edge) => (int)Math.Clamp(edge, -int.MaxValue, int.MaxValue);
}
