using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Definitions;
using StartupOrchestrator.Workflows.Execution;
using StartupOrchestrator.Workflows.Simulation;
using StartupOrchestrator.Workflows.Tests.Support;

namespace StartupOrchestrator.Workflows.Tests.Definitions;

public sealed class RoundTripTests
{
    private const string Lines = """
        {"id":"a","type":"Elsa.WriteLine","text":{"typeName":"String","expression":{"type":"Literal","value":"a"}}},
        {"id":"b","type":"Elsa.WriteLine","text":{"typeName":"String","expression":{"type":"Literal","value":"b"}}}
        """;

    [Theory]
    [InlineData("""[{"source":{"activity":"a","port":"Done"},"target":{"activity":"b","port":"In"}}]""")]
    [InlineData("""[{"Source":{"Activity":"a","Port":"Done"},"Target":{"Activity":"b","Port":"In"}}]""")]
    [InlineData("""[{"source":"a","sourcePort":"Done","target":"b","targetPort":"In"}]""")]
    [InlineData("""[{"source":{"activity":"a","port":null},"target":{"activity":"b"}}]""")]
    [InlineData("""{"$values":[{"source":{"activity":"a","port":"Done"},"target":{"activity":"b","port":"In"}}]}""")]
    [InlineData("""{"source":{"activity":"a","port":"Done"},"target":{"activity":"b","port":"In"}}""")]
    public void Every_encoding_of_connections_is_read_and_written_nested(string connections)
    {
        var definition = Read($$$"""{"definitionId":"d","root":{"id":"f","type":"Elsa.Flowchart","activities":[{{{Lines}}}],"connections":{{{connections}}}}}""");

        Assert.Equal(new Connection("a", "Done", "b"), Assert.Single(definition.Root.Connections));
        Assert.Equal(["a", "b"], WorkflowSimulator.Run([definition]).Lines);
        var written = definition.ToJson()["root"]!["connections"]![0]!;
        Assert.Equal(("a", "b", 0), ((string?)written["source"]!["activity"], (string?)written["target"]!["activity"], written["vertices"]!.AsArray().Count));
    }

    [Fact]
    public void Connection_without_an_end_is_kept_aside_and_reported()
    {
        var definition = Read($$$"""{"definitionId":"d","root":{"id":"f","type":"Elsa.Flowchart","activities":[{{{Lines}}}],"connections":[{"source":"a","target":"gone"}]}}""");

        Assert.Empty(definition.Root.Connections);
        Assert.Equal("lost-connection", Assert.Single(definition.Problems).Code);
        Assert.Single(definition.ToJson()["root"]!["customProperties"]!["notFoundConnections"]!.AsArray());
    }

    [Fact]
    public void Old_spellings_are_rewritten()
    {
        var definition = Read("""
            {"definitionId":"d","usableAsActivity":true,"root":{"id":"s","type":"Elsa.Sequence","activities":[
              {"id":"e","type":"Elsa.Event","canStartWorkflow":true,"runAsynchronously":false,"eventName":"raw"},
              {"id":"f","type":"Elsa.ForEach","customProperties":{"CanStartWorkflow":true},"items":{"typeName":"Object","expression":{"type":"Json","value":"[1]"}}}]}}
            """);

        var document = definition.ToJson();
        Assert.Equal("$schema", document.First().Key);
        Assert.True(definition.Options.UsableAsActivity);
        Assert.Null(document["usableAsActivity"]);
        var (e, f) = (document["root"]!["activities"]![0]!, document["root"]!["activities"]![1]!);
        Assert.Equal((true, null, "Workflow1:s:e"), ((bool)e["customProperties"]!["canStartWorkflow"]!, e["canStartWorkflow"], (string?)e["nodeId"]));
        Assert.Equal((true, "Object"), ((bool)f["customProperties"]!["canStartWorkflow"]!, (string?)f["items"]!["expression"]!["type"]));
        Assert.All(definition.Root.Children, c => Assert.True(c.Activity.CanStartWorkflow));
    }

