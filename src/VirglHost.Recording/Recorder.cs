using System.Diagnostics;
using System.Runtime.InteropServices;
using VirglHost.Rendering;

namespace VirglHost.Recording;

/// <summary>
/// Writes what one renderer is asked to do into a file, with the guest memory that it read for it. Give it to <see cref="RendererOptions.Tap"/>; the
/// renderer's thread calls it, and the renderer's end makes the recording whole. A disk that is full ends the recording and nothing else.
/// </summary>
public sealed class Recorder : IRendererTap, IDisposable
{
    private readonly BlockWriter _blocks;
    private readonly Action<IOException> _failed;
    private readonly Dictionary<RenderFence, ulong> _fences = [];
    private long _last = Stopwatch.GetTimestamp();
    private byte[] _rows = [];
    private ulong _fenceNumber;
    private bool _hasFailed;
    private bool _isClosed;

    /// <param name="file">Where to write; owned from here on.</param>
    /// <param name="origin">Who records what.</param>
    /// <param name="failed">Called at most once, when the file can no longer be written.</param>
    /// <exception cref="IOException">The header cannot be written.</exception>
    public Recorder(Stream file, in RecordingOrigin origin, Action<IOException> failed)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(failed);
        _blocks = new BlockWriter(file);
        _failed = failed;
        EventBuilder fields = new(stackalloc byte[EventBuilder.SizeInBytes]);
        fields.Add(origin.Program);
        fields.Add(origin.Door);
        fields.Add(origin.Host);
        fields.Add((ulong)origin.StartedAt.ToUnixTimeMilliseconds());
        Write(EventKind.Origin, fields);
    }

    /// <summary>Events written so far.</summary>
    public long EventCount { get; private set; }

    /// <inheritdoc/>
    public void CreateContext(uint contextId, string debugName)
    {
        ArgumentNullException.ThrowIfNull(debugName);
        EventBuilder fields = new(stackalloc byte[EventBuilder.SizeInBytes]);
        fields.Add(contextId);
        fields.Add(debugName);
        Write(EventKind.CreateContext, fields);
    }

    /// <inheritdoc/>
    public void DestroyContext(uint contextId) => Write(EventKind.DestroyContext, contextId);

    /// <inheritdoc/>
    public void CreateResource(uint resourceId, in ResourceDescription description)
    {
        EventBuilder fields = new(stackalloc byte[EventBuilder.SizeInBytes]);
        fields.Add(resourceId);
        fields.Add((uint)description.Target);
        fields.Add((uint)description.Format);
        fields.Add(description.Bind);
        fields.Add(description.Width);
        fields.Add(description.Height);
        fields.Add(description.Depth);
        fields.Add(description.ArraySize);
        fields.Add(description.LastLevel);
        fields.Add(description.Samples);
        fields.Add(description.Flags);
        Write(EventKind.CreateResource, fields);
    }

    /// <inheritdoc/>
    public void CreateBlob(uint contextId, uint resourceId, ulong blobId)
    {
        EventBuilder fields = new(stackalloc byte[EventBuilder.SizeInBytes]);
        fields.Add(contextId);
        fields.Add(resourceId);
        fields.Add(blobId);
        Write(EventKind.CreateBlob, fields);
    }

    /// <inheritdoc/>
    public void DestroyResource(uint resourceId) => Write(EventKind.DestroyResource, resourceId);

    /// <inheritdoc/>
    public void AttachResource(uint contextId, uint resourceId) => Write(EventKind.AttachResource, contextId, resourceId);

    /// <inheritdoc/>
    public void DetachResource(uint contextId, uint resourceId) => Write(EventKind.DetachResource, contextId, resourceId);

    /// <inheritdoc/>
    public void AttachBacking(uint resourceId, long lengthInBytes) => Write(EventKind.AttachBacking, resourceId, (ulong)lengthInBytes);

    /// <inheritdoc/>
    public void DetachBacking(uint resourceId) => Write(EventKind.DetachBacking, resourceId);

    /// <inheritdoc/>
    public void ReadMemory(uint resourceId, long offset, ReadOnlySpan<byte> bytes)
    {
        Span<byte> room = stackalloc byte[EventBuilder.SizeInBytes];
        while (!bytes.IsEmpty)
        {
            int portion = Math.Min(bytes.Length, RecordingFormat.MaxMemoryPieceInBytes);
            EventBuilder fields = new(room);
            fields.Add(resourceId);
            fields.Add((ulong)offset);
            Write(EventKind.Memory, fields, bytes[..portion]);
            bytes = bytes[portion..];
            offset += portion;
        }
    }

    /// <inheritdoc/>
    public void Submit(uint contextId, ReadOnlySpan<uint> words)
    {
        EventBuilder fields = new(stackalloc byte[EventBuilder.SizeInBytes]);
        fields.Add(contextId);
        Write(EventKind.Submit, fields, MemoryMarshal.AsBytes(words));
    }

    /// <inheritdoc/>
    public void TransferToHost(uint contextId, uint resourceId, in TransferRequest request) => WriteTransfer(EventKind.TransferToHost, contextId, resourceId, request);

    /// <inheritdoc/>
    public void TransferFromHost(uint contextId, uint resourceId, in TransferRequest request) => WriteTransfer(EventKind.TransferFromHost, contextId, resourceId, request);

    /// <inheritdoc/>
    public void ReadPixels(uint resourceId, in PixelRectangle rectangle)
    {
        // Nothing was read: somebody asked whether it could be.
        if (rectangle.Width == 0 || rectangle.Height == 0)
            return;
        EventBuilder fields = new(stackalloc byte[EventBuilder.SizeInBytes]);
        fields.Add(resourceId);
        fields.Add(rectangle.X);
        fields.Add(rectangle.Y);
        fields.Add(rectangle.Width);
        fields.Add(rectangle.Height);
        Write(EventKind.ReadPixels, fields);
    }

    /// <summary>A part of a screen was shown whose picture no renderer holds.</summary>
    /// <param name="screen">0…15.</param>
    /// <param name="size">The whole screen.</param>
    /// <param name="part">What changed, inside the screen.</param>
    /// <param name="picture">The whole screen: four bytes a pixel, rows without padding.</param>
    public void ShowScreen(int screen, in PixelRectangle size, in PixelRectangle part, ReadOnlySpan<byte> picture)
    {
        int width = (int)part.Width * ScreenPictures.PixelSizeInBytes, stride = (int)size.Width * ScreenPictures.PixelSizeInBytes;
        if (width == 0 || part.Height == 0)
            return;
        int rows = Math.Clamp(RecordingFormat.MaxMemoryPieceInBytes / width, 1, (int)part.Height);
        if (_rows.Length < rows * width)
            _rows = new byte[rows * width];
        Span<byte> room = stackalloc byte[EventBuilder.SizeInBytes];
        for (uint done = 0; done < part.Height; done += (uint)rows)
        {
            int count = (int)Math.Min((uint)rows, part.Height - done);
            for (int row = 0; row < count; row++)
                picture.Slice((int)(part.Y + done + row) * stride + (int)part.X * ScreenPictures.PixelSizeInBytes, width).CopyTo(_rows.AsSpan(row * width));
            ScreenPictures.ToDifferences(_rows.AsSpan(0, count * width), width);
            EventBuilder fields = new(room);
            foreach (uint field in (ReadOnlySpan<uint>)[(uint)screen, size.Width, size.Height, part.X, part.Y + done, part.Width, (uint)count, done + count == part.Height ? 1u : 0u])
                fields.Add(field);
            Write(EventKind.Screen, fields, _rows.AsSpan(0, count * width));
        }
    }

    /// <inheritdoc/>
    public void InsertFence(RenderFence fence, uint contextId)
    {
        ArgumentNullException.ThrowIfNull(fence);
        _fences[fence] = ++_fenceNumber;
        Write(EventKind.InsertFence, _fenceNumber, contextId);
    }

    /// <inheritdoc/>
    public void CompleteFence(RenderFence fence)
    {
        ArgumentNullException.ThrowIfNull(fence);
        if (_fences.Remove(fence, out ulong number))
            Write(EventKind.CompleteFence, number);
    }

    /// <inheritdoc/>
    public void Close() => Dispose();

    /// <summary>Writes the last event and closes the file; for a renderer that never came to be.</summary>
    public void Dispose()
    {
        if (_isClosed)
            return;
        if (!_hasFailed)
            Write(EventKind.End, (ulong)EventCount);
        _isClosed = true;
        try
        {
            _blocks.Dispose();
        }
        catch (IOException fault) when (!_hasFailed)
        {
            Fail(fault);
        }
        catch (IOException)
        {
            // It was told of already.
        }
    }

    private void WriteTransfer(EventKind kind, uint contextId, uint resourceId, in TransferRequest request)
    {
        EventBuilder fields = new(stackalloc byte[EventBuilder.SizeInBytes]);
        fields.Add(contextId);
        fields.Add(resourceId);
        fields.Add(request.Level);
        fields.Add(request.Stride);
        fields.Add(request.LayerStride);
        fields.AddSigned(request.Box.X);
        fields.AddSigned(request.Box.Y);
        fields.AddSigned(request.Box.Z);
        fields.AddSigned(request.Box.Width);
        fields.AddSigned(request.Box.Height);
        fields.AddSigned(request.Box.Depth);
        fields.Add(request.Offset);
        Write(kind, fields);
    }

    private void Write(EventKind kind, ulong first)
    {
        EventBuilder fields = new(stackalloc byte[EventBuilder.SizeInBytes]);
        fields.Add(first);
        Write(kind, fields);
    }

    private void Write(EventKind kind, ulong first, ulong second)
    {
        EventBuilder fields = new(stackalloc byte[EventBuilder.SizeInBytes]);
        fields.Add(first);
        fields.Add(second);
        Write(kind, fields);
    }

    /// <summary>One event: kind, microseconds since the one before, bytes that follow, fields, content.</summary>
    private void Write(EventKind kind, in EventBuilder fields, ReadOnlySpan<byte> content = default)
    {
        if (_hasFailed || _isClosed)
            return;
        long now = Stopwatch.GetTimestamp();
        EventBuilder header = new(stackalloc byte[EventBuilder.HeaderSizeInBytes]);
        header.Add((byte)kind);
        header.Add((ulong)((now - _last) * 1_000_000 / Stopwatch.Frequency));
        header.Add((ulong)(fields.Bytes.Length + content.Length));
        _last = now;
        try
        {
            _blocks.Write(header.Bytes);
            _blocks.Write(fields.Bytes);
            _blocks.Write(content);
            EventCount++;
        }
        catch (IOException fault)
        {
            Fail(fault);
        }
    }

    private void Fail(IOException fault)
    {
        _hasFailed = true;
        _failed(fault);
    }
}
