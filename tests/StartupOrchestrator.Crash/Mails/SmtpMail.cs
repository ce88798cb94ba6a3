using System.Globalization;
using NodaTime;
using StartupOrchestrator.Correspondence.Mail;
using StartupOrchestrator.Correspondence.Mail.Smtp;
using StartupOrchestrator.Domain.Actors.Effects;
using StartupOrchestrator.Runtime.Relays;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Crash.Mails;

/// <summary>Sends each mail of the workload to a mail server, under a Message-ID made of its own.</summary>
internal sealed class SmtpMail : IEffectHandler
{
    /// <summary>How a workload's argument names a mail server: this and its port on the loopback address.</summary>
    public const string Scheme = "smtp:";

    private static readonly Mailbox Everybody = Mailbox.Create("Crash", "crash@fault.example");
    private readonly SmtpTransport transport;

    public SmtpMail(string mails) => transport = new SmtpTransport(
        new SmtpOptions { Host = "127.0.0.1", Port = int.Parse(mails[Scheme.Length..], CultureInfo.InvariantCulture), Security = SmtpSecurity.None }, TimeProvider.System);

    public string Target => OutboxTargets.Mail;

    public async Task<bool> DeliverAsync(PendingMessage message, CancellationToken cancellationToken)
    {
        var mail = new MailMessage($"{message.Id}@fault.example", Everybody, Everybody, "Crash", "Text", "<p>Text</p>", Instant.FromUtc(2026, 3, 12, 8, 0));
        return await transport.SendAsync(mail, cancellationToken) is MailOutcome.Sent;
    }

    /// <summary>The message's id, from what the server kept.</summary>
    public static string IdOf(string mail)
    {
        const string Header = "Message-ID: <";
        var from = mail.IndexOf(Header, StringComparison.OrdinalIgnoreCase) + Header.Length;
        return mail[from..mail.IndexOf('@', from)];
    }
}
