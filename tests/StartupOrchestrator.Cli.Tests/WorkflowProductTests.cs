using System.Text.Json.Nodes;

namespace StartupOrchestrator.Cli.Tests;

/// <summary>Workflow commands on a product: a definition comes in, is published, runs, is mended, moves to its next version, goes out again.</summary>
public sealed class WorkflowProductTests : IDisposable
{
    private readonly ShellRun shell = new();

    private string Data => shell.At("data");

    [Fact]
    public async Task A_definition_comes_in_runs_is_retried_moved_cancelled_and_goes_out_again()
    {
        var first = shell.File("first.json", Definition("one", fails: true));
        Assert.Contains("job is your draft", await FineAsync("import", first), StringComparison.Ordinal);
        Assert.Contains("Version 1 is published.", await FineAsync("publish", "job", "--note", "first"), StringComparison.Ordinal);
        Assert.Contains(JsonNode.Parse(await FineAsync("list", "--json"))!.AsArray(), d => (string?)d!["key"] == "job" && (string?)d["status"] == "published");

        Assert.Contains("runs on version 1.", await FineAsync("start", "job", "--input", "Who=Ann"), StringComparison.Ordinal);
        var plan = (await PlansAsync("--status", "blocked")).Single()!;
        var key = (string)plan["key"]!;
        var step = plan["details"]!["blocked"]![0]!;
        Assert.Equal(("Boom", "no luck"), ((string?)step["name"], (string?)step["message"]));
        Assert.Contains("    > one Ann", await FineAsync("steps", key), StringComparison.Ordinal);
        await FineAsync("retry", key, (string)step["id"]!, "--reason", "again");
        var again = (await PlansAsync("--status", "blocked")).Single()!["details"]!["blocked"]![0]!;
        await FineAsync("skip", key, (string)again["id"]!, "--reason", "not needed");
        Assert.Empty(await PlansAsync("--status", "blocked"));

        Assert.Contains("Nothing to migrate", await FineAsync("migrate", "job", "--version", "1"), StringComparison.Ordinal);
        await FineAsync("import", shell.File("second.json", Definition("two", fails: false)), "--publish", "--note", "second");
        Assert.Contains($"{key} (version 1) would move", await FineAsync("migrate", "job", "--version", "2"), StringComparison.Ordinal);
        Assert.Contains($"{key} (version 1) moved", await FineAsync("migrate", "job", "--version", "2", "--reason", "new words"), StringComparison.Ordinal);
        await FineAsync("event", "go");
        await FineAsync("plans", "--status", "finished");
        Assert.Contains("    > two Ann", await FineAsync("steps", key), StringComparison.Ordinal);

        await FineAsync("start", "job", "--input", "Who=Bob");
        var running = (string)(await PlansAsync("--status", "running")).Single()!["key"]!;
        await FineAsync("cancel", running, "--reason", "not wanted");
        Assert.Equal(running, (string?)(await PlansAsync("--status", "cancelled")).Single()!["key"]);

        await FineAsync("export", "job", "--output", shell.At("out.json"));
        var (code, diff, _) = await shell.RunAsync("workflow", "diff", shell.At("second.json"), shell.At("out.json"));
        Assert.Equal(0, code);
        Assert.DoesNotContain("+ ", diff, StringComparison.Ordinal);
        Assert.DoesNotContain("- ", diff, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_is_one_line_and_a_code_that_is_not_0()
    {
        await FineAsync("list");
        string[][] mistakes =
        [
            ["publish", "none", "--note", "x"], ["export", "none"], ["retract", "none", "1", "--reason", "x"], ["revert", "none", "1"], ["start", "none"],
            ["migrate", "none", "--version", "1"], ["steps", "none"], ["cancel", "none", "--reason", "x"], ["retry", "none", "1", "--reason", "x"], ["complete", "none/1"],
        ];
        foreach (var mistake in mistakes)
        {
            var (code, output, error) = await shell.RunAsync(["workflow", .. mistake, "--data", Data]);

            Assert.Equal((string.Join(' ', mistake), 1, ""), (string.Join(' ', mistake), code, output));
            Assert.Single(error.Trim().Split('\n'));
        }

        Assert.Equal(2, (await shell.RunAsync("workflow", "plans", "--status", "asleep", "--data", Data)).Code);
    }

    [Fact]
    public async Task A_file_that_is_refused_does_not_keep_the_others_out()
    {
        var unknown = shell.File("unknown.json", """{"definitionId":"u","root":{"id":"a","name":"Magic","type":"Acme.Magic"}}""");
        var good = shell.File("good.json", """{"definitionId":"g","root":{"id":"a","type":"Elsa.WriteLine"}}""");

        var (code, output, error) = await shell.RunAsync("workflow", "import", unknown, good, "--publish", "--note", "n", "--data", Data);

        Assert.Equal(1, code);
        Assert.Equal("good.json: g version 1 is published", output.Trim());
        Assert.StartsWith("unknown.json: ", error, StringComparison.Ordinal);
        Assert.Contains("Magic", error, StringComparison.Ordinal);
    }

    public void Dispose() => shell.Dispose();

    private static string Definition(string word, bool fails)
    {
        var boom = fails ? "Elsa.Fault" : "Elsa.WriteLine";
        return $$"""
            {"definitionId":"job","name":"Job","inputs":[{"type":"String","name":"Who"}],"root":{"id":"f","type":"Elsa.Flowchart","version":1,"activities":[
            {"id":"a","name":"Greet","type":"Elsa.WriteLine","version":1,"text":{"typeName":"String","expression":{"type":"JavaScript","value":"`{{word}} ${getInput('Who')}`"} } },
            {"id":"b","name":"Boom","type":"{{boom}}","version":1,"message":{"typeName":"String","expression":{"type":"Literal","value":"no luck"} } },
            {"id":"c","name":"Wait","type":"Elsa.Event","version":1,"eventName":{"typeName":"String","expression":{"type":"Literal","value":"go"} } },
            {"id":"d","name":"End words","type":"Elsa.WriteLine","version":1,"text":{"typeName":"String","expression":{"type":"JavaScript","value":"`{{word}} ${getInput('Who')}`"} } }],
            "connections":[{"source":{"activity":"a","port":"Done"},"target":{"activity":"b","port":"In"} },{"source":{"activity":"b","port":"Done"},"target":{"activity":"c","port":"In"} },{"source":{"activity":"c","port":"Done"},"target":{"activity":"d","port":"In"} }]} }
            """;
    }

    private async Task<JsonArray> PlansAsync(params string[] filter) => JsonNode.Parse(await FineAsync(["plans", .. filter, "--json"]))!.AsArray();

    private async Task<string> FineAsync(params string[] args)
    {
        var (code, output, error) = await shell.RunAsync(["workflow", .. args, "--data", Data]);
        Assert.True(code == 0, $"workflow {string.Join(' ', args)} ended with {code}: {error}");
        return output;
    }
}
