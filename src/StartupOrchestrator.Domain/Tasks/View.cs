using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;

namespace StartupOrchestrator.Domain.Tasks;

/// <summary>The row of a task.</summary>
internal static class TaskView
{
    public static ViewRow? Of(TaskState state)
    {
        if (!state.Exists || state.Given is not { } given)
        {
            return null;
        }

        var waits = !state.Ended && state.Status != StartupTaskStatus.Blocked;
        return given.Scope.Into(new ViewRow
        {
            Type = given.Kind ?? given.Code,
            Status = StatusName.Of(state.Status),
            Code = given.Code,
            Title = Title(given),
            Owner = state.ClaimedBy ?? state.Assignee.Person ?? state.Assignee.Role,
            Due = state.Due,
            WaitingOn = waits ? state.Side : null,
            WaitingSince = waits ? state.Since : null,
            Doc = new JsonObject()
                .Set("role", state.Assignee.Role).Set("person", state.Assignee.Person).Set("claimedBy", state.ClaimedBy)
                .Set("roleEmpty", state.Assignee is { Person: null } && Party.IsSiteRole(state.Assignee.Role))
                .Set("givenOn", given.On).Set("givenBy", given.GivenBy).Set("why", given.Why).Set("statutoryDue", given.StatutoryDue).Set("timeZone", given.TimeZone)
                .Set("since", state.Since).Set("onTaskPage", given.OnTaskPage).Set("estimatedMinutes", given.EstimatedMinutes)
                .Set("relatedActor", given.RelatedActor?.ToString()).Set("requiredFor", [.. StatusName.Of(given.RequiredFor.OrEmpty())])
                .Set("outcome", state.End?.Outcome).Set("endedOn", state.End?.On).Set("endedBy", state.End?.By).Set("onBehalfOf", state.End?.OnBehalfOf)
                .Set("channel", state.End?.Channel is { } channel ? StatusName.Of(channel) : null).Set("evidence", state.End?.Evidence?.Sha256).Set("reasonCode", state.End?.ReasonCode)
                .Set("questions", state.Questions.Length == 0 ? null : state.Questions.Length).Set("questionOpen", state.OpenQuestion is not null)
                .Set("question", state.OpenQuestion?.Question).Set("declinedBy", state.DeclinedBy).Set("forward", state.Forward)
                .Set("reminders", state.Reminders == 0 ? null : state.Reminders).Set("laterOn", state.LaterOn).Set("escalatedOn", state.EscalatedOn)
                .Set("escalatedTo", state.EscalatedOn is null ? null : given.Escalation?.Role ?? "SUL").Set("reopened", state.Reopened == 0 ? null : state.Reopened)
                .Set("requestedBy", given.RequestedBy)
                .NestAll("outcomes", given.Outcomes).NestAll("thread", state.Questions)
                .Nest("form", given.Form).Nest("answers", state.Answers),
        });
    }

    private static string Title(TaskCreated given) =>
        given.Parameters.OrEmpty().Aggregate(given.Title, (title, p) => title.Replace("{" + p.Key + "}", p.Value, StringComparison.Ordinal));
}
