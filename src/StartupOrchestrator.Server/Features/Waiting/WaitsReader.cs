using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Features.People;
using StartupOrchestrator.Server.Features.Schedule;
using StartupOrchestrator.Server.Features.Sites;
using StartupOrchestrator.Server.Hosting;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.Waiting;

/// <summary>Finds what waits on whom: open tasks, submissions, contracts and documents in the caller's scope.</summary>
public sealed class WaitsReader(IViewQueries views, PersonNames names, CountryCalendars calendars, TimeProvider time)
{
    /// <summary>Business days that a step without a target may take before days count as lost.</summary>
    public const int UsualDays = 10;

    private static readonly string[] Parties = ["us", "site", "sponsor", "authority", "ethics"];
    private static readonly string[] Idle = ["executed", "effective", "approved", "planned", "expected"];
    private static readonly ActorKind[] Carriers = [ActorKind.Task, ActorKind.Submission, ActorKind.Contract, ActorKind.Document];
    private static readonly string[] OpenTasks = ["open", "in-progress", "waiting"];

    /// <summary>Everything of some studies that waits, most days lost first.</summary>
    public async Task<IReadOnlyList<WaitingItem>> OfStudiesAsync(IReadOnlyList<string> studies, Caller caller, CancellationToken cancellationToken) =>
        studies.Count == 0 ? [] : await ReadAsync("study", studies, caller, cancellationToken);

    /// <summary>Everything of some sites that waits, most days lost first.</summary>
    public async Task<IReadOnlyList<WaitingItem>> OfSitesAsync(IReadOnlyList<string> sites, Caller caller, CancellationToken cancellationToken) =>
        sites.Count == 0 ? [] : await ReadAsync("site", sites, caller, cancellationToken);

    /// <summary>Submissions of the countries of some studies that are open: what a site waits for that has nothing of its own to do.</summary>
    public async Task<IReadOnlyList<WaitingItem>> OfCountriesAsync(IReadOnlyList<string> studies, Caller caller, CancellationToken cancellationToken) =>
        studies.Count == 0 ? [] : [.. (await ReadAsync("study", studies, caller, cancellationToken, ActorKind.Submission)).Where(w => w.Site is null)];

    /// <summary>Puts the same steps together, most days lost first.</summary>
    public static IReadOnlyList<Bottleneck> Group(IEnumerable<WaitingItem> items) =>
    [
        .. items.GroupBy(i => (i.Kind, i.Code, i.Party)).Select(g =>
        {
            var longest = g.MaxBy(i => i.BusinessDays)!;
            return new Bottleneck(
                $"{g.Key.Kind}.{g.Key.Code}.{g.Key.Party}", longest.Title, g.Key.Party, Same(g.Select(i => i.Owner)), Same(g.Select(i => i.Who)),
                [.. g.Select(i => i.Country).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], g.Select(i => i.Site).OfType<string>().Distinct().Count(),
                longest.BusinessDays, longest.Since, g.Sum(i => i.DaysLost), [.. g.Take(200)]);
        }).OrderByDescending(b => b.DaysLost).ThenByDescending(b => b.LongestDays).ThenBy(b => b.Key, StringComparer.Ordinal),
    ];

    private static string? Same(IEnumerable<string?> values) => values.Distinct().ToList() is [var only] ? only : null;

