using System.Buffers;
using System.Runtime.InteropServices;
using VirglHost.CommandStream;
using VirglHost.CommandStream.Commands;
using VirglHost.OpenGL;
using VirglHost.OpenGL.Objects;
using VirglHost.Rendering.State;

namespace VirglHost.Rendering.Drawing;

/// <summary>
/// Draws quads, quad strips and polygons as indexed triangles, in pieces that fit a ring of indices of its own. State was flushed before.
/// The capabilities name none of the three, so Mesa never sends them; other guests may.
/// </summary>
internal sealed class QuadEngine(GlSession session, PipelineState state) : IDisposable
{
    private const int RingSegmentInBytes = 1 << 18;
    private const uint MaxPieceLength = 1 << 14;

    // GUEST: indices are copied out to be read; the buffer they lie in is budgeted, the copy is bounded here.
    private const long MaxIndexCopyInBytes = 64 << 20;

    private GlStreamBuffer? _ring;

    /// <summary>Draws; the indices of an indexed draw start at a byte of their buffer and lie inside it.</summary>
    /// <exception cref="GuestFaultException">The indices are too many to be copied out.</exception>
    public void Draw(in DrawVboCommand command, uint count, int indexSize, long indexOffset)
    {
        if (!command.Indexed)
        {
            Draw(command, IndexSource.FromRange(command.Start, count), baseVertex: 0);
            return;
        }

        long length = (long)count * indexSize;
        if (length > MaxIndexCopyInBytes)
        {
            throw GuestFaults.OutOfMemory($"{VirglOpcode.DrawVbo}: {count} indices of {command.Mode} to rewrite");
        }

        byte[] copy = ArrayPool<byte>.Shared.Rent((int)length);
        try
        {
            Span<byte> indices = copy.AsSpan(0, (int)length);
            state.IndexBuffer.Resource!.Buffer!.Read((nint)indexOffset, indices);
            uint? restart = command.PrimitiveRestart ? command.RestartIndex : null;
            Draw(command, IndexSource.FromIndices(indices, indexSize, restart), command.IndexBias);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(copy);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _ring?.Dispose();

    private void Draw(in DrawVboCommand command, IndexSource source, int baseVertex)
    {
        _ring ??= new GlStreamBuffer(session.Group, RingSegmentInBytes, sizeof(uint));
        session.State.SetPrimitiveRestart(default);
        int pieceLength = (int)Math.Min(MaxPieceLength, Math.Max(source.Count, 2) * 3L);
        IndexRewriter rewriter = new(command.Mode, state.Rasterizer.Source.FlatShadeFirst, source);
        while (true)
        {
            Span<uint> piece = MemoryMarshal.Cast<byte, uint>(_ring.Reserve(pieceLength * sizeof(uint), out GlBufferRange range));
            int length = rewriter.Fill(piece);
            if (length == 0) break;
            BindRing(range.Buffer);
            session.Gl.DrawElementsInstancedBaseVertexBaseInstance(
                GLEnum.Triangles, (uint)length, GLEnum.UnsignedInt, range.Offset, command.InstanceCount, baseVertex, command.StartInstance);
        }

        state.Dirty |= Dirty.IndexBuffer;
    }

    private void BindRing(uint ring)
    {
        if (state.VertexLayout is { } layout)
        {
            session.State.SetVertexArray(layout.Apply(state.VertexBuffers, ring));
            return;
        }

        session.EmptyVertexArray.SetElementBuffer(ring);
        session.State.SetVertexArray(session.EmptyVertexArray.Name);
    }
}
