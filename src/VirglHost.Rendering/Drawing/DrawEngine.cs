using VirglHost.CommandStream;
using VirglHost.CommandStream.Commands;
using VirglHost.CommandStream.Gallium;
using VirglHost.OpenGL;
using VirglHost.OpenGL.Objects;
using VirglHost.Rendering.Programs;
using VirglHost.Rendering.Resources;
using VirglHost.Rendering.State;
using VirglHost.Rendering.StreamOutput;

namespace VirglHost.Rendering.Drawing;

/// <summary>DRAW_VBO: flushes state and issues the GL draw that the command's fields ask for.</summary>
/// <param name="session">Where to draw.</param>
/// <param name="state">What is bound.</param>
/// <param name="preparer">Brings it to GL.</param>
/// <param name="capture">Stream output.</param>
/// <param name="quads">Draws what GL has no primitive for.</param>
/// <param name="isObserved">Whether somebody looks after each draw, so that none may wait for the next.</param>
internal sealed class DrawEngine(
    GlSession session, PipelineState state, StatePreparer preparer, StreamOutputEngine capture, QuadEngine quads, bool isObserved)
{
    private const uint DefaultVerticesPerPatch = 3;

    // GUEST: each is read back and rewritten on the owner thread.
    private const uint MaxRewrittenDraws = 1 << 16;

    private readonly DrawBatch _batch = new(session);

    private GL Gl => session.Gl;

    /// <summary>Draws what waited for more of its kind. Whoever does anything but drawing calls it first.</summary>
    public void Issue() => _batch.Issue();

    /// <summary>Draws; <paramref name="arguments"/> and <paramref name="countBuffer"/> are the buffers of an indirect draw, null otherwise.</summary>
    public void Execute(in DrawVboCommand command, RenderResource? arguments, RenderResource? countBuffer)
    {
        bool isIndirect = command.IndirectHandle != 0;
        RequireDrawable(command);
        if (TryJoin(command))
        {
            return;
        }

        _batch.Issue();
        uint count = command.CountFromStreamOut == 0 || command.Indexed ? command.Count : CapturedCount(command);
        if (!isIndirect && (count == 0 || count > int.MaxValue || command.InstanceCount == 0))
        {
            return;
        }

        if (command.Indexed && !HasIndices(command, isIndirect))
        {
            return;
        }

        int verticesPerPatch = command.Mode == PipePrimitive.Patches ? (int)PatchSize(command) : 0;
        PrimitiveClass primitives = PrimitiveClassTable.Of(command.Mode);
        if (!preparer.Flush(primitives, command.DrawId))
        {
            return;
        }

        GlState gl = session.State;
        if (verticesPerPatch != 0)
        {
            SetTessellationLevelsCommand levels = state.TessellationLevels;
            gl.SetPatch(new GlPatch((uint)verticesPerPatch, levels.Outer.X, levels.Outer.Y, levels.Outer.Z, levels.Outer.W, levels.Inner0, levels.Inner1));
        }

        if (command.Indexed)
        {
            gl.SetPrimitiveRestart(new GlPrimitiveRestart(command.PrimitiveRestart, false, command.PrimitiveRestart ? command.RestartIndex : 0));
        }

        BeginCapture(primitives);
        if (state.Rasterizer.BackMode is { } backMode && (preparer.Program?.Output ?? primitives) == PrimitiveClass.Polygons)
        {
            DrawByFace(command, count, arguments, countBuffer, backMode);
        }
        else if (MayWait(command))
        {
            _batch.Begin(command, state.IndexSize, (nint)state.IndexBuffer.Offset);
        }
        else
        {
            DrawOnce(command, count, arguments, countBuffer);
        }

        capture.EndDraw();
    }

    /// <summary>Adds a draw to those that wait, where nothing that GL would have to be told changed since.</summary>
    private bool TryJoin(in DrawVboCommand command) =>
        state.Dirty == Dirty.None && !session.IsDisturbed && command.Count is not 0 and <= int.MaxValue &&
        (!command.Indexed || HasIndices(command, isIndirect: false)) && _batch.TryJoin(command, state.IndexSize, (nint)state.IndexBuffer.Offset);

    /// <summary>Whether GL can be told of the draw together with others: in one call draws have numbers of their own, no instances, and no barrier between them.</summary>
    private bool MayWait(in DrawVboCommand command) =>
        !isObserved && !capture.IsBound && preparer.Program is { NumbersDraws: false, UsesAdvancedBlend: false } &&
        DrawBatch.IsPlain(command) && command.Mode != PipePrimitive.Patches && !IndexRewriter.Rewrites(command.Mode);

    private void DrawOnce(in DrawVboCommand command, uint count, RenderResource? arguments, RenderResource? countBuffer)
    {
        if (command.IndirectHandle != 0)
        {
            DrawIndirect(command, arguments!, countBuffer);
        }
        else if (IndexRewriter.Rewrites(command.Mode))
        {
            quads.Draw(command, count, (int)IndexTypes.SizeInBytes(state.IndexSize), state.IndexBuffer.Offset);
        }
        else
        {
            DrawDirect(command, count);
        }
    }

    /// <summary>Front faces, then back faces in their own mode. Samples are counted once and vertices captured once; shaders run and primitives count twice.</summary>
    private void DrawByFace(in DrawVboCommand command, uint count, RenderResource? arguments, RenderResource? countBuffer, GLEnum backMode)
    {
        GlState gl = session.State;
        gl.SetCull(new GlCull { Enabled = true, Face = GLEnum.Back });
        DrawOnce(command, count, arguments, countBuffer);
        capture.EndDraw();
        gl.SetCull(new GlCull { Enabled = true, Face = GLEnum.Front });
        gl.SetPolygonMode(backMode);
        DrawOnce(command, count, arguments, countBuffer);
        state.Dirty |= Dirty.Rasterizer;
    }

    private static uint PatchSize(in DrawVboCommand command) => command.VerticesPerPatch == 0 ? DefaultVerticesPerPatch : command.VerticesPerPatch;

    /// <summary>Number of vertices that were captured into the buffer now bound as vertex buffer 0; what the guest names where nothing was.</summary>
    private uint CapturedCount(in DrawVboCommand command) =>
        state.VertexBuffers[0].Resource is { } buffer && capture.TryGetCaptured(buffer, out uint count) ? count : command.CountFromStreamOut;

    private void BeginCapture(PrimitiveClass primitives)
    {
        if (capture.IsBound && preparer.Program is { StreamOutput: { } layout } program)
        {
            GLEnum primitive = (program.Output ?? primitives) switch
            {
                PrimitiveClass.Points => GLEnum.Points,
                PrimitiveClass.Lines => GLEnum.Lines,
                _ => GLEnum.Triangles,
            };
            capture.BeginDraw(primitive, program.Name, layout);
        }
    }

    private void RequireDrawable(in DrawVboCommand command)
    {
        bool isDrawable = command.Mode switch
        {
            PipePrimitive.Patches => ImplementedFeatures.Current.Tessellation && PatchSize(command) <= session.Limits.MaxPatchVertices,
            <= PipePrimitive.Patches => true,
            _ => false,
        };
        if (!isDrawable)
        {
            throw GuestFaults.Unsupported($"{VirglOpcode.DrawVbo} with primitive {command.Mode}");
        }
    }

    /// <summary>A draw without an index buffer, or past its end, is dropped.</summary>
    private bool HasIndices(in DrawVboCommand command, bool isIndirect)
    {
        ref readonly BufferSlot slot = ref state.IndexBuffer;
        if (slot.Resource?.Buffer is null)
        {
            return false;
        }

        long needed = isIndirect ? 0 : (long)command.Count * IndexTypes.SizeInBytes(state.IndexSize);
        return slot.Offset + needed <= slot.Resource.SizeInBytes;
    }

    private void DrawDirect(in DrawVboCommand command, uint count)
    {
        var mode = (GLEnum)(uint)command.Mode;
        if (command.Indexed)
        {
            Gl.DrawElementsInstancedBaseVertexBaseInstance(
                mode, count, IndexTypes.ToGl(state.IndexSize), (nint)state.IndexBuffer.Offset, command.InstanceCount, command.IndexBias, command.StartInstance);
        }
        else if (command.Start <= int.MaxValue)
        {
            Gl.DrawArraysInstancedBaseInstance(mode, (int)command.Start, count, command.InstanceCount, command.StartInstance);
        }
    }

    private void DrawIndirect(in DrawVboCommand command, RenderResource arguments, RenderResource? countBuffer)
    {
        uint size = command.Indexed ? 20u : 16u;
        uint stride = command.IndirectStride == 0 ? size : command.IndirectStride;
        uint draws = Math.Max(command.IndirectDrawCount, 1);
        // GUEST: the largest product of two 32-bit numbers and a few more fit 64 bits without a sign, not with one.
        ulong end = command.IndirectOffset + (ulong)stride * (draws - 1) + size;
        if (arguments.Buffer is not { } buffer || end > (ulong)arguments.SizeInBytes || (command.IndirectOffset & 3) != 0 || (stride & 3) != 0)
        {
            throw GuestFaults.IllegalResource($"{VirglOpcode.DrawVbo}: {draws} argument records of {stride} bytes at {command.IndirectOffset} do not fit their buffer");
        }

        if (IndexRewriter.Rewrites(command.Mode))
        {
            DrawIndirectRewritten(command, buffer, countBuffer, stride, draws);
            return;
        }

        session.State.SetDrawIndirectBuffer(buffer.Name);
        var mode = (GLEnum)(uint)command.Mode;
        nint offset = (nint)command.IndirectOffset;
        if (countBuffer is not null)
        {
            DrawIndirectCount(command, countBuffer, stride, draws);
        }
        else if (command.Indexed)
        {
            // SPEC: virgl-commands.md 5.3; the arguments' first index counts from the start of the buffer.
            Gl.MultiDrawElementsIndirect(mode, IndexTypes.ToGl(state.IndexSize), offset, draws, stride);
        }
        else
        {
            Gl.MultiDrawArraysIndirect(mode, offset, draws, stride);
        }
    }

    /// <summary>Quads and polygons have to be cut up, so their arguments are read back.</summary>
    private void DrawIndirectRewritten(in DrawVboCommand command, GlBuffer arguments, RenderResource? countBuffer, uint stride, uint draws)
    {
        if (countBuffer is not null)
        {
            draws = Math.Min(draws, ReadCount(command, countBuffer));
        }

        if (draws > MaxRewrittenDraws)
        {
            throw GuestFaults.OutOfMemory($"{VirglOpcode.DrawVbo}: {draws} indirect draws of {command.Mode} to rewrite");
        }

        uint indexSize = IndexTypes.SizeInBytes(state.IndexSize);
        Span<uint> words = stackalloc uint[5];
        for (uint draw = 0; draw < draws; draw++)
        {
            words.Clear();
            arguments.Read((nint)(command.IndirectOffset + (long)stride * draw), System.Runtime.InteropServices.MemoryMarshal.AsBytes(words[..(command.Indexed ? 5 : 4)]));
            (uint count, uint instances, uint first) = (words[0], words[1], words[2]);
            long indices = state.IndexBuffer.Offset + (long)first * indexSize;
            bool isInside = !command.Indexed || indices + (long)count * indexSize <= state.IndexBuffer.Resource!.SizeInBytes;
            if (count is 0 or > int.MaxValue || instances == 0 || !isInside)
            {
                continue;
            }

            DrawVboCommand one = command with
            {
                Start = first, Count = count, InstanceCount = instances, IndexBias = unchecked((int)words[3]), StartInstance = command.Indexed ? words[4] : words[3],
            };
            quads.Draw(one, count, (int)indexSize, indices);
        }
    }

    private uint ReadCount(in DrawVboCommand command, RenderResource countBuffer)
    {
        Span<uint> count = stackalloc uint[1];
        RequireCount(command, countBuffer).Read((nint)command.IndirectDrawCountOffset, System.Runtime.InteropServices.MemoryMarshal.AsBytes(count));
        return count[0];
    }

    private static GlBuffer RequireCount(in DrawVboCommand command, RenderResource countBuffer) =>
        countBuffer.Buffer is { } buffer && command.IndirectDrawCountOffset + 4L <= countBuffer.SizeInBytes && (command.IndirectDrawCountOffset & 3) == 0
            ? buffer
            : throw GuestFaults.IllegalResource($"{VirglOpcode.DrawVbo}: no draw count at {command.IndirectDrawCountOffset}");

    private void DrawIndirectCount(in DrawVboCommand command, RenderResource countBuffer, uint stride, uint draws)
    {
        if (!session.Features[GlFeature.IndirectParameters])
        {
            throw GuestFaults.Unsupported($"{VirglOpcode.DrawVbo} with a count buffer");
        }

        GlBuffer buffer = RequireCount(command, countBuffer);
        session.State.SetParameterBuffer(buffer.Name);
        var mode = (GLEnum)(uint)command.Mode;
        nint offset = (nint)command.IndirectOffset;
        nint countOffset = (nint)command.IndirectDrawCountOffset;
        if (command.Indexed)
        {
            Gl.MultiDrawElementsIndirectCount(mode, IndexTypes.ToGl(state.IndexSize), offset, countOffset, draws, stride);
        }
        else
        {
            Gl.MultiDrawArraysIndirectCount(mode, offset, countOffset, draws, stride);
        }
    }
}
