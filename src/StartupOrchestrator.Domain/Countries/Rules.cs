using System.Collections.Immutable;
using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Effects;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Milestones;
using StartupOrchestrator.Domain.Sites;
using StartupOrchestrator.Domain.Studies;

namespace StartupOrchestrator.Domain.Countries;

/// <summary>What a command to a country leads to.</summary>
internal static class CountryRules
{
    public static Decision Decide(CountryState state, Command command, DecisionContext context)
    {
        if (command is AddCountry add)
        {
            return state.Exists ? context.Exists("country") : Add(add, context);
        }

        if (command is RegisterChild child)
        {
            return Registers.Register(state.Register, child, ActorKind.Site);
        }

        if (!state.Exists)
        {
            return context.NotThere("country");
        }

        return command switch
        {
            ChangeCountry c => Change(state, c),
            AdvanceCountry c => Advance(state, c, context),
            ResumeCountry c => Resume(state, c, context),
            SetCountryTeam c => Teams.Set(state.Team, c.Role, c.Person),
            SetCountryMilestone c => MilestoneRules.Set(state.Milestones, ScopeLevel.Country, c.Code, c.Kind, c.Date, context),
            FreezeCountryBaseline => Freeze(state),
            CorrectCountry { Kind: CountryCorrection.ChangeActual } c => MilestoneRules.Correct(state.Milestones, ScopeLevel.Country, c.Code, c.Date, context),
            CorrectCountry { Kind: CountryCorrection.Reopen } c => Reopen(state, c, context),
            _ => context.NotUnderstood(command),
        };
    }

    private static Decision Add(AddCountry c, DecisionContext context) =>
        c.Iso2.Length != 2 || !c.Iso2.All(char.IsAsciiLetterUpper) ? Decision.Refuse(Refusal.Invalid("iso2", $"'{c.Iso2}' is not an ISO 3166-1 alpha-2 code in upper case, for example PL."))
        : Scope.CountryOf(c.Study, c.Iso2) != context.Self ? Decision.Refuse(Refusal.Invalid("target", $"{c.Iso2} in study {c.Study} is {Scope.CountryOf(c.Study, c.Iso2)}, not {context.Self}."))
        : Decision.Accept(new CountryAdded(new Scope(c.Sponsor, c.Study, c.Iso2), c.Pack, c.PackVersion, c.SitesPlanned, context.Today()))
            .With(new Tell(new ActorId(ActorKind.Study, c.Study), new RegisterChild(context.Self, "country", [], ScopeLevel.Country), "register"));

    private static Decision Change(CountryState state, ChangeCountry c)
    {
        var e = new CountryChanged(state.SitesPlanned, c.SitesPlanned ?? state.SitesPlanned, c.Pack ?? state.Pack, c.PackVersion ?? state.PackVersion);
        return e.SitesPlanned < 0 ? Decision.Refuse(Refusal.Invalid("sitesPlanned", "The number of sites cannot be negative."))
            : e.SitesPlanned == state.SitesPlanned && e.Pack == state.Pack && e.PackVersion == state.PackVersion ? Decision.Nothing
            : Decision.Accept(e);
    }

    private static Decision Advance(CountryState state, AdvanceCountry c, DecisionContext context)
    {
        if (state.Status == c.To && context.Origin.Cause is not null)
        {
            return Decision.Nothing;
        }

        if (CountryTransitions.Table.Check("The country", state.Status, c.To) is { } refusal)
        {
            return Decision.Refuse(refusal);
        }

        var ends = c.To is CountryStatus.OnHold or CountryStatus.Withdrawn or CountryStatus.Refused or CountryStatus.Lapsed;
        if (ends && Asking.NotInList(c.ReasonCode, StudyReasons.All, $"set a country to {StatusName.Of(c.To)}") is { } missing)
        {
            return Decision.Refuse(missing);
        }

        return context.TryDate(c.On, null, out var on, out var wrong) ? Reach(state, c.To, on, c.ReasonCode, c.Conditions.OrEmpty()) : Decision.Refuse(wrong);
    }

    private static Decision.Accepted Reach(CountryState state, CountryStatus to, LocalDate on, string? reason, ImmutableArray<PersonalRef> conditions) => Decision.Accept(
        [new CountryStatusChanged(state.Status, to, on, reason, conditions), .. MilestoneRules.Reach(state.Milestones, CountryTransitions.Milestone(to), on)]);

    private static Decision Resume(CountryState state, ResumeCountry c, DecisionContext context) => state.HeldFrom is not { } to
        ? Decision.Refuse(Refusal.NotAllowed("The country", "resuming", StatusName.Of(state.Status), StatusName.Of(CountryTransitions.Table.From(state.Status))))
        : context.TryDate(c.On, null, out var on, out var wrong) ? Decision.Accept(new CountryStatusChanged(state.Status, to, on, null, []))
        : Decision.Refuse(wrong);

    private static Decision.Accepted Freeze(CountryState state)
    {
        Effect[] down = [.. state.Register.Where(r => r.Child.Kind == ActorKind.Site).Select(r => new Tell(r.Child, new FreezeSiteBaseline(), $"freeze:{r.Child}"))];
        return MilestoneRules.Freeze(state.Milestones) is { } frozen ? Decision.Accept(frozen).With(down) : Decision.Accept().With(down);
    }

    private static Decision Reopen(CountryState state, CorrectCountry c, DecisionContext context)
    {
        var passed = state.History.Select(h => h.From).Distinct().ToArray();
        if (state.History.IsEmpty || (c.To is { } wanted && !passed.Contains(wanted)))
        {
            return Decision.Refuse(Refusal.NotAllowed("The country", c.To is { } t ? $"going back to {StatusName.Of(t)}" : "reopening", StatusName.Of(state.Status), StatusName.Of<CountryStatus>(passed)));
        }

        if (context.MissingReason("reopen a country") is { } missing)
        {
            return Decision.Refuse(missing);
        }

        var to = c.To ?? state.History[^1].From;
        var undone = state.History.Skip(state.History.Select(h => h.From).ToList().LastIndexOf(to));
        ImmutableArray<MilestoneDated> cleared =
        [
            .. undone.Select(h => CountryTransitions.Milestone(h.To)).OfType<string>().Distinct()
                .Where(code => state.Milestones[code].Actual is not null)
                .Select(code => new MilestoneDated(code, MilestoneDateKind.Actual, state.Milestones[code].Actual, null, Correction: true)),
        ];
        return Decision.Accept(new CountryReopened(state.Status, to, context.Today(), cleared)).Answering(new JsonObject
        {
            ["from"] = StatusName.Of(state.Status), ["to"] = StatusName.Of(to), ["milestones"] = new JsonArray([.. cleared.Select(m => (JsonNode)m.Code)]),
        });
    }
}
