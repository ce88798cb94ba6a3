using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Facts;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Milestones;

namespace StartupOrchestrator.Domain.Studies;

/// <summary>The rules of studies.</summary>
public sealed class StudyActor : ActorType<StudyState>
{
    /// <inheritdoc/>
    public override ActorKind Kind => ActorKind.Study;

    /// <inheritdoc/>
    public override StudyState Empty { get; } = new();

    /// <inheritdoc/>
    public override StudyState Apply(StudyState state, Event e) => e switch
    {
        StudyRegistered x => state with { Exists = true, Description = x.Description, Since = x.On },
        StudyChanged x => state with { Description = x.Description },
        StudyStatusChanged x => state with
        {
            Status = x.To, Since = x.On, HeldFrom = x.To == StudyStatus.OnHold ? x.From : null,
            History = state.History.Add(new StatusChange<StudyStatus>(x.From, x.To, x.On, x.ReasonCode)),
        },
        CoreIcfChanged x => state with { CoreIcf = x.Version },
        StudyReopened x => state with
        {
            Status = x.To, Since = x.On, HeldFrom = x.To == StudyStatus.OnHold && state.History.Length > 1 ? state.History[^2].From : null,
            History = state.History.IsEmpty ? [] : state.History.RemoveAt(state.History.Length - 1),
        },
        TeamChanged x => state with { Team = state.Team.Apply(x) },
        MilestoneDated x => state with { Milestones = state.Milestones.Apply(x) },
        BaselineFrozen x => state with { Milestones = state.Milestones.Apply(x) },
        ChildRegistered x => state with { Register = state.Register.Add(x) },
        _ => state,
    };

    /// <inheritdoc/>
    public override Decision Decide(StudyState state, Command command, DecisionContext context) => StudyRules.Decide(state, command, context);

    /// <inheritdoc/>
    public override IEnumerable<Fact> Facts(StudyState state) => !state.Exists ? [] :
    [
        new Fact("exists"),
        new Fact($"status:{StatusName.Of(state.Status)}", new JsonObject().Set("on", state.Since)),
        .. MilestoneRules.Facts(state.Milestones),
    ];

    /// <summary>A registry number names one study.</summary>
    public override IEnumerable<string> Claims(StudyState state) =>
        state.Exists && state.Description.RegistryId is { } id ? [$"registry:{id.ToLowerInvariant()}"] : [];

    /// <inheritdoc/>
    public override ViewRow? View(ActorId id, StudyState state)
    {
        if (!state.Exists)
        {
            return null;
        }

        var d = state.Description;
        var doc = new JsonObject()
            .Set("protocolNumber", d.ProtocolNumber).Set("title", d.Title).Set("shortTitle", d.ShortTitle).Set("registryId", d.RegistryId).Set("phase", d.Phase)
            .Set("condition", d.Condition).Set("sponsorName", d.SponsorName).Set("sitesPlanned", d.SitesPlanned).Set("countriesWanted", d.CountriesWanted).Set("since", state.Since).Set("coreIcf", state.CoreIcf)
            .Set("reasonCode", state.History is [.., var last] ? last.ReasonCode : null)
            .Describe(state.Milestones);
        foreach (var (role, person) in state.Team)
        {
            doc.Set($"team.{role}", person);
        }

        return new ViewRow
        {
            Status = StatusName.Of(state.Status), Type = d.Phase, Sponsor = d.Sponsor, Study = id.Key, Code = d.ProtocolNumber, Title = d.ShortTitle ?? d.Title,
            Owner = state.Team.GetValueOrDefault("SUL"), Due = state.Milestones["ST-120"].Plan, Doc = doc,
        };
    }
}
