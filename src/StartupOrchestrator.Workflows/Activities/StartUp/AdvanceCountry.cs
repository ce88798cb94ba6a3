using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Countries;
using StartupOrchestrator.Workflows.Activities.StartUp.Shared;
using StartupOrchestrator.Workflows.Execution;
using Advance = StartupOrchestrator.Domain.Countries.AdvanceCountry;

namespace StartupOrchestrator.Workflows.Activities.StartUp;

/// <summary>Takes the country to another status.</summary>
[Activity("Startup.AdvanceCountry", 1, "Status", "Takes the country to another status.", Label = "Country status")]
[Input("to", "String", Editor = "dropdown", Required = true, Label = "To", Options = [
    "selected", "preparing", "submitted", "under-review", "approved", "greenlit", "active", "on-hold", "withdrawn", "refused", "lapsed"])]
[Input("reasonCode", "String", Label = "Reason", Description = "Needed for on hold, withdrawn, refused and lapsed.")]
[Input("elseTo", "String", Label = "Else to", Description = "Tried when the first is not possible from the present status.")]
[Input("elseReasonCode", "String", Label = "Reason then")]
public sealed class AdvanceCountry : AdvanceActivity
{
    /// <inheritdoc/>
    protected override ActorId Target(ActivityContext step) => PlanScope.Actor(step, "country");

    /// <inheritdoc/>
    protected override Command Command(string to, string? reasonCode) => new Advance(Choice<CountryStatus>(to, "status of a country"), ReasonCode: reasonCode);
}
