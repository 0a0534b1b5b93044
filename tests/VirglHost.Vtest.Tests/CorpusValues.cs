namespace VirglHost.Vtest.Tests;

/// <summary>
/// What programs of shaders/corpus/mesa leave behind, worked out here. A storage buffer begins with word i = i, an atomic counter with 10 · (i + 1), an
/// image with texel i = i, captured buffers with zeros; a target of floats with (0.25, 0.5, 0.75, 1).
/// </summary>
internal static class CorpusValues
{
    private const int Words = 256;
    private const int CaptureWords = 1024;

    /// <summary>Program, what it writes, and the words of that.</summary>
    public static IReadOnlyDictionary<(string Program, string Resource), Func<uint[]>> All { get; } = new Dictionary<(string, string), Func<uint[]>>
    {
        [("built-ins", "Data")] = BuiltIns,
        [("storage-atomics", "Data")] = StorageAtomics,
        [("storage-atomics-mixed", "Data")] = MixedSigns,
        [("storage-atomics-mixed", "Signed")] = () => Buffer((0, Bits(-3)), (1, Bits(-3)), (2, 2), (3, 3)),
        [("shared-unsigned", "Data")] = () => Buffer((0, 0x80000000), (1, 0x7ffffff7)),
        [("shared-memory", "Data")] = SharedMemory,
        [("counters", "counters0")] = () => Counters((0, 14), (1, 16), (2, 32), (3, 41), (4, 51)),
        [("counters", "counters1")] = () => Counters(),
        [("counters", "Data")] = () => Buffer((0, 14), (1, 40), (2, 40), (3, 51)),
        [("counter-operations", "counters0")] = () => Counters((0, 18), (1, 15), (2, 35), (3, 8), (4, 51), (5, 195), (6, 700), (7, 800), (8, 89)),
        [("counter-operations", "Data")] = () => Buffer((0, 10), (1, 20), (2, 30), (3, 40), (4, 50), (5, 60), (6, 70), (7, 80), (8, 90), (9, 17)),
        [("barriers", "Data")] = () => Buffer([.. Each(4, i => (i, 50 + (uint)i)), .. Each(4, i => (8 + i, 53 - (uint)i + 63 - (uint)i))]),
        [("image-atomics", "Data")] = ImageAtomics,
        [("image-atomics", "u+0")] = () => [100, 101, 102, 103, 4, 5, 6, 6, 10, 10, 10, 11, 12, 13, 12, 13],
        [("image-atomics", "s+0")] = () => [.. Enumerable.Repeat(Bits(-4), 4), 6, 6, 6, 7, 40, 41, 42, 43, ~12u, ~13u, ~14u, ~15u],
        [("fragment-early", "Data")] = () => Buffer([.. Each(4, y => (y, 10 + (uint)y)), .. Each(16, i => (16 + i, 263u))]),
        [("fragment-early", "picture+0")] = () => [.. Enumerable.Range(0, 16).Select(i => (uint)((i % 4 * 10) + (i / 4)))],
        [("fragment-targets", "color1")] = () => Pixels(_ => [2000000, 7000000, Bits(-8000000), 9000000]),
        [("fragment-targets", "color2")] = () => Pixels(i => [uint.MaxValue, 0x7fc00001, 1, (uint)(i % 4)]),
        [("fragment-discard", "color0")] = () => Pixels(Discard),
        [("vertex-numbers", "capture0")] = () => Capture(Enumerable.Range(0, 12).SelectMany(i => (uint[])[5 + (uint)(i % 3), (uint)(i / 3), 0, 6, 0])),
        [("capture", "capture0")] = () => Capture(Enumerable.Range(0, 6).SelectMany(v =>
            (uint[])[F(10 * v), F(4), F(5), F(v), F(1), F(2), F(3), 1, (uint)v, F(-1), F(-2), F(2)])),
        [("capture-layout", "capture0")] = () => Capture(Enumerable.Range(0, 4).SelectMany(v =>
            (uint[])[0, (uint)v, 0xdeadbeef, 0, F(v), F(7), F(8), F(9), 0, 0, 0, 0])),
        [("geometry-streams", "capture0")] = () => Capture(Enumerable.Range(0, 6).SelectMany(i => (uint[])[(uint)i / 2, (uint)i % 2, 3, 4])),
        [("geometry-streams", "capture1")] = () => Capture(Enumerable.Range(0, 3).SelectMany(i => (uint[])[(uint)i, 10, 11, 12])),
        [("geometry-lines", "capture0")] = () => Capture(Enumerable.Range(0, 8).SelectMany(i => (uint[])[(uint)i % 4, (uint)i / 4, F(i % 2 * 2), 1])),
        [("geometry-line-adjacency", "capture0")] = () => Capture(Enumerable.Range(0, 4).SelectMany(i => (uint[])[(uint)i, F(i % 2 == 0 ? 3 : -1), 0, 1])),
        [("layers", "color0")] = Layers,
    };

