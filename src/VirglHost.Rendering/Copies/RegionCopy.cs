using VirglHost.CommandStream;
using VirglHost.CommandStream.Commands;
using VirglHost.OpenGL;
using VirglHost.OpenGL.Objects;
using VirglHost.Rendering.Formats;
using VirglHost.Rendering.Resources;

namespace VirglHost.Rendering.Copies;

/// <summary>RESOURCE_COPY_REGION: the guest's bytes move unchanged, whatever GL stores for them.</summary>
internal sealed class RegionCopy
{
    private byte[] _slab = [];

    /// <summary>Copies a box.</summary>
    /// <exception cref="GuestFaultException">A box leaves its resource or the formats are not copy-compatible.</exception>
    public void Copy(GlSession session, in ResourceCopyRegionCommand command, RenderResource destination, RenderResource source)
    {
        if (!source.HasStorage)
            throw GuestFaults.IllegalResource(source.Id, VirglOpcode.ResourceCopyRegion);
        if (!destination.HasStorage || source.IsBuffer != destination.IsBuffer)
            throw GuestFaults.IllegalResource(destination.Id, VirglOpcode.ResourceCopyRegion);
        if (command.SourceLevel >= (uint)source.LevelCount || !BoxLayout.IsInside(source.Level((int)command.SourceLevel), command.SourceBox))
            throw GuestFaults.IllegalCommandBuffer($"copy from {command.SourceBox} of level {command.SourceLevel} of resource {source.Id}");
        Box to = DestinationBox(command, destination.Format, source.Format);
        if (command.DestinationLevel >= (uint)destination.LevelCount || !BoxLayout.IsInside(destination.Level((int)command.DestinationLevel), to))
            throw GuestFaults.ResourceOutOfRange($"copy to {to} of level {command.DestinationLevel} of resource {destination.Id}");
        if (source.Format.BlockSizeInBytes != destination.Format.BlockSizeInBytes || source.Samples != destination.Samples)
            throw GuestFaults.IllegalFormat(destination.Format.Format, VirglOpcode.ResourceCopyRegion);

        if (source.IsBuffer)
            CopyBuffer(session, destination.Buffer!, to.X, source.Buffer!, command.SourceBox.X, command.SourceBox.Width);
        else if (IsRawCopy(destination, source))
            CopyImage(session, command, destination, to, source);
        else if (source.Samples > 1)
            throw GuestFaults.IllegalFormat(destination.Format.Format, VirglOpcode.ResourceCopyRegion);
        else
            CopyThroughMemory(session, command, destination, to, source);
    }

    /// <summary>The destination's box in its own texels: a block of the one is a block of the other. An overflow lies outside every resource.</summary>
    private static Box DestinationBox(in ResourceCopyRegionCommand command, FormatRow to, FormatRow from)
    {
        Box box = command.SourceBox;
        long width = (long)BoxLayout.Blocks(box.Width, from.BlockWidth) * to.BlockWidth;
        long height = (long)BoxLayout.Blocks(box.Height, from.BlockHeight) * to.BlockHeight;
        if (from.BlockWidth == to.BlockWidth && from.BlockHeight == to.BlockHeight)
            (width, height) = (box.Width, box.Height);
        return new Box(command.DestinationX, command.DestinationY, command.DestinationZ,
            (int)Math.Min(width, int.MaxValue), (int)Math.Min(height, int.MaxValue), box.Depth);
    }

    private static void CopyBuffer(GlSession session, GlBuffer to, int toOffset, GlBuffer from, int fromOffset, int length)
    {
        if (to != from || Math.Abs((long)toOffset - fromOffset) >= length)
        {
            session.Gl.CopyNamedBufferSubData(from.Name, to.Name, fromOffset, toOffset, (nuint)length);
            return;
        }

        // GL refuses overlapping ranges of one buffer.
        using GlBuffer between = GlBuffer.Create(session.Group, (nuint)length, GLEnum.DynamicStorageBit);
        session.Gl.CopyNamedBufferSubData(from.Name, between.Name, fromOffset, 0, (nuint)length);
        session.Gl.CopyNamedBufferSubData(between.Name, to.Name, 0, toOffset, (nuint)length);
    }

