using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Correspondence.Mail;
using StartupOrchestrator.Correspondence.Templates;
using StartupOrchestrator.Correspondence.Words;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Effects;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Plans;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Correspondence.Delivery;

/// <summary>
/// Mails whose words a workflow wrote (<c>Elsa.SendEmail</c>): to a person, to whoever holds a role, or to an address that the
/// installation allows. The workflow is told what became of it when it waits for that.
/// </summary>
public sealed class PlanMails(IActorRuntime runtime, MailOptions options, PlaceReader places, RecipientReader people, MailPost post, IPersonalValues personal)
{
    /// <summary>Template name of these mails.</summary>
    public const string Template = "plan-mail";

    /// <summary>Delivers one.</summary>
    /// <exception cref="NoRecipientException">It cannot be delivered, and the workflow does not wait to hear that.</exception>
    internal async Task<bool> DeliverAsync(string id, SendMail mail, SenderSettings settings, Instant now, CancellationToken cancellationToken)
    {
        try
        {
            mail = await OpenAsync(mail, cancellationToken).ConfigureAwait(false);
            var recipient = await RecipientAsync(mail, settings, cancellationToken).ConfigureAwait(false);
            var scope = MailHandler.ScopeOf(mail.Data);
            var place = await places.ReadAsync(scope, cancellationToken).ConfigureAwait(false);
            var frame = new MailFrame(recipient.Words, recipient.Mailbox.Name, place.Study, place.Site, new MailSender(settings.Name ?? recipient.Words["mail.team"]), now.InZone(recipient.Zone).LocalDateTime);
            frame = place.SiteCode is { } code ? frame with { SiteCode = code } : frame;
            var content = SiteLetters.Note(frame, (string?)mail.Data["title"] ?? "", PlainText.Of((string?)mail.Data["text"] ?? "")) with { Subject = (string?)mail.Data["title"] ?? "" };
            if (!await post.SendAsync(id, content, recipient, settings, new MailSubject(Template, mail.To, scope), now, null, cancellationToken).ConfigureAwait(false))
            {
                return false;
            }

            await AnswerAsync(id, mail, null, cancellationToken).ConfigureAwait(false);
        }
        catch (NoRecipientException e) when (mail.Data["bookmark"] is not null)
        {
            await AnswerAsync(id, mail, e.Message, cancellationToken).ConfigureAwait(false);
        }

        return true;
    }

    /// <summary>The mail with its personal values in place of the references that its row holds.</summary>
    /// <exception cref="NoRecipientException">One was erased: the mail never leaves.</exception>
    private async Task<SendMail> OpenAsync(SendMail mail, CancellationToken cancellationToken)
    {
        var references = mail.Data.Where(m => m.Value is JsonObject o && o["id"] is not null && o["hash"] is not null).ToDictionary(m => m.Key, m => (string)m.Value!["id"]!);
        if (references.Count == 0)
        {
            return mail;
        }

        var values = await personal.ReadAsync([.. references.Values], cancellationToken).ConfigureAwait(false);
        var data = (JsonObject)mail.Data.DeepClone();
        foreach (var (member, id) in references)
        {
            data[member] = values.GetValueOrDefault(id) ?? throw new NoRecipientException("What the mail says, or to whom, was erased; it does not leave.");
        }

        return mail with { Data = data };
    }

    private async Task<Recipient> RecipientAsync(SendMail mail, SenderSettings settings, CancellationToken cancellationToken)
    {
        if (mail.To.Kind == ActorKind.Person)
        {
            return await people.ReadAsync(mail.To.Key, settings, cancellationToken).ConfigureAwait(false);
        }

        if ((string?)mail.Data["address"] is { } address)
        {
            return IsAllowed(address) && Mailbox.TryCreate(null, address, out var mailbox)
                ? new Recipient("", mailbox, Language.For(settings.Language), RecipientReader.ZoneOf(settings.TimeZone))
                : throw new NoRecipientException("Workflows may write to addresses of Mail:WorkflowRecipients only, else to persons and roles. Ask whoever runs the installation.");
        }

        var role = (string?)mail.Data["role"] ?? throw new NoRecipientException("The mail names neither a person, a role nor an address.");
        var person = await places.HolderAsync(MailHandler.ScopeOf(mail.Data), role, cancellationToken).ConfigureAwait(false)
            ?? throw new NoRecipientException($"Nobody holds the role {role} there. Name somebody; the mail then leaves by itself.");
        return await people.ReadAsync(person, settings, cancellationToken).ConfigureAwait(false);
    }

    private bool IsAllowed(string address) =>
        options.WorkflowRecipients.Any(a => string.Equals(a, address, StringComparison.OrdinalIgnoreCase)
            || (!a.Contains('@', StringComparison.Ordinal) && address.EndsWith("@" + a, StringComparison.OrdinalIgnoreCase)));

    private async Task AnswerAsync(string id, SendMail mail, string? failure, CancellationToken cancellationToken)
    {
        if ((string?)mail.Data["bookmark"] is not { } bookmark || !ActorId.TryParse((string?)mail.Data["plan"], out var plan))
        {
            return;
        }

        JsonObject answer = failure is null ? [] : new() { ["failure"] = failure };
        await runtime.SendAsync(new Envelope(DerivedId.From("mail-answer", id), plan, new ResumePlan(bookmark, answer), Origin.System), cancellationToken).ConfigureAwait(false);
    }
}
