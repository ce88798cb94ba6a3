using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Activities.StartUp.Shared;

/// <summary>Base of the steps that take an actor to another status and go on when it is there.</summary>
public abstract class AdvanceActivity : PatientActivity
{
    private const string Second = "second";

    /// <summary>The actor that advances.</summary>
    protected abstract ActorId Target(ActivityContext step);

    /// <summary>The command that takes it to a status.</summary>
    protected abstract Command Command(string to, string? reasonCode);

    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step) => Ask(step, step.Text("to") ?? "", step.Text("reasonCode"));

    /// <inheritdoc/>
    protected override void Confirmed(ActivityContext step) => step.Complete();

    /// <inheritdoc/>
    protected override void OnRefused(ActivityContext step, RefusedCommand refusal)
    {
        if (step.Text("elseTo") is { Length: > 0 } other && step.Recall(Second) is null)
        {
            step.Remember(Second, true);
            Ask(step, other, step.Text("elseReasonCode"));
            return;
        }

        base.OnRefused(step, refusal);
    }

    /// <summary>Sends the command and waits for the status.</summary>
    private void Ask(ActivityContext step, string to, string? reasonCode)
    {
        var target = Target(step);
        Tell(step, target, Command(to, string.IsNullOrEmpty(reasonCode) ? null : reasonCode));
        if (!step.Waits.IsOpen(Status(to)))
        {
            step.Waits.ForFact(target.ToString(), Status(to));
        }
    }
}
