using VirglHost.CommandStream;
using VirglHost.CommandStream.Commands;
using VirglHost.CommandStream.Gallium;
using VirglHost.OpenGL;
using VirglHost.Rendering.Formats;

namespace VirglHost.Rendering.Resources;

/// <summary>
/// Moves boxes between resources and guest memory. Pages that lie in one piece go to and from GL without a copy; everything else passes through one
/// array that is kept. One per renderer, owner thread only; the session passed in is current.
/// </summary>
internal sealed class TransferEngine
{
    /// <summary>Most bytes that pass through the kept array at once; a row is always smaller.</summary>
    internal const int SlabSizeInBytes = 8 << 20;

    private byte[] _slab = new byte[64 << 10];

    /// <summary>TRANSFER3D and the doors' transfer to host: the resource's own backing store to its storage.</summary>
    /// <exception cref="GuestFaultException">The box leaves the level or the store.</exception>
    public void ToHost(GlSession session, RenderResource resource, in TransferRequest request)
    {
        if (resource.IsPinned)
            return;
        IBackingStore store = RequireBacking(resource);
        Write(session, resource, request, new GuestBytes(store), GuestFault.TransferOutOfBounds);
    }

    /// <summary>TRANSFER3D and the doors' transfer from host: the resource's storage to its own backing store.</summary>
    /// <exception cref="GuestFaultException">The box leaves the level or the store.</exception>
    public void FromHost(GlSession session, RenderResource resource, in TransferRequest request)
    {
        if (resource.IsPinned)
            return;
        IBackingStore store = RequireBacking(resource);
        Read(session, resource, request, store, GuestFault.TransferOutOfBounds);
    }

    /// <summary>RESOURCE_INLINE_WRITE.</summary>
    /// <exception cref="GuestFaultException">The box leaves the level or the command's data.</exception>
    public void InlineWrite(GlSession session, RenderResource resource, in ResourceInlineWriteCommand command)
    {
        var request = new TransferRequest(command.Level, command.Stride, command.LayerStride, command.Box, 0);
        Write(session, resource, request, new GuestBytes(command.Content), GuestFault.IllegalCommandBuffer);
    }

    /// <summary>COPY_TRANSFER3D: between a resource and the backing store of another.</summary>
    /// <exception cref="GuestFaultException">The staging resource has no backing store, or the box leaves the level or the store.</exception>
    public void CopyTransfer(GlSession session, RenderResource resource, RenderResource staging, in CopyTransfer3DCommand command)
    {
        if (staging.Backing is not { } store)
            throw GuestFaults.IllegalResource($"staging resource {staging.Id} has no backing store");
        var request = new TransferRequest(command.Level, command.Stride, command.LayerStride, command.Box, command.StagingOffset);
        if (command.Flags.HasFlag(CopyTransferFlags.ReadFromHost))
            Read(session, resource, request, store, GuestFault.ResourceOutOfRange);
        else
            Write(session, resource, request, new GuestBytes(store), GuestFault.IllegalCommandBuffer);
    }

