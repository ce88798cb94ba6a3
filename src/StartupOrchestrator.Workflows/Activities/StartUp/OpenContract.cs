using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Gates;
using StartupOrchestrator.Workflows.Activities.StartUp.Shared;
using StartupOrchestrator.Workflows.Execution;
using Open = StartupOrchestrator.Domain.Contracts.OpenContract;

namespace StartupOrchestrator.Workflows.Activities.StartUp;

/// <summary>Opens the contract and the site budget of the plan's site.</summary>
[Activity("Startup.OpenContract", 1, "Contracts", "Opens the contract and site budget of the site.", Label = "Open contract")]
[Input("template", "String", Label = "Template")]
[Input("withBudget", "Boolean", Default = true, Label = "With a site budget")]
[Output("Contract", "String", "Its id.")]
[Waits("opened", "the plan", 0, 0)]
public sealed class OpenContract : StartUpActivity
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        CountTry(step);
        var contract = new ActorId(ActorKind.Contract, NewKey(step, "contract"));
        step.Remember("contract", contract.ToString());
        Tell(step, contract, new Open(PlanScope.Of(step), step.Text("template"), step.Flag("withBudget"), [Gate.IpRelease]));
        step.Waits.ForFact(contract.ToString(), "exists");
    }

    /// <inheritdoc/>
    protected override void Arrived(ActivityContext step, string wait, JsonNode? payload)
    {
        step.SetOutput("Contract", step.Recall("contract")?.DeepClone());
        step.Complete();
    }
}
