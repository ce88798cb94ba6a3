using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Activities.StartUp.Shared;

/// <summary>
/// Base of the start-up activities: they send commands to actors and wait for facts that confirm them, so that the plan
/// never runs ahead of what it asked for. A refused command makes the step a blocked one, with the refusal's words.
/// </summary>
public abstract class StartUpActivity : Activity
{
    /// <summary>Kind and name of the wait by which the host tells that a command of this step was refused.</summary>
    public const string Refused = "refusal";

    /// <summary>Sends a command to an actor and listens for its refusal.</summary>
    protected static void Tell(ActivityContext step, ActorId actor, Command command)
    {
        step.Effects.Tell(actor.ToString(), CommandJson.Write(command));
        if (!step.Waits.IsOpen(Refused))
        {
            step.Waits.For(Refused, null, Refused);
        }
    }

    /// <summary>Sends a command whose refusal does not matter: what it asks for may be so already.</summary>
    protected static void TellOnly(ActivityContext step, ActorId actor, Command command) =>
        step.Effects.Tell(actor.ToString(), CommandJson.Write(command));

    /// <inheritdoc/>
    protected internal sealed override void Resume(ActivityContext step, Resumption resumption)
    {
        if (resumption.Name == Refused)
        {
            var refusal = resumption.Payload as JsonObject ?? [];
            OnRefused(step, new RefusedCommand(
                (string?)refusal["target"] ?? "", (string?)refusal["command"] ?? "", (string?)refusal["code"] ?? "", (string?)refusal["message"] ?? "It was refused."));
            return;
        }

        Arrived(step, resumption.Name, resumption.Payload);
    }

    /// <summary>A wait ended: a fact holds, a timer is due, a child is over.</summary>
    protected abstract void Arrived(ActivityContext step, string wait, JsonNode? payload);

    /// <summary>A command of this step was refused. By default the step is blocked with the refusal's words.</summary>
    protected virtual void OnRefused(ActivityContext step, RefusedCommand refusal) =>
        step.Block($"{refusal.Message} (asked of {refusal.Target}). Put it right there, then retry this step; or skip it.");

    /// <summary>A fact of a status: lower case, words joined by hyphens.</summary>
    protected static string Status(string status) => "status:" + Hyphened(status);

    /// <summary>The outcome that stands for a status: <c>not-applicable</c> is NotApplicable.</summary>
    protected static string Pascal(string words) =>
        string.Concat(words.Split('-', StringSplitOptions.RemoveEmptyEntries).Select(w => char.ToUpperInvariant(w[0]) + w[1..]));

    /// <summary>InStartUp is in-start-up.</summary>
    protected static string Hyphened(string name)
    {
        var text = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsUpper(c) && text.Length > 0 && text[^1] != '-')
            {
                text.Append('-');
            }

            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }

    /// <summary>A value of an enumeration by its name in any spelling; blocks nothing, throws with the choices.</summary>
    /// <exception cref="ActivityFaultException">There is no such value.</exception>
    protected static T Choice<T>(string? name, string what)
        where T : struct, Enum =>
        Enum.TryParse<T>(name?.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var value) && Enum.IsDefined(value)
            ? value
            : throw new ActivityFaultException($"'{name}' is no {what}. Choose one of: {string.Join(", ", Enum.GetNames<T>().Select(Hyphened))}.");

    /// <summary>An actor's id from an input.</summary>
    /// <exception cref="ActivityFaultException">It is missing or no actor id.</exception>
    protected static ActorId Id(ActivityContext step, string input) =>
        ActorId.TryParse(step.Text(input), out var id) ? id
        : throw new ActivityFaultException($"Input '{input}' must be the id of an actor, for example document/abc; it is '{step.Text(input)}'.");

    /// <summary>An id for something that this execution creates; another one after each retry.</summary>
    protected static string NewKey(ActivityContext step, string purpose) =>
        DerivedId.From(step.WorkflowInstanceId, step.ActivityInstanceId, purpose, Tries(step).ToString(CultureInfo.InvariantCulture));

    /// <summary>Counts executions of this activity; call it once, first in Execute, where a retry must create anew.</summary>
    protected static void CountTry(ActivityContext step) => step.Remember("tries", Tries(step) + 1);

    /// <summary>A date from an input; null when not given.</summary>
    protected static LocalDate? Date(ActivityContext step, string input) =>
        LocalDatePattern.Iso.Parse(step.Text(input) ?? "") is { Success: true } date ? date.Value : null;

    private static int Tries(ActivityContext step) => step.Recall("tries") is JsonValue v && v.TryGetValue<int>(out var n) ? n : 0;
}

/// <summary>A command that an actor refused.</summary>
/// <param name="Target">Who refused.</param>
/// <param name="Command">Contract name of the command.</param>
/// <param name="Code">Code of the refusal.</param>
/// <param name="Message">Words of the refusal.</param>
public sealed record RefusedCommand(string Target, string Command, string Code, string Message);
