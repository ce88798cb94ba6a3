using System.Collections.Immutable;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Effects;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Countries.Packs;
using StartupOrchestrator.Domain.Time;

namespace StartupOrchestrator.Domain.Submissions;

/// <summary>What a command to a submission leads to.</summary>
internal sealed class SubmissionRules(CountryPackCatalog packs)
{
    public Decision Decide(SubmissionState state, Command command, DecisionContext context)
    {
        if (command is PlanSubmission plan)
        {
            return state.Exists ? context.Exists("submission") : Plan(plan, context);
        }

        if (command is AddPart part)
        {
            // A part may be planned a moment before its application.
            return state.Parts.Any(p => p.Part == part.Part) ? Decision.Nothing : Add(state, part);
        }

        if (!state.Exists)
        {
            return context.NotThere("submission");
        }

        var pack = packs.For(state.Jurisdiction);
        var clock = new SubmissionClock(pack);
        return command switch
        {
            CompileSubmission c => Step(state, SubmissionStatus.Compiling, c.On, context, pack, on => Decision.Accept(new SubmissionCompiling(on))),
            SubmissionIsReady c => Step(state, SubmissionStatus.Ready, c.On, context, pack, on => Decision.Accept(new SubmissionMadeReady(on, c.Documents.OrEmpty(), c.Sites.OrEmpty()))),
            Submit c => state.Status == SubmissionStatus.Submitted && IsFromParent(state, context) ? Decision.Nothing : SubmitNow(state, c, clock, pack, context),
            ValidationPassed c => state.ValidOn is not null ? Decision.Nothing : Step(state, SubmissionStatus.Assessing, c.On, context, pack, on => Validated(state, on, clock)),
            StartAssessment c => state.Status == SubmissionStatus.Assessing ? Decision.Nothing : Step(state, SubmissionStatus.Assessing, c.On, context, pack, on =>
                Decision.Accept(new SubmissionAssessmentStarted(on, clock.LastDay(state.Clock, ClockStage.Assessment, state.ValidOn ?? state.SubmittedOn ?? on)))),
            ReceiveRfi c => Step(state, SubmissionStatus.RfiOpen, c.On, context, pack, on => RfiRules.Receive(state, c, on, clock)),
            ProgressRfi c => RfiRules.Progress(state, c, context),
            AnswerRfi c => Step(state, SubmissionStatus.RfiAnswered, c.On, context, pack, on => RfiRules.Answer(state, c, on, clock)),
            SetRfiOutcome c => RfiRules.Outcome(state, c, context, pack),
            DecideSubmission c => Step(state, SubmissionStatus.Decided, c.On, context, pack, on => DecisionRules.Decide(state, c, on, context)),
            PartConcluded c => DecisionRules.PartConcluded(state, c),
            PartsConcluded c => state.PartsConcludedOn is not null ? Decision.Nothing
                : Decision.Accept(new PartsWereConcluded(c.On, clock.LastDay(state.Clock ?? pack.ClockFor(StatusName.Of(state.Type), c.On, state.ClockSet), ClockStage.Decision, c.On))),
            CorrectSubmission c => SubmissionCorrections.Decide(state, c, clock, context),
            _ => context.NotUnderstood(command),
        };
    }

    internal static Decision Step(SubmissionState state, SubmissionStatus to, LocalDate? on, DecisionContext context, CountryPack pack, Func<LocalDate, Decision> then) =>
        SubmissionTransitions.Table.Check("The submission", state.Status, to) is { } refusal ? Decision.Refuse(refusal)
        : context.TryDate(on, pack.AuthorityZone().Id, out var date, out var wrong) ? then(date)
        : Decision.Refuse(wrong);

    internal static Tell[] ToParts(SubmissionState state, Func<SubmissionPart, bool> which, Func<SubmissionPart, Command> command, string key) =>
        [.. state.Parts.Where(which).Select(p => new Tell(p.Part, command(p), $"{key}:{p.Part}"))];

    /// <summary>A person who submits the application submits its parts: the command then comes from the application, in the person's name.</summary>
    private static bool IsFromParent(SubmissionState state, DecisionContext context) => context.Origin.Sender is { } sender && sender == state.Parent;

    /// <summary>The decision of a country that joins after the application was submitted is part of it from then on.</summary>
    private static Decision.Accepted Add(SubmissionState state, AddPart part)
    {
        var added = Decision.Accept(new PartAdded(part.Part, part.Type, part.Country));
        return state.SubmittedOn is { } on && part.Type == SubmissionType.CtrDecision ? added.With(new Tell(part.Part, new Submit(on, state.Number), $"submit:{part.Part}")) : added;
    }

    private static Decision Plan(PlanSubmission c, DecisionContext context)
    {
        if (c.Jurisdiction.Length == 0)
        {
            return Decision.Refuse(Refusal.Invalid("jurisdiction", "Name the country whose clocks run, for example PL."));
        }

        if (c.Parent is { } wrong && wrong.Kind != ActorKind.Submission)
        {
            return Decision.Refuse(Refusal.Invalid("parent", $"{wrong} is not a submission. A part belongs to an application (submission/…)."));
        }

        var planned = Decision.Accept(new SubmissionPlanned(
            c.Type, c.Jurisdiction, c.Scope, c.ClockSet, c.Parent, c.Body, c.Title, c.RequiredFor.OrEmpty(), c.Sites.OrEmpty(), c.Target, context.Today()))
            .With(Registers.EnterAt(context.Self, c.Scope, StatusName.Of(c.Type), c.RequiredFor));
        return c.Parent is { } parent ? planned.With(new Tell(parent, new AddPart(context.Self, c.Type, c.Scope.Country), "part")) : planned;
    }

    private static Decision SubmitNow(SubmissionState state, Submit c, SubmissionClock clock, CountryPack pack, DecisionContext context)
    {
        // The parts of an application go with it, whether or not each was marked ready.
        var fits = IsFromParent(state, context) && state.Status is SubmissionStatus.Planned or SubmissionStatus.Compiling;
        if (!fits && SubmissionTransitions.Table.Check("The submission", state.Status, SubmissionStatus.Submitted) is { } refusal)
        {
            return Decision.Refuse(refusal);
        }

        if (!context.TryDate(c.On, pack.AuthorityZone().Id, out var on, out var wrong))
        {
            return Decision.Refuse(wrong);
        }

        var rules = pack.ClockFor(StatusName.Of(state.Type), on, state.ClockSet);
        var deadline = state.Type == SubmissionType.CtrDecision ? null : clock.AfterSubmission(rules, on);
        return Decision.Accept(new SubmissionSubmitted(on, c.Number, rules, pack.Version, deadline))
            .With(ToParts(state, _ => true, _ => new Submit(on, c.Number), "submit"));
    }

    private static Decision.Accepted Validated(SubmissionState state, LocalDate on, SubmissionClock clock) =>
        Decision.Accept(new SubmissionValidated(on, state.Type == SubmissionType.CtrDecision ? null : clock.LastDay(state.Clock, ClockStage.Assessment, on)))
            .With(ToParts(state, p => p.Decision is null, _ => new ValidationPassed(on), "valid"));
}
