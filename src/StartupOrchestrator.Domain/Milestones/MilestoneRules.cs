using System.Collections.Immutable;
using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Facts;
using StartupOrchestrator.Domain.Actors.Shared;

namespace StartupOrchestrator.Domain.Milestones;

/// <summary>Rules that studies, countries and sites share for their milestones.</summary>
internal static class MilestoneRules
{
    /// <summary>Sets one of the four dates.</summary>
    public static Decision Set(MilestoneBook book, ScopeLevel level, string code, MilestoneDateKind kind, LocalDate? date, DecisionContext context)
    {
        if (Wrong(code, level) is { } wrong)
        {
            return Decision.Refuse(wrong);
        }

        var dates = book[code];
        var before = dates[kind];
        if (before == date)
        {
            return Decision.Nothing;
        }

        var refusal = kind switch
        {
            MilestoneDateKind.Baseline => before is null ? null : context.MissingReason("change a baseline"),
            MilestoneDateKind.Plan => dates.Baseline is null || context.Origin.Cause is not null ? null : context.MissingReason("change a planned date after the baseline"),
            MilestoneDateKind.Forecast => null,
            MilestoneDateKind.Actual => Actual(code, before, date, context),
        };
        if (refusal is not null)
        {
            // A plan that finds the milestone reached leaves the recorded date alone.
            return kind == MilestoneDateKind.Actual && before is not null && date is not null && context.Origin.Cause is not null
                ? Decision.Nothing
                : Decision.Refuse(refusal);
        }

        return Decision.Accept(new MilestoneDated(code, kind, before, date));
    }

    /// <summary>Sets several planned dates, all or none, and freezes the new ones where that is asked for.</summary>
    public static Decision Plan(MilestoneBook book, ScopeLevel level, IReadOnlyDictionary<string, LocalDate> dates, bool freeze, DecisionContext context)
    {
        var events = new List<Event>();
        foreach (var (code, date) in dates.OrderBy(d => d.Key, StringComparer.Ordinal))
        {
            switch (Set(book, level, code, MilestoneDateKind.Plan, date, context))
            {
                case Decision.Accepted accepted:
                    events.AddRange(accepted.Events);
                    break;
                case Decision.Refused refused:
                    return refused;
            }
        }

        if (freeze && Freeze(events.OfType<MilestoneDated>().Aggregate(book, (b, e) => b.Apply(e))) is { } frozen)
        {
            events.Add(frozen);
        }

        return events.Count == 0 ? Decision.Nothing : Decision.Accept([.. events]);
    }

    /// <summary>Changes or takes back an actual date, with a reason.</summary>
    public static Decision Correct(MilestoneBook book, ScopeLevel level, string? code, LocalDate? date, DecisionContext context)
    {
        if (code is null)
        {
            return Decision.Refuse(Refusal.Invalid("code", "Name the milestone whose date is to be changed, for example SI-090."));
        }

        if (Wrong(code, level) is { } wrong)
        {
            return Decision.Refuse(wrong);
        }

        if (book[code].Actual is not { } before)
        {
            return Decision.Refuse(Refusal.NotAllowed($"Milestone {code}", "changing its actual date", "not reached", "set the actual date"));
        }

        if (context.MissingReason("change an actual date") is { } missing)
        {
            return Decision.Refuse(missing);
        }

        if (date is not null && !context.TryDate(date, null, out _, out var refusal))
        {
            return Decision.Refuse(refusal);
        }

        return before == date
            ? Decision.Nothing
            : Decision.Accept(new MilestoneDated(code, MilestoneDateKind.Actual, before, date, Correction: true))
                .Answering(new JsonObject { ["milestone"] = code, ["reopened"] = date is null });
    }

    /// <summary>Freezes every planned date that has no baseline yet.</summary>
    public static BaselineFrozen? Freeze(MilestoneBook book)
    {
        var dates = book.Dates.Where(d => d.Value is { Plan: not null, Baseline: null }).ToImmutableSortedDictionary(d => d.Key, d => d.Value.Plan!.Value, StringComparer.Ordinal);
        return dates.IsEmpty ? null : new BaselineFrozen(dates);
    }

    /// <summary>The event by which a status reaches its milestone, unless that was recorded before.</summary>
    public static IEnumerable<Event> Reach(MilestoneBook book, string? code, LocalDate on) =>
        code is null || book[code].Actual is not null ? [] : [new MilestoneDated(code, MilestoneDateKind.Actual, null, on)];

    /// <summary>One fact for each milestone reached.</summary>
    public static IEnumerable<Fact> Facts(MilestoneBook book) =>
        book.Reached().Select(m => new Fact($"milestone:{m.Code}", new JsonObject().Set("code", m.Code).Set("on", m.On)));

    /// <summary>Flat names for the view row, for example <c>SI-160.plan</c>.</summary>
    public static JsonObject Describe(this JsonObject doc, MilestoneBook book)
    {
        foreach (var (code, dates) in book.Dates)
        {
            doc.Set($"{code}.baseline", dates.Baseline).Set($"{code}.plan", dates.Plan).Set($"{code}.forecast", dates.Forecast).Set($"{code}.actual", dates.Actual);
        }

        return doc;
    }

    private static Refusal? Wrong(string code, ScopeLevel level) => MilestoneCatalog.Find(code) is { } kind
        ? kind.Level == level ? null : Refusal.Invalid("code", $"{code} ({kind.Name}) is a milestone of the {StatusName.Of(kind.Level)}, not of the {StatusName.Of(level)}.")
        : Refusal.Invalid("code", $"There is no milestone {code}. Choose one of {string.Join(", ", MilestoneCatalog.Of(level).Select(m => m.Code))}.");

    private static Refusal? Actual(string code, LocalDate? before, LocalDate? date, DecisionContext context)
    {
        if (before is not null)
        {
            return Refusal.NotAllowed($"Milestone {code}", "setting another actual date", $"reached on {Time.DateRules.Text(before.Value)}", "correct the actual date with a reason");
        }

        return context.TryDate(date, null, out _, out var refusal) ? null : refusal;
    }
}
