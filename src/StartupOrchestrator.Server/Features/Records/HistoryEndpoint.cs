using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Features.Audit;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.Records;

/// <summary>The history of one visible record: its audit facts.</summary>
internal static class HistoryEndpoint
{
    /// <summary>The handler for a kind.</summary>
    public static Delegate ReadAsync(ActorKind kind) =>
        async Task<Results<Ok<AuditPage>, ProblemHttpResult>> (
            string key, int? limit, string? before, CallerAccessor callers, IViewQueries views, AuditReader audit, CancellationToken cancellation) =>
        {
            var caller = await callers.RequireAsync();
            var id = new ActorId(kind, key);
            if (await views.FindAsync(id, caller.Readable(kind), cancellation) is not { } row)
            {
                return Problems.NotFound(Words.Kind(kind));
            }

            if (!AuditReader.IsPosition(before))
            {
                return Problems.Invalid("before", "This is not a position that a page returned. Start again without it.");
            }

            var query = new AuditQuery(id.ToString(), null, null, null, null, null, Math.Clamp(limit ?? 100, 1, 1000), before);
            return TypedResults.Ok(await audit.PageAsync(query, _ => Task.FromResult<StoredView?>(row), caller, cancellation));
        };
}
