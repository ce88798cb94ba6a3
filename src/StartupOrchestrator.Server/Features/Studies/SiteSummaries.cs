using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Schedule;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Features.Schedule;
using StartupOrchestrator.Server.Hosting;

namespace StartupOrchestrator.Server.Features.Studies;

/// <summary>Adds up the sites of studies and countries, as far as the caller may see them.</summary>
public sealed class SiteSummaries(IViewQueries views, CountryCalendars calendars, ScheduleReader schedules)
{
    /// <summary>The schedules of these sites.</summary>
    public Task<Schedules> SchedulesAsync(IReadOnlyCollection<StoredView> sites, CancellationToken cancellationToken) => schedules.ForAsync(sites, cancellationToken);

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
    public SiteSummary Of(IEnumerable<StoredView> sites, Schedules times)
    {
        var today = times.Today;
        var all = sites.Select(s => (s.Row, Schedule: times.Of(s))).Where(s => s.Schedule is not null).Select(s => (s.Row, Schedule: s.Schedule!)).ToList();
        if (all.Count == 0)
        {
            return SiteSummary.None;
        }

        var lastPlanned = all.Max(s => s.Schedule.Activation.Dates.Plan);
        LocalDate? lastForecast = lastPlanned is null ? null : all.Max(s => s.Schedule.Activation.End);
        return new SiteSummary(
            all.Count, all.Count(s => s.Schedule.Activation.IsDone), all.Count(s => s.Schedule.Activation.Dates.Plan <= today), all.Count(s => Lateness.IsLate(s.Schedule, today)),
            all.Count(s => s.Row.WaitingOn == "us"), lastPlanned, lastForecast,
            lastPlanned is { } from && lastForecast is { } to ? calendars.Between(from, to, null) : null,
            lastPlanned is null ? null : all.Max(s => s.Schedule.Cautious(SiteNetwork.Activated)));
    }

    /// <summary>The cumulative curve of some sites.</summary>
    public static IReadOnlyList<CurvePoint> Curve(IEnumerable<StoredView> sites, Schedules times)
    {
        var today = times.Today;
        var all = sites.Select(times.Of).OfType<SiteSchedule>().Select(s => (s.Activation.Dates, s.Activation.End, Cautious: s.Cautious(SiteNetwork.Activated))).ToList();
        var days = all.SelectMany(s => new[] { s.Dates.Plan, s.Dates.Baseline, s.End, s.Cautious }).OfType<LocalDate>().Append(today).Distinct().Order();
        return all.Count == 0 ? [] :
        [
            .. days.Select(d => new CurvePoint(
                d, all.Count(s => s.Dates.Plan <= d), d <= today ? all.Count(s => s.Dates.Actual <= d) : null, d >= today ? all.Count(s => s.End <= d) : null,
                d >= today ? all.Count(s => s.Cautious <= d) : null)),
        ];
    }
}
