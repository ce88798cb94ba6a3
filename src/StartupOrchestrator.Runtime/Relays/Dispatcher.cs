using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Facts;
using StartupOrchestrator.Runtime.Composition;
using StartupOrchestrator.Runtime.Hosting;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Runtime.Relays;

/// <summary>Delivers one message and settles its row: gone, to be tried again, or undeliverable.</summary>
public sealed class Dispatcher
{
    private static readonly Duration NotNow = Duration.FromMinutes(1);
    private readonly IActorHost runtime;
    private readonly IDeliveryStore store;
    private readonly ActorShells shells;
    private readonly EventMatcher events;
    private readonly Lazy<FrozenDictionary<string, IEffectHandler>> handlers;
    private readonly TimeProvider time;
    private readonly RuntimeOptions options;

    /// <summary>Effects that leave right now: one that takes longer than its lease is not begun a second time beside itself.</summary>
    private readonly ConcurrentDictionary<string, byte> leaving = new();

    /// <summary>Delivers to the actors of a runtime and to handlers, which are asked for at the first need: they may use the runtime themselves.</summary>
    public Dispatcher(IActorHost runtime, IDeliveryStore store, ActorShells shells, Func<IEnumerable<IEffectHandler>> handlers, TimeProvider time, RuntimeOptions options)
    {
        this.runtime = runtime;
        this.store = store;
        this.shells = shells;
        this.handlers = new(() => handlers().ToFrozenDictionary(h => h.Target));
        this.time = time;
        this.options = options;
        events = new EventMatcher(runtime, store);
    }

    private const int DrivenTries = 100;
    private static readonly TimeSpan DrivenPause = TimeSpan.FromMilliseconds(100);

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <summary>Delivers a message.</summary>
    /// <returns>Whether its row is settled; false when it was put off.</returns>
    public async Task<bool> DeliverAsync(PendingMessage message, CancellationToken cancellationToken)
    {
        for (var tries = 0; ; tries++)
        {
            if (await TryDeliverAsync(message, tries, cancellationToken).ConfigureAwait(false) is { } settled)
            {
                return settled;
            }
        }
    }

    /// <returns>Null when it is to be tried again at once.</returns>
    private async Task<bool?> TryDeliverAsync(PendingMessage message, int tries, CancellationToken cancellationToken)
    {
        try
        {
            return message.Target switch
            {
                OutboxTargets.Events => await MatchAsync(message, cancellationToken).ConfigureAwait(false),
                OutboxTargets.Mail or OutboxTargets.Calendar or OutboxTargets.Http => await HandleOnceAsync(message, cancellationToken).ConfigureAwait(false),
                _ => await TellAsync(message, cancellationToken).ConfigureAwait(false),
            };
        }
        catch (Exception e) when (e is RuntimeBusyException or OutcomeUnknownException && !options.Background && tries < DrivenTries)
        {
            // On a driven clock a busy disk must not move anything in virtual time: the real one is waited for.
            await Task.Delay(DrivenPause, TimeProvider.System, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (Exception e) when (e is RuntimeBusyException or OutcomeUnknownException)
        {
            await store.PostponeAsync(message.Id, Now + Duration.FromSeconds(2), e.GetType().Name, giveUp: false, cancellationToken).ConfigureAwait(false);
            return false;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            var giveUp = message.Attempts + 1 >= options.MaxAttempts;
            await store.PostponeAsync(message.Id, Now + Backoff.After(message.Attempts), $"{e.GetType().Name}: {e.Message}", giveUp, cancellationToken).ConfigureAwait(false);
            return false;
        }
    }

    private async Task<bool> TellAsync(PendingMessage message, CancellationToken cancellationToken)
    {
        var envelope = OutgoingCommand.Read(message.Id, message.Payload, shells.Catalog);
        switch (await runtime.DeliverAsync(new Delivery(envelope, message.Id), cancellationToken).ConfigureAwait(false))
        {
            case CommandResult.Done { Repeated: true }:
                await store.CompleteAsync(message.Id, cancellationToken).ConfigureAwait(false);
                break;
            case CommandResult.Refused refused:
                await WatchAllTheSameAsync(message, envelope, cancellationToken).ConfigureAwait(false);
                await RefusedAsync(message, envelope, refused.Refusal, cancellationToken).ConfigureAwait(false);
                break;
        }

        return true;
    }

    /// <summary>What the sender waits for does not depend on whether its command was welcome.</summary>
    private async Task WatchAllTheSameAsync(PendingMessage message, Envelope envelope, CancellationToken cancellationToken)
    {
        if (envelope.Watches.IsDefaultOrEmpty || envelope.Origin.Sender is not { } sender)
        {
            return;
        }

        var watch = new WatchFacts(sender, envelope.Watches);
        await runtime.SendAsync(new Envelope(DerivedId.From(message.Id, "watch"), envelope.Target, watch, Origin.System), cancellationToken).ConfigureAwait(false);
    }

    private async Task RefusedAsync(PendingMessage message, Envelope envelope, Refusal refusal, CancellationToken cancellationToken)
    {
        var contract = shells.Catalog.Of(envelope.Command).Name;
        if (contract.StartsWith("kernel.", StringComparison.Ordinal))
        {
            await store.CompleteAsync(message.Id, cancellationToken).ConfigureAwait(false);
            return;
        }

        var source = ActorId.Parse(message.Source);
        if (!shells.Knows(source.Kind) || !shells[source.Kind].Type.HearsRefusals)
        {
            await store.PostponeAsync(message.Id, Now, $"{refusal.Code}: {refusal.Message}", giveUp: true, cancellationToken).ConfigureAwait(false);
            return;
        }

        var key = JsonNode.Parse(message.Payload)!["key"]!.GetValue<string>();
        var told = new TellRefused(envelope.Target, key, contract, refusal.Code, refusal.Message, envelope.Origin.Cause?.Activity);
        await runtime.SendAsync(new Envelope(DerivedId.From(message.Id, "refused"), source, told, Origin.System), cancellationToken).ConfigureAwait(false);
        await store.CompleteAsync(message.Id, cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> HandleOnceAsync(PendingMessage message, CancellationToken cancellationToken)
    {
        if (!leaving.TryAdd(message.Id, 0))
        {
            return false;
        }

        try
        {
            return await HandleAsync(message, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            leaving.TryRemove(message.Id, out _);
        }
    }

    private async Task<bool> HandleAsync(PendingMessage message, CancellationToken cancellationToken)
    {
        if (!handlers.Value.TryGetValue(message.Target, out var handler))
        {
            await store.PostponeAsync(message.Id, Now, $"Nothing here carries {message.Target}.", giveUp: true, cancellationToken).ConfigureAwait(false);
            return false;
        }

        if (await handler.DeliverAsync(message, cancellationToken).ConfigureAwait(false))
        {
            await store.CompleteAsync(message.Id, cancellationToken).ConfigureAwait(false);
            return true;
        }

        await store.PostponeAsync(message.Id, Now + NotNow, "Not now.", giveUp: false, cancellationToken).ConfigureAwait(false);
        return false;
    }

    private async Task<bool> MatchAsync(PendingMessage message, CancellationToken cancellationToken)
    {
        await events.MatchAsync(message, cancellationToken).ConfigureAwait(false);
        await store.CompleteAsync(message.Id, cancellationToken).ConfigureAwait(false);
        return true;
    }
}
