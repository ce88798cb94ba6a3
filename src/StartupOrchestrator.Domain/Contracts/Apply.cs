using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;

namespace StartupOrchestrator.Domain.Contracts;

/// <summary>The state of a contract after an event.</summary>
internal static class ContractApply
{
    private const int Kept = 8;

    public static ContractState Apply(ContractState state, Event e) => e switch
    {
        ContractOpened x => new ContractState
        {
            Exists = true, Scope = x.Scope, Template = x.Template, WithBudget = x.WithBudget, RequiredFor = x.RequiredFor.OrEmpty(), Target = x.Target, Since = x.On,
        },
        DraftSent x => Negotiate(state, x.Track, x.On, t => Ball(t, Party.Site, x.On) with { Status = TrackStatus.Sent, Since = x.On, SentOn = t.SentOn ?? x.On }),
        CommentsReceived x => Negotiate(state, x.Track, x.On, t => Ball(t, Party.Us, x.On) with
        {
            Status = TrackStatus.WithUs, Round = x.Round, Since = x.On, FirstCommentsOn = t.FirstCommentsOn ?? x.On, Clauses = [.. t.Clauses.Union(x.Clauses.OrEmpty())],
        }),
        AnswerSent x => Negotiate(state, x.Track, x.On, t => Ball(t, Party.Site, x.On) with { Status = TrackStatus.WithSite, Round = x.Round, Since = x.On }),
        ExceptionRequested x => Negotiate(state, x.Track, x.Exception.On, t => Ball(t, Party.Us, x.Exception.On) with { Status = TrackStatus.ExceptionApproval, Since = x.Exception.On, Exception = x.Exception }),
        ExceptionDecided x => Negotiate(state, x.Track, x.On, t => t with { Status = TrackStatus.WithUs, Since = x.On, Exception = null }),
        TrackAgreed x => Agree(Keep(state), x),
        SignatureStarted x => Keep(state) with { Status = ContractStatus.InSignature, Signatories = x.Signatories.OrEmpty(), Since = x.On },
        ContractExecuted x => x.Amendment
            ? Keep(state) with { Status = ContractStatus.Amended, Amending = false, Amendments = state.Amendments + 1, File = x.File ?? state.File, Since = x.On }
            : Keep(state) with { Status = ContractStatus.Executed, ExecutedOn = x.On, File = x.File ?? state.File, Since = x.On },
        ContractMadeEffective x => Keep(state) with { Status = ContractStatus.Effective, EffectiveOn = x.On, Since = x.On },
        AmendmentStarted x => Amend(Keep(state), x),
        ContractDiscontinued x => Stop(Keep(state), x.On) with { Status = ContractStatus.Discontinued, ReasonCode = x.ReasonCode, Since = x.On },
        ContractReopened => state.Before.IsEmpty ? state : state.Before[^1] with { Before = state.Before.RemoveAt(state.Before.Length - 1) },
        TrackReopened x => (Keep(state) with { Status = ContractStatus.InNegotiation, Since = x.On })
            .With(x.Track, Ball(state[x.Track], Party.Us, x.On) with { Status = TrackStatus.WithUs, AgreedOn = null, Since = x.On }),
        ExecutedCorrected x => state with { ExecutedOn = x.To },
        _ => state,
    };

    private static ContractState Keep(ContractState state)
    {
        var before = state.Before.Add(state with { Before = [] });
        return state with { Before = before.Length > Kept ? before.RemoveAt(0) : before };
    }

    private static ContractState Negotiate(ContractState state, Track track, LocalDate on, Func<TrackState, TrackState> change) =>
        (Keep(state) with { Status = ContractStatus.InNegotiation, Since = state.Status == ContractStatus.InNegotiation ? state.Since : on }).With(track, change(state[track]));

    private static ContractState Agree(ContractState state, TrackAgreed e)
    {
        var after = state.With(e.Track, Close(state[e.Track], e.On) with { Status = TrackStatus.Agreed, Since = e.On, AgreedOn = e.On, Exception = null });
        var both = after.Text.Status == TrackStatus.Agreed && (!after.WithBudget || after.Budget.Status == TrackStatus.Agreed);
        return both ? after with { Status = ContractStatus.Agreed, Since = e.On } : after with { Status = ContractStatus.InNegotiation };
    }

    private static ContractState Amend(ContractState state, AmendmentStarted e)
    {
        var text = e.Track is TrackChoice.Contract or TrackChoice.Both ? new TrackState { Ball = state.Text.Ball, Clauses = state.Text.Clauses } : state.Text;
        var budget = e.Track is TrackChoice.Budget or TrackChoice.Both ? new TrackState { Ball = state.Budget.Ball, Clauses = state.Budget.Clauses } : state.Budget;
        return state with { Amending = true, Text = text, Budget = budget, Status = ContractStatus.InNegotiation, ReasonCode = e.ReasonCode, Since = e.On };
    }

    private static ContractState Stop(ContractState state, LocalDate on) => state with { Text = Close(state.Text, on), Budget = Close(state.Budget, on) };

    private static TrackState Ball(TrackState track, string side, LocalDate on) =>
        track.Ball is [.., { To: null } last] && last.Side == side ? track : Close(track, on) with { Ball = Close(track, on).Ball.Add(new BallStretch(side, on, null)) };

    private static TrackState Close(TrackState track, LocalDate on) =>
        track.Ball is [.., { To: null } last] ? track with { Ball = track.Ball.SetItem(track.Ball.Length - 1, last with { To = on }) } : track;
}
