using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Sites;
using StartupOrchestrator.Workflows.Activities.StartUp.Shared;
using StartupOrchestrator.Workflows.Execution;
using Advance = StartupOrchestrator.Domain.Sites.AdvanceSite;

namespace StartupOrchestrator.Workflows.Activities.StartUp;

/// <summary>Takes the site to another status. Where the status is not possible from where the site stands, a second one may be named.</summary>
[Activity("Startup.AdvanceSite", 1, "Status", "Takes the site to another status.", Label = "Site status")]
[Input("to", "String", Editor = "dropdown", Required = true, Label = "To", Options = [
    "cda-pending", "cda-executed", "surveyed", "qualifying", "qualified", "selected", "back-up", "not-selected", "declined", "in-start-up",
    "ready-for-siv", "initiated", "on-hold", "dropped", "closed"])]
[Input("reasonCode", "String", Label = "Reason", Description = "A code of the pick list; needed for not selected, declined, dropped, on hold and closed.")]
[Input("elseTo", "String", Label = "Else to", Description = "Tried when the first is not possible from the present status.")]
[Input("elseReasonCode", "String", Label = "Reason then")]
public sealed class AdvanceSite : AdvanceActivity
{
    /// <inheritdoc/>
    protected override ActorId Target(ActivityContext step) => PlanScope.Actor(step, "site");

    /// <inheritdoc/>
    protected override Command Command(string to, string? reasonCode) => new Advance(Choice<SiteStatus>(to, "status of a site"), ReasonCode: reasonCode);
}
