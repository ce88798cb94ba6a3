using System.Collections.Immutable;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Effects;
using StartupOrchestrator.Domain.Actors.Shared;

namespace StartupOrchestrator.Domain.Tasks;

/// <summary>Keeping answers and being done.</summary>
internal static class TaskAnswers
{
    public static Decision Decide(TaskState state, Command command, Ladder ladder, DecisionContext context) => command switch
    {
        SaveAnswers c => TaskRules.Open(state, "answering", null, context, on => Save(state, c, on)),
        CompleteTask c => TaskRules.Open(state, "completing", c.On, context, on =>
            Complete(state, c.Outcome, c.Answers, new TaskEnd(on, context.Actor(), OnBehalfOf: ForWhom(context)), context)),
        CompleteOnBehalf c => TaskRules.Open(state, "completing", c.On, context, on => c.Evidence?.Check("evidence") is { } bad
            ? Decision.Refuse(bad)
            : Complete(state, c.Outcome, c.Answers, new TaskEnd(on, context.Actor(), OnBehalfOf: ForWhom(context) ?? state.Assignee.Person ?? state.Assignee.Role, Channel: c.How, Evidence: c.Evidence), context)),
        _ => context.NotUnderstood(command),
    };

    private static Decision Save(TaskState state, SaveAnswers c, LocalDate on) =>
        FormRules.Check(state.Given!.Form, c.Answers) is { IsEmpty: false } errors ? Refuse(errors)
        : c.Answers.IsEmpty ? Decision.Nothing
        : Decision.Accept(new AnswersSaved(c.Answers.OrEmpty(), c.Step, on));

    private static Decision Complete(TaskState state, string? outcome, ImmutableSortedDictionary<string, Answer>? answers, TaskEnd end, DecisionContext context)
    {
        var given = answers.OrEmpty();
        var form = state.Given!.Form;
        if (FormRules.Check(form, given) is { IsEmpty: false } wrong)
        {
            return Refuse(wrong);
        }

        var saved = given.IsEmpty ? state : TaskApply.Apply(state, new AnswersSaved(given, null, end.On));
        if (FormRules.Missing(form, saved.Answers) is { IsEmpty: false } missing)
        {
            return Refuse(missing);
        }

        var outcomes = state.Given.Outcomes.OrEmpty();
        var chosen = outcome ?? (outcomes.Length == 1 ? outcomes[0].Code : null);
        if (!outcomes.IsEmpty && outcomes.All(o => o.Code != chosen))
        {
            return Decision.Refuse(Refusal.Invalid("outcome", $"Choose one of {string.Join(", ", outcomes.Select(o => o.Code))}."));
        }

        if (state.Given.RequestedBy is { } asker && (Asking.PersonKey(asker) == end.By || Asking.PersonKey(asker) == end.OnBehalfOf))
        {
            return Decision.Refuse(new Refusal(RefusalKind.Forbidden, "task.own-request", "You asked for this approval. Another person decides it."));
        }

        Event done = new TaskCompleted(end with { Outcome = chosen });
        var accepted = given.IsEmpty ? Decision.Accept(done) : Decision.Accept(new AnswersSaved(given, null, end.On), done);
        return accepted
            .With(new ClearTimer(Ladder.Timer), new ClearTimer(Ladder.LaterTimer))
            .With(TaskMails.ToRecipient(state, "task-receipt", context));
    }

    private static string? ForWhom(DecisionContext context) => context.Origin.OnBehalfOf is { } other ? Asking.PersonKey(other) : null;

    private static Decision Refuse(ImmutableArray<FieldError> errors) => Decision.Refuse(
        Refusal.Invalid($"answers.{errors[0].Field}", string.Join(" ", errors.Select(e => $"{e.Field}: {e.Message}"))) with { Code = "task.answers" });
}
