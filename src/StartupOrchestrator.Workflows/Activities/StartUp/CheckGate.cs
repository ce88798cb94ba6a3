using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Gates;
using StartupOrchestrator.Domain.Tasks;
using StartupOrchestrator.Workflows.Activities.StartUp.Shared;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Activities.StartUp;

/// <summary>
/// Brings the site to one of its two gates: one person requests it, another approves it, both on the site's page, where the
/// conditions and their evidence stand. The plan only puts it on their lists and waits for the decision.
/// </summary>
[Activity("Startup.CheckGate", 1, "Gates", "Has a gate requested by one person and approved by another.", Label = "Gate")]
[Input("gate", "String", Editor = "dropdown", Required = true, Label = "Gate", Options = ["ip-release", "activation"])]
[Input("requester", "String", Editor = "dropdown", Default = "SUS", Label = "Who requests", Options = ["SUS", "CRA", "CTA", "SUL"])]
[Input("approver", "String", Editor = "dropdown", Default = "RRO", Label = "Who approves", Options = ["RRO", "SUL", "SPO", "REG", "QP", "CTM"])]
[Input("dueIn", "Int32", Default = 3, Label = "Due in (business days)")]
[Input("typicalDays", "Double", Label = "Typical (P50, business days)")]
[Input("cautiousDays", "Double", Label = "Cautious (P80, business days)")]
[Outcome("Approved", Share = 0.95)]
[Outcome("Rejected", Share = 0.05)]
[Waits("request", "requester", 1, 2)]
[Waits("decision", "approver", 1, 3)]
public sealed class CheckGate : TaskActivity
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        var gate = Hyphened(Choice<Gate>(step.Text("gate"), "gate").ToString());
        var site = PlanScope.Actor(step, "site").ToString();
        Give(step, Order(step, gate, "request", step.Text("requester")!));
        step.Waits.ForFact(site, $"gate:{gate}:requested", new Wait(step.Text("requester")!, $"request {gate}"));
        step.Waits.ForFact(site, $"gate:{gate}:approved", new Wait(step.Text("approver")!, $"decide {gate}"));
    }

    /// <inheritdoc/>
    protected override void Arrived(ActivityContext step, string wait, JsonNode? payload)
    {
        var gate = Hyphened(Choice<Gate>(step.Text("gate"), "gate").ToString());
        switch (wait.StartsWith("gate:", StringComparison.Ordinal) ? wait[(wait.LastIndexOf(':') + 1)..] : wait)
        {
            case "requested":
                Tick(step);
                WaitNoLonger(step);
                Give(step, Order(step, gate, "decide", step.Text("approver")!));
                if (!step.Waits.IsOpen($"gate:{gate}:rejected"))
                {
                    step.Waits.ForFact(PlanScope.Actor(step, "site").ToString(), $"gate:{gate}:rejected");
                }

                break;
            case "approved":
                Tick(step);
                step.Complete("Approved");
                break;
            case "rejected":
                Tick(step);
                step.Complete("Rejected");
                break;
            default:
                base.Arrived(step, wait, payload);
                break;
        }
    }

    /// <summary>Ticked off on the list; the gate itself still waits.</summary>
    protected override void Done(ActivityContext step, JsonObject result)
    {
    }

    /// <inheritdoc/>
    protected override void Skipped(ActivityContext step)
    {
    }

    private static void Tick(ActivityContext step)
    {
        if (Given(step) is { } task)
        {
            TellOnly(step, task, new CompleteTask());
            step.Remember("task", null);
        }
    }

    private static TaskOrder Order(ActivityContext step, string gate, string act, string role) => new(
        $"gate-{act}-{gate}", $"{(act == "request" ? "Request" : "Decide on")} {(gate == "ip-release" ? "IP release" : "site activation")}", role)
    {
        Kind = act == "request" ? "staff-task" : "approval",
        What = "The site's page lists the conditions with their evidence, and what is still open with its owner.",
        Why = gate == "ip-release" ? "IP may be shipped only after it." : "The site may screen only after it.",
        DueIn = (int)step.Number("dueIn")!,
        EstimatedMinutes = 20,
        About = PlanScope.Actor(step, "site"),
    };
}
