using System.Collections.Immutable;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Gates;
using StartupOrchestrator.Domain.Milestones;

namespace StartupOrchestrator.Domain.Sites;

/// <summary>The two gates: one person requests, another approves, evidence is frozen.</summary>
internal static class GateRules
{
    public static Decision Decide(SiteState state, Command command, DecisionContext context) => command switch
    {
        RequestGate c => Request(state, c, context),
        ApproveGate c => Approve(state, c, context),
        RejectGate c => Reject(state, c, context),
        _ => context.NotUnderstood(command),
    };

    private static Decision Request(SiteState state, RequestGate c, DecisionContext context)
    {
        var by = context.Origin.IsSystem() ? c.RequestedBy : context.Origin.By;
        if (by is null)
        {
            return Decision.Refuse(Forbidden("A person requests a gate; a plan alone cannot. Give the person who asks."));
        }

        if (state[c.Gate].Status is GateStatus.Requested or GateStatus.Approved)
        {
            return context.Origin.IsSystem() && state[c.Gate].Status == GateStatus.Requested
                ? Decision.Nothing
                : Decision.Refuse(Refusal.NotAllowed(Name(c.Gate), "requesting it", StatusName.Of(state[c.Gate].Status), state[c.Gate].Status == GateStatus.Requested ? ["approve", "reject"] : ["correct"]));
        }

        if (Stage(state, c.Gate) is { } tooEarly)
        {
            return Decision.Refuse(tooEarly);
        }

        var today = context.Today(state.Description.TimeZone);
        var asked = c.ExceptionsAsked.OrEmpty();
        var results = GateCheck.Evaluate(state, c.Gate, context.Evidence, today);
        var open = results.Where(r => !r.Met && !(r.MayBeExcepted && asked.Contains(r.Code))).ToArray();
        return open.Length > 0
            ? Decision.Refuse(NotMet(c.Gate, open))
            : Decision.Accept(new GateRequested(c.Gate, Asking.PersonKey(by), today, [.. asked.Where(a => results.Any(r => r.Code == a && !r.Met))]));
    }

    private static Decision Approve(SiteState state, ApproveGate c, DecisionContext context)
    {
        var gate = state[c.Gate];
        if (gate.Status != GateStatus.Requested)
        {
            return Decision.Refuse(Refusal.NotAllowed(Name(c.Gate), "approving it", StatusName.Of(gate.Status), gate.Status == GateStatus.Approved ? ["correct"] : ["request-gate"]));
        }

        if (context.Origin.IsSystem())
        {
            return Decision.Refuse(Forbidden("A person approves a gate; a plan cannot."));
        }

        var by = context.Actor();
        if (by == gate.RequestedBy || (context.Origin.OnBehalfOf is { } other && Asking.PersonKey(other) == gate.RequestedBy))
        {
            return Decision.Refuse(Forbidden("You requested this gate. Another person approves it."));
        }

        if (!context.TryDate(c.On, state.Description.TimeZone, out var on, out var wrong))
        {
            return Decision.Refuse(wrong);
        }

        if (Stage(state, c.Gate) is { } tooEarly)
        {
            return Decision.Refuse(tooEarly);
        }

        var today = context.Today(state.Description.TimeZone);
        var exceptions = c.Exceptions.OrEmpty();
        if (exceptions.FirstOrDefault(x => x.Expires < today) is { } past)
        {
            return Decision.Refuse(Refusal.Invalid("exceptions", $"The exception for '{past.Condition}' has ended before it begins. Give a later day, or none."));
        }

        var results = GateCheck.Evaluate(state, c.Gate, context.Evidence, today);
        var open = results.Where(r => !r.Met && !(r.MayBeExcepted && exceptions.Any(x => x.Condition == r.Code))).ToArray();
        if (open.Length > 0)
        {
            return Decision.Refuse(NotMet(c.Gate, open));
        }

        ImmutableArray<GrantedException> granted =
            [.. exceptions.Where(x => results.Any(r => r.Code == x.Condition && !r.Met)).Select(x => new GrantedException(x.Condition, x.Reason, x.Expires, by))];
        var approved = new GateApproved(c.Gate, gate.RequestedBy!, by, on, results, granted);
        return c.Gate switch
        {
            Gate.IpRelease => Decision.Accept([approved, .. MilestoneRules.Reach(state.Milestones, "SI-250", on)]),
            Gate.Activation => Decision.Accept(
                [approved, new SiteStatusChanged(state.Status, SiteStatus.Active, on), .. MilestoneRules.Reach(state.Milestones, SiteTransitions.Milestone(SiteStatus.Active), on)]),
        };
    }

    private static Decision Reject(SiteState state, RejectGate c, DecisionContext context)
    {
        var gate = state[c.Gate];
        return gate.Status != GateStatus.Requested ? Decision.Refuse(Refusal.NotAllowed(Name(c.Gate), "sending it back", StatusName.Of(gate.Status), gate.Status == GateStatus.Approved ? ["correct"] : ["request-gate"]))
            : context.Origin.IsSystem() ? Decision.Refuse(Forbidden("A person decides a gate; a plan cannot."))
            : context.MissingReason("send a gate back") is { } missing ? Decision.Refuse(missing)
            : Decision.Accept(new GateRejected(c.Gate, gate.RequestedBy!, context.Actor(), context.Today(state.Description.TimeZone), c.ReasonCode));
    }

    private static Refusal? Stage(SiteState state, Gate gate)
    {
        SiteStatus[] stages = gate switch
        {
            Gate.IpRelease => [SiteStatus.Selected, SiteStatus.InStartUp, SiteStatus.ReadyForSiv, SiteStatus.Initiated],
            Gate.Activation => [SiteStatus.Initiated],
        };
        return stages.Contains(state.Status) ? null
            : Refusal.NotAllowed($"Site {state.Description.Code}", Name(gate), StatusName.Of(state.Status), StatusName.Of(SiteTransitions.From(state)));
    }

    private static Refusal NotMet(Gate gate, ConditionResult[] open) =>
        new Refusal(RefusalKind.NotAllowed, "gate.conditions", open.Length == 1
            ? $"{Name(gate)}: 1 condition does not hold. Meet them, or ask an exception where that is possible."
            : $"{Name(gate)}: {open.Length} conditions do not hold. Meet them, or ask an exception where that is possible.")
        {
            Unmet = GateCheck.Unmet(open),
        };

    private static Refusal Forbidden(string message) => new(RefusalKind.Forbidden, "gate.two-persons", message);

    private static string Name(Gate gate) => gate switch { Gate.IpRelease => "IP release", Gate.Activation => "Site activation" };
}
