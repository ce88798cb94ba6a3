using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Organisation;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Hosting.Upkeep;

/// <summary>Puts a restore on record at the first start after it, and once a day removes what nobody will ask for again.</summary>
internal sealed class DailyUpkeep(IActorRuntime runtime, IStorage storage, ProductOptions options, TimeProvider time, ILogger<DailyUpkeep> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromDays(1);
    private static readonly Duration Kept = Duration.FromDays(2);

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (storage.Upkeep is { } upkeep && await upkeep.FindHoldAsync(Hold.Outgoing, cancellationToken) is { } hold)
        {
            var note = new NoteRestored(hold.Since, hold.Reason);
            await runtime.SendAsync(
                new Envelope(DerivedId.From("restored", StoreTime.Format(hold.Since)), new ActorId(ActorKind.Organisation, "settings"), note, Origin.System), cancellationToken);
            log.LogWarning("No mail leaves: {Reason} Look at the page of operations.", hold.Reason);
        }

        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.DeliverByHand || storage.Upkeep is not { } upkeep)
        {
            return;
        }

        try
        {
            using var timer = new PeriodicTimer(Every, time);
            do
            {
                await CleanAsync(upkeep, stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The end.
        }
    }

    private async Task CleanAsync(IUpkeep upkeep, CancellationToken cancellationToken)
    {
        try
        {
            var rows = await upkeep.CleanAsync(time.Now() - Kept, cancellationToken);
            log.LogInformation("Cleaned {Rows} rows that nobody will ask for again.", rows);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogWarning(e, "Cleaning failed; it is tried again tomorrow.");
        }
    }
}
