using System.Globalization;

namespace VirglHost.Vtest.Tests;

/// <summary>
/// The programs of shaders/corpus/mesa compute the same through this room as on the host itself: Mesa's virgl driver makes TGSI of our GLSL, the renderer
/// makes GLSL of it again, and everything the program can write is compared word by word.
/// </summary>
public sealed class CorpusPlayTests(PlayedCorpus played) : IClassFixture<PlayedCorpus>
{
    public static TheoryData<string> Programs => [.. PlayedCorpus.Names()];

    [Theory]
    [MemberData(nameof(Programs))]
    public void Program_computes_the_same_as_on_the_host(string name)
    {
        string[] expected = played.Direct(name);
        string[] actual = played.Through(name);
        Assert.Equal(expected.Length, actual.Length);
        double tolerance = PlayedCorpus.Tolerance(name);
        for (int i = 0; i < expected.Length; i++)
        {
            string[] want = expected[i].Split(' ');
            string[] got = actual[i].Split(' ');
            Assert.Equal(want.Length, got.Length);
            for (int word = 0; word < want.Length; word++)
                Assert.True(want[word] == got[word] || IsNear(want[word], got[word], tolerance), $"{want[0]}[{word - 1}]: {got[word]} instead of {want[word]}");
        }
    }

    public static TheoryData<string, string> Values
    {
        get
        {
            var values = new TheoryData<string, string>();
            foreach ((string program, string resource) in CorpusValues.All.Keys)
                values.Add(program, resource);
            return values;
        }
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void Program_leaves_the_values_worked_out_in_the_test(string name, string resource)
    {
        string[] line = played.Through(name).Single(line => line.StartsWith(resource + " ", StringComparison.Ordinal)).Split(' ')[1..];
        string[] expected = [.. CorpusValues.All[(name, resource)]().Select(word => word.ToString("x", CultureInfo.InvariantCulture))];
        Assert.Equal(expected.Length, line.Length);
        for (int i = 0; i < expected.Length; i++)
            Assert.True(expected[i] == line[i], $"{resource}[{i}]: {line[i]} instead of {expected[i]}");
    }

    private static bool IsNear(string want, string got, double tolerance)
    {
        float a = BitConverter.UInt32BitsToSingle(uint.Parse(want, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
        float b = BitConverter.UInt32BitsToSingle(uint.Parse(got, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
        return Math.Abs((double)a - b) <= tolerance * Math.Max(1, Math.Abs(a));
    }
}
