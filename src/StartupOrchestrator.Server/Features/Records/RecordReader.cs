using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Hosting;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.Records;

/// <summary>Turns stored rows into lines for a caller: status words, waiting days, personal values where they may be read.</summary>
public sealed class RecordReader(IViewQueries views, PersonalText personal, CountryCalendars calendars, TimeProvider time)
{
    /// <summary>One page.</summary>
    public async Task<RecordPage> PageAsync(ViewQuery query, Caller caller, CancellationToken cancellationToken)
    {
        var page = await views.QueryAsync(query, cancellationToken);
        return new RecordPage(await RowsAsync(page.Items, caller, cancellationToken), page.Next);
    }

    /// <summary>One record; null when it is not there for this caller.</summary>
    public async Task<RecordRow?> FindAsync(ActorId id, Caller caller, CancellationToken cancellationToken) =>
        await views.FindAsync(id, caller.Readable(id.Kind), cancellationToken) is { } row ? (await RowsAsync([row], caller, cancellationToken))[0] : null;

    /// <summary>Lines of rows that the caller may read.</summary>
    public async Task<IReadOnlyList<RecordRow>> RowsAsync(IReadOnlyList<StoredView> rows, Caller caller, CancellationToken cancellationToken)
    {
        var open = caller.ScopeOf(Right.ReadPersonal);
        var budgets = caller.ScopeOf(Right.SiteBudgets);
        var today = time.Today();
        var details = new JsonNode?[rows.Count];
        foreach (var mayRead in new[] { true, false })
        {
            int[] which = [.. Enumerable.Range(0, rows.Count).Where(i => open.Covers(rows[i].Row) == mayRead)];
            var resolved = await personal.ResolveAsync([.. which.Select(i => rows[i].Row.Doc)], mayRead, cancellationToken);
            for (var i = 0; i < which.Length; i++)
            {
                details[which[i]] = resolved[i];
            }
        }

        return [.. rows.Select((row, i) => Line(row, BallDays.Count(row, BudgetFields.Hide(row, (JsonObject)details[i]!, budgets), calendars, today), today))];
    }

    private RecordRow Line(StoredView view, JsonObject details, LocalDate today)
    {
        var row = view.Row;
        return new RecordRow(
            view.Id.ToString(), view.Id.Key, view.Version, row.Type, row.Status, Words.Status(row.Status), row.Sponsor, row.Study, row.Country, row.Site, row.Code, row.Title,
            row.Owner, row.Due, row.WaitingOn, row.WaitingSince, row.WaitingSince is { } since ? calendars.Waited(since, today, row.Country) : null,
            view.Id.Kind == ActorKind.Task ? TaskDetailWords.Say(details) : view.Id.Kind == ActorKind.Submission ? ClockWords.Say(details) : details);
    }
}
