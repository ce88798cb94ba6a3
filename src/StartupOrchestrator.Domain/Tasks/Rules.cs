using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Effects;
using StartupOrchestrator.Domain.Actors.Facts;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Countries.Packs;

namespace StartupOrchestrator.Domain.Tasks;

/// <summary>What a command to a task leads to.</summary>
internal sealed class TaskRules(CountryPackCatalog packs)
{
    private readonly Ladder ladder = new(packs);

    public Decision Decide(TaskState state, Command command, DecisionContext context)
    {
        if (command is CreateTask create)
        {
            return state.Exists ? context.Exists("task") : TaskCreation.Create(create, ladder, context);
        }

        if (!state.Exists)
        {
            return context.NotThere("task");
        }

        return command switch
        {
            UnblockTask => state.Status != StartupTaskStatus.Blocked ? Decision.Nothing : Unblock(state, context),
            StartTask c => state.Status == StartupTaskStatus.InProgress ? Decision.Nothing : Open(state, "starting", c.On, context, on => Decision.Accept(new TaskStarted(on))),
            WaitTask c => Wait(state, c, context),
            SaveAnswers or CompleteTask or CompleteOnBehalf => TaskAnswers.Decide(state, command, ladder, context),
            AskQuestion or ReplyToQuestion or DeclineNotMe or RemindLater => TaskConversation.Decide(state, command, context),
            RemindTask c => TaskReminders.Remind(state, c, ladder, context),
            EscalateTask => TaskReminders.Escalate(state, ladder, context),
            DelegateTask or ClaimTask or ReleaseTask => TaskAssignment.Decide(state, command, context),
            FactChanged c => TaskAssignment.ContactChanged(state, c, context),
            ChangeDue c => Due(state, c, context),
            CancelTask c => End(state, "cancelling", c.ReasonCode, context, end => new TaskCancelled(end)),
            SkipTask c => End(state, "skipping", c.ReasonCode, context, end => new TaskSkipped(end)),
            ReopenTask c => Reopen(state, c, context),
            IssueLink c => Link(state, c, context),
            RevokeLinks c => state.Links.All(l => l.Revoked || (c.Person is not null && l.Person != c.Person)) ? Decision.Nothing : Decision.Accept(new LinksRevoked(c.Person, null)),
            _ => context.NotUnderstood(command),
        };
    }

    /// <summary>Refuses on an ended or blocked task, and on a date in the future.</summary>
    internal static Decision Open(TaskState state, string act, LocalDate? on, DecisionContext context, Func<LocalDate, Decision> then) =>
        state.Ended || state.Status == StartupTaskStatus.Blocked ? Decision.Refuse(NotOpen(state, act))
        : context.TryDate(on, state.Given?.TimeZone, out var date, out var wrong) ? then(date)
        : Decision.Refuse(wrong);

    internal static Refusal NotOpen(TaskState state, string act) => Refusal.NotAllowed(
        $"Task '{state.Given?.Title}'", act, StatusName.Of(state.Status), state.Ended ? ["reopen"] : ["unblock", "cancel", "skip"]);

    private Decision.Accepted Unblock(TaskState state, DecisionContext context)
    {
        var e = new TaskUnblocked(context.Today(state.Given?.TimeZone));
        var after = TaskApply.Apply(state, e);
        return Decision.Accept(e).With([.. ladder.Arm(after, e.On), .. TaskMails.ToRecipient(after, "task-assigned", context)]);
    }

    private static Decision Wait(TaskState state, WaitTask c, DecisionContext context) => !Party.All.Contains(c.WaitingOn)
        ? Decision.Refuse(Refusal.Invalid("waitingOn", $"'{c.WaitingOn}' is nobody to wait on. Choose one of {string.Join(", ", Party.All.Order(StringComparer.Ordinal))}."))
        : Open(state, "waiting", c.On, context, on => state.WaitingOn == c.WaitingOn ? Decision.Nothing : Decision.Accept(new TaskWaiting(c.WaitingOn, on)));

    private Decision Due(TaskState state, ChangeDue c, DecisionContext context)
    {
        if (state.Ended)
        {
            return Decision.Refuse(NotOpen(state, "changing the due date"));
        }

        if (state.Due == c.Due)
        {
            return Decision.Nothing;
        }

        var later = state.Due is { } before && (c.Due is not { } to || to > before);
        if (later && context.Origin.Cause is null && context.MissingReason("move a due date later") is { } missing)
        {
            return Decision.Refuse(missing);
        }

        var e = new TaskDueChanged(state.Due, c.Due);
        return Decision.Accept(e).With(ladder.Arm(TaskApply.Apply(state, e), context.Today(state.Given?.TimeZone)));
    }

    private static Decision End(TaskState state, string act, string? reasonCode, DecisionContext context, Func<TaskEnd, Event> e) =>
        state.Ended ? Decision.Refuse(NotOpen(state, act))
        : context.Origin.Cause is null && reasonCode is null && context.MissingReason(act == "skipping" ? "skip a task" : "cancel a task") is { } missing ? Decision.Refuse(missing)
        : Decision.Accept(e(new TaskEnd(context.Today(state.Given?.TimeZone), context.Actor(), ReasonCode: reasonCode)))
            .With(new ClearTimer(Ladder.Timer), new ClearTimer(Ladder.LaterTimer));

    private Decision Reopen(TaskState state, ReopenTask c, DecisionContext context)
    {
        if (!state.Ended)
        {
            return Decision.Refuse(Refusal.NotAllowed($"Task '{state.Given?.Title}'", "reopening", StatusName.Of(state.Status), "complete", "cancel", "skip"));
        }

        if (context.Origin.Cause is null && context.MissingReason("reopen a task") is { } missing)
        {
            return Decision.Refuse(missing);
        }

        var e = new TaskReopened(state.Status, state.End, state.Due, c.Due ?? state.Due, context.Today(state.Given?.TimeZone));
        var after = TaskApply.Apply(state, e);
        return Decision.Accept(e)
            .With([.. ladder.Arm(after, e.On), .. TaskMails.ToRecipient(after, "task-assigned", context)])
            .Answering(new System.Text.Json.Nodes.JsonObject { ["from"] = StatusName.Of(state.Status), ["to"] = "open", ["reopened"] = after.Reopened });
    }

    private static Decision Link(TaskState state, IssueLink c, DecisionContext context) =>
        state.Links.Any(l => l.Hash == c.Hash) ? Decision.Nothing
        : state.Ended ? Decision.Refuse(NotOpen(state, "making a link"))
        : c.Expires <= context.Now ? Decision.Refuse(Refusal.Invalid("expires", "The link would have expired already."))
        : Decision.Accept(new LinkIssued(c.Hash, Asking.PersonKey(c.Person), c.Expires));
}
