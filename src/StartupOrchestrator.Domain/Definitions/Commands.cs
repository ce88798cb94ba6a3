using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Domain.Definitions;

/// <summary>Keeps the sender's own draft. The first one creates the definition.</summary>
/// <param name="Content">The definition, verbatim JSON.</param>
/// <param name="BasedOn">Published version the draft was begun from; 0 for a new definition.</param>
/// <param name="Title">Name in words.</param>
[Contract("definition.save-draft")]
public sealed record SaveDraft(string Content, int BasedOn, string? Title = null) : Command;

/// <summary>Throws the sender's draft away.</summary>
[Contract("definition.discard-draft")]
public sealed record DiscardDraft : Command;

/// <summary>Publishes the sender's draft as the next version, which never changes again.</summary>
/// <param name="Note">What changed and why.</param>
/// <param name="Content">Publishes this instead of a draft (imports); null: the sender's draft.</param>
/// <param name="BasedOn">With a content made from a draft: the version it was begun from; a newer one refuses it. Null: not checked.</param>
[Contract("definition.publish")]
public sealed record PublishDefinition(PersonalRef Note, string? Content = null, string? Title = null, int? BasedOn = null) : Command;

/// <summary>No new plans start from this version; asks a reason.</summary>
[Contract("definition.retract")]
public sealed record RetractVersion(int Version) : Command;

/// <summary>Sent to the triggers of a definition: a version was published or retracted, so what starts plans may be another.</summary>
/// <param name="Definition">Key of the definition.</param>
[Contract("trigger.follow")]
public sealed record FollowDefinition(string Definition) : Command;
