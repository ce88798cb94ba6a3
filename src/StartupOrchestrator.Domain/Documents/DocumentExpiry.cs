using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Effects;
using StartupOrchestrator.Domain.Actors.Shared;

namespace StartupOrchestrator.Domain.Documents;

/// <summary>The expiry watch: one timer, first for the warning, then for the end.</summary>
internal static class DocumentExpiry
{
    /// <summary>Name of the timer.</summary>
    public const string Timer = "expiry";

    /// <summary>Last day of validity that follows from the rule.</summary>
    public static LocalDate? ValidUntil(DocumentState state, DocumentVersion version) => state.Expiry switch
    {
        { Kind: ExpiryKind.AgeLimit, Months: { } months } => (version.Dated ?? version.ReceivedOn).PlusMonths(months),
        _ => version.ValidUntil,
    };

    /// <summary>Sets the timer for the warning; a warning in the past fires at once.</summary>
    public static Effect Watch(DocumentState state, LocalDate end) =>
        new SetTimer(Timer, StartOf(end.PlusDays(-(state.Expiry?.WarnDays ?? 60))), new WarnOfExpiry());

    public static Decision Warn(DocumentState state) => state.Counting is not { ValidUntil: { } end } || state.ExpiryWarned
        ? Decision.Nothing
        : Decision.Accept(new DocumentExpiryWarned(end)).With(new SetTimer(Timer, StartOf(end.PlusDays(1)), new ExpireDocument()));

    public static Decision Expire(DocumentState state, ExpireDocument c, DecisionContext context)
    {
        if (state.Counting is not { } version)
        {
            return context.Origin.IsSystem()
                ? Decision.Nothing
                : Decision.Refuse(Refusal.NotAllowed($"Document '{state.Title}'", "expiring", StatusName.Of(state.Status), StatusName.Of(DocumentTransitions.Table.From(state.Status))));
        }

        if (!context.TryDate(c.On, null, out var on, out var refusal))
        {
            return Decision.Refuse(refusal);
        }

        // The watch may fire for a validity that was corrected meanwhile.
        return context.Origin.IsSystem() && (version.ValidUntil is not { } end || end >= on)
            ? Decision.Nothing
            : Decision.Accept(new DocumentExpired(version.Number, on)).With(new ClearTimer(Timer));
    }

    // A day ends everywhere twelve hours after it ended in UTC; nothing expires while it is still valid somewhere.
    private static Instant StartOf(LocalDate date) => date.AtMidnight().InUtc().ToInstant() + Duration.FromHours(12);
}
