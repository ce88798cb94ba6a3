using System.Collections.Immutable;
using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Effects;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Countries;
using StartupOrchestrator.Domain.Milestones;

namespace StartupOrchestrator.Domain.Studies;

/// <summary>What a command to a study leads to.</summary>
internal static class StudyRules
{
    public static Decision Decide(StudyState state, Command command, DecisionContext context)
    {
        if (command is RegisterStudy register)
        {
            return state.Exists ? context.Exists("study") : Register(register, context);
        }

        if (command is RegisterChild child)
        {
            return Registers.Register(state.Register, child, ActorKind.StudyCountry);
        }

        if (!state.Exists)
        {
            return context.NotThere("study");
        }

        return command switch
        {
            ChangeStudy c => Change(state, c),
            SetStudyStatus c => SetStatus(state, c, context),
            SetStudyTeam c => Teams.Set(state.Team, c.Role, c.Person),
            SetStudyMilestone c => MilestoneRules.Set(state.Milestones, ScopeLevel.Study, c.Code, c.Kind, c.Date, context),
            FreezeStudyBaseline => Freeze(state),
            ChangeCoreIcf c => CoreIcf(state, c, context),
            CorrectStudy { Kind: StudyCorrection.ChangeActual } c => MilestoneRules.Correct(state.Milestones, ScopeLevel.Study, c.Code, c.Date, context),
            CorrectStudy { Kind: StudyCorrection.Reopen } => Reopen(state, context),
            _ => context.NotUnderstood(command),
        };
    }

    private static Decision Register(RegisterStudy c, DecisionContext context) =>
        string.IsNullOrWhiteSpace(c.Title) ? Decision.Refuse(Refusal.Invalid("title", "Give the study a title."))
        : string.IsNullOrWhiteSpace(c.ProtocolNumber) ? Decision.Refuse(Refusal.Invalid("protocolNumber", "Give the protocol number."))
        : string.IsNullOrWhiteSpace(c.Sponsor) ? Decision.Refuse(Refusal.Invalid("sponsor", "Say which sponsor the study belongs to."))
        : Countries(c.CountriesWanted) is { } wrong ? Decision.Refuse(wrong)
        : Decision.Accept(new StudyRegistered(
            new StudyDescription(c.Title, c.ProtocolNumber, c.Sponsor, c.SponsorName, c.ShortTitle, c.RegistryId, c.Phase, c.Condition) { CountriesWanted = c.CountriesWanted.OrEmpty() }, context.Today()));

    private static Decision Change(StudyState state, ChangeStudy c)
    {
        if (Countries(c.CountriesWanted) is { } wrong)
        {
            return Decision.Refuse(wrong);
        }

        var before = state.Description;
        var after = before with
        {
            Title = c.Title ?? before.Title, ShortTitle = c.ShortTitle ?? before.ShortTitle, ProtocolNumber = c.ProtocolNumber ?? before.ProtocolNumber,
            RegistryId = c.RegistryId ?? before.RegistryId, Phase = c.Phase ?? before.Phase, Condition = c.Condition ?? before.Condition,
            SponsorName = c.SponsorName ?? before.SponsorName, SitesPlanned = c.SitesPlanned ?? before.SitesPlanned,
        };
        var sameCountries = c.CountriesWanted.IsDefault || c.CountriesWanted.SequenceEqual(before.CountriesWanted);
        return after == before && sameCountries ? Decision.Nothing
            : Decision.Accept(new StudyChanged(before, sameCountries ? after : after with { CountriesWanted = c.CountriesWanted }));
    }

    private static Refusal? Countries(ImmutableArray<string> codes) =>
        codes.OrEmpty().FirstOrDefault(c => c.Length != 2 || !c.All(char.IsAsciiLetterUpper)) is { } wrong
            ? Refusal.Invalid("countriesWanted", $"'{wrong}' is not an ISO 3166-1 alpha-2 code in upper case, for example PL.")
            : null;

    private static Decision SetStatus(StudyState state, SetStudyStatus c, DecisionContext context)
    {
        if (StudyTransitions.After(state, c.Step) is not { } to)
        {
            return Decision.Refuse(Refusal.NotAllowed("The study", $"the step {StatusName.Of(c.Step)}", StatusName.Of(state.Status), StatusName.Of(StudyTransitions.Possible(state))));
        }

        var needsReason = c.Step is StudyStep.Hold or StudyStep.Close or StudyStep.Cancel;
        return needsReason && Asking.NotInList(c.ReasonCode, StudyReasons.All, $"{StatusName.Of(c.Step)} a study") is { } refusal ? Decision.Refuse(refusal)
            : context.TryDate(c.On, null, out var on, out var wrong) ? Decision.Accept(new StudyStatusChanged(state.Status, to, on, c.ReasonCode))
            : Decision.Refuse(wrong);
    }

    private static Decision.Accepted Freeze(StudyState state)
    {
        Effect[] down = [.. state.Register.Where(r => r.Child.Kind == ActorKind.StudyCountry).Select(r => new Tell(r.Child, new FreezeCountryBaseline(), $"freeze:{r.Child}"))];
        return MilestoneRules.Freeze(state.Milestones) is { } frozen ? Decision.Accept(frozen).With(down) : Decision.Accept().With(down);
    }

    /// <summary>Plans of countries and sites wait for this event by name; before start-up nobody does.</summary>
    private static Decision CoreIcf(StudyState state, ChangeCoreIcf c, DecisionContext context) =>
        state.Status is not (StudyStatus.InStartUp or StudyStatus.Recruiting or StudyStatus.OnHold)
            ? Decision.Refuse(Refusal.NotAllowed("The study", "changing the core consent form", StatusName.Of(state.Status), StatusName.Of(StudyTransitions.Possible(state))))
        : string.IsNullOrWhiteSpace(c.Version) ? Decision.Refuse(Refusal.Invalid("version", "Name the new version, for example 2.0."))
        : c.Version.Trim() == state.CoreIcf ? Decision.Nothing
        : context.MissingReason("change the core consent form") is { } missing ? Decision.Refuse(missing)
        : context.TryDate(c.On, null, out var on, out var wrong)
            ? Decision.Accept(new CoreIcfChanged(state.CoreIcf, c.Version.Trim(), on))
                .With(new PublishEvent($"core-icf-changed:{context.Self.Key}", null, new JsonObject { ["version"] = c.Version.Trim() }.Set("on", on), "core-icf"))
        : Decision.Refuse(wrong);

    private static Decision Reopen(StudyState state, DecisionContext context)
    {
        if (state.History.IsEmpty)
        {
            return Decision.Refuse(Refusal.NotAllowed("The study", "reopening", StatusName.Of(state.Status), StatusName.Of(StudyTransitions.Possible(state))));
        }

        var to = state.History[^1].From;
        return context.MissingReason("reopen a study") is { } missing ? Decision.Refuse(missing)
            : Decision.Accept(new StudyReopened(state.Status, to, context.Today()))
                .Answering(new JsonObject { ["from"] = StatusName.Of(state.Status), ["to"] = StatusName.Of(to) });
    }
}
