using System.Globalization;
using System.Text;

namespace VirglHost.Shaders.Benchmarks;

/// <summary>Writes fragment shaders of one shape and any size.</summary>
internal static class GrowthShader
{
    private const int MostTemporaries = 32000;
    private const int MostImmediates = 16384;
    private const int Depth = 60;

    /// <summary>A shader with that many instructions, END and what closes blocks included.</summary>
    public static string Write(GrowthShape shape, int instructions)
    {
        StringBuilder text = new("FRAG\nDCL IN[0], GENERIC[0], PERSPECTIVE\nDCL OUT[0], COLOR\nDCL CONST[0..31]\nDCL SAMP[0..3]\nDCL ADDR[0]\n");
        int temporaries = shape == GrowthShape.Temporaries ? Math.Min(instructions + 8, MostTemporaries) : 16;
        Add(text, $"DCL TEMP[0..{temporaries - 1}]\n");
        if (shape == GrowthShape.Arrays)
            Add(text, $"DCL TEMP[{temporaries}..{temporaries + 31}], ARRAY(1)\n");
        int immediates = shape == GrowthShape.Immediates ? Math.Clamp(instructions, 1, MostImmediates) : 1;
        for (int i = 0; i < immediates; i++)
            Add(text, $"IMM[{i}] FLT32 {{{i}.5, 0, 1, 2}}\n");
        int body = Math.Max(0, instructions - 2);
        for (int i = 0; i < body; i++)
            text.Append(Line(shape, i, body, temporaries, immediates));
        text.Append("MOV OUT[0], TEMP[1]\nEND\n");
        return text.ToString();
    }

    private static string Line(GrowthShape shape, int i, int count, int temporaries, int immediates) => shape switch
    {
        GrowthShape.Straight => Text($"ADD TEMP[{i % 8}], TEMP[{(i + 3) % 8}], IN[0]\n"),
        GrowthShape.Branches => Branch(i, count),
        GrowthShape.Loops => Loop(i, count),
        GrowthShape.Temporaries => Text($"ADD TEMP[{i % (temporaries - 1) + 1}], TEMP[{i % (temporaries - 1)}], IN[0]\n"),
        GrowthShape.Immediates => Text($"ADD TEMP[{i % 8}], TEMP[1], IMM[{i % immediates}]\n"),
        GrowthShape.Arrays => (i % 2) == 0 ? "MOV TEMP[ADDR[0].x](1), TEMP[1]\n" : "MOV TEMP[1], TEMP[ADDR[0].x](1)\n",
        GrowthShape.Textures => Text($"TEX TEMP[{i % 8}], IN[0], SAMP[{i % 4}], 2D\n"),
        GrowthShape.Doubles => Text($"DSQRT TEMP[{i % 8}].xy, TEMP[1].xyxy\n"),
        GrowthShape.Mixed => Mixed(i, count),
        _ => throw new ArgumentOutOfRangeException(nameof(shape)),
    };

    /// <summary>Groups of sixty that open, one instruction, and sixty that close; what does not fill a group is arithmetic.</summary>
    private static string Branch(int i, int count)
    {
        const int Group = (2 * Depth) + 1;
        bool isWhole = i / Group < count / Group;
        int place = i % Group;
        if (!isWhole || place == Depth)
            return "ADD TEMP[1], TEMP[2], IN[0]\n";
        return place < Depth ? "UIF TEMP[0].xxxx\n" : "ENDIF\n";
    }

    private static string Loop(int i, int count)
    {
        const int Group = 7;
        if (i / Group >= count / Group)
            return "ADD TEMP[1], TEMP[2], IN[0]\n";
        return (i % Group) switch { 0 => "BGNLOOP\n", 1 => "UIF TEMP[0].xxxx\n", 2 => "BRK\n", 3 => "ENDIF\n", 6 => "ENDLOOP\n", _ => "ADD TEMP[1], TEMP[2], IN[0]\n" };
    }

    private static string Mixed(int i, int count)
    {
        const int Group = 12;
        if (i / Group >= count / Group)
            return Text($"MAD TEMP[{i % 8}], TEMP[1], CONST[{i % 32}], TEMP[2]\n");
        return (i % Group) switch
        {
            0 => Text($"TEX TEMP[3], IN[0].xyyy, SAMP[{i % 4}], 2D\n"),
            1 => "DP3 TEMP[4].x, TEMP[3], CONST[3]\n",
            2 => "RSQ TEMP[4].x, TEMP[4].xxxx\n",
            3 => "MUL TEMP[3].xyz, TEMP[3], TEMP[4].xxxx\n",
            4 => "FSLT TEMP[5].x, TEMP[4].xxxx, IMM[0].xxxx\n",
            5 => "UIF TEMP[5].xxxx\n",
            6 => Text($"MAD TEMP[1].xyz, TEMP[3], CONST[{i % 32}], TEMP[1]\n"),
            7 => "ELSE\n",
            8 => "LRP TEMP[1], TEMP[3], TEMP[1], IMM[0]\n",
            9 => "ENDIF\n",
            10 => "UADD TEMP[6].x, TEMP[6].xxxx, TEMP[5].xxxx\n",
            _ => "MAX TEMP[2], TEMP[1], -|TEMP[3]|\n",
        };
    }

    private static void Add(StringBuilder text, FormattableString line) => text.Append(Text(line));

    private static string Text(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
