using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using StartupOrchestrator.Cli.Connection;
using StartupOrchestrator.Cli.Output;
using StartupOrchestrator.Workflows.Activities;
using StartupOrchestrator.Workflows.Definitions;
using StartupOrchestrator.Workflows.Instances;

namespace StartupOrchestrator.Cli.Commands;

/// <summary>workflow list, import, export, diff, publish, retract, revert, docs: definitions of a running product.</summary>
internal static class DefinitionCommands
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 1000 };
    private static readonly Argument<string> Key = new("KEY") { Description = "The definition, as 'startup workflow list' shows it" };
    private static readonly Argument<int> Version = new("VERSION") { Description = "Number of a published version" };

    public static IEnumerable<Command> All() => [List(), Import(), Export(), Diff(), Publish(), Retract(), Revert(), Docs()];

    private static Command List()
    {
        var command = new Command("list", "List the workflow definitions with the version that new plans start from.");
        command.SetAction(async (parsed, token) =>
        {
            var printer = Printer.For(parsed);
            await using var api = await ProductConnection.OpenAsync(parsed, token);
            var rows = (await api.GetAsync("definitions", token))!.AsArray();
            printer.Result(rows, () => printer.Table(rows, "No definition.", ("KEY", "key"), ("VERSION", "version"), ("STATUS", "status"), ("PUBLISHED", "publishedAt"), ("TITLE", "title")));
            return 0;
        });
        return command;
    }

    private static Command Import()
    {
        var files = new Argument<FileInfo[]>("FILE") { Description = "Workflow definitions (Elsa 3 JSON)", Arity = ArgumentArity.OneOrMore };
        var publish = new Option<bool>("--publish") { Description = "Publish at once; else they become your drafts" };
        var note = new Option<string?>("--note") { Description = "With --publish: what changed and why" };
        var command = new Command("import", "Bring definitions in from files of Elsa Studio or of this product.") { files, publish, note };
        command.SetAction(async (parsed, token) =>
        {
            var printer = Printer.For(parsed);
            var contents = parsed.GetValue(files)!.Select(f => (File: f, Content: WorkflowFiles.Json(f))).ToList();
            await using var api = await ProductConnection.OpenAsync(parsed, token);
            var results = new JsonArray();
            foreach (var (file, content) in contents)
            {
                results.Add(await ImportAsync(api, file, new JsonObject { ["content"] = content, ["publish"] = parsed.GetValue(publish), ["note"] = parsed.GetValue(note) }, printer, token));
            }

            printer.Result(results, () => { });
            return results.All(r => r!["error"] is null) ? 0 : 1;
        });
        return command;
    }

    /// <summary>One file; what is wrong with it does not keep the others out.</summary>
    private static async Task<JsonObject> ImportAsync(ApiClient api, FileInfo file, JsonObject body, Printer printer, CancellationToken token)
    {
        var line = new JsonObject { ["file"] = file.Name };
        try
        {
            foreach (var (name, value) in (JsonObject)(await api.PostAsync("definitions/import", body, token))!)
            {
                line[name] = value?.DeepClone();
            }

            printer.Say($"{file.Name}: {line["key"]} {(line["version"] is { } version ? $"version {version} is published" : "is your draft")}");
            foreach (var problem in line["problems"]!.AsArray())
            {
                printer.Say($"  {problem!["severity"]}: {problem["message"]} ({problem["activityName"] ?? problem["path"]})");
            }
        }
        catch (UserErrorException e)
        {
            line["error"] = e.Message;
            printer.Progress($"{file.Name}: {e.Message}");
        }

        return line;
    }

    private static Command Export()
    {
        var version = new Option<int?>("--version") { Description = "Published version; the newest when not given" };
        var output = new Option<FileInfo?>("--output") { Description = "File to write; standard output when not given" };
        var command = new Command("export", "Write a definition as a file that Elsa Studio opens.") { Key, version, output };
        command.SetAction(async (parsed, token) =>
        {
            await using var api = await ProductConnection.OpenAsync(parsed, token);
            var number = parsed.GetValue(version) is { } n ? $"?version={n}" : "";
            var text = (await api.GetAsync($"definitions/{Uri.EscapeDataString(parsed.GetValue(Key)!)}/export{number}", token))!.ToJsonString(Indented);
            if (parsed.GetValue(output) is { } file)
            {
                await File.WriteAllTextAsync(file.FullName, text + "\n", token);
            }
            else
            {
                await parsed.InvocationConfiguration.Output.WriteLineAsync(text);
            }

            return 0;
        });
        return command;
    }

    private static Command Diff()
    {
        var files = new Argument<FileInfo[]>("FILE") { Description = "Two files, older first", Arity = new ArgumentArity(2, 2) };
        var command = new Command("diff", "Say what is different between two definition files: activities, connections, members.") { files };
        command.SetAction(parsed =>
        {
            var printer = Printer.For(parsed);
            var two = parsed.GetValue(files)!;
            var changes = DefinitionChanges.Between(WorkflowFiles.Read(two[0]), WorkflowFiles.Read(two[1]));
            printer.Result(JsonSerializer.SerializeToNode(changes, JsonSerializerOptions.Web), () =>
            {
                List<string> lines = [.. changes.Added.Select(a => $"+ {a.Name ?? a.Id} ({a.Type})").Concat(changes.Removed.Select(a => $"- {a.Name ?? a.Id} ({a.Type})"))
                    .Concat(changes.Changed.SelectMany(a => a.Members.Select(m => $"~ {a.Name ?? a.Id}.{m.Name}: {m.From?.ToJsonString()} → {m.To?.ToJsonString()}")))
                    .Concat(changes.Connections).Concat(changes.Document.Select(m => $"~ {m.Name}: {m.From?.ToJsonString()} → {m.To?.ToJsonString()}"))];
                foreach (var line in lines.DefaultIfEmpty("They are the same."))
                {
                    printer.Say(line);
                }
            });
            return 0;
        });
        return command;
    }

    private static Command Publish()
    {
        var note = new Option<string>("--note") { Description = "What changed and why", Required = true };
        var command = new Command("publish", "Publish your draft as the next version.") { Key, note };
        command.SetAction((parsed, token) => PostAsync(parsed, "publish", new JsonObject { ["note"] = parsed.GetValue(note) }, answer => $"Version {answer?["answer"]?["version"]} is published.", token));
        return command;
    }

    private static Command Retract()
    {
        var reason = new Option<string>("--reason") { Description = "Why", Required = true };
        var command = new Command("retract", "Take a version back: no new plan starts from it; running ones stay.") { Key, Version, reason };
        command.SetAction((parsed, token) => PostAsync(parsed, $"versions/{parsed.GetValue(Version)}/retract", new JsonObject { ["reason"] = parsed.GetValue(reason) }, _ => "It is retracted.", token));
        return command;
    }

    private static Command Revert()
    {
        var command = new Command("revert", "Begin your draft from an old version.") { Key, Version };
        command.SetAction((parsed, token) => PostAsync(parsed, "revert", new JsonObject { ["version"] = parsed.GetValue(Version) }, _ => "Your draft has its content. Publish it when it is right.", token));
        return command;
    }

    private static Command Docs()
    {
        var output = new Option<FileInfo?>("--output") { Description = "File to write; standard output when not given" };
        var command = new Command("docs", "Write the page about all activities, as Markdown, from their declarations.") { output };
        command.SetAction(async (parsed, token) =>
        {
            if (parsed.GetValue(output) is { } file)
            {
                await File.WriteAllTextAsync(file.FullName, ActivityCatalog.ToMarkdown(), token);
            }
            else
            {
                await parsed.InvocationConfiguration.Output.WriteAsync(ActivityCatalog.ToMarkdown());
            }

            return 0;
        });
        return command;
    }

    private static async Task<int> PostAsync(ParseResult parsed, string act, JsonObject body, Func<JsonNode?, string> say, CancellationToken token)
    {
        var printer = Printer.For(parsed);
        await using var api = await ProductConnection.OpenAsync(parsed, token);
        var answer = await api.PostAsync($"definitions/{Uri.EscapeDataString(parsed.GetValue(Key)!)}/{act}", body, token);
        printer.Result(answer, () => printer.Say(say(answer)));
        return 0;
    }
}
