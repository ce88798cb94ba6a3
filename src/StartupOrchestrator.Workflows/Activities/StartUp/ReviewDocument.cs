using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Tasks;
using StartupOrchestrator.Workflows.Activities.StartUp.Shared;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Activities.StartUp;

/// <summary>
/// Puts the review of a document on a role's list and waits for what is decided on the document itself. The decision is a
/// person's, never the plan's; where two must approve, the first approval has an outcome of its own.
/// </summary>
[Activity("Startup.ReviewDocument", 1, "Documents", "Has a document reviewed.", Label = "Review document")]
[Input("document", "String", Required = true, Label = "Document", Description = "Its id.")]
[Input("reviewer", "String", Editor = "dropdown", Default = "SUS", Label = "Reviewer", Options = ["SUS", "REG", "CRA", "CTA", "MED", "LEG"])]
[Input("second", "Boolean", Default = false, Label = "Second review", Description = "By another person than the first.")]
[Input("dueIn", "Int32", Default = 3, Label = "Due in (business days)")]
[Input("typicalDays", "Double", Label = "Typical (P50, business days)")]
[Input("cautiousDays", "Double", Label = "Cautious (P80, business days)")]
[Outcome("Approved", Share = 0.75)]
[Outcome("FirstApproved", Description = "A second person must approve, too.")]
[Outcome("Rejected", Share = 0.25)]
[Waits("review", "reviewer", 1, 3)]
public sealed class ReviewDocument : TaskActivity
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        var document = Id(step, "document");
        var second = step.Flag("second");
        Give(step, new TaskOrder(second ? "document-second-review" : "document-review", second ? "Review the document a second time" : "Review the document", step.Text("reviewer")!)
        {
            Kind = "document-review",
            What = "Check completeness, signature, date, version and legibility. Approve it or send it back on the document's page.",
            Why = second ? "IP release depends on it, so two people look at it." : "The site can correct it only when it hears what is wrong.",
            DueIn = (int)step.Number("dueIn")!,
            EstimatedMinutes = 10,
            About = document,
        });
        string[] decisions = [.. ((string[])["approved", "effective", "rejected", "requested", "not-applicable", "waived"]).Select(Status)];
        step.Waits.ForAny(document.ToString(), second ? decisions : [.. decisions, "first-approved"]);
    }

    /// <inheritdoc/>
    protected override void Arrived(ActivityContext step, string wait, JsonNode? payload)
    {
        var outcome = wait switch
        {
            "first-approved" => "FirstApproved",
            "status:approved" or "status:effective" or "status:not-applicable" or "status:waived" => "Approved",
            "status:rejected" or "status:requested" => "Rejected",
            _ => null,
        };
        if (outcome is null)
        {
            base.Arrived(step, wait, payload);
            return;
        }

        if (Given(step) is { } task)
        {
            TellOnly(step, task, new CompleteTask());
            step.Remember("task", null);
        }

        step.Complete(outcome);
    }

    /// <summary>Ticked off on the list; the document itself still waits for its decision.</summary>
    protected override void Done(ActivityContext step, JsonObject result)
    {
    }

    /// <inheritdoc/>
    protected override void Skipped(ActivityContext step)
    {
    }
}
