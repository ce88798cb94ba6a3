using System.Collections.Concurrent;
using System.Collections.Immutable;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Countries.Packs;
using StartupOrchestrator.Domain.Milestones;
using StartupOrchestrator.Domain.Schedule;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Features.Sites;
using StartupOrchestrator.Server.Hosting;
using StartupOrchestrator.Server.Http;
using Scope = StartupOrchestrator.Domain.Actors.Shared.Scope;

namespace StartupOrchestrator.Server.Features.Schedule;

/// <summary>Computes the forecasts of sites from the rows that the caller was already allowed to read, and their countries' dates.</summary>
public sealed class ScheduleReader(IViewQueries views, CountryPackCatalog packs, CountryCalendars calendars, TimeProvider time)
{
    private static readonly string[] Ended = ["not-selected", "declined", "dropped", "closed"];
    private readonly ConcurrentDictionary<string, ImmutableArray<ScheduleStep>> networks = new(StringComparer.Ordinal);

    /// <summary>The schedules of these sites, each computed when it is asked for.</summary>
    public async Task<Schedules> ForAsync(IReadOnlyCollection<StoredView> sites, CancellationToken cancellationToken)
    {
        var countries = new Dictionary<string, ViewRow>(StringComparer.Ordinal);
        string[] studies = [.. sites.Select(s => s.Row.Study).OfType<string>().Distinct(StringComparer.Ordinal)];
        foreach (var some in studies.Chunk(200))
        {
            // Only dates of the country are taken from here; they are part of what the site itself shows.
            var query = new ViewQuery(ActorKind.StudyCountry, ViewScope.All) { Where = new Dictionary<string, IReadOnlyList<string>> { ["study"] = some }, Limit = 5000 };
            foreach (var row in (await views.QueryAsync(query, cancellationToken)).Items)
            {
                countries[row.Id.Key] = row.Row;
            }
        }

        return new Schedules(this, countries, time.Today());
    }

    /// <summary>Whether the site left start-up without being activated.</summary>
    public static bool HasLeft(ViewRow site) => Ended.Contains(site.Status);

    internal SiteSchedule Compute(ViewRow site, ViewRow? country, LocalDate today) => SiteSchedule.Compute(
        networks.GetOrAdd(site.Country ?? "", iso => SiteNetwork.For(iso.Length == 0 ? null : packs.For(iso))),
        code => DatesOf(code.StartsWith("CO-", StringComparison.Ordinal) ? country : site, code), today, calendars.Of(site.Country));

    internal static MilestoneDates DatesOf(ViewRow? row, string code) => row is null ? new MilestoneDates() : new MilestoneDates(
        SiteReader.Date(row.Doc, $"{code}.baseline"), SiteReader.Date(row.Doc, $"{code}.plan"), SiteReader.Date(row.Doc, $"{code}.forecast"), SiteReader.Date(row.Doc, $"{code}.actual"));
}

/// <summary>Schedules of some sites on one day.</summary>
public sealed class Schedules
{
    private readonly ScheduleReader reader;
    private readonly IReadOnlyDictionary<string, ViewRow> countries;

    internal Schedules(ScheduleReader reader, IReadOnlyDictionary<string, ViewRow> countries, LocalDate today) => (this.reader, this.countries, Today) = (reader, countries, today);

    /// <summary>The day for which they hold.</summary>
    public LocalDate Today { get; }

    /// <summary>The schedule of a site; null once it left start-up.</summary>
    public SiteSchedule? Of(StoredView site) => ScheduleReader.HasLeft(site.Row) ? null : reader.Compute(site.Row, CountryOf(site.Row), Today);

    private ViewRow? CountryOf(ViewRow site) => site is { Study: { } study, Country: { } iso } ? countries.GetValueOrDefault(Scope.CountryOf(study, iso).Key) : null;
}
