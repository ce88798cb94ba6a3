using System.Collections.Immutable;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Milestones;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Domain.Countries;

/// <summary>A country was proposed.</summary>
[Contract("country.added")]
public sealed record CountryAdded(Scope Scope, string? Pack, string? PackVersion, int? SitesPlanned, LocalDate On) : Event;

/// <summary>Plan figures changed; values as they are now.</summary>
[Contract("country.changed")]
public sealed record CountryChanged(int? SitesPlannedBefore, int? SitesPlanned, string? Pack, string? PackVersion) : Event;

/// <summary>The status changed.</summary>
[Contract("country.status-changed")]
public sealed record CountryStatusChanged(CountryStatus From, CountryStatus To, LocalDate On, string? ReasonCode, ImmutableArray<PersonalRef> Conditions) : Event;

/// <summary>A mistake was mended: back to an earlier status.</summary>
/// <param name="Cleared">Actual dates that no longer hold, as they were.</param>
[Contract("country.reopened")]
public sealed record CountryReopened(CountryStatus From, CountryStatus To, LocalDate On, ImmutableArray<MilestoneDated> Cleared) : Event;
