using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Activities.StartUp.Shared;

/// <summary>Base of the steps that take an actor to another status and go on when it is there.</summary>
public abstract class AdvanceActivity : PatientActivity
{
    /// <summary>The actor that advances.</summary>
    protected abstract ActorId Target(ActivityContext step);

    /// <summary>The command that takes it to a status.</summary>
    protected abstract Command Command(string to, string? reasonCode);

    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step) => Ask(step, step.Text("to") ?? "", step.Text("reasonCode"));

    /// <inheritdoc/>
    protected override void Confirmed(ActivityContext step) => step.Complete();

    /// <summary>Sends the command and waits for the status.</summary>
    protected void Ask(ActivityContext step, string to, string? reasonCode)
    {
        var target = Target(step);
        Tell(step, target, Command(to, string.IsNullOrEmpty(reasonCode) ? null : reasonCode));
        if (!step.Waits.IsOpen(Status(to)))
        {
            step.Waits.ForFact(target.ToString(), Status(to));
        }
    }
}
