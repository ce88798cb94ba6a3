using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Effects;
using StartupOrchestrator.Domain.Actors.Facts;
using StartupOrchestrator.Domain.Actors.Shared;

namespace StartupOrchestrator.Domain.Tasks;

/// <summary>Who is to do it: by staff, by the role, or by whoever holds a role at the site.</summary>
internal static class TaskAssignment
{
    /// <summary>The task's name for its wait on the site's contact.</summary>
    public const string Token = "assignee";

    public static Decision Decide(TaskState state, Command command, DecisionContext context)
    {
        if (state.Ended)
        {
            return Decision.Refuse(TaskRules.NotOpen(state, "assigning"));
        }

        var today = context.Today(state.Given?.TimeZone);
        return command switch
        {
            DelegateTask { To: { Role: null, Person: null } } => Decision.Refuse(Refusal.Invalid("to", "Say who is to do it: a role or a person.")),
            DelegateTask c => c.To == state.Assignee && state.DeclinedBy is null ? Decision.Nothing : Assign(state, c.To, isFixed: true, context),
            ClaimTask => Claim(state, context),
            ReleaseTask => state.ClaimedBy is null ? Decision.Nothing : Decision.Accept(new TaskClaimed(state.ClaimedBy, null, today)),
            _ => context.NotUnderstood(command),
        };
    }

    /// <summary>The site says who holds the role now.</summary>
    public static Decision ContactChanged(TaskState state, FactChanged c, DecisionContext context)
    {
        if (c.Token != Token || state.Ended || state.AssigneeFixed)
        {
            return Decision.Nothing;
        }

        var person = c.Holds ? c.Data?["person"]?.GetValue<string>() : null;
        return person == state.Assignee.Person ? Decision.Nothing : Assign(state, state.Assignee with { Person = person }, isFixed: false, context);
    }

    private static Decision Claim(TaskState state, DecisionContext context)
    {
        var me = context.Actor();
        return context.Origin.IsSystem() ? Decision.Refuse(new Refusal(RefusalKind.Forbidden, "task.claim", "Only a person can take a task."))
            : state.ClaimedBy == me ? Decision.Nothing
            : state.ClaimedBy is not null ? Decision.Refuse(Refusal.NotAllowed($"Task '{state.Given?.Title}'", "taking it", "taken by somebody else", "release", "delegate"))
            : Decision.Accept(new TaskClaimed(null, me, context.Today(state.Given?.TimeZone)));
    }

    private static Decision.Accepted Assign(TaskState state, Assignee to, bool isFixed, DecisionContext context)
    {
        to = to with { Person = to.Person is { } p ? Asking.PersonKey(p) : null };
        var e = new TaskAssigned(state.Assignee, to, isFixed, context.Today(state.Given?.TimeZone));
        var after = TaskApply.Apply(state, e);
        var accepted = state.Links.Any(l => !l.Revoked && l.Person != to.Person) ? Decision.Accept(e, new LinksRevoked(null, to.Person)) : Decision.Accept(e);
        Effect[] mail = state.Status == StartupTaskStatus.Blocked || to.Person == state.Assignee.Person ? [] : TaskMails.ToRecipient(after, "task-assigned", context);
        return accepted.With(mail);
    }
}
