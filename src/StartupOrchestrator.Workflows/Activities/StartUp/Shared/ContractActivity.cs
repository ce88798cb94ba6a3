using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Tasks;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Activities.StartUp.Shared;

/// <summary>
/// Base of the steps that wait for what is recorded on the contract itself. A task puts the work on somebody's list; it is
/// ticked off when the contract shows that the work is done.
/// </summary>
public abstract class ContractActivity : TaskActivity
{
    /// <summary>Waits for facts of the contract; the names are mapped to outcomes by <see cref="Outcome"/>.</summary>
    protected static void Await(ActivityContext step, string who, string what, params ReadOnlySpan<string> facts)
    {
        var contract = Id(step, "contract").ToString();
        step.Waits.ForAny(contract, [.. facts, Status("discontinued")], new Wait(who, what));
    }

    /// <summary>The outcome that stands for a fact of the contract; null when the wait is not one on the contract.</summary>
    protected abstract string? Outcome(string fact);

    /// <inheritdoc/>
    protected sealed override void Arrived(ActivityContext step, string wait, JsonNode? payload)
    {
        if ((wait == "status:discontinued" ? "Withdrawn" : Outcome(wait)) is not { } outcome)
        {
            base.Arrived(step, wait, payload);
            return;
        }

        if (Given(step) is { } task)
        {
            TellOnly(step, task, new CompleteTask());
            step.Remember("task", null);
        }

        step.Complete(outcome);
    }

    /// <summary>Ticked off on the list; the contract itself still shows what is to be done.</summary>
    protected override void Done(ActivityContext step, JsonObject result)
    {
    }

    /// <inheritdoc/>
    protected override void Skipped(ActivityContext step)
    {
    }
}
