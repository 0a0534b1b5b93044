using System.Collections.Immutable;

namespace VirglHost.Shaders;

/// <summary>What transform feedback captures from one shader, checked against that shader. Immutable with value equality.</summary>
public sealed class StreamOutputLayout : IEquatable<StreamOutputLayout>
{
    /// <summary>Buffer slots.</summary>
    public const int MaxBuffers = 4;

    /// <summary>Most pieces; more are refused on the wire as well (virgl-commands.md §4.4).</summary>
    public const int MaxOutputs = 64;

    private const int MaxStrideInWords = 2048;

    private StreamOutputLayout(ImmutableArray<int> strides, ImmutableArray<StreamOutput> outputs)
    {
        StridesInWords = strides;
        Outputs = outputs;
    }

    /// <summary>Four record sizes in dwords.</summary>
    public ImmutableArray<int> StridesInWords { get; }

    /// <summary>The captured pieces.</summary>
    public ImmutableArray<StreamOutput> Outputs { get; }

    /// <summary>
    /// Checks the guest's numbers against <paramref name="shader"/>: registers exist, pieces lie inside a register and a record and do
    /// not overlap, a buffer belongs to one stream, streams above 0 only from geometry shaders.
    /// </summary>
    /// <param name="shader">The shader whose outputs are captured.</param>
    /// <param name="stridesInWords">Four record sizes in dwords; 0 means as large as the pieces need.</param>
    /// <param name="outputs">1 to 64 pieces.</param>
    /// <param name="layout">Set on success.</param>
    /// <param name="error">Empty on success, else the reason.</param>
    public static bool TryCreate(
        ShaderInfo shader, ReadOnlySpan<int> stridesInWords, ReadOnlySpan<StreamOutput> outputs, out StreamOutputLayout? layout, out string error)
    {
        ArgumentNullException.ThrowIfNull(shader);
        layout = null;
        if (outputs.IsEmpty || outputs.Length > MaxOutputs)
        {
            error = $"{outputs.Length} stream outputs";
            return false;
        }

        var strides = new int[MaxBuffers];
        stridesInWords[..Math.Min(stridesInWords.Length, MaxBuffers)].CopyTo(strides);
        var streamOfBuffer = new int[MaxBuffers];
        Array.Fill(streamOfBuffer, -1);
        error = string.Empty;
        foreach (StreamOutput output in outputs)
        {
            error = CheckOutput(shader, output, stridesInWords, strides, streamOfBuffer);
            if (error.Length != 0) return false;
        }

        if (strides.Any(stride => stride is < 0 or > MaxStrideInWords)) error = "stream output stride out of range";
        else if (!AreDisjoint(outputs, strides)) error = "stream outputs overlap or exceed their record";
        if (error.Length != 0) return false;
        layout = new StreamOutputLayout([.. strides], [.. outputs]);
        return true;
    }

    /// <inheritdoc/>
    public bool Equals(StreamOutputLayout? other) => other is not null && (ReferenceEquals(this, other)
        || (StridesInWords.AsSpan().SequenceEqual(other.StridesInWords.AsSpan()) && Outputs.AsSpan().SequenceEqual(other.Outputs.AsSpan())));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as StreamOutputLayout);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (StreamOutput output in Outputs) hash.Add(output);
        return hash.ToHashCode();
    }

    private static string CheckOutput(
        ShaderInfo shader, StreamOutput output, ReadOnlySpan<int> stridesInWords, int[] strides, int[] streamOfBuffer)
    {
        if (!shader.HasOutputRegister(output.Register)) return $"stream output names OUT[{output.Register}], which is not declared";
        if (output.StartComponent < 0 || output.ComponentCount is < 1 or > 4 || output.StartComponent + output.ComponentCount > 4)
            return "stream output components out of range";
        if (output.Buffer is < 0 or >= MaxBuffers || output.OffsetInWords is < 0 or > MaxStrideInWords) return "stream output place out of range";
        if (output.Stream is < 0 or > 3 || (output.Stream > 0 && shader.Stage != ShaderStage.Geometry)) return "stream output stream out of range";
        if (streamOfBuffer[output.Buffer] is int known && known >= 0 && known != output.Stream) return "a stream output buffer takes two streams";
        streamOfBuffer[output.Buffer] = output.Stream;
        int guestStride = output.Buffer < stridesInWords.Length ? stridesInWords[output.Buffer] : 0;
        strides[output.Buffer] = Math.Max(strides[output.Buffer], guestStride == 0 ? output.OffsetInWords + output.ComponentCount : 0);
        return string.Empty;
    }

    private static bool AreDisjoint(ReadOnlySpan<StreamOutput> outputs, int[] strides)
    {
        var taken = new HashSet<(int Buffer, int Word)>();
        foreach (StreamOutput output in outputs)
        {
            int end = output.OffsetInWords + output.ComponentCount;
            if (end > strides[output.Buffer]) return false;
            for (int word = output.OffsetInWords; word < end; word++)
            {
                if (!taken.Add((output.Buffer, word))) return false;
            }
        }

        return true;
    }
}
