using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using StartupOrchestrator.Correspondence.Calendar;
using StartupOrchestrator.Correspondence.Mail;
using StartupOrchestrator.Correspondence.Templates;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Effects;
using StartupOrchestrator.Domain.Persistence;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Relays;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Correspondence.Delivery;

/// <summary>Carries <see cref="SendInvitation"/> effects: one mail with the calendar entry to each person invited.</summary>
public sealed class InvitationHandler(
    IActorRuntime runtime, ContractCatalog catalog, MailOptions options, PlaceReader places, RecipientReader people, MailPost post, TimeProvider time) : IEffectHandler
{
    /// <inheritdoc/>
    public string Target => OutboxTargets.Calendar;

    /// <inheritdoc/>
    public async Task<bool> DeliverAsync(PendingMessage message, CancellationToken cancellationToken)
    {
        var effect = JsonSerializer.Deserialize<SendInvitation>(message.Payload, catalog.Options) ?? throw new NoRecipientException("The invitation's row is empty.");
        var settings = await SenderSettings.ReadAsync(runtime, options, cancellationToken).ConfigureAwait(false);
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var scope = MailHandler.ScopeOf(effect.Data);
        var place = await places.ReadAsync(scope, cancellationToken).ConfigureAwait(false);
        var invited = await InvitedAsync(effect.Data, scope, settings, cancellationToken).ConfigureAwait(false);
        var left = true;
        foreach (var recipient in invited)
        {
            var (content, ics) = Write(effect, place, recipient, invited, settings, now);
            var thread = new ActorId(ActorKind.Process, effect.Uid);
            left &= await post.SendAsync($"{message.Id}.{recipient.Key}", content, recipient, settings, new MailSubject((bool?)effect.Data["cancelled"] is true ? "cancellation" : "invitation", thread, scope), now, ics, cancellationToken).ConfigureAwait(false);
        }

        return left;
    }

    private async Task<List<Recipient>> InvitedAsync(JsonObject data, Domain.Actors.Shared.Scope scope, SenderSettings settings, CancellationToken cancellationToken)
    {
        var keys = (data["attendees"] as JsonArray ?? []).Select(a => (string?)a).OfType<string>().Select(a => a[(a.IndexOf('/', StringComparison.Ordinal) + 1)..]).ToList();
        foreach (var role in (data["roles"] as JsonArray ?? []).Select(r => (string?)r).OfType<string>())
        {
            if (await places.HolderAsync(scope, role, cancellationToken).ConfigureAwait(false) is { } person)
            {
                keys.Add(person);
            }
        }

        if (keys.Count == 0)
        {
            throw new NoRecipientException("Nobody holds a role that is invited to the visit. Name somebody; the invitation then leaves by itself.");
        }

        var invited = new List<Recipient>();
        foreach (var key in keys.Distinct(StringComparer.Ordinal))
        {
            invited.Add(await people.ReadAsync(key, settings, cancellationToken).ConfigureAwait(false));
        }

        return invited;
    }

    private static (MailContent Content, CalendarPart Ics) Write(SendInvitation effect, Place place, Recipient recipient, List<Recipient> invited, SenderSettings settings, Instant now)
    {
        var words = recipient.Words;
        var data = effect.Data;
        var key = $"visit.{(string?)data["visit"]}";
        var visit = words.Keys.Contains(key) ? words[key] : (string?)data["title"] ?? words["visit.other"];
        var organizer = Mailbox.Create(settings.Name ?? words["mail.team"], settings.From);
        var start = LocalDateTimePattern.ExtendedIso.Parse((string?)data["start"] ?? "").GetValueOrThrow();
        var end = LocalDateTimePattern.ExtendedIso.Parse((string?)data["end"] ?? "").GetValueOrThrow();
        var summary = string.Join(", ", new[] { place.Study, place.SiteCode }.Where(p => !string.IsNullOrEmpty(p))) + $": {visit}";
        var invitation = new Invitation($"{effect.Uid}@{organizer.Domain}", effect.Sequence, now, start, end, RecipientReader.ZoneOf((string?)data["zone"]), summary, organizer)
        {
            Location = words.Keys.Contains($"place.{(string?)data["place"]}") ? words[$"place.{(string?)data["place"]}"] : (string?)data["place"] ?? "",
            Description = (string?)data["title"] ?? "",
            Attendees = [.. invited.Select(i => i.Mailbox)],
            Cancelled = (bool?)data["cancelled"] ?? false,
        };
        var frame = new MailFrame(words, recipient.Mailbox.Name, place.Study, place.Site, new MailSender(settings.Name ?? words["mail.team"]), now.InZone(recipient.Zone).LocalDateTime);
        frame = place.SiteCode is { } code ? frame with { SiteCode = code } : frame;
        return (VisitMails.Visit(frame, invitation, visit), new CalendarPart(IcsWriter.Method(invitation), IcsWriter.Write(invitation)));
    }
}
