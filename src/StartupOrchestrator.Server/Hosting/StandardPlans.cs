using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Plans;
using StartupOrchestrator.Server.Commands;

namespace StartupOrchestrator.Server.Hosting;

/// <summary>Publishes the standard plans into a new database. Their command ids are fixed: at every later start nothing happens.</summary>
internal sealed class StandardPlans(IActorRuntime runtime, PersonalSealer sealer, Readiness readiness, ProductOptions options) : IHostedService
{
    private const string Waiting = "standard-plans";

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Follow is not null)
        {
            return;
        }

        readiness.Await(Waiting, "The standard plans are being published.");
        foreach (var envelope in StandardDefinitions.Publish(note => sealer.Seal("standard-plans", note, note, null)))
        {
            if (await runtime.ReadAsync(envelope.Target, cancellationToken) is null)
            {
                await runtime.SendAsync(envelope, cancellationToken);
            }
        }

        readiness.Done(Waiting);
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
