using System.Collections.Immutable;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Gates;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Domain.Tasks;

/// <summary>Gives a task to a role or a person.</summary>
/// <param name="Code">What kind of task, for example <c>return-cv</c>; stable, for statistics.</param>
/// <param name="Title">What is to be done, in words; may name parameters as <c>{name}</c>; no personal values.</param>
/// <param name="Parameters">Values for title, why and mails; no personal values.</param>
/// <param name="Why">Why it matters, in words.</param>
/// <param name="Due">Last day, in <paramref name="TimeZone"/>.</param>
/// <param name="StatutoryDue">Due by law, if it is.</param>
/// <param name="TimeZone">IANA zone of the recipient; null: UTC.</param>
/// <param name="Outcomes">Decisions offered; empty means simply done.</param>
/// <param name="OnTaskPage">A site contact answers it by the link in the mail, without a login.</param>
/// <param name="Reminders">The ladder; only the next rung has a timer.</param>
/// <param name="RelatedActor">What it is about, for example <c>document/…</c>.</param>
/// <param name="Blocked">It cannot begin yet; <c>task.unblock</c> opens it.</param>
/// <param name="RequiredFor">Gates that ask for it to be done.</param>
/// <param name="RequestedBy">For approvals: the person who asks, who can then not complete it.</param>
/// <param name="QuestionsTo">Member of staff who answers questions: key of <c>person/…</c>.</param>
[Contract("task.create")]
public sealed record CreateTask(
    string Code, string Title, Scope Scope, Assignee Assignee, string? Kind = null, ImmutableSortedDictionary<string, string>? Parameters = null,
    string? Why = null, LocalDate? Due = null, LocalDate? StatutoryDue = null, string? TimeZone = null, TaskForm? Form = null,
    ImmutableArray<TaskOutcome> Outcomes = default, bool OnTaskPage = false, int? EstimatedMinutes = null, ImmutableArray<ReminderRung> Reminders = default,
    Escalation? Escalation = null, ActorId? RelatedActor = null, bool Blocked = false, ImmutableArray<Gate> RequiredFor = default,
    string? RequestedBy = null, string? QuestionsTo = null) : Command;

/// <summary>What it waited for has come.</summary>
[Contract("task.unblock")]
public sealed record UnblockTask : Command;

/// <summary>Work on it begins.</summary>
[Contract("task.start")]
public sealed record StartTask(LocalDate? On = null) : Command;

/// <summary>It waits on somebody else.</summary>
/// <param name="WaitingOn"><c>site</c>, <c>sponsor</c>, <c>authority</c>, <c>ethics</c> or <c>us</c>.</param>
[Contract("task.wait")]
public sealed record WaitTask(string WaitingOn, LocalDate? On = null) : Command;

/// <summary>Keeps the answers of a step; the task stays open.</summary>
[Contract("task.save-answers")]
public sealed record SaveAnswers(ImmutableSortedDictionary<string, Answer> Answers, int? Step = null) : Command;

/// <summary>Done. Answers given here are added to those kept.</summary>
/// <param name="Outcome">One of the task's outcomes; null where it offers none.</param>
[Contract("task.complete")]
public sealed record CompleteTask(string? Outcome = null, ImmutableSortedDictionary<string, Answer>? Answers = null, LocalDate? On = null) : Command;

/// <summary>Done by the site and recorded by staff.</summary>
/// <param name="How">How we learned of it.</param>
/// <param name="On">When the site did it.</param>
/// <param name="Evidence">The mail or paper.</param>
[Contract("task.complete-on-behalf")]
public sealed record CompleteOnBehalf(
    AnswerChannel How, LocalDate On, string? Outcome = null, ImmutableSortedDictionary<string, Answer>? Answers = null, FileRef? Evidence = null) : Command;

/// <summary>"Not me": the person to whom it was sent is the wrong one.</summary>
/// <param name="Forward">Who should have it, in the sender's words; staff then delegate.</param>
[Contract("task.decline-not-me")]
public sealed record DeclineNotMe(PersonalRef? Forward = null) : Command;

