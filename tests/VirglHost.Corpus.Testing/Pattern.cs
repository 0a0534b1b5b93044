using System.Runtime.InteropServices;

namespace VirglHost.Corpus.Testing;

/// <summary>The numbers that every input of a corpus program is filled with: small, exact in every format, distinct among neighbours, both signs.</summary>
public static class Pattern
{
    /// <summary>−2.5, −1.75, −1, −0.25, 0.5, …: sixteen steps of 0.75, then from the start.</summary>
    public static float Float(int index) => ((index % 16) * 0.75f) - 2.5f;

    /// <summary>Integers from −7 on in steps of 5.</summary>
    public static int Int(int index) => ((index % 64) * 5) - 7;

    /// <summary>Odd integers from 3 on.</summary>
    public static uint UInt(int index) => (uint)(((index % 64) * 4) + 3);

    /// <summary>Like <see cref="Float"/>, with bits that a float has not.</summary>
    public static double Double(int index) => Float(index) + (1.0 / (1L << 40));

    /// <summary>An array of any of the four kinds, as bytes.</summary>
    public static byte[] Bytes<T>(int count, Func<int, T> value)
        where T : unmanaged
        => MemoryMarshal.AsBytes(Enumerable.Range(0, count).Select(value).ToArray().AsSpan()).ToArray();
}
