namespace VirglHost.Rendering.Tests.Corpus;

/// <content>Modifiers, masks, addresses, and flow.</content>
internal static partial class OpcodeCases
{
    private static IEnumerable<OpcodeCase> Forms()
    {
        float[][] vectors = [[1, -2, 3, -4], [-0.5f, 0.25f, 8, -1], [0, -0f, 0.75f, 1.25f], [2.5f, -3, 1.5f, 0.5f]];
        uint[][] rows = [.. vectors.Select(Words)];
        uint[][] counts = [.. Enumerable.Range(0, 8).Select(i => (uint[])[(uint)i, (uint)(i * 3), 2, 1])];
        uint[][] alike = [.. Enumerable.Repeat((uint[])[0xdeadbeef, 5, 0x7fc00001, 0], 64)];
        yield return Form("BALLOT", "BALLOT TEMP[6], TEMP[1].xxxx\nAND TEMP[5].x, TEMP[6].xxxx, IMM[1].yyyy\nBALLOT TEMP[6], TEMP[1].wwww\nMOV TEMP[5].zw, TEMP[6].xyxy",
            alike, _ => [1, 0, 0, 0]);
        yield return Form("READ_FIRST", "READ_FIRST TEMP[5], TEMP[1]", alike, row => [.. row.Select(word => (uint?)word)]);
        yield return Form("READ_INVOC", "READ_INVOC TEMP[5], TEMP[1], IMM[1].yyyy", alike, row => [.. row.Select(word => (uint?)word)]);
        yield return FloatForm("MOV", "MOV TEMP[5], -TEMP[1].wzyx", rows, x => [-x[3], -x[2], -x[1], -x[0]]);
        yield return FloatForm("MOV", "MOV TEMP[5], |TEMP[1]|", rows, x => [.. x.Select(Math.Abs)]);
        yield return FloatForm("MOV", "MOV TEMP[5], -|TEMP[1].xxyy|", rows, x => [-Math.Abs(x[0]), -Math.Abs(x[0]), -Math.Abs(x[1]), -Math.Abs(x[1])]);
        yield return FloatForm("MOV", "MOV_SAT TEMP[5], TEMP[1]", rows, x => [.. x.Select(lane => Math.Clamp(lane, 0, 1))]);
        yield return FloatForm("ADD", "ADD_SAT TEMP[5].xz, TEMP[1].yyyy, TEMP[1]", rows, x => [Math.Clamp(x[1] + x[0], 0, 1), 0, Math.Clamp(x[1] + x[2], 0, 1), 0]);
        yield return FloatForm("MUL", "MUL TEMP[1].xy, TEMP[1].yxzw, TEMP[1].yxzw\nMOV TEMP[5], TEMP[1]", rows, x => [x[1] * x[1], x[0] * x[0], x[2], x[3]]);
        yield return Form("INEG", "UADD TEMP[5], TEMP[1], -TEMP[1].yyyy", counts, x => [.. x.Select(word => (uint?)(word - x[1]))]);
        yield return Form("ARL", "ADD TEMP[6].x, TEMP[1].xxxx, TEMP[6].xxxx\nARL ADDR[0].x, TEMP[6].xxxx\nMOV TEMP[5], TEMP[ADDR[0].x+10](1)",
            [Words([0.75f, 0, 0, 0]), Words([1.25f, 0, 0, 0]), Words([-0.25f, 0, 0, 0])], row => Entry(2 + (int)MathF.Floor(F(row[0]))));
        yield return Form("ARR", "ARR ADDR[0].x, TEMP[1].xxxx\nMOV TEMP[5], TEMP[ADDR[0].x+10](1)",
            [Words([0.75f, 0, 0, 0]), Words([0.5f, 0, 0, 0]), Words([1.5f, 0, 0, 0]), Words([-1.75f, 0, 0, 0])], row => Entry(2 + (int)MathF.Round(F(row[0]), MidpointRounding.ToEven)));
        yield return Form("UARL", "UARL ADDR[0].x, TEMP[1].xxxx\nUARL ADDR[1].x, TEMP[1].zzzz\nMOV TEMP[ADDR[1].x+8](1), TEMP[1]\nMOV TEMP[5], TEMP[ADDR[0].x+8](1)",
            counts, row => row[0] == row[2] ? [.. row.Select(word => (uint?)word)] : Entry((int)row[0]));
        yield return Form("IF", "IF TEMP[1].xxxx\nMOV TEMP[5].x, IMM[1].yyyy\nELSE\nMOV TEMP[5].x, IMM[1].zzzz\nENDIF",
            [Words([0, 0, 0, 0]), Words([-0f, 0, 0, 0]), Words([1, 0, 0, 0]), Words([float.NaN, 0, 0, 0])], row => [F(row[0]) != 0 ? 1u : 2u, 0, 0, 0]);
        yield return Form("UIF", "UIF TEMP[1].xxxx\nMOV TEMP[5].x, IMM[1].yyyy\nELSE\nMOV TEMP[5].x, IMM[1].zzzz\nENDIF",
            [[0, 0, 0, 0], [0x80000000, 0, 0, 0], [1, 0, 0, 0]], row => [row[0] != 0 ? 1u : 2u, 0, 0, 0]);
        yield return Form("BGNLOOP", Loop, counts, row => [(uint?)LoopResult((int)row[0]), 0, 0, 0]);
        yield return Form("SWITCH", Switch, counts, row => [row[0] switch { 0 => 1u, 1 => 3u, 2 => 2u, 3 => 9u, _ => 5u }, 0, 0, 0]);
        yield return Form("RET", "NOP\nMOV TEMP[5].x, TEMP[1].xxxx\nSTORE BUFFER[1], TEMP[0].zzzz, TEMP[5]\nUSEQ TEMP[6].x, TEMP[1].zzzz, IMM[1].zzzz\nUIF TEMP[6].xxxx\nRET\nENDIF\nMOV TEMP[5].x, IMM[1].yyyy",
            counts, row => [row[0], 0, 0, 0]);
        yield return Form("MAD", "MAD_PRECISE TEMP[5], TEMP[1].xxxx, TEMP[1].xxxx, TEMP[1].yyyy", [Words([1.0000001f, -1, 0, 0]), Words([16777215, -2.814749e14f, 0, 0])],
            row => Same(W((float)(F(row[0]) * F(row[0])) + F(row[1]))));
    }

