using System.Collections.Immutable;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Gates;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Domain.Tasks;

/// <summary>A task was given.</summary>
/// <param name="GivenBy">Who gave it, when that was a person.</param>
[Contract("task.created")]
public sealed record TaskCreated(
    string Code, string Title, Scope Scope, Assignee Assignee, string? Kind, ImmutableSortedDictionary<string, string>? Parameters, string? Why, LocalDate? Due,
    LocalDate? StatutoryDue, string? TimeZone, TaskForm? Form, ImmutableArray<TaskOutcome> Outcomes, bool OnTaskPage, int? EstimatedMinutes,
    ImmutableArray<ReminderRung> Reminders, Escalation? Escalation, ActorId? RelatedActor, bool Blocked, ImmutableArray<Gate> RequiredFor, string? RequestedBy,
    string? QuestionsTo, string? GivenBy, LocalDate On) : Event;

/// <summary>It can begin.</summary>
[Contract("task.unblocked")]
public sealed record TaskUnblocked(LocalDate On) : Event;

/// <summary>Work began.</summary>
[Contract("task.started")]
public sealed record TaskStarted(LocalDate On) : Event;

/// <summary>It waits on somebody.</summary>
[Contract("task.waiting")]
public sealed record TaskWaiting(string WaitingOn, LocalDate On) : Event;

/// <summary>Answers were kept; an empty answer takes one back.</summary>
[Contract("task.answers-saved")]
public sealed record AnswersSaved(ImmutableSortedDictionary<string, Answer> Answers, int? Step, LocalDate On) : Event;

/// <summary>It was done.</summary>
[Contract("task.completed")]
public sealed record TaskCompleted(TaskEnd End) : Event;

/// <summary>The recipient said that it is for somebody else.</summary>
[Contract("task.declined")]
public sealed record TaskDeclined(string By, PersonalRef? Forward, LocalDate On) : Event;

/// <summary>A question was asked.</summary>
[Contract("task.question-asked")]
public sealed record QuestionAsked(int Index, string By, PersonalRef Question, LocalDate On) : Event;

/// <summary>A question was answered.</summary>
[Contract("task.question-answered")]
public sealed record QuestionAnswered(int Index, string By, PersonalRef Answer, LocalDate On) : Event;

/// <summary>A reminder went out.</summary>
/// <param name="Rung">Rung of the ladder; null when sent by hand or asked for.</param>
[Contract("task.reminded")]
public sealed record TaskReminded(int? Rung, LocalDate On) : Event;

/// <summary>The recipient asked to be reminded later.</summary>
[Contract("task.later-asked")]
public sealed record LaterAsked(LocalDate On) : Event;

/// <summary>The role above was told.</summary>
[Contract("task.escalated")]
public sealed record TaskEscalated(string Role, string? Person, int? Rung, LocalDate On) : Event;

/// <summary>It went to another role or person.</summary>
/// <param name="Fixed">Chosen by staff.</param>
[Contract("task.assigned")]
public sealed record TaskAssigned(Assignee From, Assignee To, bool Fixed, LocalDate On) : Event;

/// <summary>One of the role took it, or gave it back (null).</summary>
[Contract("task.claimed")]
public sealed record TaskClaimed(string? From, string? To, LocalDate On) : Event;

/// <summary>The due date changed.</summary>
[Contract("task.due-changed")]
public sealed record TaskDueChanged(LocalDate? From, LocalDate? To) : Event;

/// <summary>It is no longer needed.</summary>
[Contract("task.cancelled")]
public sealed record TaskCancelled(TaskEnd End) : Event;

/// <summary>It was left out on purpose.</summary>
[Contract("task.skipped")]
public sealed record TaskSkipped(TaskEnd End) : Event;

/// <summary>An ended task was opened again; what it was stays in the event.</summary>
[Contract("task.reopened")]
public sealed record TaskReopened(StartupTaskStatus From, TaskEnd? Before, LocalDate? DueBefore, LocalDate? Due, LocalDate On) : Event;

/// <summary>A link to its page was made.</summary>
[Contract("task.link-issued")]
public sealed record LinkIssued(string Hash, string Person, Instant Expires) : Event;

/// <summary>Links died.</summary>
/// <param name="Person">Whose; null means all.</param>
/// <param name="Except">Whose stay.</param>
[Contract("task.links-revoked")]
public sealed record LinksRevoked(string? Person, string? Except) : Event;
