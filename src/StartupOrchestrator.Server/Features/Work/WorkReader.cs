using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Features.People;
using StartupOrchestrator.Server.Features.Sites;
using StartupOrchestrator.Server.Features.Waiting;
using StartupOrchestrator.Server.Hosting;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.Work;

/// <summary>Puts a person's day together, ordered by what it costs.</summary>
public sealed class WorkReader(WorkRows rows, PersonalText personal, PersonNames names, CountryCalendars calendars, TimeProvider time)
{
    private const int Ahead = 7;
    private const int Shown = 500;
    private const string AnswerTask = "rfi-answer";

    /// <summary>The day of the caller; <paramref name="team"/>: of everybody in the caller's scope.</summary>
    public async Task<WorkAnswer> ReadAsync(Caller caller, bool team, CancellationToken cancellationToken)
    {
        var today = time.Today();
        var (all, own) = await rows.TasksAsync(caller, cancellationToken);
        var mine = team ? all : own;
        var questions = mine.Where(t => t.Row.Doc["questionOpen"]?.GetValue<bool>() is true).ToList();
        var decisions = mine.Except(questions).Where(t => t.Row.Type == "approval").ToList();
        var rest = mine.Except(questions).Except(decisions).ToList();
        var groups = new (string Key, IReadOnlyList<StoredView> Rows)[]
        {
            ("overdue", [.. rest.Where(t => t.Row.Due < today)]),
            ("due", [.. rest.Where(t => t.Row.Due is null || (t.Row.Due >= today && (team || t.Row.Due <= today.PlusDays(Ahead))))]),
            ("approvals", [.. decisions, .. await rows.GatesAsync(caller, cancellationToken)]),
            ("committees", await rows.WithCommitteesAsync(caller, team, cancellationToken)),
            ("questions", questions),
            ("mentions", await rows.MentionsAsync(caller, cancellationToken)),
            ("blocked", await rows.OfAsync(ActorKind.Workflow, "blocked", Right.UnblockPlans, caller, cancellationToken)),
            ("arrived", await rows.OfAsync(ActorKind.Document, "received", Right.RecordStartUp, caller, cancellationToken)),
        };
        var parts = new Parts(
            await rows.PlacesAsync(groups.SelectMany(g => g.Rows), caller, cancellationToken), await NamesAsync(groups.SelectMany(g => g.Rows), caller, cancellationToken),
            caller.ScopeOf(Right.ReadPersonal), today);
        var answer = new List<WorkGroup>();
        foreach (var (key, found) in groups)
        {
            var lines = new List<WorkLine>();
            foreach (var row in found)
            {
                lines.Add(Line(row, key, await NoteAsync(row, parts.Open, cancellationToken), parts));
            }

            answer.Add(new WorkGroup(key, [.. lines.OrderByDescending(l => l.DaysLost).ThenBy(l => l.Due ?? LocalDate.MaxIsoValue).ThenByDescending(l => l.WaitingBusinessDays ?? 0).Take(Shown)]));
        }

        return new WorkAnswer(answer, all.Count, answer.SelectMany(g => g.Items).Take(3).Sum(l => l.DaysLost));
    }

    private async Task<IReadOnlyDictionary<string, PersonName>> NamesAsync(IEnumerable<StoredView> found, Caller caller, CancellationToken cancellationToken)
    {
        var open = caller.ScopeOf(Right.ReadPersonal);
        return await names.ReadAsync(found.Where(r => r.Row.Doc["person"] is not null && open.Covers(r.Row)).Select(r => r.Row.Owner).OfType<string>(), cancellationToken);
    }

    private async Task<string?> NoteAsync(StoredView view, ViewScope open, CancellationToken cancellationToken)
    {
        var note = view.Id.Kind switch
        {
            ActorKind.Workflow => (view.Row.Doc["blocked"] as JsonArray)?.FirstOrDefault()?["message"],
            ActorKind.Note => (view.Row.Doc["messages"] as JsonArray)?.LastOrDefault()?["text"],
            _ => view.Row.Doc["question"],
        };
        var text = note is null ? null : (await personal.ResolveAsync([note], open.Covers(view.Row), cancellationToken))[0];
        return text is JsonValue value && value.TryGetValue<string>(out var words) ? words : null;
    }

    private WorkLine Line(StoredView view, string group, string? note, Parts parts)
    {
        var row = view.Row;
        var site = row.Site is null ? null : parts.Places.GetValueOrDefault($"site/{row.Site}");
        int? waited = row.WaitingSince is { } since ? calendars.Waited(since, parts.Today, row.Country) : null;
        int? late = row.Due < parts.Today && view.Id.Kind != ActorKind.Site ? calendars.Waited(row.Due.Value, parts.Today, row.Country) : null;

        // A gate waits on the sponsor, a submission on its committee or authority: not on who looks after it here.
        var outside = view.Id.Kind is ActorKind.Site or ActorKind.Submission;
        var title = WorkRows.RequestedGate(row) is { } gate && view.Id.Kind == ActorKind.Site ? (gate == "activation" ? "Approve the activation" : "Approve the IP release") : Words.Title(view.Id.Kind, row);
        return new WorkLine(
            view.Id.ToString(), Words.Path(view.Id.Kind), view.Id.Key, view.Version, title, row.Study,
            row.Study is null ? null : parts.Places.GetValueOrDefault($"study/{row.Study}")?.Title, row.Country, row.Site, site?.Code, site?.Title, row.Status, Words.Status(row.Status),
            row.WaitingOn, waited, outside ? null : row.Owner, outside ? SiteReader.Text(row.Doc, "body") : row.Owner is null ? null : parts.Names.GetValueOrDefault(row.Owner)?.Name, view.Id.Kind == ActorKind.Site ? null : row.Due, late,
            late ?? (row.Due is null || view.Id.Kind == ActorKind.Site ? Math.Max(0, (waited ?? 0) - WaitsReader.UsualDays) : 0), ActOf(view, group), row.Doc["reminders"]?.GetValue<int>() ?? 0, note,
            IsAnswer(row) ? SiteReader.Text(row.Doc, "relatedActor") : null);
    }

    private static string ActOf(StoredView view, string group) => group switch
    {
        "questions" or "mentions" => "reply",
        "approvals" => "decide",
        "committees" => "decision",
        "blocked" => "unblock",
        "arrived" => "review",
        _ when IsAnswer(view.Row) => "answer",
        _ => view.Row.WaitingOn == "site" ? "remind" : "complete",
    };

    // The task is done by recording the answer at the submission, which then ticks it off.
    private static bool IsAnswer(ViewRow row) => row.Code == AnswerTask && row.Doc["relatedActor"] is not null;

    private sealed record Parts(IReadOnlyDictionary<string, ViewRow> Places, IReadOnlyDictionary<string, PersonName> Names, ViewScope Open, LocalDate Today);
}
