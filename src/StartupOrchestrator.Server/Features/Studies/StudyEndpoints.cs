using Microsoft.AspNetCore.Http.HttpResults;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Studies;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Features.Records;
using StartupOrchestrator.Server.Features.Sites;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.Studies;

/// <summary>Studies: the portfolio, one study, its countries and its activation curve.</summary>
internal static class StudyEndpoints
{
    /// <summary>Maps <c>/studies</c>.</summary>
    public static void MapStudies(this IEndpointRouteBuilder api)
    {
        var studies = api.MapGroup("/studies").WithTags("studies");
        studies.MapGet("", async Task<Results<Ok<StudyPage>, ProblemHttpResult>> (
                [AsParameters] RecordFilter filter, CallerAccessor callers, StudyReader reader, CancellationToken cancellation) =>
            {
                var caller = await callers.RequireAsync();
                return filter.ToQuery(ActorKind.Study, caller, out var query) is { } wrong ? Problems.Of(wrong) : TypedResults.Ok(await reader.PageAsync(query, caller, cancellation));
            })
            .RequireRight(Right.ReadRecords).WithName("list-studies").WithSummary("The portfolio: studies with how their sites stand");

        studies.MapGet("/{key}", ReadAsync).RequireRight(Right.ReadRecords).WithName("read-studies").WithSummary("A study: milestones, how its sites stand, what may be done");
        studies.MapGet("/{key}/history", HistoryEndpoint.ReadAsync(ActorKind.Study)).RequireRight(Right.ReadRecords).WithName("history-studies").WithSummary("Who changed what, when and why");
        studies.MapGet("/{key}/countries", async Task<Results<Ok<IReadOnlyList<CountryLine>>, ProblemHttpResult>> (string key, CallerAccessor callers, StudyReader reader, CancellationToken cancellation) =>
                await reader.CountriesAsync(key, await callers.RequireAsync(), cancellation) is { } lines ? TypedResults.Ok(lines) : Problems.NotFound("study"))
            .RequireRight(Right.ReadRecords).WithName("countries-of-study").WithSummary("Countries of a study with how their sites stand");
        studies.MapGet("/{key}/curve", async Task<Results<Ok<IReadOnlyList<CurvePoint>>, ProblemHttpResult>> (
                string key, CallerAccessor callers, IViewQueries views, SiteSummaries summaries, CancellationToken cancellation) =>
            {
                var caller = await callers.RequireAsync();
                if (await views.FindAsync(new ActorId(ActorKind.Study, key), caller.Readable(ActorKind.Study), cancellation) is null)
                {
                    return Problems.NotFound("study");
                }

                var sites = await summaries.SitesAsync([key], caller, cancellation);
                return TypedResults.Ok(SiteSummaries.Curve(sites, await summaries.SchedulesAsync(sites, cancellation)));
            })
            .RequireRight(Right.ReadRecords).WithName("curve-of-study").WithSummary("Cumulative sites activated: planned, actual, forecast");
        studies.MapPost("/{key}/start", async (string key, HttpContext http, CallerAccessor callers, StudyStarter starter) => await starter.StartAsync(key, http, await callers.RequireAsync()))
            .RequireRight(Right.SetUpStudies).WithName("start-study").WithSummary("Starts the plans of the study, its countries and its sites");
        studies.MapCreation(ActorKind.Study).MapCommands(ActorKind.Study);
    }

    private static async Task<Results<Ok<StudyDetail>, ProblemHttpResult>> ReadAsync(
        string key, HttpContext http, CallerAccessor callers, RecordReader records, StudyReader reader, SiteReader sites, IViewQueries views, IActorRuntime runtime)
    {
        var caller = await callers.RequireAsync();
        var id = new ActorId(ActorKind.Study, key);
        if (await views.FindAsync(id, caller.Readable(ActorKind.Study), http.RequestAborted) is not { } view
            || await runtime.ReadAsync(id, http.RequestAborted) is not { State: StudyState study })
        {
            return Problems.NotFound("study");
        }

        Etag.Put(http, view.Version);
        var record = (await records.RowsAsync([view], caller, http.RequestAborted))[0];
        return TypedResults.Ok(new StudyDetail(
            (await reader.LinesAsync([view], caller, http.RequestAborted))[0], SiteEndpoints.Milestones(study.Milestones, ScopeLevel.Study, sites, null),
            AllowedCommands.Of(caller, ActorKind.Study, record), record.Details));
    }
}
