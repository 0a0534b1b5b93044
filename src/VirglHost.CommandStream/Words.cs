using System.Numerics;
using VirglHost.CommandStream.Gallium;

namespace VirglHost.CommandStream;

/// <summary>Words of a body read as other types, and the range rules that decoders share.</summary>
internal static class Words
{
    internal static int Int(uint word) => unchecked((int)word);

    internal static float Float(uint word) => BitConverter.UInt32BitsToSingle(word);

    internal static double Double(ReadOnlySpan<uint> body, int offset) =>
        BitConverter.UInt64BitsToDouble(((ulong)body[offset + 1] << 32) | body[offset]);

    internal static Vector4 Vector(ReadOnlySpan<uint> body, int offset) =>
        new(Float(body[offset]), Float(body[offset + 1]), Float(body[offset + 2]), Float(body[offset + 3]));

    internal static RawColor Color(ReadOnlySpan<uint> body, int offset) =>
        new(body[offset], body[offset + 1], body[offset + 2], body[offset + 3]);

    internal static Box Box(ReadOnlySpan<uint> body, int offset) =>
        new(Int(body[offset]), Int(body[offset + 1]), Int(body[offset + 2]), Int(body[offset + 3]), Int(body[offset + 4]), Int(body[offset + 5]));

    internal static bool IsStage(ShaderStage stage) => stage <= ShaderStage.Compute;

    /// <summary>Whether slots start..start+count-1 lie below the limit.</summary>
    internal static bool InRange(uint start, int count, int limit) => start + (ulong)count <= (ulong)limit;
}
