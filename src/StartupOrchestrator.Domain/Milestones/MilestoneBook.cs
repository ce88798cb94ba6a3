using System.Collections.Immutable;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Domain.Milestones;

/// <summary>The four dates of one milestone; plain dates without a zone.</summary>
public sealed record MilestoneDates(LocalDate? Baseline = null, LocalDate? Plan = null, LocalDate? Forecast = null, LocalDate? Actual = null)
{
    /// <summary>One of the four.</summary>
    public LocalDate? this[MilestoneDateKind kind] => kind switch
    {
        MilestoneDateKind.Baseline => Baseline,
        MilestoneDateKind.Plan => Plan,
        MilestoneDateKind.Forecast => Forecast,
        MilestoneDateKind.Actual => Actual,
    };

    internal MilestoneDates With(MilestoneDateKind kind, LocalDate? date) => kind switch
    {
        MilestoneDateKind.Baseline => this with { Baseline = date },
        MilestoneDateKind.Plan => this with { Plan = date },
        MilestoneDateKind.Forecast => this with { Forecast = date },
        MilestoneDateKind.Actual => this with { Actual = date },
    };
}

/// <summary>The milestones of a study, country or site by code.</summary>
public sealed record MilestoneBook(ImmutableSortedDictionary<string, MilestoneDates> Dates)
{
    /// <summary>No dates yet.</summary>
    public static MilestoneBook Empty { get; } = new(ImmutableSortedDictionary.Create<string, MilestoneDates>(StringComparer.Ordinal));

    /// <summary>The dates of a milestone.</summary>
    public MilestoneDates this[string code] => Dates.GetValueOrDefault(code) ?? new MilestoneDates();

    /// <summary>Dates of all that happened.</summary>
    public IEnumerable<(string Code, LocalDate On)> Reached() => Dates.Where(d => d.Value.Actual is not null).Select(d => (d.Key, d.Value.Actual!.Value));

    internal MilestoneBook Apply(MilestoneDated e) => this with { Dates = Dates.SetItem(e.Code, this[e.Code].With(e.Kind, e.To)) };

    internal MilestoneBook Apply(BaselineFrozen e) =>
        this with { Dates = Dates.SetItems(e.Dates.Select(d => KeyValuePair.Create(d.Key, this[d.Key] with { Baseline = d.Value }))) };
}

/// <summary>One of the four dates of a milestone was set, changed or taken back.</summary>
/// <param name="From">The date before, kept for ever.</param>
/// <param name="Correction">A mistake was mended.</param>
[Contract("milestone.dated")]
public sealed record MilestoneDated(string Code, MilestoneDateKind Kind, LocalDate? From, LocalDate? To, bool Correction = false) : Event;

/// <summary>Planned dates became the baseline.</summary>
[Contract("milestone.baseline-frozen")]
public sealed record BaselineFrozen(ImmutableSortedDictionary<string, LocalDate> Dates) : Event;
