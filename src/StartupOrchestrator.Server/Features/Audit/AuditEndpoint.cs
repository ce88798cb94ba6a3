using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using NodaTime.Text;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.Audit;

/// <summary>The audit trail across records, within the caller's scope.</summary>
internal static class AuditEndpoint
{
    /// <summary>Maps <c>GET /audit</c>.</summary>
    public static void MapAudit(this IEndpointRouteBuilder api) => api.MapGet("/audit", async Task<Results<Ok<AuditPage>, ProblemHttpResult>> (
            string? record, string? by, string? study, string? from, string? to, int? limit, string? before,
            CallerAccessor callers, IViewQueries views, AuditReader audit, CancellationToken cancellation) =>
        {
            if (!TryInstant(from, out var start) || !TryInstant(to, out var end))
            {
                return Problems.Invalid("from", "Write moments as 2026-03-12T08:00:00Z.");
            }

            if (!AuditReader.IsPosition(before))
            {
                return Problems.Invalid("before", "This is not a position that a page returned. Start again without it.");
            }

            var caller = await callers.RequireAsync();
            var scope = caller.ScopeOf(Right.ReadAudit);
            var query = new AuditQuery(record, by, null, start, end, study, Math.Clamp(limit ?? 100, 1, 1000), before);
            return TypedResults.Ok(await audit.PageAsync(query, id => views.FindAsync(id, scope, cancellation), caller, cancellation));
        })
        .RequireRight(Right.ReadAudit).WithTags("audit").WithName("audit").WithSummary("Who changed what, when and why, newest first; narrowed by record, person, study and time");

    private static bool TryInstant(string? text, out Instant? instant)
    {
        instant = null;
        if (text is null)
        {
            return true;
        }

        var read = InstantPattern.ExtendedIso.Parse(text);
        instant = read.Success ? read.Value : null;
        return read.Success;
    }
}
