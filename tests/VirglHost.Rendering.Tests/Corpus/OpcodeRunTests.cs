using VirglHost.Shaders.Tgsi;

namespace VirglHost.Rendering.Tests.Corpus;

/// <summary>Opcodes compute what they should: run by the host on edge values, compared with C#.</summary>
[Collection("Host GL")]
public sealed class OpcodeRunTests : IClassFixture<CorpusGl>, IDisposable
{
    private const int ReportedRows = 8;
    private readonly CorpusGl _host;

    public OpcodeRunTests(CorpusGl host)
    {
        _host = host;
        host.Enter();
    }

    /// <summary>Cases of opcodes that the translator supports, by place in the table: some opcodes have several.</summary>
    public static TheoryData<int, string> Cases
    {
        get
        {
            var cases = new TheoryData<int, string>();
            for (int i = 0; i < OpcodeCases.All.Count; i++)
            {
                string mnemonic = OpcodeCases.All[i].Mnemonic;
                if (TgsiOpcodeTable.TryFind(mnemonic, out TgsiOpcode? opcode) && opcode.Refusal.Length == 0) cases.Add(i, mnemonic);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Opcode_computes_the_expected_values(int place, string mnemonic)
    {
        OpcodeCase subject = OpcodeCases.All[place];
        Assert.Equal(mnemonic, subject.Mnemonic);
        uint[] actual = OpcodeRunner.Run(_host.Gl, subject);
        string[] complaints = [.. subject.Rows.Select((row, i) => subject.Complain(row, actual.AsSpan(i * 4, 4))).OfType<string>()];
        Assert.True(complaints.Length == 0, $"{complaints.Length} of {subject.Rows.Count} rows\n{string.Join('\n', complaints.Take(ReportedRows))}");
    }

    public void Dispose() => _host.Leave();
}
