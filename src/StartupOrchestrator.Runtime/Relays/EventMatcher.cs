using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Facts;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Runtime.Relays;

/// <summary>
/// Brings published events to those who wait. Both the event and the wait are committed before either looks for the
/// other, so one of the two looks sees the pair; the pair is the key of the delivery, so two looks deliver once.
/// </summary>
public sealed class EventMatcher(IActorRuntime runtime, IDeliveryStore store)
{
    /// <summary>Matches the event or the bookmark that a row names.</summary>
    public async Task MatchAsync(PendingMessage message, CancellationToken cancellationToken)
    {
        var named = JsonNode.Parse(message.Payload)!;
        if (named["event"]?.GetValue<string>() is { } eventId)
        {
            if (await store.FindEventAsync(eventId, cancellationToken).ConfigureAwait(false) is { } published)
            {
                foreach (var waiter in await store.WaitersAsync(published, cancellationToken).ConfigureAwait(false))
                {
                    await ArriveAsync(waiter.Stream, waiter.Bookmark, published, cancellationToken).ConfigureAwait(false);
                }
            }
        }
        else if (named["bookmark"]?.GetValue<string>() is { } name
            && await store.FindBookmarkAsync(message.Source, name, cancellationToken).ConfigureAwait(false) is { } bookmark)
        {
            foreach (var published in await store.PublishedForAsync(bookmark, cancellationToken).ConfigureAwait(false))
            {
                await ArriveAsync(message.Source, name, published, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private Task<CommandResult> ArriveAsync(string stream, string bookmark, PublishedEvent published, CancellationToken cancellationToken)
    {
        var payload = published.Payload is null ? null : JsonNode.Parse(published.Payload);
        var arrived = new EventArrived(bookmark, published.Name, payload);
        var id = DerivedId.From(published.Id, stream, bookmark);
        return runtime.SendAsync(new Envelope(id, ActorId.Parse(stream), arrived, Origin.System), cancellationToken);
    }
}