    [Fact]
    public void Unknown_activities_and_members_are_kept_word_for_word()
    {
        const string unknown = """{"magic":{"deep":[1,{"x":null}]},"list":[true,"ä"],"n":1.50}""";
        var definition = Read($$$"""{"definitionId":"d","vendor":{{{unknown}}},"root":{"id":"s","type":"Elsa.Sequence","activities":[{"id":"u","type":"Acme.Magic","version":7,"settings":{{{unknown}}}}]}}""");

        var document = JsonNode.Parse(DefinitionWriter.Write(definition))!;

        Assert.Equal(unknown, document["vendor"]!.ToJsonString(Relaxed));
        Assert.Equal(unknown, document["root"]!["activities"]![0]!["settings"]!.ToJsonString(Relaxed));
    }

    [Fact]
    public void Activities_without_id_and_version_are_activities()
    {
        var definition = Read("""
            {"definitionId":"d","root":{"type":"Elsa.Sequence","activities":[{"type":"Elsa.WriteLine","text":"one"},
              {"type":"Elsa.If","condition":true,"then":{"type":"Elsa.WriteLine","text":"two"}},{"type":"Elsa.WriteLine","text":"three"}]}}
            """);

        Assert.Equal(["one", "two", "three"], WorkflowSimulator.Run([definition]).Lines);
    }

    [Fact]
    public void Members_of_the_document_are_read_in_any_case()
    {
        var definition = Read("""{"DefinitionId":"d","Name":"N","VERSION":3,"Variables":[{"id":"v","name":"V","typeName":"Int32","value":"2"}],"Root":{"id":"w","type":"Elsa.WriteLine","text":"hi"}}""");

        Assert.Equal(("d", "N", 3, "V"), (definition.DefinitionId, definition.Name, definition.Version, definition.Variables[0].Name));
        Assert.Equal(["hi"], WorkflowSimulator.Run([definition]).Lines);
        Assert.Equal("d", (string?)definition.ToJson()["definitionId"]);
    }

    [Fact]
    public void A_placeholder_for_an_unknown_activity_is_the_activity_again()
    {
        var definition = Read("""
            {"definitionId":"d","root":{"id":"s","type":"Elsa.Sequence","activities":[
              {"id":"a","type":"Elsa.NotFoundActivity","version":1,"missingTypeName":"Elsa.WriteLine","originalActivityJson":"{\"id\":\"old\",\"type\":\"Elsa.WriteLine\",\"text\":\"healed\"}","metadata":{"designer":{"position":{"x":7}},"displayText":"Not Found"}},
              {"id":"b","type":"Elsa.NotFoundActivity","missingTypeName":"Acme.X","originalActivityJson":"{ not json"}]}}
            """);

        var written = definition.ToJson()["root"]!["activities"]!;
        Assert.Equal(("a", "Elsa.WriteLine", 7), ((string?)written[0]!["id"], (string?)written[0]!["type"], (int)written[0]!["metadata"]!["designer"]!["position"]!["x"]!));
        Assert.Null(written[0]!["metadata"]!["displayText"]);
        Assert.Equal("Elsa.NotFoundActivity", (string?)written[1]!["type"]);
        Assert.Equal(["healed"], WorkflowSimulator.Run([definition]).Lines);
    }

    [Theory]
    [InlineData(28)]
    [InlineData(100)]
    public void Deeply_nested_containers_are_read_written_and_run(int levels)
    {
        var root = """{"id":"w","type":"Elsa.WriteLine","text":"deep"}""";
        for (var i = 0; i < levels; i++) root = $$"""{"id":"s{{i}}","type":"Elsa.Sequence","activities":[{{root}}]}""";
        var definition = Read($$"""{"definitionId":"d","root":{{root}}}""");

        Assert.Equal(["deep"], WorkflowSimulator.Run([definition]).Lines);
        Assert.True(JsonNode.DeepEquals(definition.ToJson(), Read(DefinitionWriter.Write(definition)).ToJson()));
    }

