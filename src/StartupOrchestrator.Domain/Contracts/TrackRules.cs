using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;

namespace StartupOrchestrator.Domain.Contracts;

/// <summary>Negotiating a track: who has the ball, in which round.</summary>
internal static class TrackRules
{
    public static Decision Decide(ContractState state, Command command, DecisionContext context) => command switch
    {
        SendDraft c => Send(state, c, context),
        ReceiveSiteComments c => Move(state, c.Track, "receiving comments", c.On, context, [TrackStatus.Sent, TrackStatus.WithSite], (track, on) => Comments(track, c, on)),
        SendOurAnswer c => Move(state, c.Track, "answering", c.On, context, [TrackStatus.WithUs], (track, on) =>
            c.File?.Check("file") is { } bad ? Decision.Refuse(bad) : Decision.Accept(new AnswerSent(c.Track, track.Round, c.File, on))),
        RequestException c => Move(state, c.Track, "asking an exception", c.On, context, [TrackStatus.WithUs, TrackStatus.Sent, TrackStatus.WithSite], (_, on) =>
            Decision.Accept(new ExceptionRequested(c.Track, new PendingException(c.Approver, c.What, context.Actor(), on)))),
        DecideException c => Move(state, c.Track, "deciding an exception", c.On, context, [TrackStatus.ExceptionApproval], (track, on) => Exception(track, c, on, context)),
        AgreeTrack c => state[c.Track].Status == TrackStatus.Agreed ? Decision.Nothing
            : Move(state, c.Track, "agreeing", c.On, context, [TrackStatus.Sent, TrackStatus.WithSite, TrackStatus.WithUs], (track, on) =>
                Decision.Accept(new TrackAgreed(c.Track, track.Round, on))),
        _ => context.NotUnderstood(command),
    };

    private static Decision Send(ContractState state, SendDraft c, DecisionContext context)
    {
        Track[] tracks = c.Track switch
        {
            TrackChoice.Contract => [Track.Contract],
            TrackChoice.Budget => [Track.Budget],
            TrackChoice.Both => state.WithBudget ? [Track.Contract, Track.Budget] : [Track.Contract],
        };
        var events = new List<Event>();
        foreach (var track in tracks)
        {
            var decision = Move(state, track, "sending a draft", c.On, context, [TrackStatus.NotStarted], (_, on) => Decision.Accept(new DraftSent(track, on)));
            if (decision is Decision.Accepted accepted)
            {
                events.AddRange(accepted.Events);
            }
            else
            {
                return decision;
            }
        }

        return Decision.Accept([.. events]);
    }

    private static Decision Comments(TrackState track, ReceiveSiteComments c, LocalDate on)
    {
        if (c.File?.Check("file") is { } bad)
        {
            return Decision.Refuse(bad);
        }

        var next = track.Round + 1;
        return c.Round is { } round && round != next
            ? Decision.Refuse(Refusal.Invalid("round", $"The next round is {next}, not {round}."))
            : Decision.Accept(new CommentsReceived(c.Track, next, c.Clauses.OrEmpty(), c.File, on));
    }

    private static Decision Exception(TrackState track, DecideException c, LocalDate on, DecisionContext context) =>
        context.Origin.IsSystem() ? Decision.Refuse(new Refusal(RefusalKind.Forbidden, "contract.exception", "A person decides an exception; a plan cannot."))
        : track.Exception?.AskedBy == context.Actor() ? Decision.Refuse(new Refusal(RefusalKind.Forbidden, "contract.exception", "You asked for this exception. Another person decides it."))
        : Decision.Accept(new ExceptionDecided(c.Track, c.Granted, context.Actor(), on));

    private static Decision Move(
        ContractState state, Track name, string act, LocalDate? on, DecisionContext context, TrackStatus[] allowed, Func<TrackState, LocalDate, Decision> then)
    {
        var open = state.Status is ContractStatus.NotStarted or ContractStatus.InNegotiation;
        if (!open)
        {
            return Decision.Refuse(Refusal.NotAllowed("The contract", act, StatusName.Of(state.Status), ContractRules.Possible(state)));
        }

        if (name == Track.Budget && !state.WithBudget)
        {
            return Decision.Refuse(Refusal.Invalid("track", "This contract has no site budget."));
        }

        var track = state[name];
        return !allowed.Contains(track.Status)
            ? Decision.Refuse(Refusal.NotAllowed(name == Track.Budget ? "The site budget" : "The contract text", act, track.Written, Possible(track.Status)))
            : context.TryDate(on, null, out var date, out var wrong) ? then(track, date)
            : Decision.Refuse(wrong);
    }

    private static string[] Possible(TrackStatus status) => status switch
    {
        TrackStatus.NotStarted => ["send"],
        TrackStatus.Sent or TrackStatus.WithSite => ["site-comments", "request-exception", "agree"],
        TrackStatus.WithUs => ["our-answer", "request-exception", "agree"],
        TrackStatus.ExceptionApproval => ["decide-exception"],
        TrackStatus.Agreed => ["correct"],
    };
}
