using NodaTime;
using StartupOrchestrator.Correspondence.Mail;
using StartupOrchestrator.Correspondence.Words;

namespace StartupOrchestrator.Correspondence.Delivery;

/// <summary>A person as receiver of mail.</summary>
/// <param name="Key">Key of <c>person/…</c>; empty for an address that nobody here has.</param>
/// <param name="Mailbox">Name and address.</param>
/// <param name="Words">Language of their mails.</param>
/// <param name="Zone">Their time zone.</param>
public sealed record Recipient(string Key, Mailbox Mailbox, Language Words, DateTimeZone Zone);

/// <summary>A mail cannot be written to its receiver as things stand; the row stays and is shown to staff when it is given up.</summary>
public sealed class NoRecipientException(string message) : Exception(message);
