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
    private const int MostExported = 50_000;

    /// <summary>Maps <c>GET /audit</c> and its export.</summary>
    public static void MapAudit(this IEndpointRouteBuilder api)
    {
        api.MapGet("/audit", async Task<Results<Ok<AuditPage>, ProblemHttpResult>> (
                [AsParameters] AuditFilter filter, CallerAccessor callers, IViewQueries views, AuditReader audit, CancellationToken cancellation) =>
            {
                if (ToQuery(filter, filter.Limit ?? 100, out var query) is { } wrong)
                {
                    return wrong;
                }

                var caller = await callers.RequireAsync();
                var scope = caller.ScopeOf(Right.ReadAudit);
                return TypedResults.Ok(await audit.PageAsync(query!, id => views.FindAsync(id, scope, cancellation), caller, cancellation));
            })
            .RequireRight(Right.ReadAudit).WithTags("audit").WithName("audit").WithSummary("Who changed what, when and why, newest first; narrowed by record, kind, person, study and time");
        api.MapGet("/audit.csv", async Task<Results<FileContentHttpResult, ProblemHttpResult>> (
                [AsParameters] AuditFilter filter, CallerAccessor callers, IViewQueries views, AuditReader audit, CancellationToken cancellation) =>
            {
                if (ToQuery(filter, 1000, out var query) is { } wrong)
                {
                    return wrong;
                }

                var caller = await callers.RequireAsync();
                var scope = caller.ScopeOf(Right.ReadAudit);
                var lines = new List<AuditLine>();
                for (var page = query; page is not null && lines.Count < MostExported;)
                {
                    var found = await audit.PageAsync(page, id => views.FindAsync(id, scope, cancellation), caller, cancellation);
                    lines.AddRange(found.Items);
                    page = found.Next is null ? null : page with { Before = found.Next };
                }

                return TypedResults.File(System.Text.Encoding.UTF8.GetBytes("\uFEFF" + AuditCsv.Of(lines)), "text/csv; charset=utf-8", "audit-trail.csv");
            })
            .RequireRight(Right.ReadAudit).WithTags("audit").WithName("export-audit").WithSummary("The audit trail as CSV, one line a changed field, with the filters of the list");
    }

    private static ProblemHttpResult? ToQuery(AuditFilter filter, int limit, out AuditQuery? query)
    {
        query = null;
        if (!TryInstant(filter.From, out var start) || !TryInstant(filter.To, out var end))
        {
            return Problems.Invalid("from", "Write moments as 2026-03-12T08:00:00Z.");
        }

        if (!AuditReader.IsPosition(filter.Before))
        {
            return Problems.Invalid("before", "This is not a position that a page returned. Start again without it.");
        }

        if (filter.Kind is { } name && !Enum.GetValues<ActorKind>().Any(k => Words.Path(k) == name))
        {
            return Problems.Invalid("kind", $"There is no kind '{name}'. Choose one of {string.Join(", ", Enum.GetValues<ActorKind>().Select(Words.Path))}.");
        }

        ActorKind? kind = filter.Kind is null ? null : Enum.GetValues<ActorKind>().First(k => Words.Path(k) == filter.Kind);
        query = new AuditQuery(filter.Record, filter.By, kind, start, end, filter.Study, Math.Clamp(limit, 1, 1000), filter.Before);
        return null;
    }

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

/// <summary>What the audit trail is narrowed to.</summary>
/// <param name="Record">A record (<c>kind/key</c>).</param>
/// <param name="By">Who acted (<c>person/key</c> or <c>system</c>).</param>
/// <param name="Study">Study key.</param>
/// <param name="Kind">Kind of record, as in addresses.</param>
/// <param name="From">From this moment (UTC).</param>
/// <param name="To">Before this moment (UTC).</param>
/// <param name="Limit">Lines on a page, 1 to 1,000; 100 when not given.</param>
/// <param name="Before">From the page before.</param>
internal sealed record AuditFilter(string? Record = null, string? By = null, string? Study = null, string? Kind = null, string? From = null, string? To = null, int? Limit = null, string? Before = null);
