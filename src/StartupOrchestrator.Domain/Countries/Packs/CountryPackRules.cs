using NodaTime;
using StartupOrchestrator.Domain.Time;

namespace StartupOrchestrator.Domain.Countries.Packs;

/// <summary>What plans, submissions and tasks ask a pack.</summary>
public static class CountryPackRules
{
    /// <summary>The working days of a country or one of its parts.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="subdivision">ISO 3166-2 code; null: only what holds everywhere.</param>
    public static BusinessCalendar Calendar(this CountryPack pack, string? subdivision = null)
    {
        ArgumentNullException.ThrowIfNull(pack);
        var part = subdivision is null ? null : pack.Subdivisions.FirstOrDefault(s => s.Code == subdivision);
        IEnumerable<IsoDayOfWeek> weekend = part is { Weekend.IsDefaultOrEmpty: false } ? part.Weekend
            : pack.Weekend is { Value.IsDefaultOrEmpty: false } w ? w.Value
            : [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday];
        return new BusinessCalendar(
            subdivision ?? pack.Id,
            weekend,
            pack.Holidays.Where(h => h.Subdivision is null || h.Subdivision == subdivision),
            pack.MadeUpDays.Where(h => h.Subdivision is null || h.Subdivision == subdivision).Select(h => h.Date));
    }

    /// <summary>Zone in which the authority's days end; UTC when not known.</summary>
    public static DateTimeZone AuthorityZone(this CountryPack pack) => Zone(pack.TimeZones is { Value.IsDefaultOrEmpty: false } zones ? zones.Value[0] : null);

    /// <summary>The clock rule set that applies to a submission.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="submissionType">Type as written, for example <c>ctr-initial</c>.</param>
    /// <param name="submitted">Date of submission: versions are chosen by it.</param>
    /// <param name="code">Set asked for by name; null: the first that applies to the type.</param>
    public static ClockRuleSet? ClockFor(this CountryPack pack, string submissionType, LocalDate submitted, string? code = null) =>
        pack.Clocks
            .Where(c => code is null ? !c.AppliesTo.IsDefaultOrEmpty && c.AppliesTo.Contains(submissionType) : c.Code == code)
            .Where(c => c.ValidFrom <= submitted && (c.ValidTo is not { } to || submitted <= to))
            .OrderByDescending(c => c.ValidFrom)
            .FirstOrDefault();

    /// <summary>A zone by its IANA name; UTC when the name is missing or not known.</summary>
    public static DateTimeZone Zone(string? name) => (name is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(name)) ?? DateTimeZone.Utc;
}