    /// <summary>Counts to 10, leaves at 7, goes on early at even numbers, with a loop inside that stops at the count.</summary>
    private const string Loop =
        "MOV TEMP[6], IMM[1].xxxx\nBGNLOOP\nUADD TEMP[6].x, TEMP[6].xxxx, IMM[1].yyyy\nUSEQ TEMP[6].y, TEMP[6].xxxx, IMM[1].wwww\nUIF TEMP[6].yyyy\nBRK\nENDIF\n"
        + "AND TEMP[6].y, TEMP[6].xxxx, IMM[1].yyyy\nUIF TEMP[6].yyyy\nELSE\nCONT\nENDIF\nMOV TEMP[6].z, IMM[1].xxxx\nBGNLOOP\nUSGE TEMP[6].y, TEMP[6].zzzz, TEMP[1].xxxx\n"
        + "UIF TEMP[6].yyyy\nBRK\nENDIF\nUADD TEMP[6].z, TEMP[6].zzzz, IMM[1].yyyy\nUADD TEMP[5].x, TEMP[5].xxxx, TEMP[6].xxxx\nENDLOOP\nENDLOOP";

    /// <summary>Fall-through from 1 into 2's arm, a default in the middle, a nested switch.</summary>
    private const string Switch =
        "SWITCH TEMP[1].xxxx\nCASE IMM[1].xxxx\nMOV TEMP[5].x, IMM[1].yyyy\nBRK\nCASE IMM[1].yyyy\nUADD TEMP[5].x, TEMP[5].xxxx, IMM[1].yyyy\nCASE IMM[1].zzzz\n"
        + "UADD TEMP[5].x, TEMP[5].xxxx, IMM[1].zzzz\nBRK\nDEFAULT\nMOV TEMP[5].x, IMM[2].xxxx\nBRK\nCASE IMM[2].yyyy\nSWITCH TEMP[1].zzzz\nCASE IMM[1].zzzz\nMOV TEMP[5].x, IMM[2].zzzz\nBRK\n"
        + "DEFAULT\nMOV TEMP[5].x, IMM[1].yyyy\nENDSWITCH\nBRK\nENDSWITCH";

    private static uint LoopResult(int count)
    {
        uint sum = 0;
        for (uint i = 1; i < 7; i++)
        {
            if ((i & 1) == 1) sum += i * (uint)count;
        }

        return sum;
    }

    /// <summary>Entry i of the array at TEMP[8] holds 10·i, 10·i + 1, 10·i + 2, 10·i + 3.</summary>
    private static uint?[] Entry(int index) => [.. Enumerable.Range(0, 4).Select(lane => (uint?)((10 * index) + lane))];

    private static OpcodeCase FloatForm(string mnemonic, string text, uint[][] rows, Func<float[], float[]> value)
        => new(mnemonic, text, 1, rows, row => [.. value([.. row.Select(F)]).Select(lane => (uint?)W(lane))], Agreement.Floats);

    private static OpcodeCase Form(string mnemonic, string text, uint[][] rows, Func<uint[], uint?[]> value) => new(mnemonic, text, 1, rows, value);
}
