using StartupOrchestrator.Domain.Contracts;
using StartupOrchestrator.Workflows.Activities.StartUp.Shared;
using StartupOrchestrator.Workflows.Execution;

namespace StartupOrchestrator.Workflows.Activities.StartUp;

/// <summary>Starts the signatures of the contract and waits for the last one.</summary>
[Activity("Startup.AwaitContract", 1, "Contracts", "Has the contract signed by all parties.", Label = "Signatures")]
[Input("contract", "String", Required = true, Label = "Contract", Description = "Its id.")]
[Input("owner", "String", Editor = "dropdown", Default = "CON", Label = "Who follows it", Options = ["CON", "BUD", "SUS"])]
[Input("dueIn", "Int32", Default = 15, Label = "Due in (business days)")]
[Input("typicalDays", "Double", Label = "Typical (P50, business days)")]
[Input("cautiousDays", "Double", Label = "Cautious (P80, business days)")]
[Outcome("Executed")]
[Outcome("Withdrawn")]
[Waits("signatures", "all parties", 5, 15)]
public sealed class AwaitContract : ContractActivity
{
    /// <inheritdoc/>
    protected internal override void Execute(ActivityContext step)
    {
        var contract = Id(step, "contract");
        TellOnly(step, contract, new StartSignature());
        Give(step, new TaskOrder("contract-signature", "Get the contract signed", step.Text("owner")!)
        {
            Kind = "staff-task",
            What = "Follow the signatures in their order; record the last one on the contract's page.",
            Why = "The contract is executed on the last signature.",
            DueIn = (int)step.Number("dueIn")!,
            EstimatedMinutes = 30,
            About = contract,
        });
        Await(step, "site", "signatures", "executed");
    }

    /// <inheritdoc/>
    protected override string? Outcome(string fact) => fact == "executed" ? "Executed" : null;
}
