using System.Collections.Immutable;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Gates;
using StartupOrchestrator.Domain.Milestones;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Domain.Sites;

/// <summary>A site came onto the long list.</summary>
[Contract("site.identified")]
public sealed record SiteIdentified(Scope Scope, SiteDescription Description, LocalDate On) : Event;

/// <summary>The description changed; values as they are now.</summary>
[Contract("site.changed")]
public sealed record SiteChanged(SiteDescription Before, SiteDescription Description) : Event;

/// <summary>The status changed.</summary>
[Contract("site.status-changed")]
public sealed record SiteStatusChanged(SiteStatus From, SiteStatus To, LocalDate On, string? ReasonCode = null) : Event;

/// <summary>A mistake was mended: back to an earlier status.</summary>
/// <param name="Cleared">Actual dates that no longer hold, as they were.</param>
/// <param name="Gates">Gates that must be passed again.</param>
[Contract("site.reopened")]
public sealed record SiteReopened(SiteStatus From, SiteStatus To, LocalDate On, ImmutableArray<MilestoneDated> Cleared, ImmutableArray<Gate> Gates) : Event;

/// <summary>A person took a role at the site.</summary>
[Contract("site.contact-assigned")]
public sealed record ContactAssigned(string Role, string Person, LocalDate On) : Event;

/// <summary>A person left a role at the site.</summary>
[Contract("site.contact-released")]
public sealed record ContactReleased(string Role, string Person, LocalDate On) : Event;

/// <summary>A person took over a role from another.</summary>
/// <param name="Restarts">What hangs on the person and must be done again.</param>
[Contract("site.contact-replaced")]
public sealed record ContactReplaced(string Role, string Before, string Person, LocalDate On, ImmutableArray<string> Restarts) : Event;

/// <summary>A gate was asked for.</summary>
[Contract("site.gate-requested")]
public sealed record GateRequested(Gate Gate, string By, LocalDate On, ImmutableArray<string> ExceptionsAsked) : Event;

/// <summary>A gate was approved; what was found is frozen here.</summary>
[Contract("site.gate-approved")]
public sealed record GateApproved(
    Gate Gate, string RequestedBy, string By, LocalDate On, ImmutableArray<ConditionResult> Conditions, ImmutableArray<GrantedException> Exceptions) : Event;

/// <summary>A gate was sent back.</summary>
[Contract("site.gate-rejected")]
public sealed record GateRejected(Gate Gate, string RequestedBy, string By, LocalDate On, string? ReasonCode) : Event;
