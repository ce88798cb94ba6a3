using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Gates;
using StartupOrchestrator.Domain.Persistence;
using StartupOrchestrator.Domain.Tasks;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Activities.StartUp.Shared;

/// <summary>A task in the making: what a step asks of a person, with its due rule, ladder and escalation.</summary>
internal sealed record TaskOrder(string Code, string Title, string Assignee)
{
    private static readonly int[] SiteLadder = [3, 7, 12];

    public string Kind { get; init; } = "task";

    public string? What { get; init; }

    public string? Why { get; init; }

    public int DueIn { get; init; } = 5;

    public LocalDate? DueOn { get; init; }

    public int? EstimatedMinutes { get; init; }

    public TaskForm? Form { get; init; }

    public ImmutableArray<string> Outcomes { get; init; } = [];

    public ImmutableArray<int>? Reminders { get; init; }

    public string? EscalateTo { get; init; }

    public ActorId? About { get; init; }

    public ImmutableArray<Gate> RequiredFor { get; init; } = [];

    public ImmutableSortedDictionary<string, string> Parameters { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Reads what AssignTask and Approval have in common.</summary>
    public static TaskOrder From(ActivityContext step, string assignee, string kind) => new(
        step.Text("kind") ?? step.Element.Id, step.Text("title") ?? step.Element.DisplayName ?? step.Element.Id, assignee)
    {
        Kind = kind,
        What = step.Text("what"),
        Why = step.Text("why"),
        DueIn = (int)step.Number("dueIn")!,
        EstimatedMinutes = step.Number("estimatedMinutes") is { } minutes ? (int)minutes : null,
        Form = FormOf(step.Input("form")),
        Reminders = step.Input("reminders") is JsonArray rungs ? [.. rungs.Select(r => (int)(Values.Number(r) ?? 0))] : null,
        EscalateTo = step.Text("escalateTo"),
        About = ActorId.TryParse(step.Text("about"), out var about) ? about : null,
    };

    /// <summary>Day by which it is due, in the plan's calendar.</summary>
    public LocalDate Due(ActivityContext step) => DueOn ?? PlanCalendar.After(step, DueIn);

    /// <summary>What the step waits for, in words.</summary>
    public Wait Wait(ActivityContext step) => new(Assignee, Title, Due(step).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>The command that gives the task.</summary>
    public CreateTask Command(ActivityContext step)
    {
        var site = Party.IsSiteRole(Assignee);
        var ladder = Reminders ?? (site ? [.. SiteLadder] : []);
        var escalate = EscalateTo ?? (site ? "SUS" : "SUL");
        var parameters = What is null ? Parameters : Parameters.SetItem("what", What);
        return new CreateTask(
            Code, Title, PlanScope.Of(step), new Assignee(Assignee), Kind, parameters.IsEmpty ? null : parameters, Why, Due(step),
            TimeZone: PlanCalendar.Zone(step).Id, Form: Form, Outcomes: [.. Outcomes.Select(o => new TaskOutcome(o, ActivityDescriptor.Words(o)))],
            OnTaskPage: site, EstimatedMinutes: EstimatedMinutes, Reminders: [.. ladder.Select(d => new ReminderRung(d, ReminderFrom.Given))],
            Escalation: escalate == Assignee ? null : new Escalation(escalate, 3), RelatedActor: About, RequiredFor: RequiredFor);
    }

    private static TaskForm? FormOf(JsonNode? fields)
    {
        if (fields is not JsonArray { Count: > 0 } array)
        {
            return null;
        }

        try
        {
            return new TaskForm(array.Deserialize<ImmutableArray<FormField>>(DomainJson.Options));
        }
        catch (JsonException e)
        {
            throw new ActivityFaultException($"The form of this step cannot be read at {e.Path}: {e.Message}");
        }
    }
}
