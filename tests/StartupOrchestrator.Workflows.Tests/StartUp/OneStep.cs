using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Definitions;
using StartupOrchestrator.Workflows.Execution;
using StartupOrchestrator.Workflows.Tests.Support;

namespace StartupOrchestrator.Workflows.Tests.StartUp;

/// <summary>A plan of one start-up step <c>x</c> for a site in Poland; each outcome asked for prints its name.</summary>
internal sealed class OneStep
{
    public static readonly JsonObject Site = new() { ["sponsor"] = "acme", ["study"] = "a1", ["country"] = "PL", ["site"] = "a1-pl-01" };

    public OneStep(string type, string outcomes, params (string Name, JsonNode? Value)[] inputs)
        : this(Site, [], type, outcomes, inputs)
    {
    }

    public OneStep(JsonObject facts, (string Name, JsonNode? Value)[] given, string type, string outcomes, params (string Name, JsonNode? Value)[] inputs)
    {
        var names = outcomes.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var step = Flow.Activity("x", "Startup." + type, [.. inputs.Select(i => (i.Name, i.Value is JsonObject wrapped && wrapped.ContainsKey("expression") ? i.Value : (JsonNode?)Flow.Input("Object", i.Value is JsonValue v && v.TryGetValue<string>(out var text) ? JsonValue.Create(text).ToJsonString() : i.Value?.ToJsonString())))]);
        var chart = Flow.Chart([step, .. names.Select(n => Flow.Line(n))], [.. names.Select(n => $"x:{n} -> {n}")]);
        Steps = new Steps(chart, new StepContext(Support.Steps.Noon) { Facts = facts, IncidentStrategy = IncidentStrategy.ContinueWithIncidents, RecordValues = true }).Start(given);
    }

    public Steps Steps { get; }

    /// <summary>The outcomes that were followed.</summary>
    public string Went => Steps.Printed;

    public bool IsOver => Steps.State.Status == InstanceStatus.Finished;

    public string Blocked => Assert.Single(Steps.State.Blocked).Message;

    /// <summary>Names of the open waits, without the one for refusals.</summary>
    public IEnumerable<string> Waits => Steps.State.Bookmarks.Select(b => b.Name).Where(n => n != "refusal");

    public IEnumerable<string> Told => Steps.Effects.OfType<TellActor>().Select(t => $"{t.Actor.Split('/')[0]} {(string?)t.Command["type"]}");

    public JsonNode LastTold => Steps.Effects.OfType<TellActor>().Last().Command["data"]!;

    /// <summary>A fact came: of a wait for several, the one named.</summary>
    public OneStep Fact(string fact, JsonNode? data = null)
    {
        var wait = Steps.State.Bookmarks.First(b => b.Name.Split('|').Contains(fact));
        Steps.Take(new FactHolds(wait.Id, wait.Name.Contains('|', StringComparison.Ordinal) ? new JsonObject { ["fact"] = fact, ["data"] = data } : data));
        return this;
    }

    public OneStep Timer(string name)
    {
        Steps.Take(new TimerFired(Steps.State.Bookmarks.Single(b => b.Name == name).Id));
        return this;
    }

    public OneStep Refused(string? message = null)
    {
        Steps.Take(new Resume(Steps.State.Bookmarks.Single(b => b.Name == "refusal").Id, message is null ? null : new JsonObject { ["target"] = "site/1", ["message"] = message }));
        return this;
    }

    public static JsonObject Result(string? outcome, string answers = "{}") => new() { ["outcome"] = outcome, ["answers"] = JsonNode.Parse(answers.Replace('\'', '"')) };
}
