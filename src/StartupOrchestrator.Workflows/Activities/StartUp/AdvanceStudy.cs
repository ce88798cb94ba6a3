using StartupOrchestrator.Domain.Studies;
using StartupOrchestrator.Workflows.Activities.StartUp.Shared;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Activities.StartUp;

/// <summary>Takes the study a step further.</summary>
[Activity("Startup.AdvanceStudy", 1, "Status", "Takes the study a step further.", Label = "Study status")]
[Input("step", "String", Editor = "dropdown", Required = true, Label = "Step", Options = ["start-planning", "begin-start-up", "recruiting", "hold", "resume", "close", "cancel"])]
[Input("reasonCode", "String", Label = "Reason", Description = "Needed to hold, close and cancel.")]
public sealed class AdvanceStudy : PatientActivity
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        var study = PlanScope.Actor(step, "study");
        var to = Choice<StudyStep>(step.Text("step"), "step of a study");
        Tell(step, study, new SetStudyStatus(to, ReasonCode: step.Text("reasonCode")));
        step.Waits.ForAny(study.ToString(), Reached(to).Select(Status));
    }

    /// <inheritdoc/>
    protected override void Confirmed(ActivityContext step) => step.Complete();

    /// <summary>Statuses in which the step counts as taken: a study that is further already is not taken back.</summary>
    private static string[] Reached(StudyStep step) => step switch
    {
        StudyStep.StartPlanning => ["planning", "in-start-up", "recruiting"],
        StudyStep.BeginStartUp => ["in-start-up", "recruiting"],
        StudyStep.Recruiting => ["recruiting"],
        StudyStep.Hold => ["on-hold"],
        StudyStep.Resume => ["in-start-up", "recruiting"],
        StudyStep.Close => ["closed"],
        StudyStep.Cancel => ["cancelled"],
    };
}
