using System.Text.Json;
using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Persistence;
using StartupOrchestrator.Workflows.Activities;
using StartupOrchestrator.Workflows.Definitions;
using StartupOrchestrator.Workflows.Execution;
using StartupOrchestrator.Workflows.Tests.Support;

namespace StartupOrchestrator.Workflows.Tests.StartUp;

/// <summary>What is true of every input of every start-up step, whatever the step is about.</summary>
public sealed class StepInputTests
{
    /// <summary>For forecasts alone, or used only after something went wrong.</summary>
    private static readonly string[] NotSeen = ["typicalDays", "cautiousDays", "waitsOn", "elseTo", "elseReasonCode"];

    private static readonly Dictionary<string, (string One, string Other)> Values = new()
    {
        ["submission"] = ("'submission/s'", "'submission/t'"), ["document"] = ("'document/d'", "'document/e'"), ["contract"] = ("'contract/c'", "'contract/d'"),
        ["about"] = ("'document/d'", "'document/e'"), ["parent"] = ("'submission/p'", "'submission/q'"), ["on"] = ("'2026-03-01'", "'2026-03-02'"), ["code"] = ("'SI-160'", "'SI-170'"),
        ["roles"] = ("['SUL','MED']", "['SUL','REG']"), ["need"] = ("'any'", "'all'"), ["items"] = ("[{'a':1}]", "[{'a':2}]"), ["inputs"] = ("{'b':1}", "{'b':2}"), ["statuses"] = ("['approved']", "['greenlit']"),
        ["until"] = ("['rejected']", "['approved']"), ["requiredFor"] = ("['activation']", "['ip-release']"), ["choices"] = ("['A','B']", "['A','C']"), ["outcomes"] = ("['A','B']", "['A','C']"),
        ["reminders"] = ("[1]", "[2]"), ["escalateTo"] = ("'CTM'", "'SPO'"), ["form"] = ("[{'name':'a','label':'A','kind':'text'}]", "[{'name':'b','label':'B','kind':'text'}]"),
    };

    public static TheoryData<string, string> Defaults => Inputs(i => i.Default is not null);

    public static TheoryData<string, string> Seen => Inputs(i => !NotSeen.Contains(i.Name));

    [Theory, MemberData(nameof(Defaults))]
    public void Script_that_gives_nothing_is_as_an_input_left_out(string type, string input) =>
        Assert.Equal(Outline(type, input, null), Outline(type, input, Flow.Js("null")));

    [Theory, MemberData(nameof(Seen))]
    public void What_an_input_says_is_seen_outside(string type, string input)
    {
        var declared = Find(type).Inputs.Single(i => i.Name == input);
        Assert.NotEqual(Outline(type, input, Given(declared, first: true)), Outline(type, input, Given(declared, first: false)));
    }

    private static TheoryData<string, string> Inputs(Func<InputDescriptor, bool> wanted)
    {
        var rows = new TheoryData<string, string>();
        foreach (var activity in ActivityRegistry.Default.Newest.Where(a => a.Type.StartsWith("Startup.", StringComparison.Ordinal)))
            foreach (var input in activity.Inputs.Where(wanted)) rows.Add(activity.Type["Startup.".Length..], input.Name);
        return rows;
    }

    private static ActivityDescriptor Find(string type) => ActivityRegistry.Default.Find("Startup." + type)!;

    private static JsonObject Given(InputDescriptor input, bool first) => Flow.Input("Object", input switch
    {
        _ when Values.TryGetValue(input.Name, out var pair) => (first ? pair.One : pair.Other).Replace('\'', '"'),
        { Source.Options: { Length: > 0 } options } => JsonValue.Create(first ? options[0] : options[^1]).ToJsonString(),
        { Name: "documents" } => first ? """[{"document":"document/d","type":"cv"}]""" : """[{"document":"document/e","type":"gcp"}]""",
        { Type.Kind: ValueKind.Boolean } => first ? "true" : "false",
        { Type.Kind: ValueKind.Integer or ValueKind.Number } => first ? "11" : "13",
        _ => first ? "\"one\"" : "\"other\"",
    });

    /// <summary>All that the step asks of others while everything it waits for comes.</summary>
    private static string Outline(string type, string input, JsonObject? given)
    {
        List<(string Name, JsonObject Value)> inputs = [.. Find(type).Inputs.Where(i => i.Name != input && i.Source.Required).Select(i => (i.Name, Value: Given(i, first: true)))];
        if (given is not null) inputs.Add((input, given));
        if (type == "AwaitSubmission" && input == "owner") inputs.Add(("stage", Flow.Literal("submitted")));
        if (type == "PrepareSubmission" && input == "dueIn") inputs.Add(("assignee", Flow.Literal("REG")));
        var step = new OneStep(type, "", [.. inputs.Select(i => (i.Name, i.Value.DeepClone()))]);
        for (var round = 0; round < 4 && step.Steps.State.Bookmarks.FirstOrDefault(b => b.Kind == BookmarkKinds.Fact) is { } wait; round++)
            step.Fact(wait.Name.Split('|')[0], OneStep.Result("Approved", "{'first':'2026-03-20','date':'2026-03-20','place':'remote'}"));
        return string.Join('\n', step.Steps.Effects.Select(e => JsonSerializer.Serialize(e, DomainJson.Options)).Concat(step.Steps.State.Blocked.Select(b => b.Message)));
    }
}
