using StartupOrchestrator.Server.Access;

namespace StartupOrchestrator.Server.Features.Work;

/// <summary>My work.</summary>
internal static class WorkEndpoint
{
    /// <summary>Maps <c>GET /work</c>.</summary>
    public static void MapWork(this IEndpointRouteBuilder api) => api.MapGet("/work", async (CallerAccessor callers, WorkReader reader, CancellationToken cancellation) =>
            TypedResults.Ok(await reader.ReadAsync(await callers.RequireAsync(), cancellation)))
        .RequireRight(Right.DoTasks).WithTags("work").WithName("work").WithSummary("The caller's day: overdue, due, questions, blocked steps, what arrived");
}
