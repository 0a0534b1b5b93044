using System.Globalization;
using System.Runtime.InteropServices;

namespace VirglHost.Linux.Tests;

public sealed class HeapTrimmerTests
{
    private const int PieceInBytes = 64 << 10; // below the size from which the C library maps each piece by itself
    private const int Pieces = 2000;
    private const long MostInBytes = (long)PieceInBytes * Pieces;

    [Fact]
    public void Freed_memory_between_living_pieces_goes_back_to_the_system_when_the_last_user_leaves()
    {
        nint[] pieces = [.. Enumerable.Range(0, Pieces).Select(_ => Allocate())];
        try
        {
            // Every hundredth piece stays, the highest one among them: nothing that free() alone could give back.
            for (int i = 0; i < Pieces; i++)
            {
                if (i % 100 != 99)
                    Marshal.FreeHGlobal(pieces[i]);
            }
            long before = ResidentInBytes();

            new HeapTrimmer().UserLeft(wasLast: true);

            Assert.InRange(before - ResidentInBytes(), MostInBytes / 2, long.MaxValue);
        }
        finally
        {
            for (int i = 99; i < Pieces; i += 100)
                Marshal.FreeHGlobal(pieces[i]);
        }
    }

    private static nint Allocate()
    {
        nint piece = Marshal.AllocHGlobal(PieceInBytes);
        for (int offset = 0; offset < PieceInBytes; offset += 4096)
            Marshal.WriteByte(piece, offset, 1);
        return piece;
    }

    private static long ResidentInBytes() =>
        long.Parse(File.ReadAllText("/proc/self/statm").Split(' ')[1], CultureInfo.InvariantCulture) * Environment.SystemPageSize;
}
