using System.Collections.Immutable;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Gates;

namespace StartupOrchestrator.Domain.Contracts;

/// <summary>Statuses of the whole: contract and site budget together.</summary>
public enum ContractStatus
{
    /// <summary>Nothing was sent.</summary>
    NotStarted,

    /// <summary>At least one track is being negotiated.</summary>
    InNegotiation,

    /// <summary>Text and budget are agreed.</summary>
    Agreed,

    /// <summary>Being signed.</summary>
    InSignature,

    /// <summary>The last party signed.</summary>
    Executed,

    /// <summary>In effect.</summary>
    Effective,

    /// <summary>In effect, and an amendment was executed since.</summary>
    Amended,

    /// <summary>No contract will be made.</summary>
    Discontinued,
}

/// <summary>Statuses of one track.</summary>
public enum TrackStatus
{
    /// <summary>Nothing was sent.</summary>
    NotStarted,

    /// <summary>The draft is with the site.</summary>
    Sent,

    /// <summary>Our answer is with the site.</summary>
    WithSite,

    /// <summary>The site's comments are with us.</summary>
    WithUs,

    /// <summary>An exception is being decided.</summary>
    ExceptionApproval,

    /// <summary>Agreed.</summary>
    Agreed,
}

/// <summary>One of the two tracks.</summary>
/// <param name="Round">Rounds of comments so far.</param>
/// <param name="Since">Date of the last change.</param>
/// <param name="AgreedOn">Date of agreement.</param>
/// <param name="Exception">The exception that is being decided.</param>
public sealed record TrackState(
    TrackStatus Status = TrackStatus.NotStarted, int Round = 0, LocalDate? Since = null, LocalDate? SentOn = null, LocalDate? FirstCommentsOn = null,
    LocalDate? AgreedOn = null, PendingException? Exception = null)
{
    /// <summary>Who had the ball when.</summary>
    public ImmutableArray<BallStretch> Ball { get; init; } = [];

    /// <summary>Clauses in dispute in any round.</summary>
    public ImmutableArray<string> Clauses { get; init; } = [];

    /// <summary>Status and round in words, for example <c>with-site 2</c>.</summary>
    public string Written => Status is TrackStatus.WithSite or TrackStatus.WithUs ? $"{StatusName.Of(Status)} {Round}" : StatusName.Of(Status);

    /// <summary>Calendar days that a side has had the ball up to a day.</summary>
    public int DaysWith(string side, LocalDate until) =>
        Ball.Where(b => b.Side == side).Sum(b => Math.Max(0, Period.DaysBetween(b.From, b.To ?? until)));
}

/// <summary>An exception that waits for a decision.</summary>
public sealed record PendingException(string Approver, PersonalRef What, string AskedBy, LocalDate On);

/// <summary>A stretch of days with one side.</summary>
public sealed record BallStretch(string Side, LocalDate From, LocalDate? To);

/// <summary>Contract and site budget of a site.</summary>
public sealed record ContractState
{
    /// <summary>False before the first event.</summary>
    public bool Exists { get; init; }

    /// <summary>Where it belongs.</summary>
    public Scope Scope { get; init; } = Scope.Organisation;

    /// <summary>Name of the template.</summary>
    public string? Template { get; init; }

    /// <summary>There is a budget to negotiate.</summary>
    public bool WithBudget { get; init; }

    /// <summary>Gates that ask for its execution.</summary>
    public ImmutableArray<Gate> RequiredFor { get; init; } = [];

    /// <summary>Planned date of execution.</summary>
    public LocalDate? Target { get; init; }

    /// <summary>Status of the whole.</summary>
    public ContractStatus Status { get; init; }

    /// <summary>Text.</summary>
    public TrackState Text { get; init; } = new();

    /// <summary>Budget.</summary>
    public TrackState Budget { get; init; } = new();

    /// <summary>Roles in the order in which they sign.</summary>
    public ImmutableArray<string> Signatories { get; init; } = [];

    /// <summary>Date of the last signature of the contract itself.</summary>
    public LocalDate? ExecutedOn { get; init; }

    /// <summary>Date from which it is in effect.</summary>
    public LocalDate? EffectiveOn { get; init; }

    /// <summary>The executed paper.</summary>
    public FileRef? File { get; init; }

    /// <summary>An amendment is being negotiated or signed; the contract stays in force.</summary>
    public bool Amending { get; init; }

    /// <summary>Amendments executed.</summary>
    public int Amendments { get; init; }

    /// <summary>Date of the last change of status.</summary>
    public LocalDate Since { get; init; }

    /// <summary>Why it was discontinued or amended.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>States before, newest last, for reopening; without their own history.</summary>
    public ImmutableArray<ContractState> Before { get; init; } = [];

    /// <summary>True while a gate may count on it.</summary>
    public bool InForce => ExecutedOn is not null && Status != ContractStatus.Discontinued;

    /// <summary>One of the tracks.</summary>
    public TrackState this[Track track] => track switch { Track.Contract => Text, Track.Budget => Budget };

    internal ContractState With(Track track, TrackState state) => track switch { Track.Contract => this with { Text = state }, Track.Budget => this with { Budget = state } };
}
