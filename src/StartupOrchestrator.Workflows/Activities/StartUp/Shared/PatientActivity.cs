using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Activities.StartUp.Shared;

/// <summary>
/// Base of the steps that ask for a status and go on when the actor has it, whoever brought it there. A refusal blocks the
/// step only when the status has not shown a moment later: the actor may have been there already.
/// </summary>
public abstract class PatientActivity : StartUpActivity
{
    private const string Doubt = "doubt", Words = "words";
    private static readonly Duration Moment = Duration.FromMinutes(1);

    /// <summary>The actor has the status.</summary>
    protected abstract void Confirmed(ActivityContext step);

    /// <inheritdoc/>
    protected sealed override void Arrived(ActivityContext step, string wait, JsonNode? payload)
    {
        if (wait != Doubt)
        {
            Confirmed(step);
            return;
        }

        var refusal = step.Recall(Words) as JsonObject ?? [];
        base.OnRefused(step, new RefusedCommand((string?)refusal["target"] ?? "", "", "", (string?)refusal["message"] ?? "It was refused."));
    }

    /// <inheritdoc/>
    protected override void OnRefused(ActivityContext step, RefusedCommand refusal)
    {
        step.Remember(Words, new JsonObject { ["target"] = refusal.Target, ["message"] = refusal.Message });
        step.Waits.Drop(Doubt);
        step.Waits.Until(step.Now + Moment, Doubt);
    }
}
