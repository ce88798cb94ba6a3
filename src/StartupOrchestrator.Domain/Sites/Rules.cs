using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Effects;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Milestones;

namespace StartupOrchestrator.Domain.Sites;

/// <summary>What a command to a site leads to.</summary>
internal static class SiteRules
{
    public static Decision Decide(SiteState state, Command command, DecisionContext context)
    {
        if (command is IdentifySite identify)
        {
            return state.Exists ? context.Exists("site") : Identify(identify, context);
        }

        if (command is RegisterChild child)
        {
            return Registers.Register(state.Register, child, below: null);
        }

        if (!state.Exists)
        {
            return context.NotThere("site");
        }

        return command switch
        {
            ChangeSite c => Change(state, c),
            AdvanceSite c => Advance(state, c, context),
            ResumeSite c => Resume(state, c, context),
            SetSiteMilestone c => MilestoneRules.Set(state.Milestones, ScopeLevel.Site, c.Code, c.Kind, c.Date, context),
            PlanSiteDates c => MilestoneRules.Plan(state.Milestones, ScopeLevel.Site, c.Dates, c.Freeze, context),
            FreezeSiteBaseline => MilestoneRules.Freeze(state.Milestones) is { } frozen ? Decision.Accept(frozen) : Decision.Nothing,
            AssignContact or ReplaceContact or ReleaseContact => ContactRules.Decide(state, command, context),
            RequestGate or ApproveGate or RejectGate => GateRules.Decide(state, command, context),
            CorrectSite c => SiteCorrections.Decide(state, c, context),
            _ => context.NotUnderstood(command),
        };
    }

    private static Decision Identify(IdentifySite c, DecisionContext context)
    {
        var wrong = string.IsNullOrWhiteSpace(c.Code) ? Refusal.Invalid("code", "Give the site a code by which people call it, for example PL-04.")
            : string.IsNullOrWhiteSpace(c.Institution) ? Refusal.Invalid("institution", "Name the institution.")
            : c.Iso2.Length != 2 || !c.Iso2.All(char.IsAsciiLetterUpper) ? Refusal.Invalid("iso2", $"'{c.Iso2}' is not an ISO 3166-1 alpha-2 code in upper case, for example PL.")
            : Zone(c.TimeZone);
        if (wrong is not null)
        {
            return Decision.Refuse(wrong);
        }

        if (!context.TryDate(c.On, c.TimeZone, out var on, out var future))
        {
            return Decision.Refuse(future);
        }

        var scope = new Scope(c.Sponsor, c.Study, c.Iso2, context.Self.Key);
        return Decision.Accept(
            new SiteIdentified(scope, new SiteDescription(c.Code, c.Institution, c.City, c.TimeZone, c.Source, c.Subdivision), on),
            new MilestoneDated("SI-010", MilestoneDateKind.Actual, null, on))
            .With(new Tell(scope.CountryActor!.Value, new RegisterChild(context.Self, "site", [], ScopeLevel.Site), "register"));
    }

    private static Decision Change(SiteState state, ChangeSite c)
    {
        var before = state.Description;
        var after = before with
        {
            Code = c.Code ?? before.Code, Institution = c.Institution ?? before.Institution, City = c.City ?? before.City, TimeZone = c.TimeZone ?? before.TimeZone,
            Subdivision = c.Subdivision ?? before.Subdivision, ParticipantsPlanned = c.ParticipantsPlanned ?? before.ParticipantsPlanned, FastTrack = c.FastTrack ?? before.FastTrack,
        };
        return Zone(c.TimeZone) is { } wrong ? Decision.Refuse(wrong) : after == before ? Decision.Nothing : Decision.Accept(new SiteChanged(before, after));
    }

    private static Decision Advance(SiteState state, AdvanceSite c, DecisionContext context)
    {
        if (state.Status == c.To && context.Origin.Cause is not null)
        {
            return Decision.Nothing;
        }

        var allowed = SiteTransitions.From(state);
        if (!allowed.Contains(c.To))
        {
            var words = StatusName.Of(allowed);
            return Decision.Refuse(c.To == SiteStatus.Active && state.Status == SiteStatus.Initiated
                ? Refusal.NotAllowed($"Site {state.Description.Code}", "activating it without its gate", StatusName.Of(state.Status), ["request-gate activation", .. words])
                : Refusal.NotAllowed($"Site {state.Description.Code}", $"going to {StatusName.Of(c.To)}", StatusName.Of(state.Status), state.Status == SiteStatus.OnHold ? ["resume", .. words] : words));
        }

        if (SiteTransitions.Reasons(c.To) is { } list && Asking.NotInList(c.ReasonCode, list, $"set a site to {StatusName.Of(c.To)}") is { } refusal)
        {
            return Decision.Refuse(refusal);
        }

        return context.TryDate(c.On, state.Description.TimeZone, out var on, out var wrong)
            ? Decision.Accept([new SiteStatusChanged(state.Status, c.To, on, c.ReasonCode), .. MilestoneRules.Reach(state.Milestones, SiteTransitions.Milestone(c.To), on)])
            : Decision.Refuse(wrong);
    }

    private static Decision Resume(SiteState state, ResumeSite c, DecisionContext context) => state.HeldFrom is not { } to
        ? Decision.Refuse(Refusal.NotAllowed($"Site {state.Description.Code}", "resuming", StatusName.Of(state.Status), StatusName.Of(SiteTransitions.From(state))))
        : context.TryDate(c.On, state.Description.TimeZone, out var on, out var wrong) ? Decision.Accept(new SiteStatusChanged(state.Status, to, on))
        : Decision.Refuse(wrong);

    private static Refusal? Zone(string? zone) => zone is null || DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null
        ? null
        : Refusal.Invalid("timeZone", $"'{zone}' is not an IANA time zone, for example Europe/Warsaw.");
}
