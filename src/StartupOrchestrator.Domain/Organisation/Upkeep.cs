using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Domain.Organisation;

/// <summary>Puts on record that the database was restored from a backup and that no mail leaves until somebody has looked.</summary>
/// <param name="At">When it was restored (UTC).</param>
/// <param name="Note">From which backup.</param>
[Contract("organisation.note-restored")]
public sealed record NoteRestored(Instant At, string Note) : Command;

/// <summary>Lets mail leave again after a restore; asks a reason.</summary>
[Contract("organisation.release-mail")]
public sealed record ReleaseMail : Command;

/// <summary>Takes one waiting mail away so that it never leaves; asks a reason.</summary>
/// <param name="Mail">Its stable key.</param>
[Contract("organisation.discard-mail")]
public sealed record DiscardMail(string Mail) : Command;

/// <summary>The database was restored from a backup: what was recorded after that backup is not in it.</summary>
[Contract("organisation.restored")]
public sealed record DatabaseRestored(Instant At, string Note) : Event;

/// <summary>Mail may leave again.</summary>
[Contract("organisation.mail-released")]
public sealed record MailReleased : Event;

/// <summary>A waiting mail was taken away.</summary>
[Contract("organisation.mail-discarded")]
public sealed record MailDiscarded(string Mail) : Event;
