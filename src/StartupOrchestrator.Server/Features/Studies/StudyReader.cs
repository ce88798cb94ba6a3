using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Features.Sites;
using StartupOrchestrator.Server.Hosting;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.Studies;

/// <summary>Turns rows of studies and countries into lines for a caller.</summary>
public sealed class StudyReader(IViewQueries views, SiteSummaries summaries, CountryCalendars calendars, TimeProvider time)
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
        var sites = (await summaries.SitesAsync(keys, caller, cancellationToken)).ToLookup(s => s.Row.Study);
        var countries = keys.Length == 0
            ? new Dictionary<string, long>()
            : await views.CountByAsync(new ViewQuery(ActorKind.StudyCountry, caller.Readable(ActorKind.StudyCountry)) { Where = new Dictionary<string, IReadOnlyList<string>> { ["study"] = keys } }, "study", cancellationToken);
        return [.. rows.Select(r => Line(r, summaries.Of(sites[r.Id.Key]), (int)countries.GetValueOrDefault(r.Id.Key)))];
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
        var sites = (await summaries.SitesAsync([study], caller, cancellationToken)).ToLookup(s => s.Row.Country);
        return [.. rows.Items.Select(r => Line(r, summaries.Of(sites[r.Row.Country])))];
    }

    private static StudyLine Line(StoredView view, SiteSummary s, int countries)
    {
        var (row, doc) = (view.Row, view.Row.Doc);
        return new StudyLine(
            view.Id.ToString(), view.Id.Key, view.Version, SiteReader.Text(doc, "title") ?? row.Title ?? view.Id.Key, SiteReader.Text(doc, "shortTitle"),
            SiteReader.Text(doc, "protocolNumber") ?? row.Code, SiteReader.Text(doc, "registryId"), SiteReader.Text(doc, "phase"), row.Sponsor, SiteReader.Text(doc, "sponsorName"),
            row.Status, Words.Status(row.Status), countries, s.Sites, s.Activated, s.PlannedByToday, s.LateSites, s.WaitingOnUs, s.LastPlanned, s.LastForecast, s.SlipBusinessDays);
    }

    private CountryLine Line(StoredView view, SiteSummary s)
    {
        var row = view.Row;
        return new CountryLine(
            view.Id.ToString(), view.Id.Key, view.Version, row.Country ?? "", row.Status, Words.Status(row.Status), row.WaitingOn, row.WaitingSince,
            row.WaitingSince is { } since ? calendars.Between(since, time.Today(), row.Country) : null, s.Sites, s.Activated, s.PlannedByToday, s.LateSites, s.LastPlanned, s.LastForecast,
            s.SlipBusinessDays);
    }
}
