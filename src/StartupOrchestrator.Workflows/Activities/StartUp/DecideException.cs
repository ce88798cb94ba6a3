using StartupOrchestrator.Workflows.Activities.StartUp.Shared;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Activities.StartUp;

/// <summary>Puts the decision on an exception above the limit on the approver's list, and waits until it is recorded on the contract.</summary>
[Activity("Startup.DecideException", 1, "Contracts", "Has an exception to the limits decided.", Label = "Exception")]
[Input("contract", "String", Required = true, Label = "Contract", Description = "Its id.")]
[Input("track", "String", Editor = "dropdown", Default = "contract", Label = "Track", Options = ["contract", "budget"])]
[Input("approver", "String", Editor = "dropdown", Default = "LEG", Label = "Who decides", Options = ["LEG", "CTM", "BUD", "SPO"])]
[Input("dueIn", "Int32", Default = 5, Label = "Due in (business days)")]
[Input("typicalDays", "Double", Label = "Typical (P50, business days)")]
[Input("cautiousDays", "Double", Label = "Cautious (P80, business days)")]
[Outcome("Done")]
[Waits("exception", "approver", 3, 8)]
public sealed class DecideException : ContractActivity
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        var track = step.Text("track")!;
        Give(step, new TaskOrder($"{track}-exception", "Decide on an exception", step.Text("approver")!)
        {
            Kind = "approval",
            What = "Grant or refuse the exception on the contract's page.",
            Why = "What the site asks for lies above the limit of the negotiator.",
            DueIn = (int)step.Number("dueIn")!,
            EstimatedMinutes = 20,
            About = Id(step, "contract"),
        });
        Await(step, "us", $"{track}: exception", $"with-us:{track}", $"with-site:{track}", $"sent:{track}", $"agreed:{track}");
    }

    /// <inheritdoc/>
    protected override string? Outcome(string fact) =>
        fact.StartsWith("with-", StringComparison.Ordinal) || fact.StartsWith("sent:", StringComparison.Ordinal) || fact.StartsWith("agreed:", StringComparison.Ordinal) ? "Done" : null;
}
