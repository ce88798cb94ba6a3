using System.Text.Json.Nodes;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;

namespace StartupOrchestrator.Domain.Contracts;

/// <summary>The row of a contract.</summary>
internal static class ContractView
{
    public static ViewRow? Of(ContractState state)
    {
        if (!state.Exists)
        {
            return null;
        }

        var (waitingOn, since) = Ball(state);
        var doc = new JsonObject()
            .Set("template", state.Template).Set("since", state.Since).Set("target", state.Target).Set("executedOn", state.ExecutedOn).Set("effectiveOn", state.EffectiveOn)
            .Set("amending", state.Amending).Set("amendments", state.Amendments == 0 ? null : state.Amendments).Set("reasonCode", state.ReasonCode)
            .Set("signatories", state.Signatories).Set("file", state.File?.Sha256).Set("fileName", state.File?.Name)
            .Set("requiredFor", [.. StatusName.Of(state.RequiredFor.OrEmpty())]);
        Describe(doc, "text", state.Text);
        if (state.WithBudget)
        {
            Describe(doc, "budget", state.Budget);
        }

        return state.Scope.Into(new ViewRow
        {
            Type = state.WithBudget ? "contract-and-budget" : "contract",
            Status = StatusName.Of(state.Status),
            Title = state.Template,
            Owner = "CON",
            Due = state.ExecutedOn is null ? state.Target : null,
            WaitingOn = waitingOn,
            WaitingSince = since,
            Doc = doc,
        });
    }

    private static void Describe(JsonObject doc, string name, TrackState track) => doc
        .Set(name, track.Written).Set($"{name}.round", track.Round).Set($"{name}.since", track.Since).Set($"{name}.sentOn", track.SentOn)
        .Set($"{name}.firstCommentsOn", track.FirstCommentsOn).Set($"{name}.agreedOn", track.AgreedOn).Set($"{name}.clauses", track.Clauses)
        .Set($"{name}.exceptionApprover", track.Exception?.Approver).Set($"{name}.exception", track.Exception?.What)
        .NestAll($"{name}.ball", track.Ball);

    // The side that has had a ball longest; ours wins a tie, for we can act.
    private static (string? Side, LocalDate? Since) Ball(ContractState state) => state.Status switch
    {
        ContractStatus.NotStarted or ContractStatus.Agreed or ContractStatus.Executed => (Party.Us, state.Since),
        ContractStatus.InSignature => (Party.Site, state.Since),
        ContractStatus.Effective or ContractStatus.Amended or ContractStatus.Discontinued => (null, null),
        ContractStatus.InNegotiation => new[] { state.Text, state.Budget }
            .Where(t => t.Status is not TrackStatus.Agreed && t.Ball is [.., { To: null }])
            .Select(t => t.Ball[^1])
            .OrderBy(b => b.From).ThenBy(b => b.Side == Party.Us ? 0 : 1)
            .Select(b => ((string?)b.Side, (LocalDate?)b.From))
            .FirstOrDefault((Party.Us, state.Since)),
    };
}
