using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Effects;
using StartupOrchestrator.Domain.Actors.Shared;

namespace StartupOrchestrator.Domain.Tasks;

/// <summary>Reminders and escalation. A timer that comes late finds the task ended or the rung behind, and does nothing.</summary>
internal static class TaskReminders
{
    public static Decision Remind(TaskState state, RemindTask c, Ladder ladder, DecisionContext context)
    {
        var timer = context.Origin.IsSystem();
        if (state.Ended || state.Status == StartupTaskStatus.Blocked)
        {
            return timer ? Decision.Nothing : Decision.Refuse(TaskRules.NotOpen(state, "reminding"));
        }

        if (c.Rung < state.Rung)
        {
            return Decision.Nothing;
        }

        if (!timer && state.Assignee.Person is null)
        {
            return Decision.Refuse(Refusal.Invalid("assignee", $"Nobody holds the role {state.Assignee.Role} yet. Assign a contact, or give the task to a person."));
        }

        var today = context.Today(state.Given?.TimeZone);
        var e = new TaskReminded(c.Rung, today);
        var after = TaskApply.Apply(state, e);
        return Decision.Accept(e).With([
            .. Recipient(state, context),
            .. c.Rung is null ? [] : ladder.Arm(after, today),
            .. timer || state.LaterOn is null ? Array.Empty<Effect>() : [new ClearTimer(Ladder.LaterTimer)],
        ]);
    }

    public static Decision Escalate(TaskState state, Ladder ladder, DecisionContext context)
    {
        if (state.Ended || state.Status == StartupTaskStatus.Blocked)
        {
            return context.Origin.IsSystem() ? Decision.Nothing : Decision.Refuse(TaskRules.NotOpen(state, "escalating"));
        }

        var role = state.Given?.Escalation?.Role ?? "SUL";
        var today = context.Today(state.Given?.TimeZone);
        var e = new TaskEscalated(role, state.Given?.Escalation?.Person, context.Origin.IsSystem() ? ladder.EscalationRung(state) : null, today);
        Effect[] mail = state.Given?.Escalation?.Person is { } person ? TaskMails.To(person, "task-escalated", context) : [];
        return Decision.Accept(e).With([.. mail, .. context.Origin.IsSystem() ? ladder.Arm(TaskApply.Apply(state, e), today) : []]);
    }

    // A task whose turn is ours (an open question) reminds us on our lists, not the site by mail.
    private static Effect[] Recipient(TaskState state, DecisionContext context) =>
        state.OpenQuestion is not null || state.DeclinedBy is not null ? [] : TaskMails.ToRecipient(state, "task-reminder", context);
}
