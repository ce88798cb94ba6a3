using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Milestones;
using StartupOrchestrator.Domain.Schedule;
using StartupOrchestrator.Domain.Sites;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Features.People;
using StartupOrchestrator.Server.Features.Records;
using StartupOrchestrator.Server.Features.Schedule;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.Sites;

/// <summary>Sites: the grid and the page of one.</summary>
internal static class SiteEndpoints
{
    private static readonly Dictionary<string, string> Columns = new(StringComparer.Ordinal)
    {
        ["name"] = "title", ["city"] = "doc.city", ["baseline"] = "doc.baseline", ["planned"] = "due", ["forecast"] = "doc.forecast", ["actual"] = "doc.actual",
    };

    /// <summary>Maps <c>/sites</c>.</summary>
    public static void MapSites(this IEndpointRouteBuilder api)
    {
        var sites = api.MapGroup("/sites").WithTags("sites");
        sites.MapGet("", async Task<Results<Ok<SitePage>, ProblemHttpResult>> (
                [AsParameters] RecordFilter filter, CallerAccessor callers, SiteReader reader, CancellationToken cancellation) =>
            {
                var caller = await callers.RequireAsync();
                return (filter with { Sort = ColumnOf(filter.Sort) }).ToQuery(ActorKind.Site, caller, out var query) is { } wrong
                    ? Problems.Of(wrong)
                    : TypedResults.Ok(await reader.PageAsync(query, caller, cancellation));
            })
            .RequireRight(Right.ReadRecords).WithName("list-sites").WithSummary("Sites with the dates of their activation; sort also by name, city, planned, forecast, actual");
        sites.MapGet("/{key}", ReadAsync).RequireRight(Right.ReadRecords).WithName("read-sites").WithSummary("A site: milestones, contacts, gates, what may be done");
        sites.MapGet("/{key}/history", HistoryEndpoint.ReadAsync(ActorKind.Site)).RequireRight(Right.ReadRecords).WithName("history-sites").WithSummary("Who changed what, when and why");
        sites.MapCreation(ActorKind.Site).MapCommands(ActorKind.Site);
    }

    private static async Task<Results<Ok<SiteDetail>, StatusCodeHttpResult, ProblemHttpResult>> ReadAsync(
        string key, HttpContext http, CallerAccessor callers, RecordReader records, SiteReader reader, GateReader gates, PersonNames names, ScheduleReader schedules, IViewQueries views, IActorRuntime runtime, TimeProvider time)
    {
        var caller = await callers.RequireAsync();
        var id = new ActorId(ActorKind.Site, key);
        if (await views.FindAsync(id, caller.Readable(ActorKind.Site), http.RequestAborted) is not { } view
            || await runtime.ReadAsync(id, http.RequestAborted) is not { State: SiteState site })
        {
            return Problems.NotFound("site");
        }

        Etag.Put(http, view.Version);
        var mayRead = caller.ScopeOf(Right.ReadPersonal).Covers(view.Row);
        var record = (await records.RowsAsync([view], caller, http.RequestAborted))[0];
        var holders = site.Contacts.Where(c => c.To is null).ToList();
        var known = mayRead ? await names.ReadAsync(holders.Select(h => h.Person), http.RequestAborted) : new Dictionary<string, PersonName>();
        return TypedResults.Ok(new SiteDetail(
            (await reader.LinesAsync([view], caller, http.RequestAborted))[0],
            Milestones(site.Milestones, ScopeLevel.Site, reader, view.Row.Country, (await schedules.ForAsync([view], http.RequestAborted)).Of(view)),
            [.. holders.Select(h => new ContactLine(h.Role, h.Person, known.GetValueOrDefault(h.Person)?.Name, known.GetValueOrDefault(h.Person)?.Email))],
            await gates.ReadAsync(site, TodayAt(site, time), mayRead, http.RequestAborted),
            [.. (view.Row.Doc["next"]?.AsArray() ?? []).Select(n => n!.GetValue<string>())],
            AllowedCommands.Of(caller, ActorKind.Site, record),
            record.Details));
    }

    /// <summary>All milestones of a level with their dates; what nobody forecast by hand, the schedule expects.</summary>
    internal static IReadOnlyList<MilestoneLine> Milestones(MilestoneBook book, ScopeLevel level, SiteReader reader, string? country, SiteSchedule? schedule = null) =>
    [
        .. MilestoneCatalog.Of(level).Select(m => (Kind: m, Dates: book[m.Code], Expected: schedule?[m.Code]?.Forecast ?? book[m.Code].Forecast)).Select(m => new MilestoneLine(
            m.Kind.Code, m.Kind.Name, m.Kind.Phase, m.Dates.Baseline, m.Dates.Plan, m.Expected, m.Dates.Actual,
            reader.Slip(m.Dates.Plan, m.Expected, m.Dates.Actual, country))),
    ];

    private static LocalDate TodayAt(SiteState site, TimeProvider time) =>
        time.Now().InZone((site.Description.TimeZone is { } zone ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) : null) ?? DateTimeZone.Utc).Date;

    private static string? ColumnOf(string? sort) =>
        sort is { Length: > 0 } && Columns.TryGetValue(sort.TrimStart('-'), out var column) ? (sort[0] == '-' ? "-" : "") + column : sort;
}
