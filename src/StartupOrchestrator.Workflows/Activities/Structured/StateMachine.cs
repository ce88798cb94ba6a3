using System.Globalization;
using System.Text.Json.Nodes;
using StartupOrchestrator.Workflows.Definitions;
using StartupOrchestrator.Workflows.Execution;
using ValueType = StartupOrchestrator.Workflows.Definitions.ValueType;

namespace StartupOrchestrator.Workflows.Activities.Structured;

/// <summary>
/// States joined by transitions. Entering a state runs its entry, then all triggers of its transitions wait; the first whose
/// condition holds wins, its action runs, then the exit of the state, then the next state is entered.
/// </summary>
[Activity("Elsa.StateMachine", 1, "Flow", "Executes a state machine made of named states and trigger-driven transitions.")]
[Input("states", "ICollection<Object>", Raw = true, Description = "The states: name, entry, exit.")]
[Input("transitions", "ICollection<Object>", Raw = true, Description = "The transitions: name, from, to, trigger, condition, action.")]
[Input("initialState", "String", Raw = true, Description = "The state it begins with.")]
[Input("currentState", "String", Raw = true, Description = "The state it begins with, before the initial one.")]
public sealed class StateMachine : Activity
{
    private static readonly ValueType Boolean = ValueType.Find("Boolean")!;

    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step) =>
        Enter(step, Given(step, "currentState") ?? Given(step, "initialState"));

    /// <inheritdoc/>
    protected internal override void ChildCompleted(ActivityContext step, CompletedChild child)
    {
        var tag = child.Tag ?? "";
        var phase = tag[..tag.IndexOf(':', StringComparison.Ordinal)];
        var index = int.Parse(tag[(phase.Length + 1)..], CultureInfo.InvariantCulture);
        switch (phase)
        {
            case "entry":
                WaitForTriggers(step);
                break;
            case "trigger":
                Triggered(step, index);
                break;
            case "action":
                Exit(step, index);
                break;
            case "exit":
                Enter(step, Transitions(step)[index].Text("to"));
                break;
        }
    }

    private static void Enter(ActivityContext step, string? state)
    {
        var index = States(step).FindIndex(s => s.Text("name") == state);
        if (string.IsNullOrWhiteSpace(state) || index < 0)
        {
            step.Complete();
            return;
        }

        step.Remember("state", state);
        if (!Run(step, "entry", string.Create(CultureInfo.InvariantCulture, $"states[{index}].entry"), index)) WaitForTriggers(step);
    }

    private static void WaitForTriggers(ActivityContext step)
    {
        var any = false;
        var transitions = Transitions(step);
        for (var i = 0; i < transitions.Count; i++)
        {
            if (!Leaves(step, transitions[i])) continue;
            any |= Run(step, "trigger", Port(i, "trigger"), i);
        }

        if (!any) step.Complete();
    }

    private static void Triggered(ActivityContext step, int index)
    {
        var transition = Transitions(step)[index];
        if (!Leaves(step, transition)) return;
        if (transition["condition"] is { } condition && !Values.Truth(step.Evaluate(condition, Boolean)))
        {
            Run(step, "trigger", Port(index, "trigger"), index);
            return;
        }

        foreach (var competitor in step.Instance.Children.Where(c => c.Status != ActivityStatus.Completed).ToList())
            Cancellation.Silently(step.Burst, competitor);
        step.Burst.Queue.Withdraw(step.Instance);
        if (!Run(step, "action", Port(index, "action"), index)) Exit(step, index);
    }

    private static void Exit(ActivityContext step, int index)
    {
        var transition = Transitions(step)[index];
        var state = States(step).FindIndex(s => s.Text("name") == transition.Text("from"));
        if (!Run(step, "exit", string.Create(CultureInfo.InvariantCulture, $"states[{state}].exit"), index)) Enter(step, transition.Text("to"));
    }

    private static bool Run(ActivityContext step, string phase, string port, int index)
    {
        if (step.Instance.Node.Child(port) is not { } node) return false;
        step.Schedule(node, string.Create(CultureInfo.InvariantCulture, $"{phase}:{index}"));
        return true;
    }

    private static bool Leaves(ActivityContext step, JsonObject transition) =>
        transition.Text("from") == (string?)step.Recall("state") && States(step).Any(s => s.Text("name") == transition.Text("to"));

    private static string Port(int index, string member) => string.Create(CultureInfo.InvariantCulture, $"transitions[{index}].{member}");

    private static List<JsonObject> States(ActivityContext step) => [.. (step.Element.Raw("states").Elements() ?? []).OfType<JsonObject>()];

    private static List<JsonObject> Transitions(ActivityContext step) => [.. (step.Element.Raw("transitions").Elements() ?? []).OfType<JsonObject>()];

    private static string? Given(ActivityContext step, string member)
    {
        var raw = step.Element.Raw(member);
        var text = Values.Text(raw is JsonObject input ? step.Evaluate(input, ValueType.Text) : raw);
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }
}
