using System.Globalization;
using System.Text;
using VirglHost.Linux;
using VirglHost.Testing;

namespace VirglHost.Conformance;

/// <summary>Puts every rule to every back-end in every variant, each in a session of its own, and writes it down.</summary>
internal static class RuleRun
{
    private const string Met = "yes";

    public static int Run(Target[] targets, string[] only, bool isWithSubsets, string? output)
    {
        Rule[] rules = [.. RuleTable.All.Where(rule => only.Length == 0 || only.Any(part => rule.Name.Contains(part, StringComparison.Ordinal)))];
        var text = new StringBuilder();
        var results = targets.ToDictionary(target => target, target => Variant.Every.ToDictionary(variant => variant, variant => Try(target, variant, rules)));
        string subsets = isWithSubsets ? TrySubsets(targets[0], rules) : "";
        foreach (Target target in targets) target.Dispose();

        text.AppendLine("| Rule | What is asked for | " + string.Join(" | ", targets.Select(target => target.Name)) + " | Why they differ |");
        text.AppendLine("|---|---|" + string.Concat(targets.Select(_ => "---|")) + "---|");
        for (int i = 0; i < rules.Length; i++)
        {
            string[] cells = [.. targets.Select(target => results[target][Variant.Every[0]][i])];
            string reason = cells.Distinct().Count() > 1 ? RuleTable.Reasons.GetValueOrDefault(rules[i].Name, "") : "";
            text.AppendLine(CultureInfo.InvariantCulture, $"| {rules[i].Name} | {rules[i].Statement} | {string.Join(" | ", cells)} | {reason} |");
        }

        text.AppendLine().AppendLine("| Variant | " + string.Join(" | ", targets.Select(target => target.Name)) + " |");
        text.AppendLine("|---|" + string.Concat(targets.Select(_ => "---|")));
        foreach (Variant variant in Variant.Every)
            text.AppendLine($"| {variant.Name} | " + string.Join(" | ", targets.Select(target => Sum(rules, results[target][variant]))) + " |");

        text.Append(subsets);
        Console.Write(text);
        if (output is not null) File.WriteAllText(output, text.ToString());
        return results[targets[0]].Values.SelectMany(cells => cells).Any(cell => cell.StartsWith("no", StringComparison.Ordinal)) || subsets.Contains("(not: ", StringComparison.Ordinal) ? 1 : 0;
    }

    /// <summary>The first back-end alone: the others' answers would be those of the variants, and waiting for what never comes takes hours.</summary>
    private static string TrySubsets(Target target, Rule[] rules)
    {
        var text = new StringBuilder().AppendLine().AppendLine($"| Every subset of | Variants | {target.Name} |").AppendLine("|---|--:|---|");
        foreach ((string name, Variant[] variants) in Variant.Subsets)
        {
            var asked = new List<Rule>();
            var cells = new List<string>();
            foreach (Variant variant in variants)
            {
                asked.AddRange(rules.Select(rule => rule with { Name = $"{rule.Name} ({variant.Name})" }));
                cells.AddRange(Try(target, variant, rules));
            }

            text.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {variants.Length} | {Sum([.. asked], [.. cells])} |");
        }

        return text.ToString();
    }

    private static string[] Try(Target target, Variant variant, Rule[] rules)
    {
        Console.Error.WriteLine($"{target.Name}: {variant.Name}");
        return [.. rules.Select(rule => Try(target, variant, rule))];
    }

    private static string Try(Target target, Variant variant, Rule rule)
    {
        try
        {
            using var probe = new Probe(target, variant);
            rule.Test(probe);
            return probe.Front.Display is { Violations: [string first, ..] } ? $"no: {first}" : Met;
        }
        catch (NotApplicableException reason)
        {
            return $"– ({reason.Message})";
        }
        catch (Exception failure) when (failure is FrontendException or TimeoutException or LinuxException or InvalidOperationException)
        {
            target.Left();
            return $"no: {failure.Message.Replace("|", "/", StringComparison.Ordinal)}";
        }
    }

    private static string Sum(Rule[] rules, string[] cells)
    {
        string[] missed = [.. rules.Where((_, i) => cells[i].StartsWith("no", StringComparison.Ordinal)).Select(rule => rule.Name)];
        int asked = cells.Count(cell => !cell.StartsWith('–'));
        string names = missed.Length is 0 ? "" : missed.Length > 6 ? $" (not: {string.Join(", ", missed.Take(6))} and {missed.Length - 6} more)" : $" (not: {string.Join(", ", missed)})";
        return $"{asked - missed.Length} of {asked}{names}";
    }
}
