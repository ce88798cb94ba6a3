using System.Globalization;
using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Workflows.Activities.StartUp.Shared;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Activities.StartUp;

/// <summary>
/// Starts one plan for each item — each country of a study, each site of a country, each document of a site — and waits for
/// all of them. Members of an item become inputs of its plan; <c>country</c> and <c>site</c> say for whom it works.
/// </summary>
[Activity("Startup.StartPlans", 1, "Plans", "Runs one plan for each item and waits for all.", Label = "Run plans")]
[Input("definition", "String", Required = true, Label = "Plan", Description = "Id of the published definition.")]
[Input("items", "ICollection<Object>", Required = true, Editor = "expression", Label = "Items", Description = "One plan each.")]
[Input("inputs", "Object", Editor = "expression", Label = "Inputs of all")]
[Output("Results", "Object", "For each item: key, outcome and outputs.")]
[Outcome("Done")]
[Waits("plans", "the plans", 60, 160)]
public sealed class StartPlans : StartUpActivity
{
    private const string Open = "open", Ended = "ended";

    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        var definition = step.Text("definition") ?? throw new ActivityFaultException("Name the plan to run.");
        var common = step.Map("inputs");
        var scope = PlanScope.Of(step);
        var open = new JsonObject();
        var index = 0;
        foreach (var item in step.List("items").OfType<JsonObject>())
        {
            var own = scope with { Country = (string?)item["country"] ?? scope.Country, Site = (string?)item["site"] ?? scope.Site };
            var given = common.Concat(item.Where(m => m.Key is not ("country" or "site")).Select(m => KeyValuePair.Create(m.Key, m.Value)));
            var child = step.Waits.ForChild(definition, ChildPlans.Inputs(step, given, own), step.CorrelationId, index);
            open[child] = Key(item, index++);
        }

        step.Remember(Open, open);
        if (index == 0)
        {
            Finish(step, []);
        }
    }

    /// <inheritdoc/>
    protected override void Arrived(ActivityContext step, string wait, JsonNode? payload)
    {
        var end = ChildPlans.Read(payload);
        var open = (JsonObject)(step.Recall(Open)?.DeepClone() ?? new JsonObject());
        var ended = (JsonObject)(step.Recall(Ended)?.DeepClone() ?? new JsonObject());
        var key = (string?)open[wait] ?? wait;
        open.Remove(wait);
        ended[key] = new JsonObject { ["outcome"] = end.Finished ? end.Outcome ?? "Done" : Pascal(end.Status), ["outputs"] = end.Outputs() };
        step.Remember(Open, open);
        step.Remember(Ended, ended);
        if (open.Count == 0)
        {
            Finish(step, ended);
        }
    }

    private static void Finish(ActivityContext step, JsonObject ended)
    {
        var results = ended.Select(e => (JsonNode?)new JsonObject
        {
            ["key"] = e.Key,
            ["outcome"] = e.Value!["outcome"]!.DeepClone(),
            ["outputs"] = e.Value["outputs"]!.DeepClone(),
        });
        step.SetOutput("Results", new JsonArray([.. results]));
        step.Complete();
    }

    private static string Key(JsonObject item, int index) =>
        (string?)item["site"] ?? (string?)item["document"] ?? (string?)item["country"] ?? index.ToString(CultureInfo.InvariantCulture);
}
