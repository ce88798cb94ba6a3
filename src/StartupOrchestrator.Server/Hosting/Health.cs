using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Access;

namespace StartupOrchestrator.Server.Hosting;

/// <summary>Whether the process lives, and whether it can do its work.</summary>
internal static class Health
{
    /// <summary>Maps <c>/healthz</c> (the process answers) and <c>/readyz</c> (it can serve, or why not).</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/healthz", () => TypedResults.Text("ok")).OpenBecause("tells only that the process answers").ExcludeFromDescription();
        app.MapGet("/readyz", async (Readiness readiness, CancellationToken cancellation) =>
            {
                var reasons = await readiness.ReasonsAsync(cancellation);
                return TypedResults.Json(new ReadinessAnswer(reasons.Count == 0, reasons), statusCode: reasons.Count == 0 ? 200 : 503);
            })
            .OpenBecause("tells load balancers and people whether the server can work, without data").ExcludeFromDescription();
    }
}

/// <summary>Whether the server can work.</summary>
/// <param name="Ready">It can.</param>
/// <param name="Reasons">Why not: one sentence each.</param>
public sealed record ReadinessAnswer(bool Ready, IReadOnlyList<string> Reasons);

/// <summary>Collects why the server cannot work yet, or any more.</summary>
public sealed class Readiness(IServiceProvider services, IHostApplicationLifetime life)
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, string> pending = new(StringComparer.Ordinal);

    /// <summary>Something must be done first.</summary>
    public void Await(string name, string reason) => pending[name] = reason;

    /// <summary>It is done.</summary>
    public void Done(string name) => pending.TryRemove(name, out _);

    /// <summary>One sentence a reason; empty when the server can work.</summary>
    public async Task<IReadOnlyList<string>> ReasonsAsync(CancellationToken cancellationToken)
    {
        if (life.ApplicationStopping.IsCancellationRequested)
        {
            return ["The server is stopping."];
        }

        List<string> reasons = [.. pending.Values.Order(StringComparer.Ordinal)];
        try
        {
            await services.GetRequiredService<IStorage>().Steps.LoadAsync("organisation/settings", cancellationToken).WaitAsync(TimeSpan.FromSeconds(2), cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            reasons.Add($"The database does not answer ({e.GetType().Name}). It is asked again each time.");
        }

        return reasons;
    }
}
