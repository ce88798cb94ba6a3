using System.Collections.Immutable;
using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Facts;
using StartupOrchestrator.Domain.Actors.Shared;

namespace StartupOrchestrator.Domain.Processes;

/// <summary>The rules of work on many actors: the plan is committed once, then carried out with derived command ids.</summary>
public sealed class ProcessActor : ActorType<ProcessState>
{
    /// <inheritdoc/>
    public override ActorKind Kind => ActorKind.Process;

    /// <inheritdoc/>
    public override ProcessState Empty { get; } = new();

    /// <inheritdoc/>
    public override ProcessState Apply(ProcessState state, Event e) => ProcessApply.Apply(state, e);

    /// <inheritdoc/>
    public override Decision Decide(ProcessState state, Command command, DecisionContext context) => ProcessRules.Decide(state, command, context);

    /// <inheritdoc/>
    public override IEnumerable<Fact> Facts(ProcessState state)
    {
        if (state.Exists)
        {
            yield return new Fact("exists");
            yield return new Fact($"status:{StatusName.Of(state.Status)}");
            if (state.Status is ProcessStatus.Done or ProcessStatus.DoneWithFailures)
            {
                yield return new Fact("done", new JsonObject().Set("failed", state.Failed.Count));
            }
        }
    }

    /// <inheritdoc/>
    public override ViewRow? View(ActorId id, ProcessState state) => !state.Exists ? null : new ViewRow
    {
        Type = state.Kind,
        Status = StatusName.Of(state.Status),
        Sponsor = state.Sponsor,
        Study = state.Study,
        Title = state.Title,
        Doc = new JsonObject().Set("items", state.Items.Length).Set("done", state.Done).Set("sent", state.Sent)
            .NestAll("failed", [.. state.Failed.Select(f => new { item = f.Key, code = f.Value.Code, message = f.Value.Message })]),
    };
}
