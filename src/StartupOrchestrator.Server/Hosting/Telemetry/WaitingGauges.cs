using System.Diagnostics.Metrics;
using StartupOrchestrator.Runtime.Composition;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Hosting.Telemetry;

/// <summary>Looks every ten seconds at how much waits, for metrics and readiness.</summary>
internal sealed class WaitingGauges : BackgroundService
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "StartupOrchestrator.Waiting";

    private const double ClockTolerance = 5;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);
    private readonly IStorage storage;
    private readonly Readiness readiness;
    private readonly TimeProvider time;
    private readonly ILogger<WaitingGauges> log;
    private readonly Meter meter = new(MeterName);
    private WaitingCounts? last;

    public WaitingGauges(IStorage storage, StartupRuntime runtime, Readiness readiness, TimeProvider time, ILogger<WaitingGauges> log)
    {
        this.storage = storage;
        this.readiness = readiness;
        this.time = time;
        this.log = log;
        Gauge("startup.messages.waiting", "{message}", "Messages to be delivered", c => c.Messages);
        Gauge("startup.mails.waiting", "{mail}", "Mails and calendar entries to be sent", c => c.Mails);
        Gauge("startup.messages.undeliverable", "{message}", "Messages that wait for a person", c => c.Undeliverable);
        Gauge("startup.relay.lag", "s", "How late the oldest message is", c => c.MessageLag);
        Gauge("startup.timers.late", "s", "How late the oldest timer is", c => c.TimerLag);
        Gauge("startup.horizon.age", "s", "Age of the oldest running transaction", c => c.HorizonAge);
        Gauge("startup.clock.apart", "s", "Seconds by which this clock is ahead of the database's", c => c.ClockApart);
        meter.CreateObservableGauge("startup.actors", () => runtime.Local.ActorsInMemory, "{actor}", "Actors in memory");
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        meter.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (storage.Upkeep is not { } upkeep)
        {
            return;
        }

        try
        {
            using var timer = new PeriodicTimer(Every, time);
            do
            {
                await LookAsync(upkeep, stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The end.
        }
    }

    private async Task LookAsync(IUpkeep upkeep, CancellationToken cancellationToken)
    {
        try
        {
            last = await upkeep.CountAsync(time.Now(), cancellationToken);
            if (Math.Abs(last.ClockApart) > ClockTolerance && storage.Nature != DatabaseNature.Rehearsal)
            {
                readiness.Await("clock", $"This machine's clock is {last.ClockApart:F0} s ahead of the database's: timers would fire at wrong moments. Set both to the same time.");
            }
            else
            {
                readiness.Done("clock");
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogWarning("What waits could not be counted ({Error}); asked again.", e.GetType().Name);
        }
    }

    private void Gauge(string name, string unit, string what, Func<WaitingCounts, double> value) =>
        meter.CreateObservableGauge(name, () => last is { } counts ? [new Measurement<double>(value(counts))] : Array.Empty<Measurement<double>>(), unit, what);
}
