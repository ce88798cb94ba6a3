using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Domain.Studies;

/// <summary>A study was entered.</summary>
[Contract("study.registered")]
public sealed record StudyRegistered(StudyDescription Description, LocalDate On) : Event;

/// <summary>The description changed; values as they are now.</summary>
[Contract("study.changed")]
public sealed record StudyChanged(StudyDescription Before, StudyDescription Description) : Event;

/// <summary>The status changed.</summary>
[Contract("study.status-changed")]
public sealed record StudyStatusChanged(StudyStatus From, StudyStatus To, LocalDate On, string? ReasonCode = null) : Event;

/// <summary>The core consent form has a new version.</summary>
/// <param name="From">The version before; null where none was recorded.</param>
[Contract("study.core-icf-changed")]
public sealed record CoreIcfChanged(string? From, string Version, LocalDate On) : Event;

/// <summary>A mistake was mended: back to the status before.</summary>
[Contract("study.reopened")]
public sealed record StudyReopened(StudyStatus From, StudyStatus To, LocalDate On) : Event;