    [Fact]
    public void Inputs_follow_the_reading_rules()
    {
        var definition = Read("""
            {"definitionId":"d","root":{"id":"s","type":"Elsa.Sequence","activities":[
              {"id":"a","type":"Elsa.WriteLine","text":"raw"},
              {"id":"b","type":"Elsa.WriteLine","text":{"expression":{"type":"Literal","value":"no type name"}}},
              {"id":"c","type":"Elsa.WriteLine","text":{"typeName":"String","expression":{"type":"Cobol","value":"x"}}},
              {"id":"e","type":"Elsa.WriteLine","text":null}]}}
            """);

        Assert.Equal(["raw"], WorkflowSimulator.Run([definition]).Lines);
    }

    [Fact]
    public void Variables_are_converted_and_those_of_unknown_types_left_out()
    {
        var definition = Read("""
            {"definitionId":"d","variables":[{"id":"1","name":"N","typeName":"Int32","value":"7"},{"id":"2","name":"L","typeName":"String","isArray":true,"value":"[\"x\"]"},
              {"id":"3","name":"Bad","typeName":"Acme.Type, Acme","value":"1"},{"id":"4","name":"O","typeName":"JSON","value":"{\"k\":1}"}],
             "root":{"id":"w","type":"Elsa.WriteLine","text":{"typeName":"String","expression":{"type":"JavaScript","value":"`${getN() + 1}${getL()[0]}${getO().k}`"}}}}
            """);

        Assert.Equal(["N", "L", "O"], definition.Variables.Select(v => v.Name));
        Assert.Equal("unknown-type", Assert.Single(definition.Problems).Code);
        Assert.Equal(["8x1"], WorkflowSimulator.Run([definition]).Lines);
    }

    [Fact]
    public void Any_activity_may_be_the_root_and_containers_have_variables()
    {
        var definition = Read("""
            {"definitionId":"d","root":{"id":"s","type":"Elsa.Sequence","variables":[{"id":"v","name":"V","typeName":"String","value":"inner"}],"activities":[
              {"id":"w","type":"Elsa.WriteLine","text":{"typeName":"String","expression":{"type":"Variable","value":{"id":"v","name":"V"}}}}]}}
            """);

        Assert.Equal(["inner"], WorkflowSimulator.Run([definition]).Lines);
    }

    [Theory]
    [InlineData("{", "line 1")]
    [InlineData("[]", "JSON object")]
    [InlineData("{\"id\":\"x\"}", "no root activity")]
    public void Text_that_is_no_definition_is_refused_with_the_reason(string text, string reason) =>
        Assert.Contains(reason, Assert.Throws<DefinitionFormatException>(() => Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Real_and_recorded_definitions_survive_reading_and_writing()
    {
        var texts = Directory.GetFiles(SharedData.Require("elsa-definitions"), "*.json", SearchOption.AllDirectories).Select(File.ReadAllText)
            .Concat(File.ReadLines(SharedData.Require("elsa-cases.jsonl")).Select(l => JsonNode.Parse(l)!["definition"]!.ToJsonString())).ToList();
        Assert.True(texts.Count > 100);
        foreach (var text in texts)
        {
            var written = DefinitionWriter.Write(Read(text));

            Assert.Equal(written, DefinitionWriter.Write(Read(written)));
            var graph = WorkflowGraph.Build(Read(written));
            Assert.Equal(WorkflowGraph.Build(Read(text)).Nodes.Select(n => n.NodeId), graph.Nodes.Select(n => n.NodeId));
        }
    }

    private static readonly System.Text.Json.JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static WorkflowDefinition Read(string text) => DefinitionReader.Read(text);
}
