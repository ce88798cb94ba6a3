using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Milestones;
using StartupOrchestrator.Domain.Schedule;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Features.Studies;
using StartupOrchestrator.Server.Features.Waiting;
using StartupOrchestrator.Server.Hosting;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.Schedule;

/// <summary>Timeline, why a date is what it is, and what a change of plan takes along.</summary>
internal static class ScheduleEndpoints
{
    /// <summary>Maps the schedule's addresses.</summary>
    public static void MapSchedule(this IEndpointRouteBuilder api)
    {
        api.MapGet("/studies/{key}/timeline", TimelineAsync)
            .RequireRight(Right.ReadRecords).WithTags("studies").WithName("timeline-of-study").WithSummary("All sites with the milestones on their way to activation");
        api.MapGet("/sites/{key}/why/{milestone}", WhyAsync)
            .RequireRight(Right.ReadRecords).WithTags("sites").WithName("why-this-date").WithSummary("The chain of causes behind a date; its days add up to the slip");
        api.MapPost("/studies/{key}/plan-preview", async (string key, PlanRequest request, CallerAccessor callers, PlanDesk desk, CancellationToken cancellation) =>
                await desk.PreviewAsync(key, request, await callers.RequireAsync(), cancellation))
            .RequireRight(Right.Replan).WithTags("studies").WithName("preview-plan").WithSummary("What a change of planned dates would move, before it is made; changes nothing")
            .Produces<PlanPreview>().ProducesProblem(404).ProducesProblem(422);
        api.MapPost("/studies/{key}/plan-dates", async (string key, CallerAccessor callers, PlanDesk desk, CancellationToken cancellation) =>
                await desk.ProposeAsync(key, await callers.RequireAsync(), cancellation))
            .RequireRight(Right.Replan).WithTags("studies").WithName("propose-plan").WithSummary("Gives planned dates, from usual durations, to the sites that have none")
            .Produces<PlanProposed>().ProducesProblem(404);
    }

    private static async Task<Results<Ok<TimelineAnswer>, ProblemHttpResult>> TimelineAsync(
        string key, CallerAccessor callers, IViewQueries views, SiteSummaries summaries, CountryCalendars calendars, CancellationToken cancellation)
    {
        var caller = await callers.RequireAsync();
        if (await views.FindAsync(new ActorId(ActorKind.Study, key), caller.Readable(ActorKind.Study), cancellation) is null)
        {
            return Problems.NotFound("study");
        }

        var sites = await summaries.SitesAsync([key], caller, cancellation);
        var times = await summaries.SchedulesAsync(sites, cancellation);
        var lines = sites.OrderBy(s => s.Row.Country, StringComparer.Ordinal).ThenBy(s => s.Row.Code, StringComparer.Ordinal).Select(s => Line(s, times)).ToList();
        var dates = lines.SelectMany(l => l.Steps).SelectMany(s => new[] { s.From, s.Planned, s.Forecast, s.Actual }).OfType<LocalDate>().DefaultIfEmpty(times.Today).ToList();
        return TypedResults.Ok(new TimelineAnswer(times.Today, lines, [.. Holidays(lines.Select(l => l.Country).OfType<string>().Distinct(), dates.Min(), dates.Max(), calendars)]));
    }

    private static IEnumerable<NonWorkingDay> Holidays(IEnumerable<string> countries, LocalDate first, LocalDate last, CountryCalendars calendars) =>
        countries.SelectMany(country => Enumerable.Range(0, Period.DaysBetween(first, last) + 1)
            .Select(day => calendars.Of(country).HolidayOn(first.PlusDays(day)))
            .OfType<Domain.Time.Holiday>()
            .Select(h => new NonWorkingDay(country, h.Date, h.Name)));

    private static async Task<Results<Ok<WhyAnswer>, ProblemHttpResult>> WhyAsync(
        string key, string milestone, CallerAccessor callers, IViewQueries views, ScheduleReader schedules, WaitsReader waits, CancellationToken cancellation)
    {
        var caller = await callers.RequireAsync();
        if (await views.FindAsync(new ActorId(ActorKind.Site, key), caller.Readable(ActorKind.Site), cancellation) is not { } site)
        {
            return Problems.NotFound("site");
        }

        if ((await schedules.ForAsync([site], cancellation)).Of(site) is not { } schedule || schedule[milestone] is not { } step)
        {
            return Problems.NotFound("date to explain");
        }

        return TypedResults.Ok(new WhyAnswer(
            milestone, Name(milestone), step.Dates.Baseline, step.Dates.Plan, step.Forecast, step.Dates.Actual, schedule.Slip(milestone),
            [.. ScheduleCauses.Of(schedule, milestone).Select(c => new CauseLine(c.Code, Name(c.Code), c.Date, c.AddedDays, c.TookDays, c.TypicalDays, StatusName.Of(c.Basis)))],
            step.IsDone ? [] : await waits.OfSitesAsync([key], caller, cancellation), step.IsDone ? null : schedule.Cautious(milestone)));
    }

    internal static string Name(string code) => MilestoneCatalog.Find(code)?.Name ?? code;

    private static TimelineSite Line(StoredView site, Schedules times)
    {
        var schedule = times.Of(site);
        var critical = schedule is null ? [] : ScheduleCauses.Critical(schedule);
        return new TimelineSite(
            site.Id.Key, site.Row.Code, site.Row.Title, site.Row.Country, site.Version, site.Row.Status, schedule is not null && Lateness.IsLate(schedule, times.Today),
            schedule is null ? [] : [.. schedule.Steps.Select(s => new ScheduleLine(
                s.Step.Code, Name(s.Step.Code), s.Step.Phase, s.Start, s.Dates.Baseline, s.Dates.Plan, s.Forecast, s.Dates.Actual, schedule.Slip(s.Step.Code), [.. s.Step.After],
                s.DrivenBy, critical.Contains(s.Step.Code), s.Step.Code.StartsWith("CO-", StringComparison.Ordinal), s.IsDone ? null : schedule.Cautious(s.Step.Code)))]);
    }
}
