using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace StartupOrchestrator.Correspondence.Mail.Mime;

/// <summary>
/// Writes a message as RFC 5322 bytes: ASCII, CRLF, at most 998 characters a line. Every part is quoted-printable or
/// base64, and boundaries contain <c>=_</c>, which neither encoding can produce: content cannot end a part.
/// </summary>
public static class MimeWriter
{
    private static readonly InstantPattern DatePattern = InstantPattern.CreateWithInvariantCulture("ddd, dd MMM uuuu HH:mm:ss '+0000'");

    /// <summary>The whole message.</summary>
    public static byte[] Write(MailMessage message)
    {
        var output = new StringBuilder();
        WriteHeaders(message, output);
        if (message.Attachments.IsEmpty)
        {
            WriteAlternatives(message, output);
        }
        else
        {
            var boundary = Boundary(message, "mixed");
            output.Append("Content-Type: multipart/mixed;\r\n boundary=\"").Append(boundary).Append("\"\r\n\r\n");
            output.Append("--").Append(boundary).Append("\r\n");
            WriteAlternatives(message, output);
            foreach (var attachment in message.Attachments)
            {
                output.Append("--").Append(boundary).Append("\r\n");
                WriteAttachment(attachment, output);
            }

            output.Append("--").Append(boundary).Append("--\r\n");
        }

        return Encoding.ASCII.GetBytes(output.ToString());
    }

    private static void WriteHeaders(MailMessage message, StringBuilder output)
    {
        output.Append(HeaderText.Line("Date", DatePattern.Format(message.Date)));
        output.Append(HeaderText.Line("From", HeaderText.Mailbox(message.From)));
        if (message.ReplyTo is { } replyTo)
        {
            output.Append(HeaderText.Line("Reply-To", HeaderText.Mailbox(replyTo)));
        }

        output.Append(HeaderText.Line("To", HeaderText.Mailbox(message.To)));
        output.Append(HeaderText.Line("Subject", HeaderText.Unstructured(message.Subject)));
        output.Append(HeaderText.Line("Message-ID", Id(message.MessageId)));
        if (message.Thread is { } thread)
        {
            output.Append(HeaderText.Line("In-Reply-To", Id(thread)));
            output.Append(HeaderText.Line("References", Id(thread)));
        }

        // Vacation responders must not answer; nobody is subscribed to anything.
        output.Append(HeaderText.Line("Auto-Submitted", "auto-generated"));
        output.Append(HeaderText.Line("X-Auto-Response-Suppress", "OOF, AutoReply"));
        output.Append(HeaderText.Line("Content-Language", message.Language.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? message.Language : "en"));
        output.Append("MIME-Version: 1.0\r\n");
    }

    private static void WriteAlternatives(MailMessage message, StringBuilder output)
    {
        var boundary = Boundary(message, "alternative");
        output.Append("Content-Type: multipart/alternative;\r\n boundary=\"").Append(boundary).Append("\"\r\n\r\n");
        WriteText(boundary, "text/plain; charset=utf-8", message.Text, output);
        WriteText(boundary, "text/html; charset=utf-8", message.Html, output);
        if (message.Calendar is { } calendar)
        {
            var method = calendar.Method == "CANCEL" ? "CANCEL" : "REQUEST";
            WriteText(boundary, $"text/calendar; charset=utf-8; method={method}", calendar.Content, output);
        }

        output.Append("--").Append(boundary).Append("--\r\n");
    }

    private static void WriteText(string boundary, string type, string text, StringBuilder output) =>
        output.Append("--").Append(boundary).Append("\r\nContent-Type: ").Append(type)
            .Append("\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n").Append(QuotedPrintable.Encode(text));

    private static void WriteAttachment(MailAttachment attachment, StringBuilder output)
    {
        var type = attachment.MediaType.Length <= 100 && attachment.MediaType.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '.' or '+')
            ? attachment.MediaType
            : "application/octet-stream";
        output.Append("Content-Type: ").Append(type).Append("\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment;\r\n ")
            .Append(HeaderText.FileName(attachment.Name)).Append("\r\n\r\n")
            .Append(Convert.ToBase64String(attachment.Content.Span, Base64FormattingOptions.InsertLineBreaks)).Append("\r\n");
    }

    private static string Id(string id) =>
        id.Length <= 300 && id.All(c => c is > ' ' and <= '~' and not ('<' or '>'))
            ? $"<{id}>"
            : throw new FormatException("A Message-ID must be printable ASCII without spaces or angle brackets.");

    private static string Boundary(MailMessage message, string part) =>
        $"=_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{part}:{message.MessageId}")))[..32]}";
}