    /// <summary>Whether GL's raw copy moves the same bytes: it copies GL's channels, which lie in memory as the pixel transfer says.</summary>
    private static bool IsRawCopy(RenderResource to, RenderResource from)
    {
        if (to.Texture!.Target == GLEnum.Texture1DArray || from.Texture!.Target == GLEnum.Texture1DArray || to.IsYInverted != from.IsYInverted)
            return false;
        FormatRow a = to.Format;
        FormatRow b = from.Format;
        if (a.InternalFormat == b.InternalFormat)
            return (a.PixelFormat, a.PixelType) == (b.PixelFormat, b.PixelType);
        bool isSameClass = a.ViewClass != 0 && a.ViewClass == b.ViewClass;
        if (a.IsCompressed || b.IsCompressed)
            return isSameClass || (a.IsCompressed != b.IsCompressed && IsNatural(a) && IsNatural(b));
        return isSameClass && (IsNatural(a) && IsNatural(b) || (a.PixelFormat, a.PixelType) == (b.PixelFormat, b.PixelType));
    }

    /// <summary>Whether memory holds the channels R, G, B, A one after the other.</summary>
    private static bool IsNatural(FormatRow row) => row.IsCompressed || (row.IsColor &&
        row.PixelFormat is not (GLEnum.Bgra or GLEnum.BgraInteger) &&
        row.PixelType is GLEnum.UnsignedByte or GLEnum.Byte or GLEnum.UnsignedShort or GLEnum.Short or GLEnum.HalfFloat or GLEnum.UnsignedInt or
            GLEnum.Int or GLEnum.Float);

    private static void CopyImage(GlSession session, in ResourceCopyRegionCommand command, RenderResource destination, in Box to, RenderResource source)
    {
        var fromLevel = (int)command.SourceLevel;
        var toLevel = (int)command.DestinationLevel;
        Box from = command.SourceBox;
        int fromY = source.IsYInverted ? source.LevelHeight(fromLevel) - from.Y - from.Height : from.Y;
        int toY = destination.IsYInverted ? destination.LevelHeight(toLevel) - to.Y - to.Height : to.Y;
        session.Gl.CopyImageSubData(source.Texture!.Name, source.Texture.Target, fromLevel, from.X, fromY, from.Z, destination.Texture!.Name,
            destination.Texture.Target, toLevel, to.X, toY, to.Z, (uint)from.Width, (uint)from.Height, (uint)from.Depth);
    }

    private void CopyThroughMemory(GlSession session, in ResourceCopyRegionCommand command, RenderResource destination, in Box to, RenderResource source)
    {
        var fromLevel = (int)command.SourceLevel;
        var toLevel = (int)command.DestinationLevel;
        Box origin = Flip(source, fromLevel, command.SourceBox);
        Box target = Flip(destination, toLevel, to);
        var rowSize = (uint)(BoxLayout.Blocks(origin.Width, source.Format.BlockWidth) * source.Format.BlockSizeInBytes);
        for (int layer = 0; layer < origin.Depth; layer++)
        {
            Box originLayer = origin with { Z = origin.Z + layer, Depth = 1 };
            if (!BoxLayout.TryCreate(source.Level(fromLevel), originLayer, rowSize, 0, 0, long.MaxValue, out BoxLayout layout))
                throw new InvalidOperationException("A box that was checked does not lie inside its level.");
            foreach (Slab slab in new SlabSequence(layout, false))
            {
                Span<byte> bytes = Reserve(slab.SizeInBytes);
                PixelTransfer.Download(session, source, fromLevel, slab.Of(originLayer, source.Format.BlockHeight), bytes, GlPixelStore.Tight);
                TexelRepacker.ToHost(destination.Format.Repack, bytes);
                Slab put = slab;
                if (source.IsYInverted != destination.IsYInverted)
                {
                    Reverse(bytes, (int)layout.RowSizeInBytes);
                    put = slab with { FirstRow = layout.RowCount - slab.FirstRow - slab.RowsPerLayer };
                }

                PixelTransfer.Upload(session, destination, toLevel, put.Of(target with { Z = target.Z + layer }, destination.Format.BlockHeight), bytes, GlPixelStore.Tight);
            }
        }
    }

    private static Box Flip(RenderResource resource, int level, in Box box) =>
        resource.IsYInverted ? box with { Y = resource.LevelHeight(level) - box.Y - box.Height } : box;

    private static void Reverse(Span<byte> rows, int length)
    {
        Span<byte> kept = new byte[length];
        for (int top = 0, bottom = rows.Length - length; top < bottom; top += length, bottom -= length)
        {
            Span<byte> upper = rows.Slice(top, length);
            Span<byte> lower = rows.Slice(bottom, length);
            upper.CopyTo(kept);
            lower.CopyTo(upper);
            kept.CopyTo(lower);
        }
    }

    private Span<byte> Reserve(long sizeInBytes)
    {
        if (_slab.Length < sizeInBytes)
            _slab = new byte[sizeInBytes];
        return _slab.AsSpan(0, (int)sizeInBytes);
    }
}
