using NodaTime;
using StartupOrchestrator.Runtime.Records;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Hosting;

/// <summary>
/// Writes the heads of all chains into a signed file outside the database, at the start, every hour and at the end: what
/// was deleted or cut since the last one shows. Keep a copy of the file elsewhere.
/// </summary>
public sealed class RecordAnchors(ProductOptions options, IServiceProvider services, TimeProvider time, ILogger<RecordAnchors> log) : BackgroundService
{
    /// <summary>Name of the file in the data folder.</summary>
    public const string FileName = "anchors.jsonl";

    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await AddAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // On a virtual clock an hour passes in a moment: a dry run is anchored when it ends.
        if (options.DeliverByHand)
        {
            return;
        }

        try
        {
            using var timer = new PeriodicTimer(Every, time);
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await AddAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The end.
        }
    }

    private async Task AddAsync(CancellationToken cancellationToken)
    {
        if (options.InMemory)
        {
            return;
        }

        try
        {
            var file = new AnchorFile(Path.Combine(options.DataPath, FileName), AnchorFile.LoadOrMakeKey(Path.Combine(options.DataPath, "keys")));
            await file.AddAsync(services.GetRequiredService<IStorage>(), time.Now(), cancellationToken);
        }
        catch (AnchorException e)
        {
            log.LogError(e, "The records were not anchored");
        }
    }
}
