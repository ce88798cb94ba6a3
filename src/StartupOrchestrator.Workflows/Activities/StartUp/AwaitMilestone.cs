using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Activities.StartUp.Shared;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Activities.StartUp;

/// <summary>Waits until a milestone of the own site, its country or its study has an actual date.</summary>
[Activity("Startup.AwaitMilestone", 1, "Milestones", "Waits for a milestone of site, country or study.", Label = "Wait for milestone")]
[Input("code", "String", Required = true, Label = "Milestone", Description = "For example CO-020.")]
[Output("On", "String", "Its actual date.")]
[Waits("milestone", "whoever reaches it", 10, 30)]
public sealed class AwaitMilestone : StartUpActivity
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        var code = step.Text("code") ?? "";
        step.Waits.ForFact(ReachMilestone.Owner(step, code).ToString(), "milestone:" + code, new Wait("plan", $"milestone {code}"));
    }

    /// <inheritdoc/>
    protected override void Arrived(ActivityContext step, string wait, JsonNode? payload)
    {
        step.SetOutput("On", payload?["on"]?.DeepClone());
        step.Complete();
    }
}
