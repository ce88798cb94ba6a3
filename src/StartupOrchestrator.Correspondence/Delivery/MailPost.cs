using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using NodaTime;
using StartupOrchestrator.Correspondence.Mail;
using StartupOrchestrator.Correspondence.Templates;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Letters;
using StartupOrchestrator.Domain.People;
using StartupOrchestrator.Runtime;

namespace StartupOrchestrator.Correspondence.Delivery;

/// <summary>Dresses a mail, hands it over, and records what became of it.</summary>
public sealed class MailPost(IMailTransport transport, MailRenderer renderer, IActorRuntime runtime, MailOptions options, ILogger<MailPost> log)
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "StartupOrchestrator.Mail";

    private static readonly Meter Meter = new(MeterName);
    private static readonly Counter<long> Mails = Meter.CreateCounter<long>("startup.mails", "{mail}", "Mails handed over, by outcome");

    /// <summary>Sends.</summary>
    /// <param name="id">Stable key of the mail.</param>
    /// <param name="content">What it says.</param>
    /// <param name="recipient">To whom.</param>
    /// <param name="settings">From whom.</param>
    /// <param name="about">Template, record and place: mails about the same record form a conversation.</param>
    /// <param name="now">Now (UTC).</param>
    /// <param name="calendar">A calendar entry.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>False: not now, ask again.</returns>
    public async Task<bool> SendAsync(
        string id, MailContent content, Recipient recipient, SenderSettings settings, MailSubject about, Instant now, CalendarPart? calendar, CancellationToken cancellationToken)
    {
        var rendered = await renderer.RenderAsync(content, options.Nature, settings.InstanceName).ConfigureAwait(false);
        var from = Mailbox.Create(SenderName(content, settings), settings.From);
        var message = new MailMessage(MessageIds.Of(id, from.Domain), from, recipient.Mailbox, rendered.Subject, rendered.Text, rendered.Html, now)
        {
            ReplyTo = settings.ReplyTo,
            Thread = MessageIds.Thread(about.Thread, from.Domain),
            Language = content.Language.Tag,
            Calendar = calendar,
        };
        try
        {
            return await RecordAsync(id, recipient, about, now, await transport.SendAsync(message, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        }
        catch (MailDelayedException e)
        {
            Mails.Add(1, new KeyValuePair<string, object?>("outcome", "Delayed"));
            log.LogWarning("Mail {Id} waits: {Reason}", id, e.Message);
            return false;
        }
    }

    private static string SenderName(MailContent content, SenderSettings settings)
    {
        var study = content.Facts.FirstOrDefault(f => f.Label == content.Language["mail.study"])?.Value;
        return string.IsNullOrEmpty(study) ? settings.Name ?? content.Sender.Name
            : content.Sender.Name == content.Language["mail.team"] ? content.Language.Text("mail.from-team", ("study", study))
            : content.Language.Text("mail.from-name", ("name", content.Sender.Name), ("study", study));
    }

    private async Task<bool> RecordAsync(string id, Recipient recipient, MailSubject about, Instant now, MailOutcome outcome, CancellationToken cancellationToken)
    {
        Mails.Add(1, new KeyValuePair<string, object?>("outcome", outcome.GetType().Name));
        string? code = null;
        switch (outcome)
        {
            case MailOutcome.Refused when recipient.Key.Length == 0:
                throw new NoRecipientException("The mail server refused the address for good.");
            case MailOutcome.Refused refused:
                log.LogWarning("Mail {Id} to person/{Person} was refused for good.", id, recipient.Key);
                code = refused.Reason.Split(' ')[0] is { Length: 3 } three ? three : "refused";
                var bounced = new Envelope(DerivedId.From("mail-refused", id, recipient.Key), new ActorId(ActorKind.Person, recipient.Key), new SetMailBounced(true, code), Origin.System);
                await runtime.SendAsync(bounced, cancellationToken).ConfigureAwait(false);
                break;
            case MailOutcome.Withheld withheld:
                log.LogInformation("Mail {Id} was withheld: {Reason}", id, withheld.Reason);
                break;
            case MailOutcome.Sent sent:
                log.LogInformation("Mail {Id} has left: {Detail}", id, sent.Detail);
                break;
        }

        var became = outcome switch { MailOutcome.Sent => LetterOutcome.Sent, MailOutcome.Withheld => LetterOutcome.Withheld, _ => LetterOutcome.Refused };
        var letter = new RecordLetter(about.Scope, about.Template, recipient.Key, about.Thread.Kind == ActorKind.Task ? about.Thread : null, became, now, code);
        var kept = new ActorId(ActorKind.Letter, DerivedId.From("letter", id));
        await runtime.SendAsync(new Envelope(DerivedId.From("letter", id, $"{now:uuuu-MM-ddTHH:mm:ss.fffffff}"), kept, letter, Origin.System), cancellationToken).ConfigureAwait(false);
        return true;
    }
}

/// <summary>What a mail is about.</summary>
/// <param name="Template">Template, for example <c>task-reminder</c>.</param>
/// <param name="Thread">The record: mails about the same form a conversation.</param>
/// <param name="Scope">Its place.</param>
public sealed record MailSubject(string Template, ActorId Thread, Scope Scope);
