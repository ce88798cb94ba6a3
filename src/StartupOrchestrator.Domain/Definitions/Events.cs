using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Domain.Definitions;

/// <summary>A person's draft was kept.</summary>
[Contract("definition.draft-saved")]
public sealed record DraftSaved(string Person, string Content, int BasedOn, string Title, Instant At) : Event;

/// <summary>A person's draft was thrown away.</summary>
[Contract("definition.draft-discarded")]
public sealed record DraftDiscarded(string Person) : Event;

/// <summary>A version was published; the publisher's draft ended with it.</summary>
[Contract("definition.published")]
public sealed record DefinitionPublished(int Number, string Content, string Hash, string By, Instant At, PersonalRef Note, string Title) : Event;

/// <summary>No new plans start from a version.</summary>
[Contract("definition.retracted")]
public sealed record VersionRetracted(int Number, Instant At) : Event;
