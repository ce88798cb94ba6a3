using System.Collections.Immutable;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;

namespace StartupOrchestrator.Domain.Contracts;

/// <summary>What a command to a contract leads to.</summary>
internal static class ContractRules
{
    public static Decision Decide(ContractState state, Command command, DecisionContext context)
    {
        if (command is OpenContract open)
        {
            return state.Exists ? context.Exists("contract") : Open(open, context);
        }

        if (!state.Exists)
        {
            return context.NotThere("contract");
        }

        return command switch
        {
            SendDraft or ReceiveSiteComments or SendOurAnswer or RequestException or DecideException or AgreeTrack => TrackRules.Decide(state, command, context),
            StartSignature c => At(state, "signing", c.On, context, [ContractStatus.Agreed], on => Decision.Accept(new SignatureStarted(c.Signatories.OrEmpty(), on))),
            ExecuteContract c => At(state, "executing", c.On, context, [ContractStatus.InSignature], on => c.File?.Check("file") is { } bad
                ? Decision.Refuse(bad)
                : Decision.Accept(new ContractExecuted(state.Amending, c.File, on))),
            MakeContractEffective c => At(state, "taking effect", c.On, context, [ContractStatus.Executed], on => on < state.ExecutedOn
                ? Decision.Refuse(Refusal.Invalid("on", $"The contract was executed on {Time.DateRules.Text(state.ExecutedOn.Value)}; it cannot take effect before."))
                : Decision.Accept(new ContractMadeEffective(on))),
            AmendContract c => At(state, "amending", c.On, context, [ContractStatus.Executed, ContractStatus.Effective, ContractStatus.Amended], on =>
                c.Track != TrackChoice.Contract && !state.WithBudget
                    ? Decision.Refuse(Refusal.Invalid("track", "This contract has no site budget."))
                    : Decision.Accept(new AmendmentStarted(c.Track, c.ReasonCode, on))),
            DiscontinueContract c => Discontinue(state, c, context),
            CorrectContract c => ContractCorrections.Decide(state, c, context),
            _ => context.NotUnderstood(command),
        };
    }

    internal static Decision At(ContractState state, string act, LocalDate? on, DecisionContext context, ContractStatus[] allowed, Func<LocalDate, Decision> then) =>
        !allowed.Contains(state.Status) ? Decision.Refuse(Refusal.NotAllowed("The contract", act, StatusName.Of(state.Status), Possible(state)))
        : context.TryDate(on, null, out var date, out var wrong) ? then(date)
        : Decision.Refuse(wrong);

    internal static string[] Possible(ContractState state) => state.Status switch
    {
        ContractStatus.NotStarted => ["send", "discontinue"],
        ContractStatus.InNegotiation => ["send", "site-comments", "our-answer", "request-exception", "agree", "discontinue"],
        ContractStatus.Agreed => ["start-signature", "correct", "discontinue"],
        ContractStatus.InSignature => ["execute", "correct", "discontinue"],
        ContractStatus.Executed => ["make-effective", "amend", "correct"],
        ContractStatus.Effective or ContractStatus.Amended => ["amend", "correct"],
        ContractStatus.Discontinued => ["correct"],
    };

    private static Decision Open(OpenContract c, DecisionContext context) => c.Scope.Site is null
        ? Decision.Refuse(Refusal.Invalid("scope.site", "A contract belongs to a site: name the site."))
        : Decision.Accept(new ContractOpened(c.Scope, c.Template, c.WithBudget, c.RequiredFor.OrEmpty(), c.Target, context.Today()))
            .With(Registers.EnterAt(context.Self, c.Scope, "contract", c.RequiredFor));

    private static Decision Discontinue(ContractState state, DiscontinueContract c, DecisionContext context) =>
        c.ReasonCode.Length == 0 ? Decision.Refuse(Refusal.Invalid("reasonCode", "Say why no contract will be made."))
        : At(
            state, "discontinuing", c.On, context, [ContractStatus.NotStarted, ContractStatus.InNegotiation, ContractStatus.Agreed, ContractStatus.InSignature],
            on => state.Amending
                ? Decision.Refuse(Refusal.NotAllowed("The contract", "discontinuing", "in force while it is amended", "correct"))
                : Decision.Accept(new ContractDiscontinued(c.ReasonCode, state.Status, on)));
}
