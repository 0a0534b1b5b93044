using VirglHost.CommandStream.Gallium;

namespace VirglHost.CommandStream.Commands;

/// <summary>DRAW_VBO: 12 words, 14 with patch size and draw id, 20 with indirect parameters.</summary>
public readonly record struct DrawVboCommand : IVirglCommand<DrawVboCommand>
{
    /// <summary>First vertex; ignored by indexed draws.</summary>
    public uint Start { get; init; }

    /// <summary>Vertices or indices.</summary>
    public uint Count { get; init; }

    /// <summary>Primitive kind; not range-checked.</summary>
    public PipePrimitive Mode { get; init; }

    /// <summary>Whether the index buffer is read.</summary>
    public bool Indexed { get; init; }

    /// <summary>Instances.</summary>
    public uint InstanceCount { get; init; }

    /// <summary>Added to every index.</summary>
    public int IndexBias { get; init; }

    /// <summary>First instance.</summary>
    public uint StartInstance { get; init; }

    /// <summary>Whether an index restarts the primitive.</summary>
    public bool PrimitiveRestart { get; init; }

    /// <summary>That index, not masked by the index size.</summary>
    public uint RestartIndex { get; init; }

    /// <summary>Smallest index; 0 when unknown.</summary>
    public uint MinIndex { get; init; }

    /// <summary>Largest index; ~0 when unknown.</summary>
    public uint MaxIndex { get; init; }

    /// <summary>Not 0: draw what was captured; Mesa sends the target's buffer size.</summary>
    public uint CountFromStreamOut { get; init; }

    /// <summary>Control points of a patch; 0 when absent.</summary>
    public uint VerticesPerPatch { get; init; }

    /// <summary>Value of the draw id; 0 when absent.</summary>
    public uint DrawId { get; init; }

    /// <summary>Buffer with the parameters; 0 for a direct draw.</summary>
    public uint IndirectHandle { get; init; }

    /// <summary>Byte offset in that buffer.</summary>
    public uint IndirectOffset { get; init; }

    /// <summary>Bytes between parameter sets.</summary>
    public uint IndirectStride { get; init; }

    /// <summary>Draws, or their greatest number.</summary>
    public uint IndirectDrawCount { get; init; }

    /// <summary>Byte offset of the real number of draws.</summary>
    public uint IndirectDrawCountOffset { get; init; }

    /// <summary>Buffer with that number; 0 for none.</summary>
    public uint IndirectDrawCountHandle { get; init; }

    /// <inheritdoc/>
    public static VirglOpcode Opcode => VirglOpcode.DrawVbo;

    private bool IsIndirect =>
        (IndirectHandle | IndirectOffset | IndirectStride | IndirectDrawCount | IndirectDrawCountOffset | IndirectDrawCountHandle) != 0;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out DrawVboCommand command)
    {
        if (body.Length is not (12 or 14 or 20))
        {
            command = default;
            return false;
        }

        command = new DrawVboCommand
        {
            Start = body[0],
            Count = body[1],
            Mode = (PipePrimitive)body[2],
            Indexed = body[3] != 0,
            InstanceCount = body[4],
            IndexBias = Words.Int(body[5]),
            StartInstance = body[6],
            PrimitiveRestart = body[7] != 0,
            RestartIndex = body[8],
            MinIndex = body[9],
            MaxIndex = body[10],
            CountFromStreamOut = body[11],
            VerticesPerPatch = body.Length >= 14 ? body[12] : 0,
            DrawId = body.Length >= 14 ? body[13] : 0,
            IndirectHandle = body.Length == 20 ? body[14] : 0,
            IndirectOffset = body.Length == 20 ? body[15] : 0,
            IndirectStride = body.Length == 20 ? body[16] : 0,
            IndirectDrawCount = body.Length == 20 ? body[17] : 0,
            IndirectDrawCountOffset = body.Length == 20 ? body[18] : 0,
            IndirectDrawCountHandle = body.Length == 20 ? body[19] : 0,
        };
        return true;
    }

    /// <inheritdoc/>
    public void Encode(StreamWriter writer)
    {
        writer.Put(Start);
        writer.Put(Count);
        writer.Put((uint)Mode);
        writer.Put(Indexed);
        writer.Put(InstanceCount);
        writer.Put(IndexBias);
        writer.Put(StartInstance);
        writer.Put(PrimitiveRestart);
        writer.Put(RestartIndex);
        writer.Put(MinIndex);
        writer.Put(MaxIndex);
        writer.Put(CountFromStreamOut);
        if (VerticesPerPatch == 0 && DrawId == 0 && !IsIndirect)
            return;
        writer.Put(VerticesPerPatch);
        writer.Put(DrawId);
        if (!IsIndirect)
            return;
        writer.Put(IndirectHandle);
        writer.Put(IndirectOffset);
        writer.Put(IndirectStride);
        writer.Put(IndirectDrawCount);
        writer.Put(IndirectDrawCountOffset);
        writer.Put(IndirectDrawCountHandle);
    }

    /// <inheritdoc/>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Number("start", Start);
        visitor.Number("count", Count);
        visitor.Choice("mode", Mode);
        visitor.Flag("indexed", Indexed);
        visitor.Number("instance_count", InstanceCount);
        visitor.Signed("index_bias", IndexBias);
        visitor.Number("start_instance", StartInstance);
        visitor.Flag("primitive_restart", PrimitiveRestart);
        visitor.Mask("restart_index", RestartIndex);
        visitor.Number("min_index", MinIndex);
        visitor.Mask("max_index", MaxIndex);
        visitor.Number("count_from_so", CountFromStreamOut);
        visitor.Number("vertices_per_patch", VerticesPerPatch);
        visitor.Number("draw_id", DrawId);
        visitor.Resource("indirect_handle", IndirectHandle);
        visitor.Number("indirect_offset", IndirectOffset);
        visitor.Number("indirect_stride", IndirectStride);
        visitor.Number("indirect_draw_count", IndirectDrawCount);
        visitor.Number("indirect_draw_count_offset", IndirectDrawCountOffset);
        visitor.Resource("indirect_draw_count_handle", IndirectDrawCountHandle);
    }
}
