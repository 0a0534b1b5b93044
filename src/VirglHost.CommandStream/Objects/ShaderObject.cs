using System.Runtime.InteropServices;
using VirglHost.CommandStream.Gallium;

namespace VirglHost.CommandStream.Objects;

/// <summary>CREATE_OBJECT SHADER: one packet of a shader's text. A first packet declares the length and the stream outputs; continuation
/// packets carry the rest, each with its byte offset.</summary>
public readonly ref struct ShaderObject : IVirglObject<ShaderObject>
{
    private const uint ContinuationBit = 1u << 31;
    private const int FixedLengthInWords = 5;

    /// <summary>Handle the guest names the object by; not zero.</summary>
    public uint Handle { get; init; }

    /// <summary>Shader stage; checked to be 0..5.</summary>
    public ShaderStage Stage { get; init; }

    /// <summary>Whether this packet continues an earlier one.</summary>
    public bool IsContinuation { get; init; }

    /// <summary>First packet: bytes of the whole text with its NUL. Continuation: byte offset of this piece. Below 2^31; no memory may be sized by it unchecked.</summary>
    public uint TextLengthOrOffset { get; init; }

    /// <summary>The guest's hint of the token count.</summary>
    public uint TokenCount { get; init; }

    /// <summary>Compute: bytes of shared memory, otherwise 0.</summary>
    public uint SharedMemoryInBytes { get; init; }

    /// <summary>Four strides in words of the capture buffers; empty without stream outputs.</summary>
    public ReadOnlySpan<uint> StreamOutputStrides { get; init; }

    /// <summary>At most 64 captured outputs; empty in continuations.</summary>
    public ReadOnlySpan<StreamOutput> StreamOutputs { get; init; }

    /// <summary>This packet's piece of the text, zero padded to whole words.</summary>
    public ReadOnlySpan<byte> Text { get; init; }

    /// <inheritdoc/>
    public static VirglObjectType Type => VirglObjectType.Shader;

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlySpan<uint> body, out ShaderObject decoded)
    {
        decoded = default;
        if (body.Length < FixedLengthInWords || body[0] == 0 || !Words.IsStage((ShaderStage)body[1]))
            return false;
        bool continues = (body[2] & ContinuationBit) != 0;
        var stage = (ShaderStage)body[1];
        uint outputCount = !continues && CapturesOutputs(stage) ? body[4] : 0;
        if (outputCount > StreamLimits.StreamOutputs)
            return false;
        int headerLength = outputCount == 0 ? FixedLengthInWords : FixedLengthInWords + StreamLimits.StreamOutBuffers + 2 * (int)outputCount;
        if (body.Length < headerLength)
            return false;
        ReadOnlySpan<uint> strides = outputCount == 0 ? default : body.Slice(FixedLengthInWords, StreamLimits.StreamOutBuffers);
        ReadOnlySpan<StreamOutput> outputs =
            outputCount == 0 ? default : MemoryMarshal.Cast<uint, StreamOutput>(body[(FixedLengthInWords + StreamLimits.StreamOutBuffers)..headerLength]);
        foreach (ref readonly StreamOutput output in outputs)
        {
            if (!output.IsValid)
                return false;
        }

        decoded = new ShaderObject
        {
            Handle = body[0],
            Stage = stage,
            IsContinuation = continues,
            TextLengthOrOffset = body[2] & ~ContinuationBit,
            TokenCount = body[3],
            SharedMemoryInBytes = stage == ShaderStage.Compute ? body[4] : 0,
            StreamOutputStrides = strides,
            StreamOutputs = outputs,
            Text = MemoryMarshal.AsBytes(body[headerLength..]),
        };
        return IsTextInside(decoded);
    }

    /// <inheritdoc/>
    public void Encode(StreamWriter writer)
    {
        writer.Put(Handle);
        writer.Put((uint)Stage);
        writer.Put(TextLengthOrOffset | (IsContinuation ? ContinuationBit : 0));
        writer.Put(TokenCount);
        writer.Put(Stage == ShaderStage.Compute ? SharedMemoryInBytes : (uint)StreamOutputs.Length);
        writer.Put(StreamOutputStrides);
        writer.Put(MemoryMarshal.Cast<StreamOutput, uint>(StreamOutputs));
        writer.PutBytes(Text);
    }

    /// <inheritdoc/>
    public void Describe(IFieldVisitor visitor)
    {
        visitor.Object("handle", Handle, Type);
        visitor.Choice("type", Stage);
        visitor.Flag("continuation", IsContinuation);
        visitor.Number("offlen", TextLengthOrOffset);
        visitor.Number("num_tokens", TokenCount);
        visitor.Number("req_local_mem", SharedMemoryInBytes);
        visitor.Words("stream_output_strides", StreamOutputStrides);
        for (int i = 0; i < StreamOutputs.Length; i++)
        {
            visitor.BeginItem("so_output", i);
            StreamOutputs[i].Describe(visitor);
            visitor.EndItem();
        }
        visitor.Text("text", Text);
    }

    private static bool CapturesOutputs(ShaderStage stage) => stage is not (ShaderStage.Fragment or ShaderStage.Compute);

    // SPEC: virgl-commands.md 4.4: a first packet must not carry more words of text than the total it declares.
    private static bool IsTextInside(in ShaderObject packet) =>
        packet.IsContinuation || (ulong)packet.Text.Length <= (packet.TextLengthOrOffset + 3ul) / 4 * 4;
}
