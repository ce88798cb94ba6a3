using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Time;

namespace StartupOrchestrator.Domain.Submissions;

/// <summary>The state of a submission after an event.</summary>
internal static class SubmissionApply
{
    private const int Kept = 8;

    public static SubmissionState Apply(SubmissionState state, Event e) => e switch
    {
        SubmissionPlanned x => new SubmissionState
        {
            Exists = true, Type = x.Type, Jurisdiction = x.Jurisdiction, Scope = x.Scope, ClockSet = x.ClockSet, Parent = x.Parent, Body = x.Body, Title = x.Title,
            RequiredFor = x.RequiredFor.OrEmpty(), Sites = x.Sites.OrEmpty(), Target = x.Target, Since = x.On,
        },
        PartAdded x => state with { Parts = state.Parts.Add(new SubmissionPart(x.Part, x.Type, x.Country)) },
        SubmissionCompiling x => Step(state, SubmissionStatus.Compiling, x.On),
        SubmissionMadeReady x => Step(state, SubmissionStatus.Ready, x.On) with
        {
            Documents = x.Documents.IsDefaultOrEmpty ? state.Documents : x.Documents, Sites = x.Sites.IsDefaultOrEmpty ? state.Sites : x.Sites,
        },
        SubmissionSubmitted x => Ball(Step(state, SubmissionStatus.Submitted, x.On), ClockHolder.Authority, x.On) with
        {
            SubmittedOn = x.On, Number = x.Number ?? state.Number, Clock = x.Clock, PackVersion = x.PackVersion, Deadline = x.Deadline,
        },
        SubmissionValidated x => Ball(Step(state, SubmissionStatus.Assessing, x.On), ClockHolder.Authority, x.On) with { ValidOn = x.On, Deadline = x.Deadline },
        SubmissionAssessmentStarted x => Ball(Step(state, SubmissionStatus.Assessing, x.On), ClockHolder.Authority, x.On) with { Deadline = x.Deadline },
        RfiReceived x => Ball(Step(state, SubmissionStatus.RfiOpen, x.On), ClockHolder.Sponsor, x.On, x.StopsClock) with
        {
            Rfis = state.Rfis.Add(new Rfi(x.Index, x.Kind, RfiStatus.Received, x.On, x.CommunicatedDue, x.Computed?.Date, x.Computed?.Possible, x.Number, Question: x.Question)),
        },
        RfiProgressed x => SetRfi(state, x.Index, r => r with { Status = x.To }),
        RfiWasAnswered x => SetRfi(Ball(Step(state, SubmissionStatus.RfiAnswered, x.On), ClockHolder.Authority, x.On), x.Index, r => r with { Status = RfiStatus.Answered, AnsweredOn = x.On, Answer = x.Answer }) with
        {
            Deadline = x.Deadline ?? state.Deadline,
        },
        RfiClosed x => Close(state, x),
        PartWasConcluded x => state with { Parts = [.. state.Parts.Select(p => p.Part == x.Part ? p with { Decision = x.Decision, ConcludedOn = x.On } : p)] },
        PartsWereConcluded x => state with { PartsConcludedOn = x.On, Deadline = x.Deadline },
        SubmissionDecided x => End(Step(state, SubmissionStatus.Decided, x.On), x.On) with
        {
            Decision = x.Decision, DecidedOn = x.On, Conditions = x.Conditions.OrEmpty(), Covers = x.Covers.IsDefaultOrEmpty ? state.Documents : x.Covers,
            ValidUntil = x.ValidUntil, Deadline = null,
        },
        SubmissionReopened => state.Before.IsEmpty ? state : state.Before[^1] with { Before = state.Before.RemoveAt(state.Before.Length - 1), Parts = state.Parts },
        SubmissionDateCorrected x => Correct(state, x),
        _ => state,
    };

    private static SubmissionState Step(SubmissionState state, SubmissionStatus to, LocalDate on)
    {
        var before = state.Before.Add(state with { Before = [] });
        return state with { Status = to, Since = on, Before = before.Length > Kept ? before.RemoveAt(0) : before };
    }

    private static SubmissionState Ball(SubmissionState state, ClockHolder holder, LocalDate on, bool stopped = false) =>
        !state.Stretches.IsEmpty && state.Stretches[^1] is { To: null } last && last.Holder == holder && last.Stopped == stopped
            ? state
            : End(state, on) with { Stretches = End(state, on).Stretches.Add(new ClockStretch(holder, on, null, stopped)) };

    private static SubmissionState End(SubmissionState state, LocalDate on) =>
        state.Stretches.IsEmpty || state.Stretches[^1].To is not null ? state : state with { Stretches = state.Stretches.SetItem(state.Stretches.Length - 1, state.Stretches[^1] with { To = on }) };

    private static SubmissionState SetRfi(SubmissionState state, int index, Func<Rfi, Rfi> change) =>
        state with { Rfis = [.. state.Rfis.Select(r => r.Index == index ? change(r) : r)] };

    private static SubmissionState Close(SubmissionState state, RfiClosed e)
    {
        var status = e.Outcome switch { RfiOutcome.Accepted => RfiStatus.Accepted, RfiOutcome.FollowUp => RfiStatus.FollowUp, RfiOutcome.Missed => RfiStatus.Missed };
        var back = state.Rfis.FirstOrDefault(r => r.Index == e.Index)?.Kind == RfiKind.Validation ? SubmissionStatus.Submitted : SubmissionStatus.Assessing;
        return SetRfi(Ball(Step(state, back, e.On), ClockHolder.Authority, e.On), e.Index, r => r with { Status = status });
    }

    private static SubmissionState Correct(SubmissionState state, SubmissionDateCorrected e) => e.Kind switch
    {
        SubmissionCorrection.Reopen => state,
        SubmissionCorrection.ChangeSubmitted => Moved(state, e) with { SubmittedOn = e.To, Deadline = e.Deadline ?? state.Deadline },
        SubmissionCorrection.ChangeValidated => Moved(state, e) with { ValidOn = e.To, Deadline = e.Deadline ?? state.Deadline },
        SubmissionCorrection.ChangeDecided => Moved(state, e) with { DecidedOn = e.To },
        SubmissionCorrection.ChangeRfiDue => state.OpenRfi is { } open ? SetRfi(state, open.Index, r => r with { CommunicatedDue = e.To }) : state,
    };

    // Stretches that met at the wrong date meet at the right one.
    private static SubmissionState Moved(SubmissionState state, SubmissionDateCorrected e) => e is { From: { } from, To: { } to }
        ? state with { Stretches = [.. state.Stretches.Select(s => s with { From = s.From == from ? to : s.From, To = s.To == from ? to : s.To })] }
        : state;
}
