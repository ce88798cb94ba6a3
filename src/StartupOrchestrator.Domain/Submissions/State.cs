using System.Collections.Immutable;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Gates;
using StartupOrchestrator.Domain.Time;

namespace StartupOrchestrator.Domain.Submissions;

/// <summary>Statuses of a submission.</summary>
public enum SubmissionStatus
{
    /// <summary>On the list.</summary>
    Planned,

    /// <summary>The package is being compiled.</summary>
    Compiling,

    /// <summary>Complete and checked.</summary>
    Ready,

    /// <summary>Submitted; validation runs.</summary>
    Submitted,

    /// <summary>Found valid; assessment runs.</summary>
    Assessing,

    /// <summary>A request for information is open: the ball is with us.</summary>
    RfiOpen,

    /// <summary>The request was answered: the ball is with the other side.</summary>
    RfiAnswered,

    /// <summary>Decided.</summary>
    Decided,
}

/// <summary>A submission with its requests for information and clock.</summary>
public sealed record SubmissionState
{
    /// <summary>False before the first event.</summary>
    public bool Exists { get; init; }

    /// <summary>Present status.</summary>
    public SubmissionStatus Status { get; init; }

    /// <summary>Kind of submission.</summary>
    public SubmissionType Type { get; init; }

    /// <summary>Where it belongs.</summary>
    public Scope Scope { get; init; } = Scope.Organisation;

    /// <summary>Whose clocks run.</summary>
    public string Jurisdiction { get; init; } = "";

    /// <summary>Name of the clock rule set asked for.</summary>
    public string? ClockSet { get; init; }

    /// <summary>The rule set chosen at submission; null when the country has no verified rules.</summary>
    public ClockRuleSet? Clock { get; init; }

    /// <summary>Version of the country pack that the rule set came from.</summary>
    public string? PackVersion { get; init; }

    /// <summary>The application it is a part of.</summary>
    public ActorId? Parent { get; init; }

    /// <summary>Parts and decisions of this application.</summary>
    public ImmutableArray<SubmissionPart> Parts { get; init; } = [];

    /// <summary>Authority or committee in words.</summary>
    public string? Body { get; init; }

    /// <summary>In words.</summary>
    public string? Title { get; init; }

    /// <summary>Gates that ask for it.</summary>
    public ImmutableArray<Gate> RequiredFor { get; init; } = [];

    /// <summary>Sites it names; empty means all of its scope.</summary>
    public ImmutableArray<string> Sites { get; init; } = [];

    /// <summary>Versions in the package.</summary>
    public ImmutableArray<CoveredDocument> Documents { get; init; } = [];

    /// <summary>Number given by the portal or committee.</summary>
    public string? Number { get; init; }

    /// <summary>Our planned date of submission.</summary>
    public LocalDate? Target { get; init; }

    /// <summary>Date of submission.</summary>
    public LocalDate? SubmittedOn { get; init; }

    /// <summary>Date of validity.</summary>
    public LocalDate? ValidOn { get; init; }

    /// <summary>Both parts concluded: the clock of a decision runs.</summary>
    public LocalDate? PartsConcludedOn { get; init; }

    /// <summary>Date of the decision.</summary>
    public LocalDate? DecidedOn { get; init; }

    /// <summary>The decision.</summary>
    public SubmissionDecision? Decision { get; init; }

    /// <summary>Conditions in the authority's words.</summary>
    public ImmutableArray<PersonalRef> Conditions { get; init; } = [];

    /// <summary>Versions that the decision names.</summary>
    public ImmutableArray<CoveredDocument> Covers { get; init; } = [];

    /// <summary>Last day on which the approval holds.</summary>
    public LocalDate? ValidUntil { get; init; }

    /// <summary>Next day by which the party with the ball must act.</summary>
    public Deadline? Deadline { get; init; }

    /// <summary>Requests for information in the order of arrival.</summary>
    public ImmutableArray<Rfi> Rfis { get; init; } = [];

    /// <summary>Who had the ball when.</summary>
    public ImmutableArray<ClockStretch> Stretches { get; init; } = [];

    /// <summary>Date of the last change of status.</summary>
    public LocalDate Since { get; init; }

    /// <summary>States before, newest last, for reopening; without their own history.</summary>
    public ImmutableArray<SubmissionState> Before { get; init; } = [];

    /// <summary>The request that is open or waits for its outcome.</summary>
    public Rfi? OpenRfi => Rfis.LastOrDefault(r => r.Status is not (RfiStatus.Accepted or RfiStatus.FollowUp or RfiStatus.Missed));

    /// <summary>True when it ended well.</summary>
    public bool Favourable => Decision is SubmissionDecision.Approved or SubmissionDecision.ApprovedWithConditions or SubmissionDecision.Tacit;

    /// <summary>True when its decision allows work at a site on a day.</summary>
    public bool CoversOn(string site, LocalDate day) =>
        Favourable && (ValidUntil is not { } end || day <= end) && (Sites.IsDefaultOrEmpty || Sites.Contains(site));
}

/// <summary>A request for information.</summary>
/// <param name="Index">From 1.</param>
/// <param name="CommunicatedDue">Due date as the authority gave it: it counts.</param>
/// <param name="ComputedDue">Due date by rule, kept beside it.</param>
public sealed record Rfi(
    int Index, RfiKind Kind, RfiStatus Status, LocalDate ReceivedOn, LocalDate? CommunicatedDue, LocalDate? ComputedDue, LocalDate? PossibleDue = null,
    string? Number = null, LocalDate? AnsweredOn = null, PersonalRef? Question = null, PersonalRef? Answer = null)
{
    /// <summary>The date that counts.</summary>
    public LocalDate? Due => CommunicatedDue ?? ComputedDue;
}

/// <summary>A part of an application.</summary>
public sealed record SubmissionPart(
    ActorId Part, SubmissionType Type, string? Country, SubmissionDecision? Decision = null, LocalDate? ConcludedOn = null);
