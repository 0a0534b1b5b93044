using System.CommandLine;
using VirglHost.Conformance;

Option<string> ours = new("--virglhost") { Description = "Our program.", Required = true };
Option<string> peer = new("--peer") { Description = "QEMU's own back-end.", DefaultValueFactory = _ => "/usr/lib/qemu/vhost-user-gpu" };
Option<string?> output = new("--out") { Description = "Write the table there too." };
Option<string[]> only = new("--only") { Description = "Cases whose names contain this; may be given again." };
Option<int> seconds = new("--milliseconds") { Description = "How long each case is measured.", DefaultValueFactory = _ => 1500 };

Option<bool> subsets = new("--subsets") { Description = "Instead: every subset of the features, with our program alone." };
Command rules = new("rules", "Goes through the rules of virtio-gpu and vhost-user with both back-ends and prints what they do.") { ours, peer, output, only, subsets };
rules.SetAction(parsed => RuleRun.Run(Targets(parsed, "--virgl"), parsed.GetValue(only) ?? [], parsed.GetValue(subsets), parsed.GetValue(output)));
Command speed = new("speed", "Times 2D commands with both back-ends and prints wall and processor time.") { ours, peer, output, only, seconds };
speed.SetAction(parsed => SpeedRun.Run(Targets(parsed), parsed.GetValue(only) ?? [], parsed.GetValue(seconds), parsed.GetValue(output)));
Option<int> count = new("--contexts") { Description = "Contexts that draw at once.", DefaultValueFactory = _ => 2 };
Command contexts = new("contexts", "Times draws of one context and of several at once, on one thread and on several, with virglhost alone.") { ours, output, seconds, count };
contexts.SetAction(parsed => ContextRun.Run(
    threads => new Target($"{threads} threads", parsed.GetValue(ours)!, ["--log-level", "error", "--virgl", "--context-threads", $"{threads}"]),
    parsed.GetValue(count), parsed.GetValue(seconds), parsed.GetValue(output)));
return new RootCommand("Plays QEMU and a guest's driver towards virglhost and towards QEMU's own vhost-user-gpu.") { rules, speed, contexts }.Parse(args).Invoke();

Target[] Targets(ParseResult parsed, params string[] arguments)
    => [new Target("virglhost", parsed.GetValue(ours)!, ["--log-level", "error", .. arguments]), new Target("QEMU's", parsed.GetValue(peer)!, [])];
