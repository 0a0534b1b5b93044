using System.Text;
using VirglHost.Shaders.Fuzz;

namespace VirglHost.Shaders.Tests;

/// <summary>A fixed few cases of the fuzzer (tests/fuzz.sh runs as many as are asked for): damaged shaders end in a diagnostic or a translation.</summary>
public sealed class MutationTests
{
    private const int Seed = 20261122;
    private const int Cases = 2500;

    private static readonly SeedCorpus Seeds = SeedCorpus.Load();

    [Fact]
    public void Damaged_shaders_are_refused_or_translated()
    {
        int accepted = 0;
        for (int number = 0; number < Cases; number++)
        {
            FuzzCase made = FuzzCase.Make(Seeds, Seed, number);
            try
            {
                if (made.Run()) accepted++;
            }
            catch (Exception bug)
            {
                throw new InvalidOperationException($"case {number}, {made.Stage}: {bug.GetType().Name} for\n{Encoding.Latin1.GetString(made.Text)}", bug);
            }
        }

        Assert.InRange(accepted, Cases / 20, Cases / 2);
    }

    [Fact]
    public void Case_follows_from_seed_and_number()
    {
        Assert.Equal(FuzzCase.Make(Seeds, Seed, 7).Text, FuzzCase.Make(Seeds, Seed, 7).Text);
        Assert.NotEqual(FuzzCase.Make(Seeds, Seed, 7).Text, FuzzCase.Make(Seeds, Seed, 8).Text);
        Assert.NotEqual(FuzzCase.Make(Seeds, Seed, 7).Text, FuzzCase.Make(Seeds, Seed + 1, 7).Text);
    }
}
