using System.Security.Cryptography;

namespace VirglHost.Inspection;

/// <summary>Contents that repeat, each kept once: thousands of draws share most of what they have bound.</summary>
internal sealed class GroupPool(BlockSequence blocks)
{
    private readonly Dictionary<UInt128, int> _numbers = [];

    /// <summary>The content's number.</summary>
    public int NumberOf(byte[] json)
    {
        UInt128 hash = HashOf(json);
        if (!_numbers.TryGetValue(hash, out int number))
        {
            _numbers.Add(hash, number = _numbers.Count);
            blocks.Add(json);
        }

        return number;
    }

    /// <summary>Tells contents apart; nobody gains by a collision in a page of one's own recording.</summary>
    public static UInt128 HashOf(ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content, hash);
        return System.Runtime.InteropServices.MemoryMarshal.Read<UInt128>(hash);
    }
}
