using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Activities;
using StartupOrchestrator.Workflows.Execution;
using StartupOrchestrator.Workflows.Tests.Support;
using static StartupOrchestrator.Workflows.Tests.StartUp.OneStep;

namespace StartupOrchestrator.Workflows.Tests.StartUp;

/// <summary>What a step tells the rest of its plan: each output that it declares, by the name under which it declares it.</summary>
public sealed class StepOutputTests
{
    private const string Visited = "{'first':'2026-03-20','date':'2026-03-20','place':'remote'}";

    public static TheoryData<string> Types => [.. ActivityRegistry.Default.Newest.Where(a => a.Type.StartsWith("Startup.", StringComparison.Ordinal) && a.Outputs.Count > 0).Select(a => a.Type["Startup.".Length..])];

    [Theory, MemberData(nameof(Types))]
    public void Step_gives_the_outputs_that_it_declares_and_no_other(string type) =>
        Assert.Equal(ActivityRegistry.Default.Find("Startup." + type)!.Outputs.Select(o => o.Name).Order(StringComparer.Ordinal), Outputs(Whole(type)).Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Visit_tells_the_day_on_which_it_took_place()
    {
        var step = Visit().Fact("done", Result(null, Visited)).Fact("done", Result("Chosen", Visited)).Fact("done", Result("Held"));

        Assert.Equal("\"2026-03-20\"", Outputs(step.Steps)["On"]);
    }

    [Fact]
    public void Task_that_was_given_up_tells_that_nobody_answered()
    {
        var step = new OneStep("AssignTask", "", ("kind", "k"), ("title", "t"), ("assignee", "CRA"), ("giveUpAfter", 2)).Timer("give-up");

        Assert.Equal("\"NoAnswer\"", Outputs(step.Steps)["Outcome"]);
    }

    [Fact]
    public void Task_tells_outcome_answers_and_the_day_or_today_where_the_fact_does_not_say()
    {
        var told = Result("Signed", "{'a':1}");
        told["on"] = "2026-03-09";

        Assert.Equal("Answers {\"a\":1}, CompletedOn \"2026-03-09\", Outcome \"Signed\"", Said(Task().Fact("done", told)));
        Assert.Equal("Answers {}, CompletedOn \"2026-03-12\", Outcome \"Done\"", Said(Task().Fact("done", Result("Done"))));
    }

    [Fact]
    public void Submission_tells_its_decision_and_day()
    {
        var step = new OneStep("AwaitSubmission", "", ("submission", "submission/s")).Fact("decided", new JsonObject { ["decision"] = "approved-with-conditions", ["on"] = "2026-03-09" });

        Assert.Equal("Decision \"ApprovedWithConditions\", On \"2026-03-09\"", Said(step));
    }

    [Fact]
    public void Decisions_of_several_are_told_one_by_one_with_day_and_answers_and_what_was_left_out()
    {
        var step = new OneStep("AskSeveral", "", ("kind", "k"), ("title", "t"), ("roles", new JsonArray("SUL", "MED")), ("need", "all"));
        var told = Result("Approved", "{'a':1}");
        told["on"] = "2026-03-09";
        step.Fact("done:SUL", told).Fact("skipped:MED");

        Assert.Equal("""Agreed 1, Decisions [{"role":"SUL","outcome":"Approved","on":"2026-03-09","answers":{"a":1}},{"role":"MED","outcome":"LeftOut","on":null,"answers":{}}]""", Said(step));
        Assert.Contains("'0' is no number of roles that are needed. Write all, any, or a number from 1", new OneStep("AskSeveral", "", ("kind", "k"), ("title", "t"), ("roles", new JsonArray("SUL")), ("need", "0")).Blocked, StringComparison.Ordinal);
        Assert.Contains("'some' is no number", new OneStep("AskSeveral", "", ("kind", "k"), ("title", "t"), ("roles", new JsonArray("SUL")), ("need", "some")).Blocked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("received"), InlineData("in-review"), InlineData("approved"), InlineData("effective"), InlineData("not-applicable"), InlineData("waived")]
    public void Requested_document_has_arrived_by_any_status_behind_the_request(string status)
    {
        var step = new OneStep("RequestDocument", "", ("documents", JsonNode.Parse("[{\"document\":\"document/a\"}]")));

        Assert.Contains($"status:{status}", step.Steps.Effects.OfType<AwaitFact>().Single(a => a.Actor == "document/a").Fact.Split('|'));
    }

    [Fact]
    public void Moved_visit_is_tried_again_under_the_next_number_of_the_same_entry()
    {
        var step = Visit();
        for (var i = 0; i < 2; i++) step.Fact("done", Result(null, Visited)).Fact("done", Result("Chosen", Visited)).Fact("done", Result(i == 0 ? "Moved" : "Held"));

        Assert.Equal(["0", "1"], step.Steps.Effects.OfType<HostCall>().Select(c => c.Payload["sequence"]!.ToJsonString()));
        Assert.Equal("""{"sponsor":"acme","study":"a1","country":"PL","site":"a1-pl-01","visit":"siv","title":"Initiation","place":"remote","start":"2026-03-20T09:00:00","end":"2026-03-20T13:00:00","zone":"UTC","roles":["SC","PI","CRA"],"cancelled":false}""",
            step.Steps.Effects.OfType<HostCall>().Last().Payload["data"]!.ToJsonString());
        Assert.Equal(["visit-propose", "visit-choose", "visit-confirm"], step.Steps.Effects.OfType<TellActor>().Select(t => (string?)t.Command["data"]!["code"]).OfType<string>().Distinct());
        Assert.All(step.Steps.Effects.OfType<TellActor>().Where(t => (string?)t.Command["type"] == "task.create"), t => Assert.Equal(("siv", "visit"), ((string?)t.Command["data"]!["parameters"]!["visit"], (string?)t.Command["data"]!["kind"])));
    }

    private static Steps Whole(string type)
    {
        var step = type switch
        {
            "AssignTask" => Task().Fact("done", Result("Signed")),
            "Approval" => new OneStep(type, "", ("kind", "k"), ("title", "t"), ("approver", "SPO")).Fact("done", Result("Approved")),
            "AskSeveral" => new OneStep(type, "", ("kind", "k"), ("title", "t"), ("roles", new JsonArray("SUL"))).Fact("done:SUL", Result("Approved")),
            "ScheduleVisit" => Visit().Fact("done", Result(null, Visited)).Fact("done", Result("Chosen", Visited)).Fact("done", Result("Held")),
            "AwaitDocument" => new OneStep(type, "", ("document", "document/d")).Fact("status:approved"),
            "AwaitMilestone" => new OneStep(type, "", ("code", "SI-160")).Fact("milestone:SI-160", new JsonObject { ["on"] = "2026-03-01" }),
            "AwaitStatus" => new OneStep(type, "", ("statuses", new JsonArray("approved"))).Fact("status:approved"),
            "AwaitSubmission" => new OneStep(type, "", ("submission", "submission/s")).Fact("decided", new JsonObject { ["decision"] = "refused", ["on"] = "2026-03-01" }),
            "ExpectDocuments" => new OneStep(type, "", ("documents", JsonNode.Parse("[{\"type\":\"cv\"}]"))),
            "OpenContract" => new OneStep(type, "").Fact("exists"),
            "OpenSubmission" => new OneStep(type, "", ("submissionType", "authority")).Fact("exists"),
            "StartPlan" => new OneStep(type, "", ("definition", "plan")),
            "StartPlans" => new OneStep(type, "", ("definition", "plan"), ("items", new JsonArray(new JsonObject { ["a"] = 1 }))),
            _ => throw new InvalidOperationException($"Say here how {type} comes to its end."),
        };
        foreach (var wait in step.Steps.State.Bookmarks.Where(b => b.Kind is BookmarkKinds.Fact or BookmarkKinds.Child).ToList())
            step.Steps.Take(wait.Kind == BookmarkKinds.Child ? new ChildEnded(wait.Name, InstanceSubStatus.Finished, new Dictionary<string, JsonNode?>()) : new FactHolds(wait.Id));
        return step.Steps;
    }

    private static Dictionary<string, string> Outputs(Steps steps) =>
        steps.Facts.Where(f => f.Kind == FactKinds.OutputGiven).ToDictionary(f => (string)f.Data!["name"]!, f => f.Data!["value"]?.ToJsonString() ?? "null");

    private static string Said(OneStep step) => string.Join(", ", Outputs(step.Steps).OrderBy(o => o.Key, StringComparer.Ordinal).Select(o => $"{o.Key} {o.Value}"));

    private static OneStep Task() => new("AssignTask", "", ("kind", "k"), ("title", "t"), ("assignee", "CRA"), ("outcomes", new JsonArray("Signed", "Declined")));

    private static OneStep Visit() => new("ScheduleVisit", "", ("visit", "siv"), ("title", "Initiation"), ("host", "CRA"), ("contact", "SC"));
}
