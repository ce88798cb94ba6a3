using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Effects;
using StartupOrchestrator.Domain.Actors.Facts;
using StartupOrchestrator.Domain.Actors.Shared;

namespace StartupOrchestrator.Domain.Tasks;

/// <summary>Giving a task.</summary>
internal static class TaskCreation
{
    public static Decision Create(CreateTask c, Ladder ladder, DecisionContext context)
    {
        if (Wrong(c) is { } refusal)
        {
            return Decision.Refuse(refusal);
        }

        var e = new TaskCreated(
            c.Code, c.Title, c.Scope, c.Assignee, c.Kind, c.Parameters, c.Why, c.Due, c.StatutoryDue, c.TimeZone, c.Form, c.Outcomes.OrEmpty(), c.OnTaskPage,
            c.EstimatedMinutes, c.Reminders.OrEmpty(), c.Escalation, c.RelatedActor, c.Blocked, c.RequiredFor.OrEmpty(), c.RequestedBy, c.QuestionsTo,
            context.Origin.IsSystem() ? null : context.Actor(), context.Today(c.TimeZone));
        var after = TaskApply.Apply(new TaskState(), e);
        Effect[] mail = c.Blocked ? [] : TaskMails.ToRecipient(after, "task-assigned", context);
        Effect[] enter = e.RequiredFor.IsEmpty ? [] : Registers.EnterAt(context.Self, c.Scope, c.Code, e.RequiredFor);
        Effect[] timers = c.Blocked ? [] : [.. ladder.Arm(after, e.On).Where(t => t is SetTimer)];
        return Decision.Accept(e).With([.. timers, .. mail, .. enter, .. Follow(c, context.Self)]);
    }

    // The site tells who holds the role, now and whenever that changes.
    private static Effect[] Follow(CreateTask c, ActorId self) =>
        c.Assignee is { Person: null, Role: { } role } && Party.IsSiteRole(role) && c.Scope.SiteActor is { } site
            ? [new Tell(site, new AwaitFact($"contact:{role}", self, TaskAssignment.Token), "assignee")]
            : [];

    private static Refusal? Wrong(CreateTask c) =>
        c.Code.Length == 0 ? Refusal.Invalid("code", "Name the kind of task, for example return-cv.")
        : c.Title.Length == 0 ? Refusal.Invalid("title", "Say in words what is to be done.")
        : c.Assignee is { Role: null, Person: null } ? Refusal.Invalid("assignee", "Say who is to do it: a role or a person.")
        : c.TimeZone is { } zone && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null ? Refusal.Invalid("timeZone", $"'{zone}' is not an IANA time zone, for example Europe/Warsaw.")
        : FormRules.CheckForm(c.Form) is { } form ? Refusal.Invalid("form", form)
        : c.Outcomes.OrEmpty().GroupBy(o => o.Code).Any(g => g.Count() > 1) ? Refusal.Invalid("outcomes", "Two outcomes have the same code.")
        : null;
}
