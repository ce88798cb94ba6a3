using System.Collections.Immutable;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Gates;

namespace StartupOrchestrator.Domain.Tasks;

/// <summary>Statuses of a task.</summary>
public enum StartupTaskStatus
{
    /// <summary>Cannot begin yet.</summary>
    Blocked,

    /// <summary>Can be done.</summary>
    Open,

    /// <summary>Somebody works on it.</summary>
    InProgress,

    /// <summary>Waits on somebody else.</summary>
    Waiting,

    /// <summary>Done.</summary>
    Done,

    /// <summary>No longer needed.</summary>
    Cancelled,

    /// <summary>Left out on purpose.</summary>
    Skipped,
}

/// <summary>Something one person or role must do by a date.</summary>
public sealed record TaskState
{
    /// <summary>False before the first event.</summary>
    public bool Exists { get; init; }

    /// <summary>Present status.</summary>
    public StartupTaskStatus Status { get; init; }

    /// <summary>What it is, as given at creation.</summary>
    public TaskCreated? Given { get; init; }

    /// <summary>Who is to do it now.</summary>
    public Assignee Assignee { get; init; } = new();

    /// <summary>A member of staff chose the person: changes of site contacts no longer move the task.</summary>
    public bool AssigneeFixed { get; init; }

    /// <summary>Who of the role took it.</summary>
    public string? ClaimedBy { get; init; }

    /// <summary>Last day.</summary>
    public LocalDate? Due { get; init; }

    /// <summary>Whom it waits on, when it waits.</summary>
    public string? WaitingOn { get; init; }

    /// <summary>Date of the last change of status or side.</summary>
    public LocalDate Since { get; init; }

    /// <summary>Answers kept so far.</summary>
    public ImmutableSortedDictionary<string, Answer> Answers { get; init; } = Maps.Empty<Answer>();

    /// <summary>Last screen answered.</summary>
    public int? Step { get; init; }

    /// <summary>How it was done.</summary>
    public TaskEnd? End { get; init; }

    /// <summary>Questions about it and their answers.</summary>
    public ImmutableArray<TaskQuestion> Questions { get; init; } = [];

    /// <summary>Links to its page.</summary>
    public ImmutableArray<TaskPageLink> Links { get; init; } = [];

    /// <summary>Rungs of the ladder that are behind.</summary>
    public int Rung { get; init; }

    /// <summary>Reminders sent.</summary>
    public int Reminders { get; init; }

    /// <summary>The recipient asked to be reminded then.</summary>
    public LocalDate? LaterOn { get; init; }

    /// <summary>Told to the role above on this date.</summary>
    public LocalDate? EscalatedOn { get; init; }

    /// <summary>The recipient said that it is not for them; who should have it, in their words.</summary>
    public PersonalRef? Forward { get; init; }

    /// <summary>Who said so.</summary>
    public string? DeclinedBy { get; init; }

    /// <summary>Times it was opened again.</summary>
    public int Reopened { get; init; }

    /// <summary>True when nothing more is to be done.</summary>
    public bool Ended => Status is StartupTaskStatus.Done or StartupTaskStatus.Cancelled or StartupTaskStatus.Skipped;

    /// <summary>The question without an answer, if there is one.</summary>
    public TaskQuestion? OpenQuestion => Questions.FirstOrDefault(q => q.Answer is null);

    /// <summary>Whose turn it is while the task is open.</summary>
    public string Side => WaitingOn ?? (OpenQuestion is not null || DeclinedBy is not null ? Party.Us : Party.OfRole(Assignee.Role));
}

/// <summary>How a task ended.</summary>
/// <param name="By">Who recorded it.</param>
/// <param name="OnBehalfOf">Who did it, when somebody else recorded it.</param>
/// <param name="Channel">How we learned of it.</param>
public sealed record TaskEnd(
    LocalDate On, string By, string? Outcome = null, string? OnBehalfOf = null, AnswerChannel? Channel = null, FileRef? Evidence = null, string? ReasonCode = null);

/// <summary>A question about a task.</summary>
/// <param name="Index">From 1.</param>
public sealed record TaskQuestion(int Index, string By, PersonalRef Question, LocalDate On, PersonalRef? Answer = null, string? AnsweredBy = null, LocalDate? AnsweredOn = null);

/// <summary>A link to the task's page; only the hash of its secret is kept.</summary>
public sealed record TaskPageLink(string Hash, string Person, Instant Expires, bool Revoked = false);
