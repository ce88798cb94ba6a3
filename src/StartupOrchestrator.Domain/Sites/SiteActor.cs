using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Facts;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Gates;
using StartupOrchestrator.Domain.Milestones;

namespace StartupOrchestrator.Domain.Sites;

/// <summary>The rules of sites.</summary>
public sealed class SiteActor : ActorType<SiteState>
{
    /// <inheritdoc/>
    public override ActorKind Kind => ActorKind.Site;

    /// <inheritdoc/>
    public override SiteState Empty { get; } = new();

    /// <inheritdoc/>
    public override SiteState Apply(SiteState state, Event e) => SiteApply.Apply(state, e);

    /// <inheritdoc/>
    public override Decision Decide(SiteState state, Command command, DecisionContext context) => SiteRules.Decide(state, command, context);

    /// <inheritdoc/>
    public override IEnumerable<ActorId> EvidenceFor(SiteState state, Command command) => command switch
    {
        RequestGate c => GateCheck.Needs(state, c.Gate),
        ApproveGate c => GateCheck.Needs(state, c.Gate),
        _ => [],
    };

    /// <inheritdoc/>
    public override IEnumerable<Fact> Facts(SiteState state) => !state.Exists ? [] :
    [
        new Fact("exists"),
        new Fact($"status:{StatusName.Of(state.Status)}", new JsonObject().Set("on", state.Since).Set("reasonCode", state.ReasonCode)),
        .. MilestoneRules.Facts(state.Milestones),
        .. Enum.GetValues<Gate>().Where(g => state[g].Status != GateStatus.Open).Select(g =>
            new Fact($"gate:{StatusName.Of(g)}:{StatusName.Of(state[g].Status)}", new JsonObject().Set("by", state[g].DecidedBy ?? state[g].RequestedBy).Set("on", state[g].DecidedOn ?? state[g].RequestedOn))),
        .. state.Contacts.Where(c => c.To is null).GroupBy(c => c.Role).Select(g => new Fact($"contact:{g.Key}", new JsonObject().Set("person", g.First().Person))),
    ];

    /// <summary>A code names one site within its study.</summary>
    public override IEnumerable<string> Claims(SiteState state) =>
        state.Exists ? [$"site:{state.Scope.Study}:{state.Description.Code.ToLowerInvariant()}"] : [];

    /// <inheritdoc/>
    public override ViewRow? View(ActorId id, SiteState state) => SiteView.Of(state);
}
