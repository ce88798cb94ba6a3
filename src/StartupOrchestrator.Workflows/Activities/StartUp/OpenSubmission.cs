using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Gates;
using StartupOrchestrator.Domain.Submissions;
using StartupOrchestrator.Workflows.Activities.StartUp.Shared;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Activities.StartUp;

/// <summary>Plans a submission for the plan's study, country or site. A named one can be found by other plans of the study.</summary>
[Activity("Startup.OpenSubmission", 1, "Submissions", "Plans a submission to an authority or committee.", Label = "Plan submission")]
[Input("submissionType", "String", Editor = "dropdown", Required = true, Label = "Type", Options = [
    "authority", "ethics-central", "ethics-local", "governance", "import-licence", "ctr-initial", "ctr-part-one", "ctr-part-two", "ctr-decision", "notification"])]
[Input("jurisdiction", "String", Label = "Jurisdiction", Description = "Country whose clocks run; the plan's own when empty.")]
[Input("body", "String", Label = "Authority or committee")]
[Input("clock", "String", Label = "Clock rules", Description = "Name of a rule set in the country pack; its own for the type when empty.")]
[Input("parent", "String", Label = "Application", Description = "Id of the application that it is a part of.")]
[Input("alias", "String", Label = "Known as", Description = "Other plans of the study find it as submission/{study}.{alias}.")]
[Input("requiredFor", "ICollection<String>", Label = "Needed for gates")]
[Output("Submission", "String", "Its id.")]
[Waits("planned", "the plan", 0, 0)]
public sealed class OpenSubmission : StartUpActivity
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        CountTry(step);
        var scope = PlanScope.Of(step);
        var submission = Named(scope.Study, step.Text("alias")) ?? new ActorId(ActorKind.Submission, NewKey(step, "submission"));
        var gates = step.List("requiredFor").Select(g => Choice<Gate>(Values.Text(g), "gate"));
        ActorId? parent = ActorId.TryParse(step.Text("parent"), out var application) ? application : null;
        step.Remember("submission", submission.ToString());
        Tell(step, submission, new PlanSubmission(
            Choice<SubmissionType>(step.Text("submissionType"), "type of submission"), Text(step, "jurisdiction") ?? scope.Country ?? "EU", scope, Text(step, "clock"),
            parent, Text(step, "body"), RequiredFor: [.. gates]));
        step.Waits.ForFact(submission.ToString(), "exists");
    }

    /// <inheritdoc/>
    protected override void Arrived(ActivityContext step, string wait, JsonNode? payload)
    {
        step.SetOutput("Submission", step.Recall("submission")?.DeepClone());
        step.Complete();
    }

    private static ActorId? Named(string? study, string? alias) => string.IsNullOrEmpty(alias) ? null : new ActorId(ActorKind.Submission, $"{study}.{alias}");

    private static string? Text(ActivityContext step, string input) => step.Text(input) is { Length: > 0 } text ? text : null;
}
