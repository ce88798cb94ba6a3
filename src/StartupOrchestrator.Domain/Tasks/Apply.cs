using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;

namespace StartupOrchestrator.Domain.Tasks;

/// <summary>The state of a task after an event.</summary>
internal static class TaskApply
{
    public static TaskState Apply(TaskState state, Event e) => e switch
    {
        TaskCreated x => new TaskState
        {
            Exists = true, Given = x, Status = x.Blocked ? StartupTaskStatus.Blocked : StartupTaskStatus.Open, Assignee = x.Assignee,
            AssigneeFixed = x.Assignee.Person is not null, Due = x.Due, Since = x.On,
        },
        TaskUnblocked x => To(state, StartupTaskStatus.Open, x.On),
        TaskStarted x => To(state, StartupTaskStatus.InProgress, x.On) with { WaitingOn = null },
        TaskWaiting x => To(state, StartupTaskStatus.Waiting, x.On) with { WaitingOn = x.WaitingOn },
        AnswersSaved x => Save(state, x),
        TaskCompleted x => To(state, StartupTaskStatus.Done, x.End.On) with { End = x.End, WaitingOn = null },
        TaskDeclined x => state with { DeclinedBy = x.By, Forward = x.Forward, Since = x.On },
        QuestionAsked x => state with { Questions = state.Questions.Add(new TaskQuestion(x.Index, x.By, x.Question, x.On)), Since = x.On },
        QuestionAnswered x => state with
        {
            Questions = [.. state.Questions.Select(q => q.Index == x.Index ? q with { Answer = x.Answer, AnsweredBy = x.By, AnsweredOn = x.On } : q)], Since = x.On,
        },
        TaskReminded x => state with { Reminders = state.Reminders + 1, Rung = x.Rung + 1 ?? state.Rung, LaterOn = null },
        LaterAsked x => state with { LaterOn = x.On },
        TaskEscalated x => state with { EscalatedOn = x.On, Rung = x.Rung + 1 ?? state.Rung },
        TaskAssigned x => state with { Assignee = x.To, AssigneeFixed = x.Fixed, ClaimedBy = null, DeclinedBy = null, Forward = null, Since = x.On },
        TaskClaimed x => state with { ClaimedBy = x.To },
        TaskDueChanged x => state with { Due = x.To, Rung = 0 },
        TaskCancelled x => To(state, StartupTaskStatus.Cancelled, x.End.On) with { End = x.End, WaitingOn = null },
        TaskSkipped x => To(state, StartupTaskStatus.Skipped, x.End.On) with { End = x.End, WaitingOn = null },
        TaskReopened x => To(state, StartupTaskStatus.Open, x.On) with { End = null, Due = x.Due ?? state.Due, Rung = 0, EscalatedOn = null, Reopened = state.Reopened + 1 },
        LinkIssued x => state with { Links = [.. state.Links.Where(l => l.Hash != x.Hash), new TaskPageLink(x.Hash, x.Person, x.Expires)] },
        LinksRevoked x => state with
        {
            Links = [.. state.Links.Select(l => (x.Person is null || l.Person == x.Person) && l.Person != x.Except ? l with { Revoked = true } : l)],
        },
        _ => state,
    };

    private static TaskState To(TaskState state, StartupTaskStatus status, LocalDate on) => state with { Status = status, Since = on };

    private static TaskState Save(TaskState state, AnswersSaved e)
    {
        var answers = state.Answers.OrEmpty();
        foreach (var (name, answer) in e.Answers)
        {
            answers = FormRules.IsEmpty(answer) ? answers.Remove(name) : answers.SetItem(name, answer);
        }

        return state with
        {
            Answers = answers, Step = e.Step ?? state.Step, Status = state.Status == StartupTaskStatus.Open ? StartupTaskStatus.InProgress : state.Status,
        };
    }
}
