using System.Text.Json.Nodes;

namespace StartupOrchestrator.Cli.Tests;

/// <summary>Workflow commands that work on files alone: what they print, and one clear line with an exit code for each mistake.</summary>
public sealed class WorkflowFileTests : IDisposable
{
    private const string Greeting = """
        {"definitionId":"greet","inputs":[{"type":"String","name":"Who"}],"root":{"id":"s","type":"Elsa.Sequence","activities":[
        {"id":"a","type":"Elsa.WriteLine","text":{"typeName":"String","expression":{"type":"JavaScript","value":"`Hello ${getInput('Who')}`"}}},
        {"id":"o","type":"Elsa.SetOutput","outputName":{"typeName":"String","expression":{"type":"Literal","value":"N"}},"outputValue":{"typeName":"Object","expression":{"type":"JavaScript","value":"1 + 1"}}}]}}
        """;

    private const string Stops = """
        {"definitionId":"stops","options":{"incidentStrategyType":"ContinueWithIncidentsStrategy"},"root":{"id":"b","name":"Boom","type":"Elsa.Fault","message":{"typeName":"String","expression":{"type":"Literal","value":"no luck"}}}}
        """;

    private readonly ShellRun shell = new();

    [Fact]
    public async Task Run_prints_what_the_workflow_prints_then_its_status_and_outputs()
    {
        var (code, output, _) = await shell.RunAsync("workflow", "run", shell.File("greet.json", Greeting), "--input", "Who=Ann");

        Assert.Equal(0, code);
        Assert.Equal(["Hello Ann", "Finished (Finished)", "  output N: 2"], Lines(output));
    }

    [Fact]
    public async Task Run_of_a_workflow_that_stops_fails_and_says_where_and_why()
    {
        var (code, output, _) = await shell.RunAsync("workflow", "run", shell.File("stops.json", Stops));

        Assert.Equal(1, code);
        Assert.Equal(["Running (Suspended)", "  blocked: Boom: no luck"], Lines(output));
    }

    [Theory]
    [InlineData("{\"a\":", "Not JSON (line 1")]
    [InlineData("", "It is empty.")]
    [InlineData("[]", "is a JSON object")]
    [InlineData("{\"a\":1}", "no root activity")]
    public async Task What_is_no_definition_is_one_line_that_names_the_file(string text, string why)
    {
        var file = shell.File("odd.json", text);
        foreach (var command in (string[][])[["run", file], ["diff", file, file], ["import", file, "--data", shell.At("never")]])
        {
            var (code, output, error) = await shell.RunAsync(["workflow", .. command]);

            Assert.Equal((1, ""), (code, output));
            var line = Assert.Single(Lines(error));
            Assert.StartsWith("odd.json: ", line, StringComparison.Ordinal);
            Assert.Contains(why, line, StringComparison.Ordinal);
            Assert.DoesNotContain("LineNumber", line, StringComparison.Ordinal);
        }

        Assert.Equal(1, (await shell.RunAsync("workflow", "validate", file)).Code);    }

    [Theory]
    [InlineData("run")]
    [InlineData("validate")]
    [InlineData("agree")]
    [InlineData("import")]
    public async Task A_missing_file_is_named(string command)
    {
        var (code, _, error) = await shell.RunAsync("workflow", command, shell.At("none.json"), "--data", shell.At("never"));

        Assert.Equal((1, $"There is no file {shell.At("none.json")}."), (code, error.Trim()));
    }

    [Fact]
    public async Task Validate_lets_files_use_each_other_and_names_what_is_unknown()
    {
        var child = shell.File("child.json", """{"definitionId":"child","name":"Child","options":{"usableAsActivity":true},"root":{"id":"w","type":"Elsa.WriteLine"}}""");
        var parent = shell.File("parent.json", """{"definitionId":"parent","root":{"id":"c","type":"Child","version":1,"workflowDefinitionId":"child"}}""");

        var together = await shell.RunAsync("workflow", "validate", parent, child);
        var alone = await shell.RunAsync("workflow", "validate", parent, "--json");

        Assert.Equal(0, together.Code);
        Assert.Equal(1, alone.Code);
        var result = JsonNode.Parse(alone.Output)![0]!;
        Assert.Equal(("parent.json", false, "error"), ((string?)result["file"], (bool)result["valid"]!, (string?)result["problems"]![0]!["severity"]));
        Assert.Contains("Child", (string?)result["problems"]![0]!["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Agree_lists_each_case_and_a_bad_one_fails_it()
    {
        const string good = """{"name":"one","definition":{"root":{"id":"w","type":"Elsa.WriteLine","text":"hi"}},"elsa":{"counter":{"status":"Finished","subStatus":"Finished","lines":["hi"]}}}""";
        var fine = await shell.RunAsync("workflow", "agree", shell.File("a.jsonl", good + "\n\n"), "--json");
        var bad = await shell.RunAsync("workflow", "agree", shell.File("b.jsonl", good + "\n{\"name\":\"two\",\"definition\":{}}\n"));
        var none = await shell.RunAsync("workflow", "agree", shell.File("c.jsonl", "\n"));
        var broken = await shell.RunAsync("workflow", "agree", shell.File("d.jsonl", good + "\n{"));

        var json = JsonNode.Parse(fine.Output)!;
        Assert.Equal((0, 1, 1), (fine.Code, (int)json["total"]!, (int)json["agree"]!));
        Assert.Equal("""{"name":"one","mode":"counter","status":"Finished","subStatus":"Finished","lines":["hi"],"agrees":true,"why":null,"fault":null}""", json["results"]![0]!.ToJsonString());
        Assert.Equal(1, bad.Code);
        Assert.Contains("two (counter)", bad.Output, StringComparison.Ordinal);
        Assert.Equal((1, "c.jsonl holds no case."), (none.Code, none.Error.Trim()));
        Assert.StartsWith("d.jsonl: Case 2 of the file: Not JSON", broken.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diff_says_what_was_added_removed_and_changed()
    {
        var one = shell.File("one.json", """{"definitionId":"x","root":{"id":"s","type":"Elsa.Sequence","activities":[{"id":"a","type":"Elsa.WriteLine","text":"old"},{"id":"b","type":"Elsa.End"}]}}""");
        var two = shell.File("two.json", """{"definitionId":"x","root":{"id":"s","type":"Elsa.Sequence","activities":[{"id":"a","type":"Elsa.WriteLine","text":"new"},{"id":"c","name":"Stop","type":"Elsa.Finish"}]}}""");

        var changed = await shell.RunAsync("workflow", "diff", one, two);
        var same = await shell.RunAsync("workflow", "diff", one, one);

        Assert.Equal(0, changed.Code);
        Assert.Contains("+ Stop (Elsa.Finish)", changed.Output, StringComparison.Ordinal);
        Assert.Contains("- b (Elsa.End)", changed.Output, StringComparison.Ordinal);
        Assert.Contains(Lines(changed.Output), l => l.StartsWith("~ a.text: ", StringComparison.Ordinal));
        Assert.Equal((0, "They are the same."), (same.Code, same.Output.Trim()));
    }

    [Fact]
    public async Task Docs_name_every_activity()
    {
        var (code, output, _) = await shell.RunAsync("workflow", "docs");

        Assert.Equal(0, code);
        Assert.Contains("Elsa.FlowJoin", output, StringComparison.Ordinal);
        Assert.Contains("Startup.AssignTask", output, StringComparison.Ordinal);
    }

    public void Dispose() => shell.Dispose();

    private static string[] Lines(string text) => text.TrimEnd().Split('\n');
}
