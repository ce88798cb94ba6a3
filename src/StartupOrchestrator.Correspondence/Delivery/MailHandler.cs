using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Correspondence.Mail;
using StartupOrchestrator.Correspondence.Templates;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Effects;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Persistence;
using StartupOrchestrator.Domain.Tasks;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Relays;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Correspondence.Delivery;

/// <summary>Carries <see cref="SendMail"/> effects: reads what the mail is about when it leaves, writes it and hands it over.</summary>
public sealed class MailHandler(
    IActorRuntime runtime, ContractCatalog catalog, MailOptions options, PlaceReader places, RecipientReader people, TaskMailWriter tasks, PlanMails planMails, MailPost post, TimeProvider time) : IEffectHandler
{
    /// <inheritdoc/>
    public string Target => OutboxTargets.Mail;

    /// <inheritdoc/>
    public async Task<bool> DeliverAsync(PendingMessage message, CancellationToken cancellationToken)
    {
        var mail = JsonSerializer.Deserialize<SendMail>(message.Payload, catalog.Options) ?? throw new NoRecipientException("The mail's row is empty.");
        var settings = await SenderSettings.ReadAsync(runtime, options, cancellationToken).ConfigureAwait(false);
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        if (mail.Template == PlanMails.Template)
        {
            return await planMails.DeliverAsync(message.Id, mail, settings, now, cancellationToken).ConfigureAwait(false);
        }

        var recipient = await RecipientAsync(mail, settings, cancellationToken).ConfigureAwait(false);
        if (Waits(mail, recipient, settings, now))
        {
            return false;
        }

        var thread = ActorId.TryParse((string?)mail.Data["task"], out var task) ? task : mail.To;
        var content = TaskMailWriter.Knows(mail.Template)
            ? await tasks.WriteAsync(mail, recipient, settings, now, cancellationToken).ConfigureAwait(false)
            : await LetterAsync(mail, recipient, settings, now, cancellationToken).ConfigureAwait(false);
        return content is null || await post.SendAsync(message.Id, content, recipient, settings, new MailSubject(mail.Template, thread, await PlaceOfAsync(thread, mail, cancellationToken).ConfigureAwait(false)), now, null, cancellationToken).ConfigureAwait(false);
    }

    // What somebody has just caused by their own act comes at once; what we want from them waits for the morning.
    private bool Waits(SendMail mail, Recipient recipient, SenderSettings settings, Instant now) =>
        options.Nature != DatabaseNature.Rehearsal && mail.Template is "task-assigned" or "task-reminder" or "task-packet"
        && settings.IsQuiet(now.InZone(recipient.Zone).TimeOfDay);

    private async Task<Recipient> RecipientAsync(SendMail mail, SenderSettings settings, CancellationToken cancellationToken)
    {
        if (mail.To.Kind == ActorKind.Person)
        {
            return await people.ReadAsync(mail.To.Key, settings, cancellationToken).ConfigureAwait(false);
        }

        var role = (string?)mail.Data["role"] ?? throw new NoRecipientException($"The mail {mail.Template} names neither a person nor a role.");
        var person = await places.HolderAsync(ScopeOf(mail.Data), role, cancellationToken).ConfigureAwait(false)
            ?? throw new NoRecipientException($"Nobody holds the role {role} at {mail.To}. Name somebody; the mail then leaves by itself.");
        return await people.ReadAsync(person, settings, cancellationToken).ConfigureAwait(false);
    }

    private async Task<MailContent> LetterAsync(SendMail mail, Recipient recipient, SenderSettings settings, Instant now, CancellationToken cancellationToken)
    {
        var scope = ScopeOf(mail.Data);
        var place = await places.ReadAsync(scope, cancellationToken).ConfigureAwait(false);
        var writer = await people.NameAsync(await places.WriterAsync(scope, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        var sent = now.InZone(recipient.Zone).LocalDateTime;
        var frame = new MailFrame(recipient.Words, recipient.Mailbox.Name, place.Study, place.Site, new MailSender(writer ?? settings.Name ?? recipient.Words["mail.team"]), sent);
        frame = place.SiteCode is { } code ? frame with { SiteCode = code } : frame;
        return mail.Template switch
        {
            "selection-letter" => SiteLetters.Selection(frame),
            "decline-letter" => SiteLetters.Decline(frame),
            "activation-letter" => SiteLetters.Activation(frame, place.Activated ?? sent.Date),
            "note" => SiteLetters.Note(frame, (string?)mail.Data["title"] ?? "", (string?)mail.Data["text"] ?? ""),
            _ => throw new NoRecipientException($"There is no mail template '{mail.Template}'."),
        };
    }

    private async Task<Scope> PlaceOfAsync(ActorId about, SendMail mail, CancellationToken cancellationToken) =>
        about.Kind == ActorKind.Task && await runtime.ReadAsync(about, cancellationToken).ConfigureAwait(false) is { State: TaskState { Given.Scope: { } scope } } ? scope : ScopeOf(mail.Data);

    /// <summary>The scope as plans write it.</summary>
    internal static Scope ScopeOf(JsonObject data) => new((string?)data["sponsor"], (string?)data["study"], (string?)data["country"], (string?)data["site"]);
}
