using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Effects;
using StartupOrchestrator.Domain.Persistence;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Runtime.Hosting;

/// <summary>Turns the effects of one decision into rows of its commit. Later effects win over earlier ones of the same key.</summary>
internal sealed class EffectRows(ActorId self, Envelope cause, long version, Instant now, Duration handOver, ContractCatalog catalog)
{
    private readonly Dictionary<string, OutboxRow> outbox = [];
    private readonly Dictionary<string, TimerRow?> timers = [];
    private readonly Dictionary<string, EventBookmark?> bookmarks = [];
    private readonly List<PublishedEvent> published = [];
    private readonly List<SealedValue> personal = [];
    private int ordinal;

    public void Add(IEnumerable<Effect> effects)
    {
        foreach (var effect in effects)
        {
            Add(effect);
        }
    }

    public StepCommit Put(StepCommit step) => step with
    {
        Outbox = [.. outbox.Values],
        Timers = [.. timers.Values.OfType<TimerRow>()],
        ClearedTimers = [.. timers.Where(t => t.Value is null).Select(t => t.Key)],
        Bookmarks = [.. bookmarks.Values.OfType<EventBookmark>()],
        ClearedBookmarks = [.. bookmarks.Where(b => b.Value is null).Select(b => b.Key)],
        Published = [.. published],
        Personal = [.. step.Personal, .. personal],
    };

    /// <summary>A timer that fired is gone unless the decision sets it again.</summary>
    public void Fired(string timer) => timers.TryAdd(timer, null);

    private void Add(Effect effect)
    {
        switch (effect)
        {
            case Tell tell:
                var commandId = DerivedId.From(self.ToString(), cause.CommandId, "tell", tell.Key);
                Send(commandId, tell.Target.ToString(), OutgoingCommand.Write(tell, Origin(tell.Cause), catalog), handOver);
                break;
            case SetTimer timer:
                timers[timer.Key] = new TimerRow(timer.Key, version, timer.Due, catalog.Write(timer.Command).ToJsonString(catalog.Options));
                break;
            case ClearTimer timer:
                timers[timer.Key] = null;
                break;
            case SendMail mail:
                var (letter, values) = SealedMail.Of(self, mail);
                personal.AddRange(values);
                Send(DerivedId.From(self.ToString(), "mail", mail.Key), OutboxTargets.Mail, JsonSerializer.Serialize(letter, catalog.Options), Duration.Zero);
                break;
            case SendInvitation invitation:
                var id = DerivedId.From(self.ToString(), "calendar", invitation.Uid, $"{invitation.Sequence}");
                Send(id, OutboxTargets.Calendar, JsonSerializer.Serialize(invitation, catalog.Options), Duration.Zero);
                break;
            case CallOut call:
                Send(DerivedId.From(self.ToString(), "http", call.Key), OutboxTargets.Http, JsonSerializer.Serialize(call, catalog.Options), Duration.Zero);
                break;
            case PublishEvent e:
                var eventId = DerivedId.From(self.ToString(), cause.CommandId, "event", e.Key);
                published.Add(new PublishedEvent(eventId, e.Name, e.Correlation, e.Payload?.ToJsonString(catalog.Options), now));
                Send(eventId, OutboxTargets.Events, new JsonObject { ["event"] = eventId }.ToJsonString(), Duration.Zero);
                break;
            case AwaitEvent wait:
                bookmarks[wait.Bookmark] = new EventBookmark(wait.Bookmark, wait.Name, wait.Correlation) { Since = now };
                Send(DerivedId.From(self.ToString(), cause.CommandId, "bookmark", wait.Bookmark), OutboxTargets.Events, new JsonObject { ["bookmark"] = wait.Bookmark }.ToJsonString(), Duration.Zero);
                break;
            case ForgetEvent forget:
                bookmarks[forget.Bookmark] = null;
                break;
            default:
                throw new InvalidOperationException($"The kernel does not know the effect {effect.GetType().Name}.");
        }
    }

    private void Send(string id, string target, string payload, Duration wait) =>
        outbox[id] = new OutboxRow(id, target, (version * 100_000) + ordinal++, payload) { Due = now + wait };

    /// <summary>A plan acts as the product; what a person set off directly stays theirs, without their reason and date.</summary>
    private Origin Origin(Cause? named)
    {
        var plan = named ?? cause.Origin.Cause;
        return plan is null
            ? new Origin(cause.Origin.By) { OnBehalfOf = cause.Origin.OnBehalfOf, Sender = self }
            : Domain.Actors.Origin.System with { Cause = plan, Sender = self };
    }
}
