using System.Collections.Immutable;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Gates;

namespace StartupOrchestrator.Domain.Documents;

/// <summary>One expected document with all versions that arrived.</summary>
public sealed record DocumentState
{
    /// <summary>False before the first event.</summary>
    public bool Exists { get; init; }

    /// <summary>Present status.</summary>
    public DocumentStatus Status { get; init; }

    /// <summary>Document type.</summary>
    public string Type { get; init; } = "";

    /// <summary>In words.</summary>
    public string Title { get; init; } = "";

    /// <summary>Where it belongs.</summary>
    public Scope Scope { get; init; } = Scope.Organisation;

    /// <summary>TMF artefact number.</summary>
    public string? Artefact { get; init; }

    /// <summary>Gates that ask for it.</summary>
    public ImmutableArray<Gate> RequiredFor { get; init; } = [];

    /// <summary>Whose document it is.</summary>
    public string? Person { get; init; }

    /// <summary>Role that provides it.</summary>
    public string? OwnerRole { get; init; }

    /// <summary>Two persons must approve.</summary>
    public bool SecondReview { get; init; }

    /// <summary>When it ceases to be valid.</summary>
    public ExpiryRule? Expiry { get; init; }

    /// <summary>BCP 47 tag.</summary>
    public string? Language { get; init; }

    /// <summary>Version label asked for.</summary>
    public string? ExpectedVersion { get; init; }

    /// <summary>Last day to send it.</summary>
    public LocalDate? Due { get; init; }

    /// <summary>Date of the last change of status.</summary>
    public LocalDate Since { get; init; }

    /// <summary>Who approved first, where two must.</summary>
    public string? FirstApprover { get; init; }

    /// <summary>A renewal should be asked for.</summary>
    public bool ExpiryWarned { get; init; }

    /// <summary>Times it was sent back.</summary>
    public int Rejections { get; init; }

    /// <summary>Code and words of the last rejection, exemption or end.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>Note of the last rejection.</summary>
    public PersonalRef? Note { get; init; }

    /// <summary>Who approved that it is not required.</summary>
    public string? Approver { get; init; }

    /// <summary>Versions in the order of arrival.</summary>
    public ImmutableArray<DocumentVersion> Versions { get; init; } = [];

    /// <summary>Steps through the statuses.</summary>
    public ImmutableArray<StatusChange<DocumentStatus>> History { get; init; } = [];

    /// <summary>Versions as they were before each of the last steps, newest last, for reopening.</summary>
    public ImmutableArray<ImmutableArray<DocumentVersion>> VersionsBefore { get; init; } = [];

    /// <summary>The latest version that arrived.</summary>
    public DocumentVersion? Latest => Versions.IsDefaultOrEmpty ? null : Versions[^1];

    /// <summary>The version that counts: in force, else approved; null when there is none.</summary>
    public DocumentVersion? Counting =>
        Versions.LastOrDefault(v => v.Status == VersionStatus.Effective) ?? Versions.LastOrDefault(v => v.Status == VersionStatus.Approved);

    /// <summary>True when a gate finds nothing missing on a day.</summary>
    public bool SatisfiesOn(LocalDate day) =>
        Status is DocumentStatus.NotApplicable or DocumentStatus.Waived || (Counting is { } v && (v.ValidUntil is not { } end || day <= end));
}

/// <summary>A version that arrived.</summary>
/// <param name="Number">From 1, in the order of arrival.</param>
/// <param name="Label">Version label on the paper.</param>
/// <param name="Dated">Date on the paper.</param>
/// <param name="ValidUntil">Last day of validity.</param>
/// <param name="ReceivedOn">When it arrived.</param>
/// <param name="ReceivedFrom">Who sent or filed it.</param>
public sealed record DocumentVersion(
    int Number, FileRef File, VersionStatus Status, LocalDate ReceivedOn, string ReceivedFrom, string? Label = null, LocalDate? Dated = null,
    LocalDate? ValidUntil = null, string? Language = null);

/// <summary>Statuses of a version.</summary>
public enum VersionStatus
{
    /// <summary>Arrived, or in review.</summary>
    Received,

    /// <summary>Sent back.</summary>
    Rejected,

    /// <summary>Approved.</summary>
    Approved,

    /// <summary>In force.</summary>
    Effective,

    /// <summary>Replaced.</summary>
    Superseded,

    /// <summary>No longer valid.</summary>
    Expired,
}
