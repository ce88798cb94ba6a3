using System.Collections.Immutable;
using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Facts;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Milestones;

namespace StartupOrchestrator.Domain.Countries;

/// <summary>The rules of countries in studies.</summary>
public sealed class CountryActor : ActorType<CountryState>
{
    /// <inheritdoc/>
    public override ActorKind Kind => ActorKind.StudyCountry;

    /// <inheritdoc/>
    public override CountryState Empty { get; } = new();

    /// <inheritdoc/>
    public override CountryState Apply(CountryState state, Event e) => e switch
    {
        CountryAdded x => state with { Exists = true, Scope = x.Scope, Pack = x.Pack, PackVersion = x.PackVersion, SitesPlanned = x.SitesPlanned, Since = x.On },
        CountryChanged x => state with { SitesPlanned = x.SitesPlanned, Pack = x.Pack, PackVersion = x.PackVersion },
        CountryStatusChanged x => state with
        {
            Status = x.To, Since = x.On, HeldFrom = x.To == CountryStatus.OnHold ? x.From : null,
            Conditions = x.Conditions.IsDefaultOrEmpty ? state.Conditions : x.Conditions,
            History = state.History.Add(new StatusChange<CountryStatus>(x.From, x.To, x.On, x.ReasonCode)),
        },
        CountryReopened x => Reopen(state, x),
        TeamChanged x => state with { Team = state.Team.Apply(x) },
        MilestoneDated x => state with { Milestones = state.Milestones.Apply(x) },
        BaselineFrozen x => state with { Milestones = state.Milestones.Apply(x) },
        ChildRegistered x => state with { Register = state.Register.Add(x) },
        _ => state,
    };

    /// <inheritdoc/>
    public override Decision Decide(CountryState state, Command command, DecisionContext context) => CountryRules.Decide(state, command, context);

    /// <inheritdoc/>
    public override IEnumerable<Fact> Facts(CountryState state) => !state.Exists ? [] :
    [
        new Fact("exists"),
        new Fact($"status:{StatusName.Of(state.Status)}", new JsonObject().Set("on", state.Since)),
        .. MilestoneRules.Facts(state.Milestones),
    ];

    /// <inheritdoc/>
    public override ViewRow? View(ActorId id, CountryState state)
    {
        if (!state.Exists)
        {
            return null;
        }

        var (waitingOn, since) = Waiting(state);
        var doc = new JsonObject()
            .Set("pack", state.Pack).Set("packVersion", state.PackVersion).Set("sitesPlanned", state.SitesPlanned).Set("since", state.Since)
            .Set("reasonCode", state.History is [.., var last] ? last.ReasonCode : null).Set("conditions", state.Conditions.Length == 0 ? null : state.Conditions.Length)
            .Set("heldFrom", state.HeldFrom is { } held ? StatusName.Of(held) : null)
            .Set("sites", state.Register.Count(r => r.Child.Kind == ActorKind.Site))
            .Describe(state.Milestones)
            .NestAll("conditionTexts", state.Conditions);
        foreach (var (role, person) in state.Team)
        {
            doc.Set($"team.{role}", person);
        }

        return state.Scope.Into(new ViewRow
        {
            Status = StatusName.Of(state.Status), Code = state.Scope.Country, Title = state.Scope.Country, Owner = state.Team.GetValueOrDefault("SUS"),
            Due = state.Milestones["CO-150"].Plan, WaitingOn = waitingOn, WaitingSince = since, Doc = doc,
        });
    }

    private static CountryState Reopen(CountryState state, CountryReopened e)
    {
        var index = state.History.Select(h => h.From).ToList().LastIndexOf(e.To);
        var book = e.Cleared.OrEmpty().Aggregate(state.Milestones, (b, m) => b.Apply(m));
        return state with
        {
            Status = e.To, Since = e.On, Milestones = book, History = index < 0 ? state.History : [.. state.History.Take(index)],
            HeldFrom = e.To == CountryStatus.OnHold && index > 0 ? state.History[index - 1].From : null,
        };
    }

    private static (string? On, LocalDate? Since) Waiting(CountryState state) => state.Status switch
    {
        CountryStatus.Proposed => (Party.Sponsor, state.Since),
        CountryStatus.Selected or CountryStatus.Preparing or CountryStatus.Approved or CountryStatus.Greenlit => (Party.Us, state.Since),
        CountryStatus.Submitted or CountryStatus.UnderReview => (Party.Authority, state.Since),
        CountryStatus.OnHold => (Party.Sponsor, state.Since),
        CountryStatus.Active or CountryStatus.Withdrawn or CountryStatus.Refused or CountryStatus.Lapsed => (null, null),
    };
}
