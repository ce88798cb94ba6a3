using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Activities.StartUp.Shared;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Activities.StartUp;

/// <summary>
/// Starts another plan for the same study, country or site and waits for its end; goes on by the outcome it ended with. A
/// child that fails or is cancelled makes this step a blocked one.
/// </summary>
[Activity("Startup.StartPlan", 1, "Plans", "Runs another plan and goes on by its outcome.", Label = "Run plan")]
[Input("definition", "String", Required = true, Label = "Plan", Description = "Id of the published definition.")]
[Input("inputs", "Object", Editor = "expression", Label = "Inputs", Description = "Added to country pack and settings, which every plan hands down.")]
[Output("Outputs", "Object", "Outputs of the plan.")]
[Output("Outcome", "String", "Outcome of the plan.")]
[Outcome("Done", Description = "The plan ended without an outcome of its own.")]
[Waits("plan", "the plan", 20, 60)]
public sealed class StartPlan : StartUpActivity
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        var definition = step.Text("definition") ?? throw new ActivityFaultException("Name the plan to run.");
        step.Waits.ForChild(definition, ChildPlans.Inputs(step, step.Map("inputs"), PlanScope.Of(step)), step.CorrelationId);
    }

    /// <inheritdoc/>
    protected override void Arrived(ActivityContext step, string wait, JsonNode? payload)
    {
        var end = ChildPlans.Read(payload);
        if (!end.Finished)
        {
            step.Block($"{end.Error ?? $"The plan '{step.Text("definition")}' was {end.Status}."} Retry this step to run it again, or skip it with the outcome to go on with.");
            return;
        }

        step.SetOutput("Outputs", end.Outputs());
        step.SetOutput("Outcome", end.Outcome);
        step.Complete(end.Outcome ?? "Done");
    }
}
