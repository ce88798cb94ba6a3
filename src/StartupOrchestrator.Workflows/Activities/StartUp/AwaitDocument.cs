using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Activities.StartUp.Shared;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Activities.StartUp;

/// <summary>Waits until a document has arrived, or is not needed, or counts: by the statuses asked for.</summary>
[Activity("Startup.AwaitDocument", 1, "Documents", "Waits for a document.", Label = "Wait for document")]
[Input("document", "String", Required = true, Label = "Document", Description = "Its id.")]
[Input("owner", "String", Editor = "dropdown", Default = "SC", Label = "From", Options = ["SC", "PI", "SI", "PHA", "LAB", "SAD", "SUS", "REG", "CTA"], Description = "Role that provides it.")]
[Input("until", "ICollection<String>", Label = "Until", Description = "Statuses; when empty: received or any later one.")]
[Output("Status", "String", "The status that came.")]
[Outcome("Received")]
[Outcome("Approved", Description = "Approved or in force.")]
[Outcome("Rejected")]
[Outcome("NotApplicable")]
[Outcome("Waived")]
[Input("typicalDays", "Double", Label = "Typical (P50, business days)")]
[Input("cautiousDays", "Double", Label = "Cautious (P80, business days)")]
[Waits("document", "site contact", 10, 25)]
public sealed class AwaitDocument : StartUpActivity
{
    private static readonly string[] Default = ["received", "in-review", "approved", "effective", "not-applicable", "waived"];

    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        var document = Id(step, "document").ToString();
        var statuses = step.List("until").Select(Values.Text).OfType<string>().ToArray();
        step.Waits.ForAny(document, (statuses.Length > 0 ? statuses : Default).Select(Status), new Wait(step.Text("owner")!, "document"));
    }

    /// <inheritdoc/>
    protected override void Arrived(ActivityContext step, string wait, JsonNode? payload)
    {
        var status = wait["status:".Length..];
        step.SetOutput("Status", status);
        step.Complete(status switch
        {
            "received" or "in-review" => "Received",
            "approved" or "effective" => "Approved",
            _ => Pascal(status),
        });
    }
}
