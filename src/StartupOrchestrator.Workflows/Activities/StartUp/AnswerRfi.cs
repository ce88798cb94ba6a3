using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Tasks;
using StartupOrchestrator.Workflows.Activities.StartUp.Shared;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Activities.StartUp;

/// <summary>Puts the answer to a request for information on a role's list, due well before the authority's date, and waits until it is recorded as answered.</summary>
[Activity("Startup.AnswerRfi", 1, "Submissions", "Has a request for information answered.", Label = "Answer RFI")]
[Input("submission", "String", Required = true, Label = "Submission", Description = "Its id.")]
[Input("owner", "String", Editor = "dropdown", Default = "REG", Label = "Who answers", Options = ["REG", "SUS", "MED"])]
[Input("rfi", "String", Editor = "dropdown", Default = "assessment", Label = "Kind", Options = ["validation", "assessment"])]
[Input("dueIn", "Int32", Default = 7, Label = "Due in (business days)", Description = "Ours; the authority's date stands on the submission.")]
[Input("typicalDays", "Double", Label = "Typical (P50, business days)")]
[Input("cautiousDays", "Double", Label = "Cautious (P80, business days)")]
[Outcome("Answered")]
[Waits("answer", "us", 7, 8)]
public sealed class AnswerRfi : TaskActivity
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        var submission = Id(step, "submission");
        Give(step, new TaskOrder("rfi-answer", step.Text("rfi") == "validation" ? "Answer the validation question" : "Answer the assessment questions", step.Text("owner")!)
        {
            Kind = "staff-task",
            What = "Triage on the first day, draft by the third, have it reviewed by the seventh, file it before the authority's date; then record the answer on the submission's page.",
            Why = "No answer in time can end the application.",
            DueIn = (int)step.Number("dueIn")!,
            EstimatedMinutes = 360,
            About = submission,
        });
        step.Waits.ForAny(submission.ToString(), ["status:rfi-answered", "status:submitted", "status:assessing", "decided"]);
    }

    /// <inheritdoc/>
    protected override void Arrived(ActivityContext step, string wait, JsonNode? payload)
    {
        if (wait is not ("status:rfi-answered" or "status:submitted" or "status:assessing" or "decided"))
        {
            base.Arrived(step, wait, payload);
            return;
        }

        if (Given(step) is { } task)
        {
            TellOnly(step, task, new CompleteTask());
            step.Remember("task", null);
        }

        step.Complete("Answered");
    }

    /// <summary>Ticked off on the list; the submission itself still waits to be recorded as answered.</summary>
    protected override void Done(ActivityContext step, JsonObject result)
    {
    }

    /// <inheritdoc/>
    protected override void Skipped(ActivityContext step)
    {
    }
}
