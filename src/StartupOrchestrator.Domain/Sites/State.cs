using System.Collections.Immutable;
using NodaTime;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Gates;
using StartupOrchestrator.Domain.Milestones;

namespace StartupOrchestrator.Domain.Sites;

/// <summary>An institution with its principal investigator in one study.</summary>
public sealed record SiteState
{
    /// <summary>False before the first event.</summary>
    public bool Exists { get; init; }

    /// <summary>Present status.</summary>
    public SiteStatus Status { get; init; }

    /// <summary>Sponsor, study, country and itself.</summary>
    public Scope Scope { get; init; } = Scope.Organisation;

    /// <summary>What is described.</summary>
    public SiteDescription Description { get; init; } = new("", "");

    /// <summary>Who holds which role, now and before.</summary>
    public ImmutableArray<SiteContact> Contacts { get; init; } = [];

    /// <summary>Its milestones.</summary>
    public MilestoneBook Milestones { get; init; } = MilestoneBook.Empty;

    /// <summary>What belongs to it, and what country and study share with it.</summary>
    public ImmutableArray<RegisteredChild> Register { get; init; } = [];

    /// <summary>The first gate.</summary>
    public GateState IpRelease { get; init; } = new();

    /// <summary>The second gate.</summary>
    public GateState Activation { get; init; } = new();

    /// <summary>Steps through the statuses.</summary>
    public ImmutableArray<StatusChange<SiteStatus>> History { get; init; } = [];

    /// <summary>Date of the last change of status.</summary>
    public LocalDate Since { get; init; }

    /// <summary>Status to which it returns from on hold.</summary>
    public SiteStatus? HeldFrom { get; init; }

    /// <summary>Code of the last reason.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>Stage at which it ended.</summary>
    public SiteStatus? EndedAt { get; init; }

    /// <summary>One of the gates.</summary>
    public GateState this[Gate gate] => gate switch { Gate.IpRelease => IpRelease, Gate.Activation => Activation };

    /// <summary>Who holds a role now; the first named comes first.</summary>
    public IEnumerable<SiteContact> Holders(string role) => Contacts.Where(c => c.Role == role && c.To is null);

    internal SiteState With(Gate gate, GateState state) => gate switch { Gate.IpRelease => this with { IpRelease = state }, Gate.Activation => this with { Activation = state } };
}

/// <summary>What a site is called and where it is.</summary>
public sealed record SiteDescription(
    string Code, string Institution, string? City = null, string? TimeZone = null, string? Source = null, string? Subdivision = null, int? ParticipantsPlanned = null,
    bool FastTrack = false);

/// <summary>A person in a role at the site.</summary>
public sealed record SiteContact(string Role, string Person, LocalDate From, LocalDate? To = null);
