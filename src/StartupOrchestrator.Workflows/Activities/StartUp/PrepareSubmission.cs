using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Submissions;
using StartupOrchestrator.Workflows.Activities.StartUp.Shared;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Activities.StartUp;

/// <summary>Has the package of a submission compiled and checked; then it is ready. Without a role it is ready at once: its package was compiled before.</summary>
[Activity("Startup.PrepareSubmission", 1, "Submissions", "Has the package of a submission compiled.", Label = "Prepare submission")]
[Input("submission", "String", Required = true, Label = "Submission", Description = "Its id.")]
[Input("assignee", "String", Editor = "dropdown", Label = "Who compiles", Options = ["REG", "SUS", "CTA"])]
[Input("dueIn", "Int32", Default = 6, Label = "Due in (business days)")]
[Input("typicalDays", "Double", Label = "Typical (P50, business days)")]
[Input("cautiousDays", "Double", Label = "Cautious (P80, business days)")]
[Waits("package", "whoever compiles", 3, 6)]
public sealed class PrepareSubmission : TaskActivity
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        var submission = Id(step, "submission");
        TellOnly(step, submission, new CompileSubmission());
        step.Waits.ForAny(submission.ToString(), ["status:ready", "submitted", "decided"]);

        if (step.Text("assignee") is { Length: > 0 } assignee)
        {
            Give(step, new TaskOrder("submission-package", step.Element.DisplayName ?? "Compile the package", assignee)
            {
                Kind = "staff-task",
                What = "Collect the documents, check versions and signatures, name and order the files.",
                Why = "What is missing now comes back as a question later.",
                DueIn = (int)step.Number("dueIn")!,
                EstimatedMinutes = 240,
                About = submission,
            });
        }
        else
        {
            TellOnly(step, submission, new SubmissionIsReady());
        }
    }

    /// <inheritdoc/>
    protected override void Arrived(ActivityContext step, string wait, JsonNode? payload)
    {
        if (wait is "status:ready" or "submitted" or "decided")
        {
            Withdraw(step, "recorded-on-submission");
            step.Complete();
            return;
        }

        base.Arrived(step, wait, payload);
    }

    /// <inheritdoc/>
    protected override void Done(ActivityContext step, JsonObject result) => TellOnly(step, Id(step, "submission"), new SubmissionIsReady());

    /// <inheritdoc/>
    protected override void Skipped(ActivityContext step) => Done(step, []);
}
