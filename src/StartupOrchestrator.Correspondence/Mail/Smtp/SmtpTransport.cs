using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Text;
using StartupOrchestrator.Correspondence.Mail.Mime;

namespace StartupOrchestrator.Correspondence.Mail.Smtp;

/// <summary>
/// Hands mails to a mail server, one session a message. Our own client, because the framework's writes its own
/// parts and boundaries: here the bytes on the wire are the bytes that the pickup folder shows.
/// </summary>
/// <param name="options">Which server.</param>
/// <param name="time">Clock of the time limit.</param>
public sealed class SmtpTransport(SmtpOptions options, TimeProvider time) : IMailTransport
{
    /// <inheritdoc/>
    public string Name => "SMTP";

    /// <inheritdoc/>
    public async Task<MailOutcome> SendAsync(MailMessage message, CancellationToken cancellationToken)
    {
        var content = MimeWriter.Write(message);
        using var limit = new CancellationTokenSource(options.Timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            await using var connection = await SmtpConnection.OpenAsync(options.Host, options.Port, both.Token);
            await GreetAsync(connection, both.Token);
            return await DeliverAsync(connection, message, content, both.Token);
        }
        catch (OperationCanceledException e) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new MailDelayedException($"The mail server {options.Host} did not answer within {options.Timeout.TotalSeconds:0} seconds.", e);
        }
        catch (Exception e) when (e is IOException or SocketException or AuthenticationException or CryptographicException)
        {
            throw new MailDelayedException($"The mail server {options.Host}:{options.Port} could not be used: {e.Message}", e);
        }
    }

    private async Task GreetAsync(SmtpConnection connection, CancellationToken cancellationToken)
    {
        if (options.Security == SmtpSecurity.Implicit)
        {
            await connection.SecureAsync(options.Host, options.AuthorityFile, cancellationToken);
        }

        Expect(await connection.ReplyAsync(cancellationToken), "greeting");
        var hello = await HelloAsync(connection, cancellationToken);
        if (options.Security == SmtpSecurity.StartTls)
        {
            if (!hello.Lines.Any(l => l.Trim().Equals("STARTTLS", StringComparison.OrdinalIgnoreCase)))
            {
                throw new MailDelayedException($"The mail server {options.Host} does not offer STARTTLS. Ask its administrator, or set security to None for a server on this machine.");
            }

            Expect(await connection.CommandAsync("STARTTLS", cancellationToken), "STARTTLS");
            await connection.SecureAsync(options.Host, options.AuthorityFile, cancellationToken);
            await HelloAsync(connection, cancellationToken);
        }

        if (options.User is { } user)
        {
            await SignInAsync(connection, user, cancellationToken);
        }
    }

    private async Task<SmtpReply> HelloAsync(SmtpConnection connection, CancellationToken cancellationToken) =>
        Expect(await connection.CommandAsync($"EHLO {options.ClientName}", cancellationToken), "EHLO");

    private async Task SignInAsync(SmtpConnection connection, string user, CancellationToken cancellationToken)
    {
        if (options.Security == SmtpSecurity.None)
        {
            throw new MailDelayedException("A mail account's password is never sent in clear text: set security to StartTls or Implicit.");
        }

        var secret = Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{user}\0{options.Password}"));
        Expect(await connection.CommandAsync($"AUTH PLAIN {secret}", cancellationToken), "sign-in");
    }

    private async Task<MailOutcome> DeliverAsync(SmtpConnection connection, MailMessage message, byte[] content, CancellationToken cancellationToken)
    {
        Expect(await connection.CommandAsync($"MAIL FROM:<{message.From.Address}>", cancellationToken), "sender");
        var receiver = await connection.CommandAsync($"RCPT TO:<{message.To.Address}>", cancellationToken);
        if (receiver.Permanent)
        {
            await LeaveAsync(connection, cancellationToken);
            return new MailOutcome.Refused(receiver.Shown);
        }

        Expect(receiver, "receiver");
        var ready = await connection.CommandAsync("DATA", cancellationToken);
        if (ready.Code != 354)
        {
            throw Delayed(ready, "DATA");
        }

        var taken = await connection.DataAsync(content, cancellationToken);
        if (taken.Permanent)
        {
            await LeaveAsync(connection, cancellationToken);
            return new MailOutcome.Refused(taken.Shown);
        }

        Expect(taken, "message");
        await LeaveAsync(connection, cancellationToken);
        return new MailOutcome.Sent(taken.Shown);
    }

    // The message's fate is decided; a server that hangs up without a word changes nothing.
    private static async Task LeaveAsync(SmtpConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            await connection.CommandAsync("QUIT", cancellationToken);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
        }
    }

    private SmtpReply Expect(SmtpReply reply, string step) => reply.Positive ? reply : throw Delayed(reply, step);

    private MailDelayedException Delayed(SmtpReply reply, string step) => new($"The mail server {options.Host} refused the {step}: {reply.Shown}");
}
