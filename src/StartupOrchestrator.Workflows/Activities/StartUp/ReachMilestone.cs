using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Countries;
using StartupOrchestrator.Domain.Milestones;
using StartupOrchestrator.Domain.Sites;
using StartupOrchestrator.Domain.Studies;
using StartupOrchestrator.Workflows.Activities.StartUp.Shared;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Activities.StartUp;

/// <summary>Records that a milestone is reached. A date recorded before stays as it is.</summary>
[Activity("Startup.ReachMilestone", 1, "Milestones", "Records the actual date of a milestone of site, country or study.", Label = "Reach milestone")]
[Input("code", "String", Required = true, Label = "Milestone", Description = "For example SI-160; empty does nothing.")]
[Input("on", "String", Label = "Date", Description = "Actual date, yyyy-MM-dd; today when empty.")]
[Waits("recorded", "the plan", 0, 0)]
public sealed class ReachMilestone : StartUpActivity
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        if (step.Text("code") is not { Length: > 0 } code)
        {
            step.Complete();
            return;
        }

        var actor = Owner(step, code);
        var on = Date(step, "on") ?? PlanCalendar.Today(step);
        Tell(step, actor, actor.Kind switch
        {
            ActorKind.Study => new SetStudyMilestone(code, MilestoneDateKind.Actual, on),
            ActorKind.StudyCountry => new SetCountryMilestone(code, MilestoneDateKind.Actual, on),
            _ => (Command)new SetSiteMilestone(code, MilestoneDateKind.Actual, on),
        });
        step.Waits.ForFact(actor.ToString(), "milestone:" + code);
    }

    /// <inheritdoc/>
    protected override void Arrived(ActivityContext step, string wait, JsonNode? payload) => step.Complete();

    /// <summary>Whose milestone it is: the code says so.</summary>
    internal static ActorId Owner(ActivityContext step, string code) => PlanScope.Actor(step, MilestoneCatalog.LevelOf(code) switch
    {
        ScopeLevel.Study => "study",
        ScopeLevel.Country => "country",
        ScopeLevel.Site => "site",
        ScopeLevel.Organisation or null => throw new ActivityFaultException($"'{code}' is no milestone: codes begin with ST-, CO- or SI-."),
    });
}
