using System.Globalization;
using System.Text;
using VirglHost.Linux;
using VirglHost.Testing;

namespace VirglHost.Conformance;

/// <summary>Puts every rule to every back-end in every variant, each in a session of its own, and writes it down.</summary>
internal static class RuleRun
{
    private const string Met = "yes";

    public static int Run(Target[] targets, string[] only, bool isOfSubsets, string? output)
    {
        Rule[] rules = [.. RuleTable.All.Where(rule => only.Length == 0 || only.Any(part => rule.Name.Contains(part, StringComparison.Ordinal)))];
        (string text, bool isMet) = isOfSubsets ? TrySubsets(targets[0], rules) : TryVariants(targets, rules);
        foreach (Target target in targets) target.Dispose();
        Console.Write(text);
        if (output is not null) File.WriteAllText(output, text);
        return isMet ? 0 : 1;
    }

    private static (string Text, bool IsMet) TryVariants(Target[] targets, Rule[] rules)
    {
        var text = new StringBuilder();
        var results = targets.ToDictionary(target => target, target => Variant.Every.ToDictionary(variant => variant, variant => Try(target, variant, rules)));

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

        return (text.ToString(), !results[targets[0]].Values.SelectMany(cells => cells).Any(cell => cell.StartsWith("no", StringComparison.Ordinal)));
    }

    /// <summary>The first back-end alone: the others' answers would be those of the variants, and waiting for what never comes takes hours.</summary>
    private static (string Text, bool IsMet) TrySubsets(Target target, Rule[] rules)
    {
        var text = new StringBuilder().AppendLine($"| Every subset of | Variants | {target.Name} |").AppendLine("|---|--:|---|");
        bool isMet = true;
        foreach ((string name, Variant[] variants) in Variant.Subsets)
        {
            (string Rule, string Variant, string Cell)[] cells =
                [.. variants.SelectMany(variant => Try(target, variant, rules).Select((cell, i) => (rules[i].Name, variant.Name, cell)))];
            int asked = cells.Count(one => !one.Cell.StartsWith('–'));
            var missed = cells.Where(one => one.Cell.StartsWith("no", StringComparison.Ordinal)).ToArray();
            foreach (var one in missed) Console.Error.WriteLine($"{one.Variant}: {one.Rule}: {one.Cell}");
            string names = string.Concat(missed.GroupBy(one => one.Rule).Select(group => $"; not {group.Key} in {group.Count()}"));
            text.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {variants.Length} | {asked - missed.Length} of {asked}{names} |");
            isMet &= missed.Length == 0;
        }

        return (text.ToString(), isMet);
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