    private static uint[] BuiltIns()
    {
        uint[] data = Buffer();
        for (uint group = 0; group < 6; group++)
        {
            for (uint local = 0; local < 12; local++)
            {
                (uint x, uint y, uint z) = (local % 2, local / 2 % 3, local / 6);
                uint at = ((group * 12) + local) * 3;
                data[at] = x + (y * 10) + (z * 100);
                data[at + 1] = (group % 2 * 2) + x + (((group / 2 * 3) + y) * 100) + (z * 10000);
                data[at + 2] = 6 * 12;
            }
        }

        return data;
    }

    private static uint[] StorageAtomics()
    {
        uint[] data = Buffer();
        Func<uint, uint>[] operations =
            [x => x + 5, x => Math.Min(x, 6), x => Math.Max(x, 10), x => x & 0xd, x => x | 0x100, x => x ^ 0xff, _ => 1000, x => x == 30 ? 2000 : x];
        for (int i = 0; i < 32; i++)
        {
            data[128 + i] = data[i];
            data[i] = operations[i / 4](data[i]);
        }

        data[200] += 21;
        return data;
    }

    private static uint[] MixedSigns()
        => Buffer([(4, 4), (5, 4), .. Each(2, i => (16 + i, 4 + (uint)i)), .. Each(2, i => (18 + i, (uint)i)), .. Each(2, i => (20 + i, 2 + (uint)i)),
            .. Each(2, i => (22 + i, 0x80000000u))]);

    private static uint[] SharedMemory()
    {
        uint[] data = Buffer((100, 0), (101, 0), (32, 0), (33, 0xffff), (34, 0), (35, 1000 + 120), (36, 44), (37, 55), (40, Bits(-5)), (41, 10));
        for (uint i = 0; i < 16; i++)
        {
            data[34] ^= i * 3;
            data[i] = ((15 - i) * (15 - i)) + ((i + 1) % 16 * 2);
            data[64 + i] = F(15 - i);
        }

        return data;
    }

    private static uint[] ImageAtomics()
    {
        uint[] data = Buffer();
        for (uint i = 0; i < 4; i++)
        {
            uint[] row = [i, 4 + i, 8 + i, 12 + i, i, 4 + i, 8 + i, 12 + i, i, 8 + i, F(i), 20 + i, i == 1 ? 90 : 8 + i];
            row.CopyTo(data, i * 16);
        }

        return data;
    }

    private static uint[] Discard(int pixel)
    {
        (int x, int y) = (pixel % 4, pixel / 4);
        return ((x ^ y) & 1) == 0 || x >= 2 ? [F(0.25f), F(0.5f), F(0.75f), F(1)] : [F(x), F(y), F(4), F(1)];
    }

    /// <summary>Three layers; viewport v begins at column v, so layer v keeps its first v columns.</summary>
    private static uint[] Layers() => [.. Enumerable.Range(0, 48).SelectMany(i =>
    {
        int layer = i / 16;
        return i % 4 < layer ? (uint[])[F(0.25f), F(0.5f), F(0.75f), F(1)] : [F(layer), F(layer), F(layer), F(layer)];
    })];

    private static uint[] Buffer(params (int Index, uint Value)[] changes)
        => Changed([.. Enumerable.Range(0, Words).Select(i => (uint)i)], changes);

    private static uint[] Counters(params (int Index, uint Value)[] changes)
        => Changed([.. Enumerable.Range(0, Words).Select(i => 10 * ((uint)i + 1))], changes);

    private static uint[] Changed(uint[] words, IEnumerable<(int Index, uint Value)> changes)
    {
        foreach ((int index, uint value) in changes)
            words[index] = value;
        return words;
    }

    private static IEnumerable<(int Index, uint Value)> Each(int count, Func<int, (int Index, uint Value)> change) => Enumerable.Range(0, count).Select(change);

    private static uint[] Pixels(Func<int, uint[]> pixel) => [.. Enumerable.Range(0, 16).SelectMany(pixel)];

    private static uint[] Capture(IEnumerable<uint> words)
    {
        uint[] all = new uint[CaptureWords];
        words.ToArray().CopyTo(all, 0);
        return all;
    }

    private static uint F(float value) => BitConverter.SingleToUInt32Bits(value);

    private static uint Bits(int value) => (uint)value;
}
