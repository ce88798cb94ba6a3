using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Activities.StartUp.Shared;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Activities.StartUp;

/// <summary>Asks a role for a decision. Who decides is recorded; the plan goes on with what was chosen.</summary>
[Activity("Startup.Approval", 1, "Tasks", "Asks a role for a decision and goes on with it.", Label = "Decision")]
[Input("kind", "String", Required = true, Label = "Kind", Description = "Stable code for statistics, for example site-selection.")]
[Input("title", "String", Required = true, Label = "Title")]
[Input("what", "String", Editor = "multi-line", Label = "What to look at")]
[Input("why", "String", Editor = "multi-line", Label = "Why it matters")]
[Input("approver", "String", Editor = "dropdown", Required = true, Label = "Who decides", Options = ["SPO", "SUL", "CTM", "LEG", "BUD", "FEA", "MED", "REG", "RRO", "CRA"])]
[Input("choices", "ICollection<String>", Label = "Choices", Description = "Approved and Rejected when empty.")]
[Input("meaning", "String", Label = "What the decision means", Description = "Shown with the decision and kept with it, for example: I have reviewed the package and release it for submission.")]
[Input("form", "Object", Editor = "json", Label = "Questions", Description = "Fields to fill in with the decision.")]
[Input("dueIn", "Int32", Default = 3, Label = "Due in (business days)")]
[Input("estimatedMinutes", "Int32", Default = 15, Label = "Takes about (minutes)")]
[Input("reminders", "ICollection<Int32>", Label = "Reminders after (business days)")]
[Input("escalateTo", "String", Label = "Then tell", Description = "Role that is told three business days after the due date.")]
[Input("about", "String", Label = "About", Description = "Id of what is decided on.")]
[Input("typicalDays", "Double", Label = "Typical (P50, business days)")]
[Input("cautiousDays", "Double", Label = "Cautious (P80, business days)")]
[Output("Outcome", "String", "The choice.")]
[Output("Answers", "Object", "Answers by name.")]
[Output("CompletedOn", "String", "Day of the decision.")]
[Outcome("Approved", Share = 0.9)]
[Outcome("Rejected", Share = 0.1)]
[Waits("decision", "the approver", 3, 7)]
public sealed class Approval : TaskActivity
{
    private static readonly string[] YesOrNo = ["Approved", "Rejected"];

    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        var choices = step.List("choices").Select(Values.Text).OfType<string>().ToArray();
        var order = TaskOrder.From(step, step.Text("approver") ?? "", "approval") with { Outcomes = [.. choices.Length > 0 ? choices : YesOrNo] };
        Give(step, step.Text("meaning") is { Length: > 0 } meaning ? order with { Parameters = order.Parameters.SetItem("meaning", meaning) } : order);
    }

    /// <inheritdoc/>
    protected override void Done(ActivityContext step, JsonObject result) => AssignTask.Finish(step, result);

    /// <inheritdoc/>
    protected override void Skipped(ActivityContext step) =>
        step.Block("The decision was left out, but the plan needs it. Skip this step and choose the outcome to go on with.");
}
