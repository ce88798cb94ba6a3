using System.CommandLine;
using System.Text.Json.Nodes;
using StartupOrchestrator.Cli.Connection;
using StartupOrchestrator.Cli.Output;

namespace StartupOrchestrator.Cli.Commands;

/// <summary>workflow start, plans, steps, cancel, retry, complete, event, migrate: running plans of a product.</summary>
internal static class PlanCommands
{
    private static readonly Argument<string> Plan = new("PLAN") { Description = "The plan, as 'startup workflow plans' shows it" };
    private static readonly Argument<string> Key = new("KEY") { Description = "The definition, as 'startup workflow list' shows it" };
    private static readonly Option<string> Reason = new("--reason") { Description = "Why", Required = true };

    public static IEnumerable<Command> All() => [Start(), Plans(), Steps(), Cancel(), Blocked("retry"), Blocked("skip"), Complete(), Event(), Migrate()];

    private static Command Start()
    {
        var inputs = new Option<string[]>("--input") { Description = "Input of the plan, name=value; the value is JSON or plain text" };
        var (study, site, correlation) = (new Option<string?>("--study"), new Option<string?>("--site"), new Option<string?>("--correlation"));
        var command = new Command("start", "Start a plan from the newest published version; it stays on that version.") { Key, inputs, study, site, correlation };
        command.SetAction((parsed, token) => PostAsync(parsed, $"definitions/{Escaped(parsed, Key)}/run", new JsonObject
        {
            ["inputs"] = WorkflowFiles.Inputs(parsed.GetValue(inputs)), ["study"] = parsed.GetValue(study), ["site"] = parsed.GetValue(site), ["correlation"] = parsed.GetValue(correlation),
        }, answer => $"Plan {answer?["key"]} runs on version {answer?["answer"]?["version"]}.", token));
        return command;
    }

    private static Command Plans()
    {
        var (definition, status) = (new Option<string?>("--definition") { Description = "Only plans of this definition" }, new Option<string?>("--status") { Description = "Only plans in this status" });
        status.AcceptOnlyFromAmong("running", "blocked", "cancelling", "finished", "faulted", "cancelled");
        var command = new Command("plans", "List running and ended plans.") { definition, status };
        command.SetAction(async (parsed, token) =>
        {
            var printer = Printer.For(parsed);
            await using var api = await ProductConnection.OpenAsync(parsed, token);
            var filter = string.Concat(new[] { ("type", parsed.GetValue(definition)), ("status", parsed.GetValue(status)) }.Where(f => f.Item2 is not null).Select(f => $"&{f.Item1}={Uri.EscapeDataString(f.Item2!)}"));
            var rows = await api.GetAllAsync($"plans?limit=1000{filter}", token);
            printer.Result(rows, () => printer.Table(rows, "No plan.", ("PLAN", "key"), ("DEFINITION", "code"), ("STATUS", "status"), ("STUDY", "study"), ("SITE", "site"), ("WAITS ON", "waitingOn"), ("TITLE", "title")));
            return 0;
        });
        return command;
    }

    private static Command Steps()
    {
        var command = new Command("steps", "Say what a plan did, step by step, with inputs and outputs.") { Plan };
        command.SetAction(async (parsed, token) =>
        {
            var printer = Printer.For(parsed);
            await using var api = await ProductConnection.OpenAsync(parsed, token);
            var all = new JsonArray();
            JsonNode? after = null;
            do
            {
                var page = (await api.GetAsync($"plans/{Escaped(parsed, Plan)}/steps?limit=1000&after={after ?? 0}", token))!;
                foreach (var step in page["items"]!.AsArray())
                {
                    all.Add(step!.DeepClone());
                }

                after = page["next"];
            }
            while (after is not null);
            printer.Result(all, () =>
            {
                foreach (var step in all)
                {
                    printer.Say($"{Printer.Minutes($"{step!["at"]}")}  {step["cause"]}{(step["outcome"] is { } outcome ? $", ended with {outcome}" : "")}");
                    Tell(printer, step["begun"], "began", "values");
                    Tell(printer, step["ended"], "ended", "outcomes");
                    Tell(printer, step["blocked"], "blocked", "message");
                    foreach (var line in step["lines"]!.AsArray())
                    {
                        printer.Say($"    > {line}");
                    }
                }
            });
            return 0;
        });
        return command;
    }

    private static Command Cancel()
    {
        var command = new Command("cancel", "Cancel a plan with everything that it waits for.") { Plan, Reason };
        command.SetAction((parsed, token) => PostAsync(parsed, $"plans/{Escaped(parsed, Plan)}/commands", new JsonObject { ["type"] = "plan.cancel", ["reason"] = parsed.GetValue(Reason) }, _ => "It is cancelled.", token));
        return command;
    }

