using System.Text;

namespace VirglHost.Shaders.Tests;

/// <summary>Damaged shaders must end in a diagnostic or a translation, never in an exception.</summary>
public sealed class MutationTests
{
    private const int Seed = 20261122;
    private const int Rounds = 1200;

    private static readonly string[] Fragments =
    [
        "[", "]", ".", ",", "-1", "32767", "4294967295", "ADDR[0].x", "(1)", "TEMP[0]", "CONST[1]", "IN[0]", "OUT[0]", "SAMP[0]", "IMM[0]", "BUFFER[0]",
        "|", "END\n", "IF ", "ENDIF\n", "BGNLOOP\n", "ENDLOOP\n", "_SAT", "0x7fffffff", "2D", "SHADOWCUBEARRAY", "DCL ", "PROPERTY ", "ARRAY(1)", "[ADDR[0].x+3]",
        "CUBE", "BUFFER", "GENERIC[200]", "CLIPDIST[1]", "COLOR[7]", "..", "NULL", "SWITCH ", "CASE ", "\0", "\u00ff",
    ];

    [Fact]
    public void Damaged_shaders_are_refused_or_translated()
    {
        var random = new Random(Seed);
        (string Name, byte[] Text)[] seeds = [.. Corpus.Names().Select(name => (name, Corpus.Text(name)))];
        int refused = 0;
        int accepted = 0;
        for (int round = 0; round < Rounds; round++)
        {
            (string name, byte[] text) = seeds[random.Next(seeds.Length)];
            byte[] damaged = Damage(random, text, seeds[random.Next(seeds.Length)].Text);
            if (Survives(damaged, Corpus.Stage(name), random)) accepted++;
            else refused++;
        }

        Assert.True(refused > 5 && accepted > 5, $"{refused} refused, {accepted} accepted");
    }

    private static bool Survives(byte[] text, ShaderStage stage, Random random)
    {
        try
        {
            ShaderParseResult result = ShaderTranslator.Parse(text, stage);
            if (result.IsValid) _ = ShaderTranslator.Translate(result.Shader, RandomKey(random));
            return result.IsValid;
        }
        catch (Exception bug)
        {
            throw new InvalidOperationException($"{stage}: {bug.GetType().Name} for\n{Encoding.Latin1.GetString(text)}", bug);
        }
    }

    private static ShaderKey RandomKey(Random random)
    {
        var key = new ShaderKey
        {
            AlphaFunction = (AlphaTestFunction)random.Next(8),
            FlatShade = random.Next(2) == 0,
            TwoSidedColor = random.Next(2) == 0,
            PolygonStipple = random.Next(4) == 0,
            InvertFragCoordY = random.Next(2) == 0,
            IsLastVertexStage = random.Next(2) == 0,
            ClipPlaneMask = (byte)random.Next(256),
            IntegerAttributes = (uint)random.Next(),
            PointSpriteTexcoords = (uint)random.Next(),
            ColorBufferCount = random.Next(9),
            Previous = new InterfaceLink((ShaderStage)random.Next(5), (ulong)random.NextInt64(), 3, (byte)random.Next(9), (byte)random.Next(3)),
        };
        return key.WithColorBuffer(random.Next(8), (ColorBufferKind)random.Next(4));
    }

    private static byte[] Damage(Random random, byte[] text, byte[] other)
    {
        List<byte> bytes = [.. text];
        int count = 1 + random.Next(3);
        for (int i = 0; i < count; i++)
        {
            int at = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.RemoveRange(at, Math.Min(random.Next(12), bytes.Count - at)); break;
                case 2: bytes.InsertRange(at, Encoding.Latin1.GetBytes(Fragments[random.Next(Fragments.Length)])); break;
                case 3: MutateDigit(random, bytes); break;
                case 4: bytes.InsertRange(LineStart(bytes, at), Line(other, random.Next(other.Length))); break;
                default: bytes.InsertRange(LineStart(bytes, at), Line([.. bytes], random.Next(bytes.Count))); break;
            }

            if (bytes.Count == 0) return [];
        }

        return [.. bytes];
    }

    private static void MutateDigit(Random random, List<byte> bytes)
    {
        for (int tries = 0; tries < 50; tries++)
        {
            int at = random.Next(bytes.Count);
            if (bytes[at] is < (byte)'0' or > (byte)'9') continue;
            bytes[at] = (byte)('0' + random.Next(10));
            return;
        }
    }

    private static int LineStart(List<byte> bytes, int at)
    {
        while (at > 0 && bytes[at - 1] != '\n') at--;
        return at;
    }

    private static byte[] Line(byte[] text, int at)
    {
        int start = Array.LastIndexOf(text, (byte)'\n', at) + 1;
        int end = Array.IndexOf(text, (byte)'\n', at);
        return text[start..(end < start ? text.Length : end + 1)];
    }
}
