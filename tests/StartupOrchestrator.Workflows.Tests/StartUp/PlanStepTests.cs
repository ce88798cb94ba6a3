using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Tests.StartUp;

/// <summary>Steps that run other plans.</summary>
public sealed class PlanStepTests
{
    [Fact]
    public void Child_plan_inherits_pack_settings_and_zone_and_what_is_given_for_it()
    {
        (string, JsonNode?)[] given = [("pack", new JsonObject { ["country"] = "PL" }), ("settings", 1), ("timeZone", "UTC"), ("secret", "x")];
        var step = new OneStep(OneStep.Site, given, "StartPlan", "Done", ("definition", "site-start-up"), ("inputs", JsonNode.Parse("{\"rank\":3}")));

        var child = Assert.Single(step.Steps.Effects.OfType<StartChild>());
        Assert.Equal(("site-start-up", true), (child.DefinitionId, child.ReportsEnd));
        Assert.Equal(["pack", "settings", "timeZone", "rank", "scope"], child.Inputs.Keys);
        Assert.Equal(OneStep.Site.ToJsonString(), child.Inputs["scope"]!.ToJsonString());
    }

    [Theory]
    [InlineData("Finished", "{'$outcome':'Selected'}", "Selected"), InlineData("Finished", "{}", "Done")]
    public void Plan_goes_on_by_the_outcome_of_the_child(string status, string outputs, string went) =>
        Assert.Equal(went, End(Plan(), status, outputs).Went);

    [Theory]
    [InlineData("Faulted", "{}", "The plan 'p' was faulted. Retry"), InlineData("Cancelled", "{}", "The plan 'p' was cancelled. Retry"), InlineData("Faulted", "{'$error':'There is no plan p.'}", "There is no plan p. Retry")]
    public void Child_that_did_not_finish_is_a_blocked_step(string status, string outputs, string message) =>
        Assert.StartsWith(message, End(Plan(), status, outputs).Blocked, StringComparison.Ordinal);

    [Fact]
    public void Plan_without_a_name_is_told() => Assert.Equal(["Name the plan to run.", "Name the plan to run."], new[] { "StartPlan", "StartPlans" }.Select(t => new OneStep(t, "Done").Blocked));

    [Fact]
    public void One_plan_is_run_for_each_item_with_its_place_and_all_are_waited_for()
    {
        var items = JsonNode.Parse("[{\"site\":\"a1-pl-02\",\"rank\":1},{\"country\":\"CZ\"},{\"document\":\"document/d\"},{\"x\":1},7]");
        var step = new OneStep("StartPlans", "Done", ("definition", "p"), ("items", items), ("inputs", JsonNode.Parse("{\"kind\":\"new\"}")));
        var children = step.Steps.Effects.OfType<StartChild>().ToList();

        Assert.Equal(4, children.Select(c => c.ChildInstanceId).Distinct().Count());
        Assert.Equal([("PL", "a1-pl-02"), ("CZ", "a1-pl-01"), ("PL", "a1-pl-01"), ("PL", "a1-pl-01")], children.Select(c => ((string)c.Inputs["scope"]!["country"]!, (string)c.Inputs["scope"]!["site"]!)));
        Assert.Equal(["kind,rank,scope", "kind,scope", "kind,document,scope", "kind,x,scope"], children.Select(c => string.Join(",", c.Inputs.Keys)));

        foreach (var child in children)
        {
            Assert.False(step.IsOver);
            step.Steps.Take(new ChildEnded(child.ChildInstanceId, child == children[1] ? InstanceSubStatus.Cancelled : InstanceSubStatus.Finished,
                child == children[0] ? new Dictionary<string, JsonNode?> { ["$outcome"] = "Activated", ["on"] = "2026-09-01" } : null));
        }

        Assert.Equal("Done", step.Went);
    }

    [Fact]
    public void Results_name_each_item_by_its_site_document_country_or_number()
    {
        var step = new OneStep("StartPlans", "Done", ("definition", "p"), ("items", JsonNode.Parse("[{\"site\":\"s\",\"country\":\"CZ\"},{\"document\":\"document/d\",\"country\":\"CZ\"},{\"country\":\"CZ\"},{\"x\":1}]")));

        Assert.Equal(["s", "document/d", "CZ", "3"], step.Steps.State.Activities.Single(a => a.NodeId.EndsWith(":x", StringComparison.Ordinal)).Memory!["open"]!.AsObject().Select(p => (string?)p.Value));
        Assert.Equal("Done", new OneStep("StartPlans", "Done", ("definition", "p"), ("items", new JsonArray())).Went);
    }

    private static OneStep Plan() => new("StartPlan", "Selected Done", ("definition", "p"));

    private static OneStep End(OneStep step, string status, string outputs)
    {
        var child = step.Steps.Effects.OfType<StartChild>().Single();
        step.Steps.Take(new ChildEnded(child.ChildInstanceId, Enum.Parse<InstanceSubStatus>(status), JsonNode.Parse(outputs.Replace('\'', '"'))!.AsObject().ToDictionary(p => p.Key, p => p.Value)));
        return step;
    }
}
