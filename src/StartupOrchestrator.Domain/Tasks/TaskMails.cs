using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Effects;
using StartupOrchestrator.Domain.Actors.Shared;

namespace StartupOrchestrator.Domain.Tasks;

/// <summary>The mails that a task causes. What they say is read from the task when they leave.</summary>
internal static class TaskMails
{
    /// <summary>To the recipient, when the task is one for the page in the mail and its recipient is known.</summary>
    public static Effect[] ToRecipient(TaskState state, string template, DecisionContext context, JsonObject? data = null) =>
        state.Given is { OnTaskPage: true } && state.Assignee.Person is { } person ? To(person, template, context, data) : [];

    /// <summary>To the member of staff who answers questions, or who gave the task.</summary>
    public static Effect[] ToStaff(TaskState state, string template, DecisionContext context, JsonObject? data = null) =>
        (state.Given?.QuestionsTo ?? state.Given?.GivenBy) is { } person ? To(person, template, context, data) : [];

    /// <summary>To a person.</summary>
    public static Effect[] To(string person, string template, DecisionContext context, JsonObject? data = null)
    {
        var all = data ?? [];
        all["task"] = context.Self.ToString();
        return [new SendMail(context.DeriveId($"mail:{template}"), template, new ActorId(ActorKind.Person, Asking.PersonKey(person)), all)];
    }
}
