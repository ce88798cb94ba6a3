using StartupOrchestrator.Workflows.Activities.StartUp.Shared;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Activities.StartUp;

/// <summary>The ball is with the site: waits for its comments on contract or budget, or for its agreement. The site's office finds it as a task in its mail.</summary>
[Activity("Startup.NegotiateContract", 1, "Contracts", "Waits for the site's comments or agreement.", Label = "Negotiate")]
[Input("contract", "String", Required = true, Label = "Contract", Description = "Its id.")]
[Input("track", "String", Editor = "dropdown", Default = "contract", Label = "Track", Options = ["contract", "budget"])]
[Input("contact", "String", Editor = "dropdown", Default = "SAD", Label = "Who negotiates at the site", Options = ["SAD", "PI", "SC"])]
[Input("dueIn", "Int32", Default = 10, Label = "Due in (business days)")]
[Input("typicalDays", "Double", Label = "Typical (P50, business days)")]
[Input("cautiousDays", "Double", Label = "Cautious (P80, business days)")]
[Outcome("Agreed", Share = 0.4)]
[Outcome("Commented", Share = 0.58)]
[Outcome("Withdrawn", Share = 0.02)]
[Waits("round", "site", 10, 25)]
public sealed class NegotiateContract : ContractActivity
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        var track = step.Text("track")!;
        Give(step, new TaskOrder($"{track}-round", track == "budget" ? "Comment on the site budget or agree to it" : "Comment on the contract or agree to it", step.Text("contact")!)
        {
            Kind = "site-task",
            What = "Send your comments or your agreement to the contract specialist.",
            Why = "Negotiation is most of the time that start-up takes.",
            DueIn = (int)step.Number("dueIn")!,
            EstimatedMinutes = track == "budget" ? 45 : 90,
            EscalateTo = "CON",
            About = Id(step, "contract"),
        });
        Await(step, "site", $"{track}: comments or agreement", $"with-us:{track}", $"agreed:{track}");
    }

    /// <inheritdoc/>
    protected override string? Outcome(string fact) =>
        fact.StartsWith("with-us:", StringComparison.Ordinal) ? "Commented" : fact.StartsWith("agreed:", StringComparison.Ordinal) ? "Agreed" : null;
}
