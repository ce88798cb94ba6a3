using System.Collections.Immutable;
using NodaTime;

namespace StartupOrchestrator.Correspondence.Mail;

/// <summary>An e-mail ready to leave: everything personal is already in it, so it is never stored by us.</summary>
/// <param name="MessageId">Without angle brackets; the same for every attempt to send it.</param>
/// <param name="From">A named person or the study's team.</param>
/// <param name="To">The one receiver: links are personal, so nobody is copied.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">Plain text part.</param>
/// <param name="Html">HTML part, a whole document.</param>
/// <param name="Date">When it was rendered (UTC).</param>
public sealed record MailMessage(string MessageId, Mailbox From, Mailbox To, string Subject, string Text, string Html, Instant Date)
{
    /// <summary>Where answers go; null: to <see cref="From"/>.</summary>
    public Mailbox? ReplyTo { get; init; }

    /// <summary>Message-ID of the conversation that this mail belongs to, without angle brackets.</summary>
    public string? Thread { get; init; }

    /// <summary>BCP 47 tag of the text.</summary>
    public string Language { get; init; } = "en";

    /// <summary>An invitation, its change or its cancellation.</summary>
    public CalendarPart? Calendar { get; init; }

    /// <summary>Files.</summary>
    public ImmutableArray<MailAttachment> Attachments { get; init; } = [];
}

/// <summary>A calendar entry that mail programs offer to accept.</summary>
/// <param name="Method">REQUEST or CANCEL.</param>
/// <param name="Content">iCalendar text.</param>
public sealed record CalendarPart(string Method, string Content);

/// <summary>A file that travels with a mail.</summary>
/// <param name="Name">File name; made safe when written.</param>
/// <param name="MediaType">For example application/pdf.</param>
/// <param name="Content">The bytes.</param>
public sealed record MailAttachment(string Name, string MediaType, ReadOnlyMemory<byte> Content);