    private static Command Blocked(string way)
    {
        var step = new Argument<string>("STEP") { Description = "The blocked step, as 'startup workflow plans --status blocked --json' shows it" };
        var command = new Command(way, way == "retry" ? "Try a blocked step again." : "Count a blocked step as done.") { Plan, step, Reason };
        command.SetAction((parsed, token) => PostAsync(
            parsed, $"plans/{Escaped(parsed, Plan)}/blocked-steps/{Uri.EscapeDataString(parsed.GetValue(step)!)}/{way}", new JsonObject { ["reason"] = parsed.GetValue(Reason) }, _ => "The plan went on.", token));
        return command;
    }

    private static Command Complete()
    {
        var task = new Argument<string>("TASK") { Description = "Id of the task, as the plan gave it out" };
        var result = new Option<string?>("--result") { Description = "What was done: JSON or plain text" };
        var command = new Command("complete", "Report a task of a RunTask activity as done.") { task, result };
        command.SetAction((parsed, token) =>
        {
            var id = parsed.GetValue(task)!;
            var plan = id.Contains('/', StringComparison.Ordinal) ? id[..id.IndexOf('/', StringComparison.Ordinal)] : throw new UserErrorException("TASK: write the whole id, plan/number.");
            var given = parsed.GetValue(result) is { } text ? WorkflowFiles.Inputs([$"r={text}"])["r"]?.DeepClone() : null;
            return PostAsync(parsed, $"plans/{Uri.EscapeDataString(plan)}/tasks/{Uri.EscapeDataString(id[(plan.Length + 1)..])}/complete", new JsonObject { ["result"] = given }, _ => "The plan went on.", token);
        });
        return command;
    }

    private static Command Event()
    {
        var name = new Argument<string>("NAME") { Description = "Name of the event, case-sensitive" };
        var (study, payload) = (new Option<string?>("--study") { Description = "Only plans of this study hear it" }, new Option<string?>("--payload") { Description = "What it brings: JSON or plain text" });
        var command = new Command("event", "Publish a named event to plans that wait for it and to definitions that start on it.") { name, study, payload };
        command.SetAction((parsed, token) => PostAsync(parsed, "plans/events", new JsonObject
        {
            ["name"] = parsed.GetValue(name), ["study"] = parsed.GetValue(study),
            ["payload"] = parsed.GetValue(payload) is { } text ? WorkflowFiles.Inputs([$"p={text}"])["p"]?.DeepClone() : null,
        }, _ => "It is published.", token));
        return command;
    }

    private static Command Migrate()
    {
        var version = new Option<int>("--version") { Description = "Version to move to", Required = true };
        var from = new Option<int?>("--from") { Description = "Only plans on this version" };
        var reason = new Option<string?>("--reason") { Description = "Why; without it nothing moves, and what would happen is said" };
        var command = new Command("migrate", "Move running plans to another version; without --reason only say what would happen.") { Key, version, from, reason };
        command.SetAction(async (parsed, token) =>
        {
            var printer = Printer.For(parsed);
            await using var api = await ProductConnection.OpenAsync(parsed, token);
            var why = parsed.GetValue(reason);
            var body = new JsonObject { ["version"] = parsed.GetValue(version), ["from"] = parsed.GetValue(from), ["reason"] = why };
            var report = (await api.PostAsync($"definitions/{Escaped(parsed, Key)}/migration{(why is null ? "/preview" : "")}", body, token))!;
            printer.Result(report, () =>
            {
                if (report["plans"]!.AsArray().Count == 0)
                {
                    printer.Say($"Nothing to migrate: no running plan of {parsed.GetValue(Key)} is on {(parsed.GetValue(from) is { } f ? $"version {f}" : "another version")}.");
                }

                foreach (var line in report["plans"]!.AsArray())
                {
                    var word = (bool)line!["moved"]! ? "moved" : (bool)line["possible"]! ? "would move" : "stays";
                    printer.Say($"{line["plan"]} (version {line["from"]}) {word}: {string.Join(" ", line[(bool)line["possible"]! ? "notes" : "refusals"]!.AsArray())}");
                }
            });
            return report["plans"]!.AsArray().All(l => (bool)l!["possible"]!) ? 0 : 1;
        });
        return command;
    }

    private static string Escaped(ParseResult parsed, Argument<string> argument) => Uri.EscapeDataString(parsed.GetValue(argument)!);

    private static void Tell(Printer printer, JsonNode? activities, string word, string member)
    {
        foreach (var activity in activities?.AsArray() ?? [])
        {
            printer.Say($"    {word} {activity!["name"] ?? activity["activity"]} {activity[member]?.ToJsonString()}");
        }
    }

    private static async Task<int> PostAsync(ParseResult parsed, string path, JsonObject body, Func<JsonNode?, string> say, CancellationToken token)
    {
        var printer = Printer.For(parsed);
        await using var api = await ProductConnection.OpenAsync(parsed, token);
        var answer = await api.PostAsync(path, body, token);
        printer.Result(answer, () => printer.Say(say(answer)));
        return 0;
    }
}
