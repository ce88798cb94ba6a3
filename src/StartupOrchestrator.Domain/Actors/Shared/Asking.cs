using System.Diagnostics.CodeAnalysis;
using NodaTime;
using StartupOrchestrator.Domain.Countries.Packs;

namespace StartupOrchestrator.Domain.Actors.Shared;

/// <summary>Questions that most decisions ask: on which day, and why.</summary>
internal static class Asking
{
    /// <summary>The day of the act in a zone: business time if given, else now.</summary>
    public static LocalDate Today(this DecisionContext context, string? zone = null) =>
        (context.Origin.BusinessTime ?? context.Now).InZone(CountryPackRules.Zone(zone)).Date;

    /// <summary>The actual date of an act; refuses a date that is nowhere on earth reached yet.</summary>
    public static bool TryDate(this DecisionContext context, LocalDate? on, string? zone, out LocalDate date, [NotNullWhen(false)] out Refusal? refusal)
    {
        date = on ?? context.Today(zone);
        var latest = context.Now.InUtc().Date.PlusDays(1);
        refusal = date > latest
            ? Refusal.Invalid("on", $"{Time.DateRules.Text(date)} lies in the future. An actual date is today or earlier; use the planned date for what is to come.")
            : null;
        return refusal is null;
    }

    /// <summary>Refuses when no reason was given.</summary>
    public static Refusal? MissingReason(this DecisionContext context, string act) =>
        context.Origin.Reason is null ? Refusal.Invalid("reason", $"To {act}, say why: give a reason.") : null;

    /// <summary>Refuses a code that is not in the pick list.</summary>
    public static Refusal? NotInList(string? code, IReadOnlyDictionary<string, string> list, string act) =>
        code is not null && list.ContainsKey(code)
            ? null
            : Refusal.Invalid("reasonCode", $"To {act}, choose a reason: {string.Join(", ", list.Keys.Order(StringComparer.Ordinal))}.");

    /// <summary>It does not exist yet.</summary>
    public static Decision NotThere(this DecisionContext context, string what) =>
        Decision.Refuse(new Refusal(RefusalKind.NotFound, "actor.not-found", $"There is no {what} {context.Self.Key}. Check the address, or create it first."));

    /// <summary>It exists already.</summary>
    public static Decision Exists(this DecisionContext context, string what) =>
        Decision.Refuse(new Refusal(RefusalKind.NotUnique, "actor.exists", $"The {what} {context.Self.Key} exists already. Open it instead of creating it again."));

    /// <summary>The command belongs to another kind of actor.</summary>
    public static Decision NotUnderstood(this DecisionContext context, Command command) =>
        Decision.Refuse(new Refusal(RefusalKind.Invalid, "command.not-understood", $"A {context.Self.Kind} does not understand {command.GetType().Name}."));

    /// <summary>True when a plan, a timer or a relay acts and not a person.</summary>
    public static bool IsSystem(this Origin origin) => origin.By == Origin.SystemActor;

    /// <summary>The key of the person in <c>person/…</c> or a bare key.</summary>
    public static string PersonKey(string by) => by.StartsWith("person/", StringComparison.Ordinal) ? by["person/".Length..] : by;

    /// <summary>Who acts, as a key.</summary>
    public static string Actor(this DecisionContext context) => PersonKey(context.Origin.By);
}
