using global::MailKit.Net.Smtp;
using global::MailKit.Security;
using global::MimeKit;
using StartupOrchestrator.Correspondence.Mail;
using StartupOrchestrator.Correspondence.Mail.Mime;
using StartupOrchestrator.Correspondence.Mail.Smtp;

namespace StartupOrchestrator.MailKit;

/// <summary>Hands mails to a mail server by MailKit, which knows more ways of signing in than our own client. The bytes are ours.</summary>
/// <param name="options">Which server.</param>
public sealed class MailKitTransport(SmtpOptions options) : IMailTransport
{
    /// <inheritdoc/>
    public string Name => "SMTP by MailKit";

    /// <inheritdoc/>
    public async Task<MailOutcome> SendAsync(MailMessage message, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream(MimeWriter.Write(message));
        using var mime = await MimeMessage.LoadAsync(content, cancellationToken);
        using var client = new SmtpClient { Timeout = (int)options.Timeout.TotalMilliseconds, LocalDomain = options.ClientName };
        try
        {
            await client.ConnectAsync(options.Host, options.Port, Security(), cancellationToken);
            if (options.User is { } user)
            {
                await client.AuthenticateAsync(user, options.Password, cancellationToken);
            }

            var said = await client.SendAsync(mime, cancellationToken);
            await client.DisconnectAsync(true, cancellationToken);
            return new MailOutcome.Sent(OneLine.Of(said, 300));
        }
        catch (SmtpCommandException e) when (e.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted && (int)e.StatusCode >= 500)
        {
            return new MailOutcome.Refused(OneLine.Of($"{(int)e.StatusCode} {e.Message}", 300));
        }
        catch (Exception e) when (e is SmtpCommandException or SmtpProtocolException or AuthenticationException or IOException or System.Net.Sockets.SocketException)
        {
            throw new MailDelayedException($"The mail server {options.Host}:{options.Port} could not be used: {e.Message}", e);
        }
    }

    private SecureSocketOptions Security() => options.Security switch
    {
        SmtpSecurity.None => SecureSocketOptions.None,
        SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
        SmtpSecurity.Implicit => SecureSocketOptions.SslOnConnect,
    };
}
