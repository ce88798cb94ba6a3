using System.Collections.Immutable;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Domain.Notes;

/// <summary>Writes a note for colleagues at a study, country or site.</summary>
/// <param name="Scope">Where it stands.</param>
/// <param name="Text">Its words: free text, therefore a reference.</param>
/// <param name="Mentions">Keys of the people who shall look at it.</param>
/// <param name="About">The record it speaks of; null: the place as a whole.</param>
[Contract("note.write")]
public sealed record WriteNote(Scope Scope, PersonalRef Text, ImmutableArray<string> Mentions = default, ActorId? About = null) : Command;

/// <summary>Answers in the same thread.</summary>
[Contract("note.reply")]
public sealed record ReplyToNote(PersonalRef Text, ImmutableArray<string> Mentions = default) : Command;

/// <summary>Says that the sender, who was mentioned, has seen it.</summary>
[Contract("note.acknowledge")]
public sealed record AcknowledgeNote : Command;

/// <summary>Takes the whole note back; by its author, with a reason. The words stay in the record.</summary>
[Contract("note.withdraw")]
public sealed record WithdrawNote : Command;
