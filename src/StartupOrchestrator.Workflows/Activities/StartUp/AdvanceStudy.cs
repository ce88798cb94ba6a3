using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Studies;
using StartupOrchestrator.Workflows.Activities.StartUp.Shared;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Activities.StartUp;

/// <summary>Takes the study a step further.</summary>
[Activity("Startup.AdvanceStudy", 1, "Status", "Takes the study a step further.", Label = "Study status")]
[Input("step", "String", Editor = "dropdown", Required = true, Label = "Step", Options = ["start-planning", "begin-start-up", "recruiting", "hold", "resume", "close", "cancel"])]
[Input("reasonCode", "String", Label = "Reason", Description = "Needed to hold, close and cancel.")]
public sealed class AdvanceStudy : StartUpActivity
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        var study = PlanScope.Actor(step, "study");
        var to = Choice<StudyStep>(step.Text("step"), "step of a study");
        Tell(step, study, new SetStudyStatus(to, ReasonCode: step.Text("reasonCode")));
        step.Waits.ForFact(study.ToString(), to switch
        {
            StudyStep.StartPlanning => "status:planning",
            StudyStep.BeginStartUp => "status:in-start-up",
            StudyStep.Recruiting => "status:recruiting",
            StudyStep.Hold => "status:on-hold",
            StudyStep.Resume => "status:in-start-up",
            StudyStep.Close => "status:closed",
            StudyStep.Cancel => "status:cancelled",
        });
    }

    /// <inheritdoc/>
    protected override void Arrived(ActivityContext step, string wait, JsonNode? payload) => step.Complete();
}
