using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Access;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.Events;

/// <summary>Live changes as server-sent events: one line a record that changed within the caller's scope.</summary>
internal static class EventsEndpoint
{
    private const int PageSize = 500;

    /// <summary>Maps <c>GET /events</c>.</summary>
    public static void MapEvents(this IEndpointRouteBuilder api) => api.MapGet("/events", (
            HttpContext http, CallerAccessor callers, IServiceScopeFactory scopes, ChangeSignal signal, TimeProvider time, IHostApplicationLifetime life) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            http.Response.Headers["X-Accel-Buffering"] = "no";
            var after = http.Request.Headers["Last-Event-ID"].ToString() is { Length: > 0 } id ? id : null;
            return TypedResults.ServerSentEvents(FollowAsync(callers, scopes, signal, time, after, life.ApplicationStopping, http.RequestAborted));
        })
        .RequireRight(Right.ReadRecords).WithTags("events").WithName("events").WithSummary("Live changes in the caller's scope (server-sent events); resumes by Last-Event-ID");

    private static async IAsyncEnumerable<SseItem<ChangeEvent?>> FollowAsync(
        CallerAccessor callers, IServiceScopeFactory scopes, ChangeSignal signal, TimeProvider time, string? after, CancellationToken stopping,
        [EnumeratorCancellation] CancellationToken aborted)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(stopping, aborted);
        var lastSaid = time.GetTimestamp();
        var position = after;
        yield return new SseItem<ChangeEvent?>(null, "hello");
        while (!both.IsCancellationRequested)
        {
            var page = await PageAsync(callers, scopes, position, both.Token);
            if (page is null)
            {
                yield break;
            }

            foreach (var item in page.Value.Items)
            {
                lastSaid = time.GetTimestamp();
                yield return item;
            }

            if (position == page.Value.Position || page.Value.Count < PageSize)
            {
                position = page.Value.Position;
                if (time.GetElapsedTime(lastSaid) > TimeSpan.FromSeconds(15))
                {
                    lastSaid = time.GetTimestamp();
                    yield return new SseItem<ChangeEvent?>(null, "heartbeat");
                }

                if (!await signal.WaitAsync(both.Token))
                {
                    yield break;
                }
            }

            position = page.Value.Position;
        }
    }

    /// <summary>The next changes that the caller may see; null when the caller's session or rights have ended.</summary>
    private static async Task<(IReadOnlyList<SseItem<ChangeEvent?>> Items, string Position, int Count)?> PageAsync(
        CallerAccessor callers, IServiceScopeFactory scopes, string? position, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            if (await callers.CurrentAsync(again: true) is not { } caller || !caller.HasSomewhere(Right.ReadRecords))
            {
                return null;
            }

            var journal = scope.ServiceProvider.GetRequiredService<IJournalReader>();
            var views = scope.ServiceProvider.GetRequiredService<IViewQueries>();
            var page = await journal.ChangesAsync(position, PageSize, cancellationToken);
            var items = new List<SseItem<ChangeEvent?>>();
            foreach (var change in page.Changes.GroupBy(c => c.Stream).Select(g => g.Last()))
            {
                if (ActorId.TryParse(change.Stream, out var id) && await views.FindAsync(id, caller.Readable(id.Kind), cancellationToken) is { } view)
                {
                    items.Add(new SseItem<ChangeEvent?>(
                        new ChangeEvent(id.ToString(), Words.Path(id.Kind), id.Key, change.Version, view.Row.Study, view.Row.Country, view.Row.Site), "changed"));
                }
            }

            if (items.Count > 0)
            {
                items[^1] = new SseItem<ChangeEvent?>(items[^1].Data, "changed") { EventId = page.Position };
            }

            return (items, page.Position, page.Changes.Count);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            var now = await scope.ServiceProvider.GetRequiredService<IJournalReader>().ChangesAsync(null, 1, cancellationToken);
            return ([new SseItem<ChangeEvent?>(null, "resync") { EventId = now.Position }], now.Position, 0);
        }
    }
}

/// <summary>A record changed.</summary>
/// <param name="Id">The record (<c>kind/key</c>).</param>
/// <param name="Kind">Its kind, as in addresses.</param>
/// <param name="Key">Its key.</param>
/// <param name="Version">The version that it reached.</param>
/// <param name="Study">Study key.</param>
/// <param name="Country">Country code.</param>
/// <param name="Site">Site key.</param>
public sealed record ChangeEvent(string Id, string Kind, string Key, long Version, string? Study, string? Country, string? Site);
