using System.Text.Json.Nodes;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;

namespace StartupOrchestrator.Domain.Contracts;

/// <summary>Mending mistakes; the old value stays in the event.</summary>
internal static class ContractCorrections
{
    public static Decision Decide(ContractState state, CorrectContract c, DecisionContext context) =>
        context.MissingReason("correct a contract") is { } missing ? Decision.Refuse(missing) : c.Kind switch
        {
            ContractCorrection.Reopen => Reopen(state, context),
            ContractCorrection.ChangeExecuted => Executed(state, c, context),
            ContractCorrection.ReopenTrack => Track(state, c, context),
        };

    private static Decision Reopen(ContractState state, DecisionContext context)
    {
        if (state.Before.IsEmpty)
        {
            return Decision.Refuse(Refusal.NotAllowed("The contract", "reopening", StatusName.Of(state.Status), ContractRules.Possible(state)));
        }

        var to = state.Before[^1].Status;
        return Decision.Accept(new ContractReopened(state.Status, to, context.Today())).Answering(What(state, StatusName.Of(to)));
    }

    private static Decision Executed(ContractState state, CorrectContract c, DecisionContext context) =>
        state.ExecutedOn is not { } before ? Decision.Refuse(Refusal.NotAllowed("The contract", "changing the date of execution", StatusName.Of(state.Status), ContractRules.Possible(state)))
        : c.Date is not { } to ? Decision.Refuse(Refusal.Invalid("date", "Give the right date of execution."))
        : !context.TryDate(to, null, out _, out var wrong) ? Decision.Refuse(wrong)
        : to == before ? Decision.Nothing
        : Decision.Accept(new ExecutedCorrected(before, to));

    private static Decision Track(ContractState state, CorrectContract c, DecisionContext context)
    {
        if (c.Track is not { } track)
        {
            return Decision.Refuse(Refusal.Invalid("track", "Say which track to open again: contract or budget."));
        }

        var open = state.Status is ContractStatus.InNegotiation or ContractStatus.Agreed or ContractStatus.InSignature;
        return !open || state[track].Status != TrackStatus.Agreed
            ? Decision.Refuse(Refusal.NotAllowed("The track", "opening it again", state[track].Written, ContractRules.Possible(state)))
            : Decision.Accept(new TrackReopened(track, state[track].AgreedOn, context.Today())).Answering(What(state, "in-negotiation"));
    }

    private static JsonObject What(ContractState state, string to) => new()
    {
        ["from"] = StatusName.Of(state.Status), ["to"] = to, ["gates"] = new JsonArray([.. state.RequiredFor.Select(g => (JsonNode)StatusName.Of(g))]),
    };
}
