using Microsoft.AspNetCore.Http.HttpResults;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.Operations;

/// <summary>How the installation runs, for those who run it: what waits, who hosts what, and mail that is held back.</summary>
internal static class OperationsEndpoints
{
    /// <summary>Maps <c>/operations</c> and the ways to deal with held mail.</summary>
    public static void MapOperations(this IEndpointRouteBuilder api)
    {
        api.MapGet("/operations", async Task<Results<Ok<OperationsInfo>, ProblemHttpResult>> (OperationsReader reader, CancellationToken cancellation) => TypedResults.Ok(await reader.ReadAsync(cancellation)))
            .RequireRight(Right.Operate).WithTags("operations").WithName("read-operations").WithSummary("What waits and how long, why the server is not ready, and the hosts of the cluster");

        api.MapGet("/operations/held-mail", async Task<Results<Ok<HeldMailPage>, ProblemHttpResult>> (HeldMailDesk desk, CancellationToken cancellation) => TypedResults.Ok(await desk.ListAsync(cancellation)))
            .RequireRight(Right.Operate).WithTags("operations").WithName("list-held-mail").WithSummary("Mail, calendar entries and calls of other systems that wait, oldest first; after a restore they wait until they are released");

        api.MapPost("/operations/held-mail/release", async (HeldMailRequest request, HttpContext http, CallerAccessor callers, HeldMailDesk desk) =>
                await desk.ReleaseAsync(http, await callers.RequireAsync(), request.Reason))
            .RequireRight(Right.Operate).WithTags("operations").WithName("release-held-mail").WithSummary("Lets mail leave again after a restore; asks a reason")
            .Produces<Commands.CommandAnswer>().ProducesProblem(409).ProducesProblem(422);

        api.MapPost("/operations/held-mail/{id}/discard", async (string id, HeldMailRequest request, HttpContext http, CallerAccessor callers, HeldMailDesk desk) =>
                await desk.DiscardAsync(http, await callers.RequireAsync(), id, request.Reason))
            .RequireRight(Right.Operate).WithTags("operations").WithName("discard-held-mail").WithSummary("Takes one waiting mail away so that it never leaves; asks a reason")
            .Produces<Commands.CommandAnswer>().ProducesProblem(404).ProducesProblem(422);
    }
}

/// <summary>Why.</summary>
/// <param name="Reason">Why, in words.</param>
public sealed record HeldMailRequest(string? Reason);
