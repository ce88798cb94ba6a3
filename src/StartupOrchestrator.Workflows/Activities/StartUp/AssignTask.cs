using System.Globalization;
using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Gates;
using StartupOrchestrator.Workflows.Activities.StartUp.Shared;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Activities.StartUp;

/// <summary>
/// Gives a person or role a task: site contacts get a mail with a link and answer without a login, staff find it among their
/// work. The plan goes on with the outcome chosen. A silent site can be given up after a number of business days.
/// </summary>
[Activity("Startup.AssignTask", 1, "Tasks", "Gives a role a task and goes on with its outcome.", Label = "Task")]
[Input("kind", "String", Required = true, Label = "Kind", Description = "Stable code for statistics, for example cda-sign.")]
[Input("title", "String", Required = true, Label = "Title")]
[Input("what", "String", Editor = "multi-line", Label = "What to do")]
[Input("why", "String", Editor = "multi-line", Label = "Why it matters")]
[Input("assignee", "String", Editor = "dropdown", Required = true, Label = "Role", Options = [
    "SUS", "SUL", "CTM", "CRA", "CTA", "REG", "CON", "BUD", "FEA", "LEG", "MED", "SPO", "QP", "RRO", "TRA", "PI", "SI", "SC", "SAD", "PHA", "LAB", "ISG"])]
[Input("outcomes", "ICollection<String>", Label = "Outcomes", Description = "The ways in which it can end; empty means simply done.")]
[Input("form", "Object", Editor = "json", Label = "Questions", Description = "Fields to fill in: name, label, kind, required, options, limits.")]
[Input("dueIn", "Int32", Default = 5, Label = "Due in (business days)")]
[Input("estimatedMinutes", "Int32", Label = "Takes about (minutes)")]
[Input("reminders", "ICollection<Int32>", Label = "Reminders after (business days)", Description = "Site contacts: 3, 7 and 12 when empty.")]
[Input("escalateTo", "String", Label = "Then tell", Description = "Role that is told three business days after the due date.")]
[Input("giveUpAfter", "Int32", Default = 0, Label = "Give up after (business days)", Description = "The outcome is then NoAnswer and the task is withdrawn; 0 means never.")]
[Input("about", "String", Label = "About", Description = "Id of a document, submission or contract that it concerns.")]
[Input("requiredFor", "ICollection<String>", Label = "Needed for gates", Description = "ip-release, activation: the gate of every site below opens only when the task is done.")]
[Input("waitsOn", "String", Label = "Waits on", Description = "Whose act it records, where that is not the role's: site, sponsor, authority or ethics.")]
[Input("typicalDays", "Double", Label = "Typical (P50, business days)")]
[Input("cautiousDays", "Double", Label = "Cautious (P80, business days)")]
[Output("Outcome", "String", "The outcome chosen.")]
[Output("Answers", "Object", "Answers by name.")]
[Output("CompletedOn", "String", "Day on which it was done.")]
[Outcome("Done")]
[Outcome("NoAnswer", Description = "Nobody answered in time.")]
[Waits("task", "the role", 5, 12)]
public sealed class AssignTask : TaskActivity
{
    private const string GiveUp = "give-up";

    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        var assignee = step.Text("assignee") ?? "";
        var order = TaskOrder.From(step, assignee, Party.IsSiteRole(assignee) ? "site-task" : "staff-task") with
        {
            Outcomes = [.. step.List("outcomes").Select(Values.Text).OfType<string>()],
            RequiredFor = [.. step.List("requiredFor").Select(g => Choice<Gate>(Values.Text(g), "gate"))],
        };
        Give(step, order);
        if (step.Number("giveUpAfter") is > 0 and var days)
        {
            var end = PlanCalendar.After(step, (int)days);
            step.Waits.Until(end.PlusDays(1).AtMidnight(), PlanCalendar.Zone(step), GiveUp);
        }
    }

    /// <inheritdoc/>
    protected override void Arrived(ActivityContext step, string wait, JsonNode? payload)
    {
        if (wait != GiveUp)
        {
            base.Arrived(step, wait, payload);
            return;
        }

        Withdraw(step, "no-answer");
        step.SetOutput("Outcome", "NoAnswer");
        step.Complete("NoAnswer");
    }

    /// <inheritdoc/>
    protected override void Done(ActivityContext step, JsonObject result) => Finish(step, result);

    /// <inheritdoc/>
    protected override void Skipped(ActivityContext step)
    {
        if (step.List("outcomes").Count > 1)
        {
            step.Block("The task was left out, but the plan needs its outcome. Skip this step and choose the outcome to go on with.");
            return;
        }

        Finish(step, []);
    }

    internal static void Finish(ActivityContext step, JsonObject result)
    {
        var outcome = (string?)result["outcome"];
        step.SetOutput("Answers", TaskAnswers.Flatten(result["answers"]));
        step.SetOutput("Outcome", outcome);
        step.SetOutput("CompletedOn", (TaskAnswers.On(result) ?? PlanCalendar.Today(step)).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture));
        if (outcome is null or "Done")
        {
            step.Complete();
        }
        else
        {
            step.Complete(outcome, "Done");
        }
    }
}
