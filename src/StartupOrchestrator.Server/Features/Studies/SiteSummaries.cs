using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Features.Sites;
using StartupOrchestrator.Server.Hosting;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.Studies;

/// <summary>Adds up the sites of studies and countries, as far as the caller may see them.</summary>
public sealed class SiteSummaries(IViewQueries views, CountryCalendars calendars, TimeProvider time)
{
    private const int LateAfter = 10;
    private static readonly string[] Left = ["not-selected", "declined", "dropped", "closed"];

    /// <summary>The site rows of some studies.</summary>
    public async Task<IReadOnlyList<StoredView>> SitesAsync(IReadOnlyList<string> studies, Caller caller, CancellationToken cancellationToken)
    {
        if (studies.Count == 0)
        {
            return [];
        }

        var query = new ViewQuery(ActorKind.Site, caller.Readable(ActorKind.Site)) { Where = new Dictionary<string, IReadOnlyList<string>> { ["study"] = studies }, Limit = 5000 };
        var rows = new List<StoredView>();
        for (var page = await views.QueryAsync(query, cancellationToken); ; page = await views.QueryAsync(query with { Cursor = page.Next }, cancellationToken))
        {
            rows.AddRange(page.Items);
            if (page.Next is null)
            {
                return rows;
            }
        }
    }

    /// <summary>Adds up.</summary>
    public SiteSummary Of(IEnumerable<StoredView> sites)
    {
        var today = time.Today();
        var all = sites.Where(s => !Left.Contains(s.Row.Status)).Select(s => (s.Row, Dates: DatesOf(s))).ToList();
        if (all.Count == 0)
        {
            return SiteSummary.None;
        }

        var lastPlanned = all.Max(s => s.Dates.Planned);
        var lastForecast = all.Max(s => s.Dates.Actual ?? s.Dates.Forecast);
        return new SiteSummary(
            all.Count, all.Count(s => s.Dates.Actual is not null), all.Count(s => s.Dates.Planned <= today), all.Count(s => IsLate(s.Row, s.Dates, today)),
            all.Count(s => s.Row.WaitingOn == "us"), lastPlanned, lastForecast,
            lastPlanned is { } from && lastForecast is { } to ? calendars.Between(from, to, null) : null);
    }

    /// <summary>The cumulative curve of some sites.</summary>
    public IReadOnlyList<CurvePoint> Curve(IEnumerable<StoredView> sites)
    {
        var today = time.Today();
        var all = sites.Where(s => !Left.Contains(s.Row.Status)).Select(DatesOf).ToList();
        var days = all.SelectMany(s => new[] { s.Planned, s.Actual, s.Actual ?? s.Forecast }).OfType<LocalDate>().Append(today).Distinct().Order();
        return all.Count == 0 ? [] :
        [
            .. days.Select(d => new CurvePoint(
                d, all.Count(s => s.Planned <= d), d <= today ? all.Count(s => s.Actual <= d) : null,
                d >= today ? all.Count(s => s.Actual <= d || (s.Actual is null && s.Forecast <= d)) : null)),
        ];
    }

    private static (LocalDate? Planned, LocalDate? Forecast, LocalDate? Actual) DatesOf(StoredView site) =>
        (SiteReader.Date(site.Row.Doc, "planned"), SiteReader.Date(site.Row.Doc, "forecast"), SiteReader.Date(site.Row.Doc, "actual"));

    private bool IsLate(ViewRow row, (LocalDate? Planned, LocalDate? Forecast, LocalDate? Actual) d, LocalDate today) =>
        d.Planned is { } planned
        && ((d.Actual is null && planned < today) || ((d.Actual ?? d.Forecast) is { } end && calendars.Between(planned, end, row.Country) > LateAfter));
}
