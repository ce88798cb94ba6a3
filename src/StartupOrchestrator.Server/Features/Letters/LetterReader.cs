using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Features.People;
using StartupOrchestrator.Server.Features.Sites;
using StartupOrchestrator.Server.Hosting;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.Letters;

/// <summary>Turns rows of mails into lines, with what became of the task that each asked for.</summary>
public sealed class LetterReader(IViewQueries views, PersonNames names, CountryCalendars calendars, TimeProvider time)
{
    private static readonly string[] Asking = ["task-assigned", "task-reminder", "task-packet", "task-answer"];

    /// <summary>One page of mails to people whose names the caller may read there.</summary>
    public async Task<LetterPage> PageAsync(ViewQuery query, Caller caller, CancellationToken cancellationToken)
    {
        var page = await views.QueryAsync(query with { Scope = caller.ScopeOf(Right.ReadPersonal) }, cancellationToken);
        var known = await names.ReadAsync(page.Items.Select(l => l.Row.Owner).OfType<string>(), cancellationToken);
        var tasks = new Dictionary<string, ViewRow>(StringComparer.Ordinal);
        var sites = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var letter in page.Items)
        {
            if (SiteReader.Text(letter.Row.Doc, "about") is { } about && !tasks.ContainsKey(about) && ActorId.TryParse(about, out var task)
                && await views.FindAsync(task, caller.Readable(ActorKind.Task), cancellationToken) is { } row)
            {
                tasks[about] = row.Row;
            }

            if (letter.Row.Site is { } site && !sites.ContainsKey(site))
            {
                sites[site] = (await views.FindAsync(new ActorId(ActorKind.Site, site), caller.Readable(ActorKind.Site), cancellationToken))?.Row.Code;
            }
        }

        // The list is kept by day; within a day the moment decides.
        var lines = page.Items.Select(l => Line(l, known, tasks, sites, time.Today()));
        return new LetterPage([.. query.Sort == "-due" ? lines.OrderByDescending(l => l.At, StringComparer.Ordinal) : lines], page.Next);
    }

    private LetterLine Line(StoredView view, IReadOnlyDictionary<string, PersonName> known, Dictionary<string, ViewRow> tasks, Dictionary<string, string?> sites, LocalDate today)
    {
        var (row, doc) = (view.Row, view.Row.Doc);
        var task = SiteReader.Text(doc, "about") is { } about ? tasks.GetValueOrDefault(about) : null;
        var asks = task is not null && Asking.Contains(row.Type);
        var answered = asks ? SiteReader.Date(task!.Doc, "endedOn") : null;
        var name = row.Owner is null ? null : known.GetValueOrDefault(row.Owner);
        return new LetterLine(
            view.Id.Key, row.Type ?? "", row.Status, SiteReader.Text(doc, "at") ?? "", row.Owner, name?.Name, name?.Email, row.Study, row.Country, row.Site,
            row.Site is null ? null : sites.GetValueOrDefault(row.Site), SiteReader.Text(doc, "about")?.Split('/')[^1], task?.Title, answered, answered is null ? null : SiteReader.Text(task!.Doc, "endedBy"),
            asks && answered is null && row.Due is { } sent ? calendars.Waited(sent, today, row.Country) : null, SiteReader.Text(doc, "code"));
    }
}
