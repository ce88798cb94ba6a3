using System.Collections.Immutable;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Submissions;

namespace StartupOrchestrator.Workflows.Simulation.World;

/// <summary>Submissions: submitted by us, validated, questioned and decided by authority or committee.</summary>
internal static class SubmissionWorld
{
    public static IEnumerable<WorldAct> Next(World world, WorldItem item, IWorldView view)
    {
        var type = item.Row.Type ?? "";
        var application = item.Text("parent") is { } parent && ActorId.TryParse(parent, out var id) ? view.Find(id) : null;
        var state = $"{item.Row.Status}.{item.Number("rfiCount")}";
        switch (item.Row.Status)
        {
            case "ready" when application is null || application.Doc["submittedOn"] is not null:
                yield return world.Act(item, state, "submit", "REG", _ => new Submit());
                break;
            case "submitted" when application is not null:
                if (type != "ctr-decision" && application.Doc["validOn"] is not null)
                {
                    yield return world.Act(item, state, "validation", "REG", _ => new ValidationPassed());
                }
                else if (type == "ctr-decision" && item.Text("partsConcludedOn") is not null)
                {
                    yield return Decide(world, item, state);
                }

                break;
            case "submitted":
                yield return Validate(world, item, state);
                break;
            case "rfi-open":
                yield return world.Act(item, state, "rfi-answer", "REG", _ => new AnswerRfi());
                break;
            case "rfi-answered":
                yield return world.Act(item, state, "rfi-outcome", "REG", _ => new SetRfiOutcome(RfiOutcome.Accepted));
                break;
            case "assessing" when type == "ctr-decision" ? item.Text("partsConcludedOn") is not null : type != "ctr-initial":
                yield return type == "ctr-decision" ? Decide(world, item, state) : Assess(world, item, state);
                break;
        }
    }

    private static WorldAct Validate(World world, WorldItem item, string state)
    {
        var asks = item.Number("rfiCount") == 0 && world.Choose("validation", item, World.Key(item, state), "valid", "rfi") == "rfi";
        return world.Act(item, state, "validation", "REG", hands => asks
            ? new ReceiveRfi(RfiKind.Validation, Due: hands.Today.PlusDays(10))
            : new ValidationPassed());
    }

    private static WorldAct Assess(World world, WorldItem item, string state)
    {
        var asked = item.List("rfis").Any(r => (string?)r["kind"] == "assessment");
        if (!asked && world.Choose("assessment", item, World.Key(item, state), "decide", "rfi") == "rfi")
        {
            return world.Act(item, state, "assessment", "REG", hands => new ReceiveRfi(RfiKind.Assessment, Due: hands.Today.PlusDays(12)));
        }

        return Decide(world, item, state);
    }

    private static WorldAct Decide(World world, WorldItem item, string state)
    {
        var choice = world.Choose("decision", item, World.Key(item, state + ".decision"), "approved", "approved-with-conditions", "refused");
        var code = item.Row.Type switch { "ctr-decision" => "decision", "ethics-local" => "assessment-local", _ => "assessment" };
        return world.Act(item, state, code, "REG", hands => choice switch
        {
            "approved-with-conditions" => new DecideSubmission(SubmissionDecision.ApprovedWithConditions, Conditions: ImmutableArray.Create(hands.Seal("Explain the burden of the visits in the consent form."))),
            "refused" => new DecideSubmission(SubmissionDecision.Refused),
            _ => new DecideSubmission(SubmissionDecision.Approved),
        });
    }
}
