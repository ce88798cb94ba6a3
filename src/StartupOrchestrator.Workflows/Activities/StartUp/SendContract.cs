using StartupOrchestrator.Domain.Contracts;
using StartupOrchestrator.Workflows.Activities.StartUp.Shared;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Activities.StartUp;

/// <summary>Records that the drafts of contract and site budget went to the site.</summary>
[Activity("Startup.SendContract", 1, "Contracts", "Sends contract and site budget to the site.", Label = "Send contract")]
[Input("contract", "String", Required = true, Label = "Contract", Description = "Its id.")]
[Input("track", "String", Editor = "dropdown", Default = "both", Label = "What", Options = ["both", "contract", "budget"])]
[Waits("sent", "the plan", 0, 0)]
public sealed class SendContract : ContractActivity
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        var track = Choice<TrackChoice>(step.Text("track"), "track of a contract");
        Tell(step, Id(step, "contract"), new SendDraft(track));
        Await(step, "us", "contract sent", track == TrackChoice.Budget ? "sent:budget" : "sent:contract");
    }

    /// <inheritdoc/>
    protected override string? Outcome(string fact) => fact.StartsWith("sent:", StringComparison.Ordinal) ? "Done" : null;
}