/// <summary>A question about the task; it then waits on us.</summary>
[Contract("task.ask")]
public sealed record AskQuestion(PersonalRef Question) : Command;

/// <summary>Answers the open question.</summary>
[Contract("task.reply")]
public sealed record ReplyToQuestion(PersonalRef Answer) : Command;

/// <summary>Sends the next reminder. By the ladder, or by hand.</summary>
/// <param name="Rung">Rung of the ladder, from 0; null when sent by hand.</param>
[Contract("task.remind")]
public sealed record RemindTask(int? Rung = null) : Command;

/// <summary>The recipient asks to be reminded later.</summary>
[Contract("task.remind-later")]
public sealed record RemindLater(LocalDate On) : Command;

/// <summary>Tells the role above. By the ladder, or by hand.</summary>
[Contract("task.escalate")]
public sealed record EscalateTask : Command;

/// <summary>Gives it to another role or person. Old links die.</summary>
[Contract("task.delegate")]
public sealed record DelegateTask(Assignee To) : Command;

/// <summary>One of the role takes it.</summary>
[Contract("task.claim")]
public sealed record ClaimTask : Command;

/// <summary>Gives it back to the role.</summary>
[Contract("task.release")]
public sealed record ReleaseTask : Command;

/// <summary>Changes the due date; asks a reason when it moves later.</summary>
[Contract("task.change-due")]
public sealed record ChangeDue(LocalDate? Due) : Command;

/// <summary>No longer needed; asks a reason.</summary>
[Contract("task.cancel")]
public sealed record CancelTask(string? ReasonCode = null) : Command;

/// <summary>Left out on purpose; asks a reason.</summary>
[Contract("task.skip")]
public sealed record SkipTask(string? ReasonCode = null) : Command;

/// <summary>Opens an ended task again; asks a reason; counted.</summary>
[Contract("task.reopen")]
public sealed record ReopenTask(LocalDate? Due = null) : Command;

/// <summary>Records a link to the task's page. Sent by whoever makes the mail, before it leaves.</summary>
/// <param name="Hash">Lower-case hex SHA-256 of the secret in the link.</param>
/// <param name="Person">For whom: key of <c>person/…</c>.</param>
[Contract("task.issue-link")]
public sealed record IssueLink(string Hash, string Person, Instant Expires) : Command;

/// <summary>A link no longer opens the task.</summary>
[Contract("task.revoke-links")]
public sealed record RevokeLinks(string? Person = null) : Command;

/// <summary>Who is to do it.</summary>
/// <param name="Role">Role code, for example <c>SUS</c> or <c>PI</c>.</param>
/// <param name="Person">Key of <c>person/…</c>; with a role: that person in that role.</param>
public sealed record Assignee(string? Role = null, string? Person = null);

/// <summary>One of the ways in which a task can be done.</summary>
/// <param name="Code">For example <c>Approved</c>.</param>
public sealed record TaskOutcome(string Code, string Label);

/// <summary>A rung of the reminder ladder.</summary>
/// <param name="BusinessDays">Business days in the calendar of the task's country; negative is before.</param>
/// <param name="From">Counted from what.</param>
public sealed record ReminderRung(int BusinessDays, ReminderFrom From);

/// <summary>From what a rung counts.</summary>
public enum ReminderFrom
{
    /// <summary>The day on which the task was given.</summary>
    Given,

    /// <summary>The due date.</summary>
    Due,
}

/// <summary>Who is told when it stays undone.</summary>
/// <param name="Role">Role code, for example <c>SUL</c>.</param>
/// <param name="BusinessDaysAfterDue">Business days after the due date.</param>
public sealed record Escalation(string Role, int BusinessDaysAfterDue, string? Person = null);

/// <summary>How an answer reached us.</summary>
public enum AnswerChannel
{
    /// <summary>By telephone.</summary>
    Phone,

    /// <summary>By mail.</summary>
    Mail,

    /// <summary>On paper.</summary>
    Paper,

    /// <summary>In a meeting.</summary>
    Meeting,
}
