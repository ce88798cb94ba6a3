using StartupOrchestrator.Server.Access;

namespace StartupOrchestrator.Server.Features.Work;

/// <summary>My work.</summary>
internal static class WorkEndpoint
{
    /// <summary>Maps <c>GET /work</c>.</summary>
    public static void MapWork(this IEndpointRouteBuilder api) => api.MapGet("/work", async (string? who, CallerAccessor callers, WorkReader reader, CancellationToken cancellation) =>
            TypedResults.Ok(await reader.ReadAsync(await callers.RequireAsync(), who == "team", cancellation)))
        .RequireRight(Right.DoTasks).WithTags("work").WithName("work")
        .WithSummary("The caller's day: overdue, due, decisions asked for, questions, blocked steps, what arrived; who=team for everybody's in scope");
}
