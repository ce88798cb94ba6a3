using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Hosting;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.Work;

/// <summary>Puts a person's day together: own tasks, those of roles held, questions, blocked steps, what arrived.</summary>
public sealed class WorkReader(IViewQueries views, PersonalText personal, CountryCalendars calendars, TimeProvider time)
{
    private const int Most = 5000;
    private const int Ahead = 7;
    private static readonly string[] Statuses = ["open", "in-progress", "waiting"];

    /// <summary>The day of the caller.</summary>
    public async Task<WorkAnswer> ReadAsync(Caller caller, CancellationToken cancellationToken)
    {
        var today = time.Today();
        var mine = await MineAsync(caller, cancellationToken);
        var questions = mine.Where(t => t.Row.Doc["questionOpen"]?.GetValue<bool>() is true).ToList();
        var rest = mine.Except(questions).ToList();
        var overdue = rest.Where(t => t.Row.Due < today).ToList();
        var due = rest.Where(t => t.Row.Due is null || (t.Row.Due >= today && t.Row.Due <= today.PlusDays(Ahead))).ToList();
        var blocked = caller.HasSomewhere(Right.UnblockPlans) ? await RowsAsync(ActorKind.Workflow, "blocked", caller.ScopeOf(Right.UnblockPlans), cancellationToken) : [];
        var arrived = caller.HasSomewhere(Right.RecordStartUp) ? await RowsAsync(ActorKind.Document, "received", caller.ScopeOf(Right.RecordStartUp), cancellationToken) : [];
        var places = await PlacesAsync([.. overdue, .. due, .. questions, .. blocked, .. arrived], caller, cancellationToken);
        return new WorkAnswer(
        [
            await GroupAsync("overdue", overdue), await GroupAsync("due", due), await GroupAsync("questions", questions),
            await GroupAsync("blocked", blocked), await GroupAsync("arrived", arrived),
        ]);

        async Task<WorkGroup> GroupAsync(string key, IReadOnlyList<StoredView> rows)
        {
            var open = caller.ScopeOf(Right.ReadPersonal);
            var lines = new List<WorkLine>();
            foreach (var row in rows.OrderBy(r => r.Row.Due ?? LocalDate.MaxIsoValue).ThenBy(r => r.Row.WaitingSince ?? LocalDate.MaxIsoValue).Take(500))
            {
                lines.Add(Line(row, await NoteAsync(row, open, cancellationToken), places, today));
            }

            return new WorkGroup(key, lines);
        }
    }

    private async Task<List<StoredView>> MineAsync(Caller caller, CancellationToken cancellationToken)
    {
        var scope = caller.ScopeOf(Right.DoTasks);
        var tasks = await views.QueryAsync(new ViewQuery(ActorKind.Task, scope) { Sort = "due", Limit = Most, Where = new Dictionary<string, IReadOnlyList<string>> { ["status"] = Statuses } }, cancellationToken);
        var roles = await MyRoles.ReadAsync(views, caller, cancellationToken);
        var assigns = caller.ScopeOf(Right.Assign);
        return [.. tasks.Items.Where(t => IsMine(t.Row))];

        bool IsMine(ViewRow row) =>
            row.Owner == caller.Person.Key
            || (row.Owner is { } role && row.Doc["person"] is null && row.Doc["claimedBy"] is null && (roles.Holds(caller.Person.Key, role, row) ?? assigns.Covers(row)))
            || (row.Doc["questionOpen"]?.GetValue<bool>() is true && row.Doc["givenBy"]?.GetValue<string>() == caller.Person.Key);
    }

    private async Task<IReadOnlyList<StoredView>> RowsAsync(ActorKind kind, string status, ViewScope scope, CancellationToken cancellationToken) =>
        (await views.QueryAsync(new ViewQuery(kind, scope) { Where = new Dictionary<string, IReadOnlyList<string>> { ["status"] = [status] }, Sort = "waitingSince", Limit = 200 }, cancellationToken)).Items;

    private async Task<Dictionary<string, ViewRow>> PlacesAsync(IEnumerable<StoredView> rows, Caller caller, CancellationToken cancellationToken)
    {
        var places = new Dictionary<string, ViewRow>(StringComparer.Ordinal);
        foreach (var id in rows.SelectMany(r => new ActorId?[] { r.Row.Site is { } s ? new ActorId(ActorKind.Site, s) : null, r.Row.Study is { } t ? new ActorId(ActorKind.Study, t) : null }).OfType<ActorId>().Distinct())
        {
            if (await views.FindAsync(id, caller.Readable(id.Kind), cancellationToken) is { } place)
            {
                places[id.ToString()] = place.Row;
            }
        }

        return places;
    }

    private async Task<string?> NoteAsync(StoredView view, ViewScope open, CancellationToken cancellationToken)
    {
        var note = view.Id.Kind == ActorKind.Workflow ? (view.Row.Doc["blocked"] as JsonArray)?.FirstOrDefault()?["message"] : view.Row.Doc["question"];
        var text = note is null ? null : (await personal.ResolveAsync([note], open.Covers(view.Row), cancellationToken))[0];
        return text is JsonValue value && value.TryGetValue<string>(out var words) ? words : null;
    }

    private WorkLine Line(StoredView view, string? note, Dictionary<string, ViewRow> places, LocalDate today)
    {
        var row = view.Row;
        var site = row.Site is null ? null : places.GetValueOrDefault($"site/{row.Site}");
        return new WorkLine(
            view.Id.ToString(), Words.Path(view.Id.Kind), view.Id.Key, view.Version, row.Title ?? row.Code ?? view.Id.Key, row.Study,
            row.Study is null ? null : places.GetValueOrDefault($"study/{row.Study}")?.Title, row.Country, row.Site, site?.Code, site?.Title, row.Status, Words.Status(row.Status), row.WaitingOn,
            row.WaitingSince is { } since ? calendars.Between(since, today, row.Country) : null, row.Due, row.Due < today ? calendars.Between(row.Due.Value, today, row.Country) : null, note);
    }
}
