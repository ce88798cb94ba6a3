using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Schedule;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Features.People;
using StartupOrchestrator.Server.Features.Schedule;
using StartupOrchestrator.Server.Features.Waiting;
using StartupOrchestrator.Server.Hosting;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.Sites;

/// <summary>Turns rows of sites into lines for a caller.</summary>
public sealed class SiteReader(IViewQueries views, PersonNames names, CountryCalendars calendars, ScheduleReader schedules, WaitsReader waits)
{
    private const int Few = 50;

    /// <summary>One page.</summary>
    public async Task<SitePage> PageAsync(ViewQuery query, Caller caller, CancellationToken cancellationToken)
    {
        var page = await views.QueryAsync(query, cancellationToken);
        return new SitePage(await LinesAsync(page.Items, caller, cancellationToken), page.Next);
    }

    /// <summary>Lines of rows that the caller may read.</summary>
    public async Task<IReadOnlyList<SiteLine>> LinesAsync(IReadOnlyList<StoredView> rows, Caller caller, CancellationToken cancellationToken)
    {
        var open = caller.ScopeOf(Right.ReadPersonal);
        var teams = await TeamsAsync(rows, cancellationToken);
        var known = await names.ReadAsync(rows.Where(r => open.Covers(r.Row)).SelectMany(r => new[] { PiOf(r), OwnerOf(r, teams) }).OfType<string>(), cancellationToken);
        var times = await schedules.ForAsync(rows, cancellationToken);
        string[] studies = [.. rows.Select(r => r.Row.Study).OfType<string>().Distinct()];
        var waiting = (rows.Count <= Few
            ? await waits.OfSitesAsync([.. rows.Select(r => r.Id.Key)], caller, cancellationToken)
            : await waits.OfStudiesAsync(studies, caller, cancellationToken)).ToLookup(w => w.Site);
        var above = (await waits.OfCountriesAsync(studies, caller, cancellationToken)).ToLookup(w => (w.Study, w.Country));
        return [.. rows.Select(r => Line(r, open.Covers(r.Row) ? known : NoNames, teams, times, [.. waiting[r.Id.Key]], above[(r.Row.Study, r.Row.Country)].FirstOrDefault()))];
    }

    /// <summary>A date among a row's details.</summary>
    internal static LocalDate? Date(JsonObject doc, string name) =>
        doc[name] is JsonValue value && value.TryGetValue<string>(out var text) && LocalDatePattern.Iso.Parse(text) is { Success: true } read ? read.Value : null;

    /// <summary>A text among a row's details.</summary>
    internal static string? Text(JsonObject doc, string name) => doc[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>Business days from the plan to what happened or is expected; null while either is missing.</summary>
    internal int? Slip(LocalDate? planned, LocalDate? forecast, LocalDate? actual, string? country) =>
        planned is { } plan && (actual ?? forecast) is { } end ? calendars.Between(plan, end, country) : null;

    private static readonly Dictionary<string, PersonName> NoNames = [];

    private static string? PiOf(StoredView row) => (row.Row.Doc["contact.PI"] as JsonArray)?.FirstOrDefault()?.GetValue<string>();

    private static string? OwnerOf(StoredView row, Dictionary<string, string> teams) => (row.Row.Doc["contact.SUS"] as JsonArray)?.FirstOrDefault()?.GetValue<string>()
        ?? teams.GetValueOrDefault($"{row.Row.Study}/{row.Row.Country}") ?? teams.GetValueOrDefault($"{row.Row.Study}");

    /// <summary>Who looks after the sites of a country or a study that name nobody of their own.</summary>
    private async Task<Dictionary<string, string>> TeamsAsync(IReadOnlyList<StoredView> rows, CancellationToken cancellationToken)
    {
        var teams = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var study in rows.Select(r => r.Row.Study).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            var countries = new ViewQuery(ActorKind.StudyCountry, ViewScope.All) { Where = new Dictionary<string, IReadOnlyList<string>> { ["study"] = [study] }, Limit = 500 };
            foreach (var place in (await views.QueryAsync(countries, cancellationToken)).Items.Append(await views.FindAsync(new ActorId(ActorKind.Study, study), ViewScope.All, cancellationToken)))
            {
                if (place is not null && Text(place.Row.Doc, "team.SUS") is { } person)
                {
                    teams[place.Id.Kind == ActorKind.Study ? study : $"{study}/{place.Row.Country}"] = person;
                }
            }
        }

        return teams;
    }

    private SiteLine Line(StoredView view, IReadOnlyDictionary<string, PersonName> known, Dictionary<string, string> teams, Schedules times, IReadOnlyList<WaitingItem> waiting, WaitingItem? above)
    {
        var (row, doc) = (view.Row, view.Row.Doc);
        var schedule = times.Of(view);
        var activation = schedule?.Activation;
        var next = activation is { IsDone: false } ? schedule!.Steps.Where(s => !s.IsDone).MinBy(s => s.End)?.Step.Code : null;
        var open = activation is { IsDone: false };
        var worst = !open ? null : waiting.Count > 0 ? waiting[0] : above;
        var since = worst?.Since ?? row.WaitingSince;
        return new SiteLine(
            view.Id.ToString(), view.Id.Key, view.Version, row.Study, row.Code, row.Title, Text(doc, "city"), row.Country, PiOf(view) is { } pi ? known.GetValueOrDefault(pi)?.Name : null,
            row.Status, Words.Status(row.Status), next is null ? null : ScheduleEndpoints.Name(next), worst?.Party ?? row.WaitingOn, since,
            since is { } from ? calendars.Waited(from, times.Today, row.Country) : null, Date(doc, "baseline"), Date(doc, "planned"), activation?.Forecast, Date(doc, "actual"),
            schedule?.Slip(SiteNetwork.Activated), schedule is not null && Lateness.IsLate(schedule, times.Today), worst?.Title, worst?.Who, worst?.Owner,
            open ? waiting.Sum(w => w.DaysLost) : 0, row.Owner, OwnerOf(view, teams) is { } owner ? known.GetValueOrDefault(owner)?.Name : null, Text(doc, "timeZone"), next,
            Phases(schedule));
    }

    private static PhaseLine[] Phases(SiteSchedule? schedule) => schedule is null ? [] :
    [
        .. SiteNetwork.Phases.Select(phase =>
        {
            var steps = schedule.Steps.Where(s => s.Step.Phase == phase && s.Step.Code is not ("SI-010" or "CO-010")).ToList();
            return new PhaseLine(phase, steps.Count(s => s.IsDone), steps.Count, steps.Any(s => !s.IsDone && schedule.Slip(s.Step.Code) > Lateness.LateAfter));
        }),
    ];
}
