using System.Collections.Immutable;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Effects;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Countries.Packs;
using StartupOrchestrator.Domain.Time;

namespace StartupOrchestrator.Domain.Tasks;

/// <summary>Reminders and escalation of a task, in order of their dates. Only the next rung has a timer.</summary>
internal sealed class Ladder(CountryPackCatalog packs)
{
    /// <summary>Name of the timer.</summary>
    public const string Timer = "ladder";

    /// <summary>Name of the timer for a reminder that the recipient asked for.</summary>
    public const string LaterTimer = "later";

    private static readonly LocalTime Morning = new(9, 0);

    /// <summary>The effect that arms the next rung on or after a day, or clears the timer when there is none.</summary>
    public Effect[] Arm(TaskState state, LocalDate from)
    {
        if (state.Given is not { } given || state.Ended || state.Status == StartupTaskStatus.Blocked)
        {
            return [new ClearTimer(Timer), new ClearTimer(LaterTimer)];
        }

        var rungs = Rungs(given, state.Due);
        for (var i = state.Rung; i < rungs.Length; i++)
        {
            // Rungs whose day has passed are left out: nobody wants three reminders on one morning.
            if (rungs[i].Date >= from)
            {
                return [new SetTimer(Timer, At(rungs[i].Date, given.TimeZone), rungs[i].Escalates ? new EscalateTask() : new RemindTask(i))];
            }
        }

        return [new ClearTimer(Timer)];
    }

    /// <summary>Index of the rung that escalates.</summary>
    public int? EscalationRung(TaskState state)
    {
        var index = state.Given is { } given ? Rungs(given, state.Due).Index().FirstOrDefault(r => r.Item.Escalates, (-1, default)).Index : -1;
        return index < 0 ? null : index;
    }

    /// <summary>Nine in the morning of the recipient.</summary>
    public static Instant At(LocalDate date, string? zone) => (date + Morning).InZoneLeniently(CountryPackRules.Zone(zone)).ToInstant();

    private ImmutableArray<(LocalDate Date, bool Escalates)> Rungs(TaskCreated given, LocalDate? due)
    {
        var calendar = packs.For(given.Scope.Country).Calendar();
        var reminders = given.Reminders.OrEmpty()
            .Select(r => r.From switch { ReminderFrom.Given => given.On, ReminderFrom.Due => due } is { } from ? Plus(calendar, from, r.BusinessDays) : (LocalDate?)null)
            .OfType<LocalDate>()
            .Select(d => (Date: d, Escalates: false));
        var escalation = given.Escalation is { } e && due is { } last ? [(Date: Plus(calendar, last, e.BusinessDaysAfterDue), Escalates: true)] : Array.Empty<(LocalDate Date, bool Escalates)>();
        return [.. reminders.Concat(escalation).OrderBy(r => r.Date).ThenBy(r => r.Escalates)];
    }

    private static LocalDate Plus(BusinessCalendar calendar, LocalDate from, int days) => calendar.Plus(from, days);
}
