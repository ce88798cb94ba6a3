using StartupOrchestrator.Workflows.Activities.StartUp.Shared;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Activities.StartUp;

/// <summary>The ball is with us: puts the answer on a role's list and waits until it is recorded, or until an exception is asked for.</summary>
[Activity("Startup.AnswerContract", 1, "Contracts", "Has our answer to the site's comments given.", Label = "Answer comments")]
[Input("contract", "String", Required = true, Label = "Contract", Description = "Its id.")]
[Input("track", "String", Editor = "dropdown", Default = "contract", Label = "Track", Options = ["contract", "budget"])]
[Input("assignee", "String", Editor = "dropdown", Default = "CON", Label = "Who answers", Options = ["CON", "BUD", "LEG"])]
[Input("dueIn", "Int32", Default = 5, Label = "Due in (business days)")]
[Input("typicalDays", "Double", Label = "Typical (P50, business days)")]
[Input("cautiousDays", "Double", Label = "Cautious (P80, business days)")]
[Outcome("Answered", Share = 0.85)]
[Outcome("Exception", Description = "An exception above the limit was asked for.", Share = 0.13)]
[Outcome("Withdrawn", Share = 0.02)]
[Waits("answer", "us", 4, 10)]
public sealed class AnswerContract : ContractActivity
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        var track = step.Text("track")!;
        Give(step, new TaskOrder($"{track}-answer", track == "budget" ? "Answer the site's budget comments" : "Answer the site's contract comments", step.Text("assignee")!)
        {
            Kind = "staff-task",
            What = "Accept, counter, or ask for an exception above the limit; record the answer on the contract's page.",
            Why = "The ball is with us.",
            DueIn = (int)step.Number("dueIn")!,
            EstimatedMinutes = 60,
            About = Id(step, "contract"),
        });
        Await(step, "us", $"{track}: our answer", $"with-site:{track}", $"exception-approval:{track}", $"agreed:{track}");
    }

    /// <inheritdoc/>
    protected override string? Outcome(string fact) =>
        fact.StartsWith("exception-approval:", StringComparison.Ordinal) ? "Exception"
        : fact.StartsWith("with-site:", StringComparison.Ordinal) || fact.StartsWith("agreed:", StringComparison.Ordinal) ? "Answered"
        : null;
}
