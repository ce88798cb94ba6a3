using System.Collections.Immutable;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Milestones;

namespace StartupOrchestrator.Domain.Countries;

/// <summary>A country in one study.</summary>
public sealed record CountryState
{
    /// <summary>False before the first event.</summary>
    public bool Exists { get; init; }

    /// <summary>Present status.</summary>
    public CountryStatus Status { get; init; }

    /// <summary>Sponsor, study and country.</summary>
    public Scope Scope { get; init; } = Scope.Organisation;

    /// <summary>Country pack.</summary>
    public string? Pack { get; init; }

    /// <summary>Version of the pack.</summary>
    public string? PackVersion { get; init; }

    /// <summary>Number of sites wanted.</summary>
    public int? SitesPlanned { get; init; }

    /// <summary>Conditions of the approval in the authority's words.</summary>
    public ImmutableArray<PersonalRef> Conditions { get; init; } = [];

    /// <summary>Who holds which role.</summary>
    public ImmutableSortedDictionary<string, string> Team { get; init; } = Maps.Empty<string>();

    /// <summary>Its milestones.</summary>
    public MilestoneBook Milestones { get; init; } = MilestoneBook.Empty;

    /// <summary>Sites, and what the country and the study share with them.</summary>
    public ImmutableArray<RegisteredChild> Register { get; init; } = [];

    /// <summary>Steps through the statuses.</summary>
    public ImmutableArray<StatusChange<CountryStatus>> History { get; init; } = [];

    /// <summary>Date of the last change of status.</summary>
    public LocalDate Since { get; init; }

    /// <summary>Status to which it returns from on hold.</summary>
    public CountryStatus? HeldFrom { get; init; }
}
