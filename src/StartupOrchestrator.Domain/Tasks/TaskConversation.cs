using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Effects;
using StartupOrchestrator.Domain.Actors.Shared;

namespace StartupOrchestrator.Domain.Tasks;

/// <summary>What a recipient says about a task, and our answers.</summary>
internal static class TaskConversation
{
    public static Decision Decide(TaskState state, Command command, DecisionContext context) => command switch
    {
        AskQuestion c => TaskRules.Open(state, "asking a question", null, context, on => Ask(state, c, on, context)),
        ReplyToQuestion c => Reply(state, c, context),
        DeclineNotMe c => TaskRules.Open(state, "declining", null, context, on => state.DeclinedBy == context.Actor() && state.Forward == c.Forward
            ? Decision.Nothing
            : Decision.Accept(new TaskDeclined(context.Actor(), c.Forward, on)).With(TaskMails.ToStaff(state, "task-declined", context))),
        RemindLater c => TaskRules.Open(state, "reminding later", null, context, on => Later(state, c, on)),
        _ => context.NotUnderstood(command),
    };

    private static Decision.Accepted Ask(TaskState state, AskQuestion c, LocalDate on, DecisionContext context)
    {
        var index = state.Questions.Length + 1;
        return Decision.Accept(new QuestionAsked(index, context.Actor(), c.Question, on)).With(TaskMails.ToStaff(state, "task-question", context, new JsonObject { ["question"] = index }));
    }

    private static Decision Reply(TaskState state, ReplyToQuestion c, DecisionContext context) => state.OpenQuestion is not { } question
        ? Decision.Refuse(Refusal.NotAllowed($"Task '{state.Given?.Title}'", "answering a question", "without an open question", "remind", "delegate"))
        : Decision.Accept(new QuestionAnswered(question.Index, context.Actor(), c.Answer, context.Today(state.Given?.TimeZone)))
            .With(TaskMails.To(question.By, "task-answer", context, new JsonObject { ["question"] = question.Index }));

    private static Decision Later(TaskState state, RemindLater c, LocalDate today) =>
        c.On <= today ? Decision.Refuse(Refusal.Invalid("on", "Choose a day after today."))
        : state.LaterOn == c.On ? Decision.Nothing
        : Decision.Accept(new LaterAsked(c.On)).With(new SetTimer(Ladder.LaterTimer, Ladder.At(c.On, state.Given?.TimeZone), new RemindTask()));
}
