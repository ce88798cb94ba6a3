using System.Collections.Immutable;
using NodaTime;
using StartupOrchestrator.Domain.Actors;

namespace StartupOrchestrator.Domain.Gates;

/// <summary>Statuses of a gate.</summary>
public enum GateStatus
{
    /// <summary>Nobody asked yet.</summary>
    Open,

    /// <summary>Asked for; another person approves.</summary>
    Requested,

    /// <summary>Approved.</summary>
    Approved,

    /// <summary>Sent back.</summary>
    Rejected,
}

/// <summary>A gate of a site.</summary>
public sealed record GateState(
    GateStatus Status = GateStatus.Open, string? RequestedBy = null, LocalDate? RequestedOn = null, string? DecidedBy = null, LocalDate? DecidedOn = null,
    string? ReasonCode = null)
{
    /// <summary>Conditions for which an exception was asked.</summary>
    public ImmutableArray<string> ExceptionsAsked { get; init; } = [];

    /// <summary>What was found when it was approved; frozen.</summary>
    public ImmutableArray<ConditionResult> Conditions { get; init; } = [];

    /// <summary>Exceptions granted; frozen.</summary>
    public ImmutableArray<GrantedException> Exceptions { get; init; } = [];
}

/// <summary>An exception with whoever granted it.</summary>
public sealed record GrantedException(string Condition, PersonalRef Reason, LocalDate? Expires, string Approver);

/// <summary>What was found when a condition was looked at.</summary>
/// <param name="Code">Code of the condition; for one of several documents or tasks with its actor after a slash.</param>
/// <param name="Text">What must hold, in words.</param>
/// <param name="Owner">Role or party who can make it hold.</param>
/// <param name="Met">It holds.</param>
/// <param name="MayBeExcepted">An approver may let it stay open.</param>
/// <param name="Found">What was found, in words.</param>
public sealed record ConditionResult(string Code, string Text, string Owner, bool Met, bool MayBeExcepted, string? Found = null)
{
    /// <summary>What it was seen from.</summary>
    public ImmutableArray<GateEvidence> Evidence { get; init; } = [];
}

/// <summary>Something that a condition was seen from.</summary>
/// <param name="Actor">The actor.</param>
/// <param name="Version">Its version at that moment; the commit checks that it still is.</param>
/// <param name="Detail">Status, or version label of a document.</param>
/// <param name="Sha256">Hash of the document's file.</param>
public sealed record GateEvidence(ActorId Actor, long Version, string? Detail = null, string? Sha256 = null);
