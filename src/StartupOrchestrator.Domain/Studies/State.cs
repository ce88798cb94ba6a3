using System.Collections.Immutable;
using NodaTime;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Milestones;

namespace StartupOrchestrator.Domain.Studies;

/// <summary>Statuses of a study.</summary>
public enum StudyStatus
{
    /// <summary>Entered.</summary>
    Draft,

    /// <summary>Being planned.</summary>
    Planning,

    /// <summary>Countries and sites are in start-up.</summary>
    InStartUp,

    /// <summary>Participants are recruited.</summary>
    Recruiting,

    /// <summary>Paused.</summary>
    OnHold,

    /// <summary>Closed.</summary>
    Closed,

    /// <summary>Cancelled.</summary>
    Cancelled,
}

/// <summary>One clinical trial.</summary>
public sealed record StudyState
{
    /// <summary>False before the first event.</summary>
    public bool Exists { get; init; }

    /// <summary>Present status.</summary>
    public StudyStatus Status { get; init; }

    /// <summary>What it is called, as now described.</summary>
    public StudyDescription Description { get; init; } = new("", "", "");

    /// <summary>Who holds which role.</summary>
    public ImmutableSortedDictionary<string, string> Team { get; init; } = Maps.Empty<string>();

    /// <summary>Its milestones.</summary>
    public MilestoneBook Milestones { get; init; } = MilestoneBook.Empty;

    /// <summary>Countries, and documents shared with all of them.</summary>
    public ImmutableArray<RegisteredChild> Register { get; init; } = [];

    /// <summary>Steps through the statuses.</summary>
    public ImmutableArray<StatusChange<StudyStatus>> History { get; init; } = [];

    /// <summary>Date of the last change of status.</summary>
    public LocalDate Since { get; init; }

    /// <summary>Version of the core consent form after its last change; null while it has never changed.</summary>
    public string? CoreIcf { get; init; }

    /// <summary>Status to which it returns from on hold.</summary>
    public StudyStatus? HeldFrom { get; init; }
}

/// <summary>What a study is called.</summary>
public sealed record StudyDescription(
    string Title, string ProtocolNumber, string Sponsor, string? SponsorName = null, string? ShortTitle = null, string? RegistryId = null, string? Phase = null,
    string? Condition = null, int? SitesPlanned = null)
{
    /// <summary>ISO 3166-1 alpha-2 codes foreseen.</summary>
    public ImmutableArray<string> CountriesWanted { get; init; } = [];
}