    /// <summary>Reads a rectangle of level 0 as B, G, R, A bytes, first row = top of the guest's picture.</summary>
    /// <param name="session">The current session.</param>
    /// <param name="resource">A resource whose format is colour and not integer.</param>
    /// <param name="rectangle">Inside the resource.</param>
    /// <param name="destination">At least (height - 1) * stride + width * 4 bytes.</param>
    /// <param name="strideInBytes">Bytes from row to row, at least width * 4.</param>
    /// <exception cref="GuestFaultException">The resource cannot be shown or the rectangle leaves it.</exception>
    public void ReadPixels(GlSession session, RenderResource resource, in PixelRectangle rectangle, Span<byte> destination, int strideInBytes)
    {
        if (resource.Texture is not { } texture || resource.Samples > 1 || resource.Description.Target is not (PipeTarget.Texture2D or PipeTarget.TextureRect))
            throw GuestFaults.IllegalResource($"resource {resource.Id} is no single-sampled picture");
        if (!resource.Format.IsColor || resource.Format.Kind != ChannelKind.Float)
            throw GuestFaults.Fault(GuestFault.IllegalFormat, $"resource {resource.Id} of format {resource.Format.Format} is no picture");
        if (rectangle.Width == 0 || rectangle.Height == 0)
            return;
        if ((ulong)rectangle.X + rectangle.Width > resource.Description.Width || (ulong)rectangle.Y + rectangle.Height > resource.Description.Height)
            throw GuestFaults.InvalidParameter($"{rectangle} leaves resource {resource.Id} of {resource.Description.Width} x {resource.Description.Height}");
        if (strideInBytes < rectangle.Width * 4L || destination.Length < (rectangle.Height - 1) * (long)strideInBytes + rectangle.Width * 4L)
            throw new ArgumentException("The destination is too short for the rectangle.", nameof(destination));

        uint first = resource.IsYInverted ? resource.Description.Height - rectangle.Y - rectangle.Height : rectangle.Y;
        session.State.SetPackBuffer(0);
        bool isDirect = strideInBytes % 4 == 0;
        session.State.SetPack(isDirect ? GlPixelStore.Tight with { RowLength = strideInBytes / 4 } : GlPixelStore.Tight);
        int rows = isDirect ? (int)rectangle.Height : 1;
        for (uint row = 0; row < rectangle.Height; row += (uint)rows)
        {
            session.Gl.GetTextureSubImage(texture.Name, 0, (int)rectangle.X, (int)(first + row), 0, rectangle.Width, (uint)rows, 1,
                GLEnum.Rgba, GLEnum.UnsignedByte, destination[(int)(row * strideInBytes)..]);
        }

        for (int row = 0; row < rectangle.Height; row++)
            TexelRepacker.SwapRedBlue(destination.Slice(row * strideInBytes, (int)rectangle.Width * 4));

        if (resource.IsYInverted)
            ReverseRows(destination, (int)rectangle.Height, strideInBytes, (int)rectangle.Width * 4);
    }

    private void Write(GlSession session, RenderResource resource, in TransferRequest request, GuestBytes source, GuestFault fault)
    {
        BoxLayout layout = RequireLayout(resource, request, source.LengthInBytes, fault);
        if (resource.HostMemory is { } memory)
        {
            source.Read(layout.Offset, memory.AsSpan(request.Box.X, request.Box.Width));
            return;
        }

        if (resource.Buffer is { } buffer)
        {
            WriteBuffer(session, buffer.Name, request.Box.X, layout, source);
            return;
        }

        if (resource.Texture is null)
            return;
        var level = (int)request.Level;
        Box box = ToGl(resource, level, request.Box);
        TexelRepack repack = resource.Format.Repack;
        if (!resource.IsYInverted && repack == TexelRepack.None && PixelTransfer.TryDescribe(resource, layout, out GlPixelStore store) &&
            source.TryGetSpan(layout.Offset, layout.SpanSizeInBytes, out ReadOnlySpan<byte> texels))
        {
            PixelTransfer.Upload(session, resource, level, box, texels, store);
            return;
        }

        foreach (Slab slab in new SlabSequence(layout, resource.IsYInverted))
        {
            Span<byte> bytes = Reserve(slab.SizeInBytes);
            for (int row = 0; row < slab.RowCount; row++)
            {
                Span<byte> line = bytes.Slice(row * (int)layout.RowSizeInBytes, (int)layout.RowSizeInBytes);
                source.Read(slab.RowOffset(row), line);
                TexelRepacker.ToHost(repack, line);
            }

            PixelTransfer.Upload(session, resource, level, slab.Of(box, resource.Format.BlockHeight), bytes, GlPixelStore.Tight);
        }
    }