    private async Task<IReadOnlyList<WaitingItem>> ReadAsync(string column, IReadOnlyList<string> keys, Caller caller, CancellationToken cancellationToken, params ActorKind[] kinds)
    {
        var rows = new List<StoredView>();
        foreach (var kind in kinds.Length > 0 ? kinds : Carriers)
        {
            var where = new Dictionary<string, IReadOnlyList<string>> { [column] = keys, ["waitingOn"] = Parties };
            if (kind == ActorKind.Task)
            {
                where["status"] = OpenTasks;
            }

            rows.AddRange((await views.QueryAsync(new ViewQuery(kind, caller.Readable(kind)) { Where = where, Sort = "waitingSince", Limit = 5000 }, cancellationToken)).Items.Where(r => r.Row.WaitingSince is not null && !Idle.Contains(r.Row.Status)));
        }

        var kept = WithoutCarriers(rows);
        var open = caller.ScopeOf(Right.ReadPersonal);
        var known = await names.ReadAsync(kept.Where(r => r.Row.Doc["person"] is not null && open.Covers(r.Row)).Select(r => r.Row.Owner).OfType<string>(), cancellationToken);
        var sites = await SitesAsync(kept, caller, cancellationToken);
        var today = time.Today();

        // What is still open at a site that left start-up holds nobody up.
        return [.. kept.Where(r => r.Row.Site is null || !sites.TryGetValue(r.Row.Site, out var site) || !ScheduleReader.HasLeft(site)).Select(r => Item(r, known, sites, today)).OrderByDescending(i => i.DaysLost).ThenByDescending(i => i.BusinessDays).ThenBy(i => i.Id, StringComparer.Ordinal)];
    }

    /// <summary>Where a task was given for a contract or for a site's documents, the task is what waits.</summary>
    private static List<StoredView> WithoutCarriers(List<StoredView> rows)
    {
        var tasks = rows.Where(r => r.Id.Kind == ActorKind.Task).ToList();
        var related = tasks.Select(t => SiteReader.Text(t.Row.Doc, "relatedActor")).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var packets = tasks.Where(t => t.Row.Code?.StartsWith("document", StringComparison.Ordinal) is true).Select(t => t.Row.Site).ToHashSet();
        return [.. rows.Where(r => !related.Contains(r.Id.ToString()) && !(r.Id.Kind == ActorKind.Document && r.Row is { WaitingOn: "site", Site: not null } && packets.Contains(r.Row.Site)))];
    }

    private async Task<Dictionary<string, ViewRow>> SitesAsync(List<StoredView> rows, Caller caller, CancellationToken cancellationToken)
    {
        var known = new Dictionary<string, ViewRow>(StringComparer.Ordinal);
        string[] studies = [.. rows.Where(r => r.Row.Site is not null).Select(r => r.Row.Study).OfType<string>().Distinct(StringComparer.Ordinal)];
        if (studies.Length > 0)
        {
            var query = new ViewQuery(ActorKind.Site, caller.Readable(ActorKind.Site)) { Where = new Dictionary<string, IReadOnlyList<string>> { ["study"] = studies }, Limit = 5000 };
            foreach (var site in (await views.QueryAsync(query, cancellationToken)).Items)
            {
                known[site.Id.Key] = site.Row;
            }
        }

        return known;
    }

    private WaitingItem Item(StoredView view, IReadOnlyDictionary<string, PersonName> known, Dictionary<string, ViewRow> sites, LocalDate today)
    {
        var row = view.Row;
        var days = calendars.Waited(row.WaitingSince!.Value, today, row.Country);
        var lost = row.Due is { } due ? calendars.Waited(due, today, row.Country) : Math.Max(0, days - UsualDays);
        var who = (row.Owner is null ? null : known.GetValueOrDefault(row.Owner)?.Name) ?? (row.WaitingOn is "authority" or "ethics" ? SiteReader.Text(row.Doc, "body") : null);
        return new WaitingItem(
            view.Id.ToString(), Words.Path(view.Id.Kind), view.Id.Key, view.Version, row.Code is { Length: > 0 } code && view.Id.Kind == ActorKind.Task ? code : row.Type ?? row.Code ?? "",
            Words.Title(view.Id.Kind, row), row.Study, row.Country, row.Site, row.Site is null ? null : sites.GetValueOrDefault(row.Site)?.Code, row.WaitingOn!, row.Owner, who,
            row.WaitingSince.Value, days, row.Due, lost, row.Doc["reminders"]?.GetValue<int>() ?? 0);
    }
}
