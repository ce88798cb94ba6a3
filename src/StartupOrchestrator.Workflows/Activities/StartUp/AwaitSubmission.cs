using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Tasks;
using StartupOrchestrator.Workflows.Activities.StartUp.Shared;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Activities.StartUp;

/// <summary>
/// Waits for the next stage of a submission: submitted, found valid, decided. A request for information, a refusal, a
/// withdrawal or a lapse in between has an outcome of its own. Where a role is named, submitting is put on its list.
/// </summary>
[Activity("Startup.AwaitSubmission", 1, "Submissions", "Waits for a stage of a submission.", Label = "Wait for submission")]
[Input("submission", "String", Required = true, Label = "Submission", Description = "Its id.")]
[Input("stage", "String", Editor = "dropdown", Default = "decision", Label = "Until", Options = ["submitted", "validation", "decision", "conclusion"], Description = "conclusion: the decision alone, requests in between are another plan's.")]
[Input("owner", "String", Editor = "dropdown", Label = "Who submits", Options = ["REG", "SUS", "CTA"])]
[Input("typicalDays", "Double", Label = "Typical (P50, business days)")]
[Input("cautiousDays", "Double", Label = "Cautious (P80, business days)")]
[Output("Decision", "String", "The decision, as an outcome is named.")]
[Output("On", "String", "Its date.")]
[Outcome("Submitted")]
[Outcome("Valid")]
[Outcome("RfiOpen", Share = 0.4)]
[Outcome("Favourable", Description = "Approved, with or without conditions, or tacitly.")]
[Outcome("Approved", Share = 0.45)]
[Outcome("ApprovedWithConditions", Share = 0.1)]
[Outcome("Refused", Share = 0.03)]
[Outcome("Withdrawn", Share = 0.01)]
[Outcome("Lapsed", Share = 0.01)]
[Waits("decision", "authority or committee", 40, 75)]
public sealed class AwaitSubmission : TaskActivity
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        var submission = Id(step, "submission");
        var stage = step.Text("stage")!;
        var owner = step.Text("owner") ?? "";
        if (stage == "submitted" && owner.Length > 0)
        {
            Give(step, new TaskOrder("submission-submit", "Submit the package", owner)
            {
                Kind = "staff-task",
                What = "File it, then record the date and number on the submission's page.",
                Why = "The clock of the law starts with the submission.",
                DueIn = 2,
                EstimatedMinutes = 60,
                About = submission,
            });
        }

        var who = stage == "submitted" ? "us" : "authority";
        string[] facts = stage switch
        {
            "submitted" => ["submitted"],
            "validation" => ["valid", "status:assessing", "rfi-open"],
            "conclusion" => [],
            _ => ["rfi-open"],
        };
        step.Waits.ForAny(submission.ToString(), [.. facts, "decided"], new Wait(who, $"submission: {stage}"));
    }

    /// <inheritdoc/>
    protected override void Arrived(ActivityContext step, string wait, JsonNode? payload)
    {
        if (wait is not ("submitted" or "valid" or "status:assessing" or "rfi-open" or "decided"))
        {
            base.Arrived(step, wait, payload);
            return;
        }

        if (Given(step) is { } task)
        {
            TellOnly(step, task, new CompleteTask());
            step.Remember("task", null);
        }

        step.SetOutput("On", payload?["on"]?.DeepClone());
        switch (wait)
        {
            case "decided":
                Decided(step, payload);
                break;
            default:
                step.Complete(wait switch { "submitted" => "Submitted", "rfi-open" => "RfiOpen", _ => "Valid" });
                break;
        }
    }

    /// <summary>Ticked off on the list; the submission itself still waits to be recorded as submitted.</summary>
    protected override void Done(ActivityContext step, JsonObject result)
    {
    }

    /// <inheritdoc/>
    protected override void Skipped(ActivityContext step)
    {
    }

    private static void Decided(ActivityContext step, JsonNode? payload)
    {
        var decision = (string?)payload?["decision"] ?? "approved";
        var name = decision == "tacit" ? "Approved" : Pascal(decision);
        step.SetOutput("Decision", name);
        if (name is "Approved" or "ApprovedWithConditions")
        {
            step.Complete(name, "Favourable");
        }
        else
        {
            step.Complete(name);
        }
    }
}
