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

    [Fact]
    public void Memory_that_is_taken_and_freed_again_and_again_stays_while_it_is_used()
    {
        const int Blocks = 24, BlockInBytes = 512 << 10, Rounds = 20;
        HeapTrimmer.KeepWhileUsed();
        long before = 0;
        for (int round = 0; round < Rounds; round++)
        {
            if (round == 2)
                before = FaultsOfThread();
            nint[] blocks = [.. Enumerable.Range(0, Blocks).Select(_ => Allocate(BlockInBytes))];
            foreach (nint block in blocks)
                Marshal.FreeHGlobal(block);
        }

        // Given back and taken again, each round would fault on every page.
        const long Pages = (long)Blocks * BlockInBytes / 4096;
        Assert.InRange(FaultsOfThread() - before, 0, Pages * (Rounds - 2) / 4);
    }

    private static nint Allocate(int size = PieceInBytes)
    {
        nint piece = Marshal.AllocHGlobal(size);
        for (int offset = 0; offset < size; offset += 4096)
            Marshal.WriteByte(piece, offset, 1);
        return piece;
    }

    /// <summary>Minor faults, field 10 of stat(5); the name in field 2 has no blank here.</summary>
    private static long FaultsOfThread() =>
        long.Parse(File.ReadAllText("/proc/thread-self/stat").Split(") ")[^1].Split(' ')[7], CultureInfo.InvariantCulture);

    private static long ResidentInBytes() =>
        long.Parse(File.ReadAllText("/proc/self/statm").Split(' ')[1], CultureInfo.InvariantCulture) * Environment.SystemPageSize;
}
