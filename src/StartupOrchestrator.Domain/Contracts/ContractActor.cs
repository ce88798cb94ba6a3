using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Facts;
using StartupOrchestrator.Domain.Actors.Shared;

namespace StartupOrchestrator.Domain.Contracts;

/// <summary>The rules of contracts.</summary>
public sealed class ContractActor : ActorType<ContractState>
{
    /// <inheritdoc/>
    public override ActorKind Kind => ActorKind.Contract;

    /// <inheritdoc/>
    public override ContractState Empty { get; } = new();

    /// <inheritdoc/>
    public override ContractState Apply(ContractState state, Event e) => ContractApply.Apply(state, e);

    /// <inheritdoc/>
    public override Decision Decide(ContractState state, Command command, DecisionContext context) => ContractRules.Decide(state, command, context);

    /// <inheritdoc/>
    public override IEnumerable<Fact> Facts(ContractState state)
    {
        if (!state.Exists)
        {
            yield break;
        }

        yield return new Fact("exists");
        yield return new Fact($"status:{StatusName.Of(state.Status)}", new JsonObject().Set("on", state.Since));
        foreach (var track in Enum.GetValues<Track>().Where(t => state[t].Status != TrackStatus.NotStarted))
        {
            yield return new Fact($"{StatusName.Of(state[track].Status)}:{StatusName.Of(track)}", new JsonObject().Set("on", state[track].AgreedOn).Set("rounds", state[track].Round));
        }

        if (state.InForce)
        {
            yield return new Fact("executed", new JsonObject().Set("on", state.ExecutedOn));
        }

        if (state.EffectiveOn is { } effective)
        {
            yield return new Fact("effective", new JsonObject().Set("on", effective));
        }
    }

    /// <inheritdoc/>
    public override ViewRow? View(ActorId id, ContractState state) => ContractView.Of(state);
}
