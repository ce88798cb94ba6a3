using Microsoft.AspNetCore.Http.HttpResults;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Features.Schedule;
using StartupOrchestrator.Server.Features.Studies;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.Waiting;

/// <summary>What waits on whom.</summary>
internal static class WaitingEndpoints
{
    private const int Upcoming = 8;

    /// <summary>Maps the bottlenecks of a study and what waits at a site.</summary>
    public static void MapWaiting(this IEndpointRouteBuilder api)
    {
        api.MapGet("/studies/{key}/bottlenecks", async Task<Results<Ok<BottleneckAnswer>, ProblemHttpResult>> (
                string key, CallerAccessor callers, IViewQueries views, WaitsReader waits, SiteSummaries summaries, CancellationToken cancellation) =>
            {
                var caller = await callers.RequireAsync();
                if (await views.FindAsync(new ActorId(ActorKind.Study, key), caller.Readable(ActorKind.Study), cancellation) is null)
                {
                    return Problems.NotFound("study");
                }

                var items = await waits.OfStudiesAsync([key], caller, cancellation);
                var sites = await summaries.SitesAsync([key], caller, cancellation);
                var times = await summaries.SchedulesAsync(sites, cancellation);
                var late = sites.Where(s => times.Of(s) is { } schedule && Lateness.IsLate(schedule, times.Today)).Select(s => s.Id.Key).ToHashSet(StringComparer.Ordinal);
                var lateOn = items.Where(i => i.Site is not null && late.Contains(i.Site)).GroupBy(i => i.Site).Select(g => g.First().Party).CountBy(p => p).ToDictionary();
                int[] ours = [.. items.Where(i => i.Party == "us").Select(i => i.BusinessDays).Order()];
                return TypedResults.Ok(new BottleneckAnswer(
                    WaitsReader.Group(items), ours.Length, ours.Length == 0 ? 0 : ours[ours.Length / 2], ours.Count(d => d > WaitsReader.UsualDays), lateOn,
                    NextMilestones.Of(sites, times, Upcoming)));
            })
            .RequireRight(Right.ReadRecords).WithTags("studies").WithName("bottlenecks-of-study").WithSummary("What waits on whom, since when, in business days; and what comes next");
        api.MapGet("/sites/{key}/waiting", async Task<Results<Ok<IReadOnlyList<WaitingItem>>, ProblemHttpResult>> (
                string key, CallerAccessor callers, IViewQueries views, WaitsReader waits, CancellationToken cancellation) =>
            {
                var caller = await callers.RequireAsync();
                return await views.FindAsync(new ActorId(ActorKind.Site, key), caller.Readable(ActorKind.Site), cancellation) is null
                    ? Problems.NotFound("site")
                    : TypedResults.Ok(await waits.OfSitesAsync([key], caller, cancellation));
            })
            .RequireRight(Right.ReadRecords).WithTags("sites").WithName("waiting-at-site").WithSummary("What waits at a site, on whom and since when");
    }
}

/// <summary>Where a study stands still.</summary>
/// <param name="Items">The same step at several places as one line, most days lost first.</param>
/// <param name="OursCount">Steps that wait on us.</param>
/// <param name="OursMedianDays">Business days that half of them have waited.</param>
/// <param name="OursOverUsual">How many of them have waited for more than ten business days.</param>
/// <param name="LateSitesByParty">Late sites by the party whom their worst step waits on.</param>
/// <param name="Next">Milestones that come next.</param>
public sealed record BottleneckAnswer(
    IReadOnlyList<Bottleneck> Items, int OursCount, int OursMedianDays, int OursOverUsual, IReadOnlyDictionary<string, int> LateSitesByParty, IReadOnlyList<NextMilestone> Next);
