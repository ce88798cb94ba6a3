using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Persistence;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Features.Rehearsals.Stage;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.Rehearsals;

/// <summary>Dry runs of a study: on a copy, in a database of their own, on virtual time. Nothing of this installation changes.</summary>
internal static class RehearsalEndpoints
{
    /// <summary>Maps <c>/studies/{key}/copy</c>, <c>/studies/{key}/rehearsals</c> and <c>/rehearsals/{id}</c>.</summary>
    public static void MapRehearsals(this IEndpointRouteBuilder api)
    {
        api.MapGet("/studies/{key}/copy", async Task<Results<Ok<JsonNode>, ProblemHttpResult>> (
                string key, HttpContext http, CallerAccessor callers, IActorRuntime runtime, IViewQueries views) =>
            await IsVisibleAsync(key, http, callers, views) && await StudyCopy.TakeAsync(runtime, views, key, http.RequestAborted) is { } copy
                ? TypedResults.Ok(JsonSerializer.SerializeToNode(copy, DomainJson.Options)!)
                : Problems.NotFound("study"))
            .RequireRight(Right.Rehearse).WithTags("rehearsals").WithName("copy-study").WithSummary("What a dry run begins with: the study, its countries and sites as entered");

        api.MapPost("/studies/{key}/rehearsals", async Task<Results<Accepted<RehearsalState>, ProblemHttpResult>> (
                string key, RehearsalOrder order, HttpContext http, CallerAccessor callers, IActorRuntime runtime, IViewQueries views, RehearsalRoom room, TimeProvider time) =>
            {
                if (!await IsVisibleAsync(key, http, callers, views) || await StudyCopy.TakeAsync(runtime, views, key, http.RequestAborted) is not { } copy)
                {
                    return Problems.NotFound("study");
                }

                return room.Begin(copy, order, time.Today()) is { } state
                    ? TypedResults.Accepted($"/api/v1/rehearsals/{state.Id}", state)
                    : Problems.Of(new Refusal(RefusalKind.NotAllowed, "rehearsal.running", "A dry run is under way. Wait until it is over; one is played at a time."));
            })
            .RequireRight(Right.Rehearse).WithTags("rehearsals").WithName("begin-rehearsal").WithSummary("Plays the whole start-up of a copy on virtual time; no mail leaves");

        api.MapGet("/studies/{key}/rehearsals", async Task<Results<Ok<IReadOnlyList<RehearsalState>>, ProblemHttpResult>> (
                string key, HttpContext http, CallerAccessor callers, IViewQueries views, RehearsalRoom room) =>
                await IsVisibleAsync(key, http, callers, views) ? TypedResults.Ok(room.Of(key)) : Problems.NotFound("study"))
            .RequireRight(Right.Rehearse).WithTags("rehearsals").WithName("list-rehearsals").WithSummary("Dry runs of a study, newest first");

        api.MapGet("/rehearsals/{id}/comparison", async Task<Results<Ok<IReadOnlyList<ComparedSite>>, ProblemHttpResult>> (
                string id, HttpContext http, CallerAccessor callers, IViewQueries views, RehearsalRoom room, RehearsalComparison comparison) =>
                room.Find(id) is { Report: { } report } state && await IsVisibleAsync(state.Study, http, callers, views)
                    ? TypedResults.Ok(await comparison.OfAsync(state.Study, report, await callers.RequireAsync(), http.RequestAborted))
                    : Problems.NotFound("dry run"))
            .RequireRight(Right.Rehearse).WithTags("rehearsals").WithName("compare-rehearsal").WithSummary("When each site was activated in the dry run, beside its planned date");

        api.MapGet("/rehearsals/{id}", async Task<Results<Ok<RehearsalState>, ProblemHttpResult>> (string id, HttpContext http, CallerAccessor callers, IViewQueries views, RehearsalRoom room) =>
                room.Find(id) is { } state && await IsVisibleAsync(state.Study, http, callers, views) ? TypedResults.Ok(state) : Problems.NotFound("dry run"))
            .RequireRight(Right.Rehearse).WithTags("rehearsals").WithName("read-rehearsal").WithSummary("How far a dry run is, and what it came to");
    }

    private static async Task<bool> IsVisibleAsync(string key, HttpContext http, CallerAccessor callers, IViewQueries views)
    {
        var caller = await callers.RequireAsync();
        return await views.FindAsync(new ActorId(ActorKind.Study, key), caller.ScopeOf(Right.Rehearse), http.RequestAborted) is not null;
    }
}

/// <summary>A dry run to be played.</summary>
/// <param name="Seed">The same seed meets the same world.</param>
/// <param name="Until">Stops at the end of this day; null: when every site is active or has ended.</param>
public sealed record RehearsalOrder(long Seed, LocalDate? Until = null);
