using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Activities.StartUp.Shared;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Activities.StartUp;

/// <summary>Waits until site, country or study has one of several statuses, and goes on by that status and by Done.</summary>
[Activity("Startup.AwaitStatus", 1, "Status", "Waits for a status of site, country or study.", Label = "Wait for status")]
[Input("level", "String", Editor = "dropdown", Default = "own", Label = "Of", Options = ["own", "site", "country", "study"])]
[Input("statuses", "ICollection<String>", Required = true, Label = "One of", Description = "For example approved, greenlit.")]
[Output("Status", "String", "The status that came.")]
[Outcome("Done")]
[Waits("status", "whoever advances it", 20, 60)]
public sealed class AwaitStatus : StartUpActivity
{
    private const string Prefix = "status:";

    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        var level = step.Text("level");
        var actor = PlanScope.Actor(step, level).ToString();
        var statuses = step.List("statuses").Select(Values.Text).OfType<string>().ToList();
        var wait = new Wait("plan", $"{level} {string.Join(" or ", statuses)}");
        step.Waits.ForAny(actor, statuses.Select(Status), wait);
    }

    /// <inheritdoc/>
    protected override void Arrived(ActivityContext step, string wait, JsonNode? payload)
    {
        var status = wait[Prefix.Length..];
        step.SetOutput("Status", status);
        step.Complete(Pascal(status), "Done");
    }
}
