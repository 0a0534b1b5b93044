using System.Text.RegularExpressions;
using VirglHost.CommandStream.Gallium;

namespace VirglHost.CommandStream.Tests;

/// <summary>Names of numbers are the protocol's own: each enumeration's comments say the protocol's spelling, and what is shown must end it.</summary>
public sealed partial class ProtocolNameTests
{
    public static TheoryData<string> Files => [.. Directory.GetFiles(Path.Combine(SourceFolder, "Gallium"), "*.cs").Select(path => Path.GetFileNameWithoutExtension(path)), nameof(VirglFormat)];

    private static string SourceFolder
    {
        get
        {
            string folder = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(folder, "VirglHost.sln")))
                folder = Path.GetDirectoryName(folder)!;
            return Path.Combine(folder, "src/VirglHost.CommandStream");
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Names_of_numbers_are_those_of_the_protocol(string enumeration)
    {
        string folder = enumeration == "VirglFormat" ? SourceFolder : Path.Combine(SourceFolder, "Gallium");
        Type type = typeof(VirglFormat).Assembly.GetTypes().Single(known => known.Name == enumeration);
        List<string> wrong = [];
        foreach (Match match in Member().Matches(File.ReadAllText(Path.Combine(folder, enumeration + ".cs"))))
        {
            string protocol = match.Groups["protocol"].Value;
            string shown = NameOf(type, match.Groups["member"].Value);
            if (protocol != shown && !protocol.EndsWith("_" + shown, StringComparison.Ordinal))
                wrong.Add($"{match.Groups["member"].Value} is shown as {shown}, the protocol calls it {protocol}");
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Bits_without_a_name_are_shown_as_a_number() =>
        Assert.Equal("VERTEX_BUFFER | CUSTOM | 0x80000000", ProtocolName.Of(BindFlags.VertexBuffer | BindFlags.Custom | (BindFlags)0x80000000));

    [Fact]
    public void Number_outside_its_enumeration_is_shown_as_it_is() => Assert.Equal("4711", ProtocolName.Of((PipePrimitive)4711));

    [GeneratedRegex(@"<summary>(?<protocol>[A-Z][A-Z0-9]*(_[A-Z0-9]+)+)[.:][^\n]*\n\s+(?<member>\w+) = ")]
    private static partial Regex Member();

    private static string NameOf(Type type, string member) =>
        (string)typeof(ProtocolName).GetMethod(nameof(ProtocolName.Of))!.MakeGenericMethod(type).Invoke(null, [Enum.Parse(type, member)])!;
}
