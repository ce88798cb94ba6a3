using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Features.Schedule;
using StartupOrchestrator.Server.Features.Sites;
using StartupOrchestrator.Server.Features.Waiting;
using StartupOrchestrator.Server.Hosting;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.Studies;

/// <summary>Turns rows of studies and countries into lines for a caller.</summary>
public sealed class StudyReader(IViewQueries views, SiteSummaries summaries, WaitsReader waits, CountryCalendars calendars, TimeProvider time)
{
    /// <summary>One page.</summary>
    public async Task<StudyPage> PageAsync(ViewQuery query, Caller caller, CancellationToken cancellationToken)
    {
        var page = await views.QueryAsync(query, cancellationToken);
        return new StudyPage(await LinesAsync(page.Items, caller, cancellationToken), page.Next);
    }

    /// <summary>Lines of rows that the caller may read.</summary>
    public async Task<IReadOnlyList<StudyLine>> LinesAsync(IReadOnlyList<StoredView> rows, Caller caller, CancellationToken cancellationToken)
    {
        string[] keys = [.. rows.Select(r => r.Id.Key)];
        var all = await summaries.SitesAsync(keys, caller, cancellationToken);
        var (sites, times) = (all.ToLookup(s => s.Row.Study), await summaries.SchedulesAsync(all, cancellationToken));
        var waiting = (await waits.OfStudiesAsync(keys, caller, cancellationToken)).ToLookup(w => w.Study);
        var countries = keys.Length == 0
            ? new Dictionary<string, long>()
            : await views.CountByAsync(new ViewQuery(ActorKind.StudyCountry, caller.Readable(ActorKind.StudyCountry)) { Where = new Dictionary<string, IReadOnlyList<string>> { ["study"] = keys } }, "study", cancellationToken);
        return [.. rows.Select(r => Line(r, summaries.Of(sites[r.Id.Key], times), waiting[r.Id.Key].Count(w => w.Party == "us"), NextMilestones.Of(sites[r.Id.Key], times, 1), (int)countries.GetValueOrDefault(r.Id.Key)))];
    }

    /// <summary>The countries of a study; null when the study is not visible.</summary>
    public async Task<IReadOnlyList<CountryLine>?> CountriesAsync(string study, Caller caller, CancellationToken cancellationToken)
    {
        if (await views.FindAsync(new ActorId(ActorKind.Study, study), caller.Readable(ActorKind.Study), cancellationToken) is null)
        {
            return null;
        }

        var rows = await views.QueryAsync(
            new ViewQuery(ActorKind.StudyCountry, caller.Readable(ActorKind.StudyCountry)) { Where = new Dictionary<string, IReadOnlyList<string>> { ["study"] = [study] }, Limit = 500 }, cancellationToken);
        var all = await summaries.SitesAsync([study], caller, cancellationToken);
        var (sites, times) = (all.ToLookup(s => s.Row.Country), await summaries.SchedulesAsync(all, cancellationToken));
        var waiting = (await waits.OfStudiesAsync([study], caller, cancellationToken)).ToLookup(w => w.Country);
        return [.. rows.Items.Select(r => Line(r, summaries.Of(sites[r.Row.Country], times), [.. waiting[r.Row.Country]]))];
    }

    private static StudyLine Line(StoredView view, SiteSummary s, int waitingOnUs, IReadOnlyList<NextMilestone> next, int countries)
    {
        var (row, doc) = (view.Row, view.Row.Doc);
        return new StudyLine(
            view.Id.ToString(), view.Id.Key, view.Version, SiteReader.Text(doc, "title") ?? row.Title ?? view.Id.Key, SiteReader.Text(doc, "shortTitle"),
            SiteReader.Text(doc, "protocolNumber") ?? row.Code, SiteReader.Text(doc, "registryId"), SiteReader.Text(doc, "phase"), row.Sponsor, SiteReader.Text(doc, "sponsorName"),
            row.Status, Words.Status(row.Status), countries, s.Sites, s.Activated, s.PlannedByToday, s.LateSites, waitingOnUs, s.LastPlanned, s.LastForecast, s.SlipBusinessDays,
            next.Count > 0 ? next[0] : null, s.LastCautious);
    }

    private CountryLine Line(StoredView view, SiteSummary s, IReadOnlyList<WaitingItem> waiting)
    {
        var row = view.Row;
        var worst = waiting.Count > 0 ? waiting[0] : null;
        var since = worst?.Since ?? row.WaitingSince;
        return new CountryLine(
            view.Id.ToString(), view.Id.Key, view.Version, row.Country ?? "", row.Status, Words.Status(row.Status), worst?.Party ?? row.WaitingOn, since,
            since is { } from ? calendars.Waited(from, time.Today(), row.Country) : null, s.Sites, s.Activated, s.PlannedByToday, s.LateSites, s.LastPlanned, s.LastForecast,
            s.SlipBusinessDays, worst?.Title, worst?.Who, worst?.Owner, waiting.Sum(w => w.DaysLost));
    }
}