    private void Read(GlSession session, RenderResource resource, in TransferRequest request, IBackingStore store, GuestFault fault)
    {
        BoxLayout layout = RequireLayout(resource, request, store.LengthInBytes, fault);
        if (resource.HostMemory is { } memory)
        {
            store.Write(layout.Offset, memory.AsSpan(request.Box.X, request.Box.Width));
            return;
        }

        if (resource.Buffer is { } buffer)
        {
            ReadBuffer(session, buffer.Name, request.Box.X, layout, store);
            return;
        }

        if (resource.Texture is null)
            return;
        var level = (int)request.Level;
        Box box = ToGl(resource, level, request.Box);
        if (!resource.IsYInverted && layout.SpanSizeInBytes <= int.MaxValue &&
            PixelTransfer.TryDescribe(resource, layout, out GlPixelStore pack) &&
            store.TryGetSpan(layout.Offset, (int)layout.SpanSizeInBytes, out Span<byte> texels))
        {
            PixelTransfer.Download(session, resource, level, box, texels, pack);
            return;
        }

        foreach (Slab slab in new SlabSequence(layout, resource.IsYInverted))
        {
            Span<byte> bytes = Reserve(slab.SizeInBytes);
            PixelTransfer.Download(session, resource, level, slab.Of(box, resource.Format.BlockHeight), bytes, GlPixelStore.Tight);
            for (int row = 0; row < slab.RowCount; row++)
                store.Write(slab.RowOffset(row), bytes.Slice(row * (int)layout.RowSizeInBytes, (int)layout.RowSizeInBytes));
        }
    }

    private void WriteBuffer(GlSession session, uint buffer, int start, in BoxLayout layout, GuestBytes source)
    {
        if (source.TryGetSpan(layout.Offset, layout.RowSizeInBytes, out ReadOnlySpan<byte> whole))
        {
            session.Gl.NamedBufferSubData(buffer, start, whole);
            return;
        }

        for (long done = 0; done < layout.RowSizeInBytes;)
        {
            Span<byte> bytes = Reserve(Math.Min(layout.RowSizeInBytes - done, SlabSizeInBytes));
            source.Read(layout.Offset + done, bytes);
            session.Gl.NamedBufferSubData(buffer, (nint)(start + done), bytes);
            done += bytes.Length;
        }
    }

    private void ReadBuffer(GlSession session, uint buffer, int start, in BoxLayout layout, IBackingStore store)
    {
        if (store.TryGetSpan(layout.Offset, (int)layout.RowSizeInBytes, out Span<byte> whole))
        {
            session.Gl.GetNamedBufferSubData(buffer, start, whole);
            return;
        }

        for (long done = 0; done < layout.RowSizeInBytes;)
        {
            Span<byte> bytes = Reserve(Math.Min(layout.RowSizeInBytes - done, SlabSizeInBytes));
            session.Gl.GetNamedBufferSubData(buffer, (nint)(start + done), bytes);
            store.Write(layout.Offset + done, bytes);
            done += bytes.Length;
        }
    }

    /// <summary>The kept array, grown where a slab of the resource needs it.</summary>
    internal Span<byte> Reserve(long sizeInBytes)
    {
        if (_slab.Length < sizeInBytes)
            _slab = new byte[sizeInBytes];
        return _slab.AsSpan(0, (int)sizeInBytes);
    }

    private static IBackingStore RequireBacking(RenderResource resource) =>
        resource.Backing ?? throw GuestFaults.IllegalResource($"resource {resource.Id} has no backing store");

    private static BoxLayout RequireLayout(RenderResource resource, in TransferRequest request, long available, GuestFault fault)
    {
        if (resource.Samples > 1)
            throw GuestFaults.IllegalResource($"resource {resource.Id} has {resource.Samples} samples and is never transferred");
        if (request.Level >= (uint)resource.LevelCount)
            throw GuestFaults.Fault(fault, $"level {request.Level} of resource {resource.Id} with {resource.LevelCount} levels");
        LevelShape level = resource.Level((int)request.Level);
        if (!BoxLayout.TryCreate(level, request.Box, request.Stride, request.LayerStride, request.Offset, available, out BoxLayout layout))
            throw GuestFaults.Fault(fault, $"{request} does not fit {level} of resource {resource.Id} and {available} bytes of memory");
        return layout;
    }

    private static Box ToGl(RenderResource resource, int level, in Box box) =>
        resource.IsYInverted ? box with { Y = resource.LevelHeight(level) - box.Y - box.Height } : box;

    private void ReverseRows(Span<byte> rows, int count, int stride, int length)
    {
        Span<byte> row = Reserve(length);
        for (int top = 0, bottom = count - 1; top < bottom; top++, bottom--)
        {
            Span<byte> upper = rows.Slice(top * stride, length);
            Span<byte> lower = rows.Slice(bottom * stride, length);
            upper.CopyTo(row);
            lower.CopyTo(upper);
            row.CopyTo(lower);
        }
    }
}
