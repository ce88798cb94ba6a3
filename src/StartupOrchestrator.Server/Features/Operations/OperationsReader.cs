using NodaTime;
using StartupOrchestrator.Runtime.Composition;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Hosting;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.Operations;

/// <summary>Collects how the installation runs.</summary>
public sealed class OperationsReader(IServiceProvider services, IStorage storage, Readiness readiness, ProductOptions options, StartupRuntime runtime, TimeProvider time)
{
    private static readonly Instant Started = Instant.FromDateTimeOffset(System.Diagnostics.Process.GetCurrentProcess().StartTime);

    /// <summary>As it is now.</summary>
    public async Task<OperationsInfo> ReadAsync(CancellationToken cancellationToken)
    {
        var waiting = storage.Upkeep is { } upkeep ? await upkeep.CountAsync(time.Now(), cancellationToken) : null;
        var hold = storage.Upkeep is { } held ? await held.FindHoldAsync(Hold.Outgoing, cancellationToken) : null;
        var cluster = services.GetService<IClusterStatus>() is { } status ? await status.ReadAsync(cancellationToken) : null;
        return new OperationsInfo(
            ProductVersion.Text, storage.Nature, options.InMemory ? "memory" : options.Connection is null ? "SQLite" : "PostgreSQL", Environment.MachineName, Environment.ProcessId, Started,
            runtime.Local.ActorsInMemory, GC.GetTotalMemory(forceFullCollection: false), await readiness.ReasonsAsync(cancellationToken), waiting, hold, cluster);
    }
}

/// <summary>How the installation runs.</summary>
/// <param name="Version">The product's version.</param>
/// <param name="Nature">What the database was born as.</param>
/// <param name="Database">Which database it is.</param>
/// <param name="Machine">The machine that answers.</param>
/// <param name="Process">Its process.</param>
/// <param name="Started">Since when it runs (UTC).</param>
/// <param name="Actors">Actors in its memory.</param>
/// <param name="Memory">Bytes in use by its objects.</param>
/// <param name="NotReady">Why it cannot work; empty when it can.</param>
/// <param name="Waiting">What waits; null in memory.</param>
/// <param name="MailHeld">Why no mail leaves; null when it does.</param>
/// <param name="Cluster">The cluster; null without one.</param>
public sealed record OperationsInfo(
    string Version, DatabaseNature Nature, string Database, string Machine, int Process, Instant Started, int Actors, long Memory, IReadOnlyList<string> NotReady,
    WaitingCounts? Waiting, Hold? MailHeld, ClusterStatus? Cluster);
