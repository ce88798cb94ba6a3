using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Hosting;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Runtime.Relays;

/// <summary>Fires one timer: its command goes to its own actor under an id derived from the setting, and the same commit clears it.</summary>
public sealed class TimerFiring(IActorHost runtime, IDeliveryStore store, ActorShells shells)
{
    /// <summary>Fires.</summary>
    /// <exception cref="Exception">The actor failed; the timer stays and is taken again when its lease ends.</exception>
    public async Task FireAsync(DueTimer due, CancellationToken cancellationToken)
    {
        var (stream, timer) = due;
        var command = shells.Catalog.Read<Command>(JsonNode.Parse(timer.Command)!);
        var id = DerivedId.From(stream, "timer", timer.Key, $"{timer.Generation}");
        var envelope = new Envelope(id, ActorId.Parse(stream), command, Origin.System);
        var result = await runtime.DeliverAsync(new Delivery(envelope, Timer: new FiredTimer(timer.Key, timer.Generation)), cancellationToken).ConfigureAwait(false);
        if (result is CommandResult.Refused)
        {
            await store.ClearTimerAsync(stream, timer.Key, timer.Generation, cancellationToken).ConfigureAwait(false);
        }
    }
}
