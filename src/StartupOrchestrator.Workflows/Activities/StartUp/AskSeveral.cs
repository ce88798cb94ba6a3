using System.Globalization;
using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Tasks;
using StartupOrchestrator.Workflows.Activities.StartUp.Shared;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Activities.StartUp;

/// <summary>
/// Asks several roles the same and goes on when enough of them have agreed: all, any, or a number. Each gets a task of its
/// own. When enough can no longer agree the plan goes on by NotEnough; tasks that are not needed any more are withdrawn.
/// </summary>
[Activity("Startup.AskSeveral", 1, "Tasks", "Asks several roles for a decision and goes on when all, any or a number of them have agreed.", Label = "Decision of several")]
[Input("kind", "String", Required = true, Label = "Kind", Description = "Stable code for statistics, for example protocol-sign-off.")]
[Input("title", "String", Required = true, Label = "Title")]
[Input("what", "String", Editor = "multi-line", Label = "What to look at")]
[Input("why", "String", Editor = "multi-line", Label = "Why it matters")]
[Input("roles", "ICollection<String>", Required = true, Editor = "multi-text", Label = "Who decides", Description = "Role codes, each once, for example SUL, MED, REG.")]
[Input("need", "String", Default = "all", Label = "Needed", Description = "all, any, or a number.")]
[Input("choices", "ICollection<String>", Label = "Choices", Description = "The first one agrees. Approved and Rejected when empty.")]
[Input("meaning", "String", Label = "What agreeing means", Description = "Shown with the decision and kept with it, for example: I have reviewed the package and release it for submission.")]
[Input("form", "Object", Editor = "json", Label = "Questions", Description = "Fields to fill in with the decision.")]
[Input("dueIn", "Int32", Default = 5, Label = "Due in (business days)")]
[Input("estimatedMinutes", "Int32", Default = 15, Label = "Takes about (minutes)")]
[Input("reminders", "ICollection<Int32>", Label = "Reminders after (business days)")]
[Input("escalateTo", "String", Label = "Then tell", Description = "Role that is told three business days after the due date.")]
[Input("about", "String", Label = "About", Description = "Id of what is decided on.")]
[Output("Decisions", "Object", "Each decision: role, outcome, on, answers.")]
[Output("Agreed", "Int32", "How many agreed.")]
[Outcome("Agreed", Share = 0.9)]
[Outcome("NotEnough", Share = 0.1, Description = "So many did not agree that the number can no longer be reached.")]
[Waits("decisions", "the roles", 5, 12)]
public sealed class AskSeveral : StartUpActivity
{
    private const string Tasks = "tasks", Decisions = "decisions", Need = "need", Agrees = "agrees";

    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        CountTry(step);
        var roles = step.List("roles").Select(Values.Text).OfType<string>().Where(r => r.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        var choices = step.List("choices").Select(Values.Text).OfType<string>().ToList();
        if (choices.Count == 0) choices = ["Approved", "Rejected"];
        var need = NeedOf(step.Text("need"), roles.Count);
        if (roles.Count == 0 || need > roles.Count)
        {
            step.Block($"{need} of {roles.Count} roles are to agree, which can never be. Name as many roles as are needed, then retry this step.");
            return;
        }

        step.Remember(Need, need);
        step.Remember(Agrees, choices[0]);
        step.Remember(Decisions, new JsonArray());
        var tasks = new JsonObject();
        foreach (var role in roles)
        {
            var order = TaskOrder.From(step, role, "approval") with { Outcomes = [.. choices] };
            if (step.Text("meaning") is { Length: > 0 } meaning) order = order with { Parameters = order.Parameters.SetItem("meaning", meaning) };
            var task = new ActorId(ActorKind.Task, NewKey(step, $"{order.Code}:{role}"));
            tasks[role] = task.ToString();
            Tell(step, task, order.Command(step));
            step.Waits.ForFact(task.ToString(), "done", order.Wait(step), $"done:{role}");
            step.Waits.ForFact(task.ToString(), Status("cancelled"), name: $"cancelled:{role}");
            step.Waits.ForFact(task.ToString(), Status("skipped"), name: $"skipped:{role}");
        }

        step.Remember(Tasks, tasks);
    }

    /// <inheritdoc/>
    protected override void Arrived(ActivityContext step, string wait, JsonNode? payload)
    {
        var parts = wait.Split(':', 2);
        if (parts.Length != 2 || step.Recall(Tasks) is not JsonObject tasks || tasks[parts[1]] is null) return;
        var result = payload as JsonObject ?? [];
        var decided = (JsonArray)(step.Recall(Decisions)?.DeepClone() ?? new JsonArray());
        if (decided.OfType<JsonObject>().Any(d => (string?)d["role"] == parts[1])) return;
        decided.Add(new JsonObject
        {
            ["role"] = parts[1],
            ["outcome"] = parts[0] == "done" ? (string?)result["outcome"] : "LeftOut",
            ["on"] = (string?)result["on"],
            ["answers"] = TaskAnswers.Flatten(result["answers"]),
        });
        step.Remember(Decisions, decided);
        Decide(step, decided, tasks.Count);
    }

    /// <inheritdoc/>
    protected internal override void Cancelled(ActivityContext step) => Withdraw(step);

    private static void Decide(ActivityContext step, JsonArray decided, int asked)
    {
        var need = (int)(Values.Number(step.Recall(Need)) ?? asked);
        var agrees = Values.Text(step.Recall(Agrees));
        var agreed = decided.OfType<JsonObject>().Count(d => (string?)d["outcome"] == agrees);
        var outcome = agreed >= need ? "Agreed" : agreed + asked - decided.Count < need ? "NotEnough" : null;
        if (outcome is null) return;
        Withdraw(step);
        step.SetOutput("Decisions", decided.DeepClone());
        step.SetOutput("Agreed", agreed);
        step.Complete(outcome, "Done");
    }

    /// <summary>Withdraws the tasks that nobody has decided yet.</summary>
    private static void Withdraw(ActivityContext step)
    {
        var decided = (step.Recall(Decisions) as JsonArray ?? []).OfType<JsonObject>().Select(d => (string?)d["role"]).ToHashSet();
        foreach (var (role, task) in step.Recall(Tasks) as JsonObject ?? [])
            if (!decided.Contains(role)) TellOnly(step, ActorId.Parse((string)task!), new CancelTask("enough-decided"));
    }

    private static int NeedOf(string? need, int roles) => need?.Trim().ToLowerInvariant() switch
    {
        null or "" or "all" => roles,
        "any" => 1,
        var number => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0
            ? n
            : throw new ActivityFaultException($"'{number}' is no number of roles that are needed. Write all, any, or a number from 1"),
    };
}
