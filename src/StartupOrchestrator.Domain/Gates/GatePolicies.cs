using System.Collections.Immutable;
using StartupOrchestrator.Domain.Actors.Shared;
using StartupOrchestrator.Domain.Organisation;

namespace StartupOrchestrator.Domain.Gates;

/// <summary>What the gates ask: the product's default, and what organisation, sponsor and country make of it.</summary>
public static class GatePolicies
{
    private static readonly ImmutableArray<string> AuthorityTypes = ["authority", "ctr-decision", "CO-080", "CO-130"];
    private static readonly ImmutableArray<string> EthicsTypes = ["ethics-central", "ethics-local", "ctr-decision", "CO-100", "CO-130", "SI-180"];

    /// <summary>The default conditions of both gates.</summary>
    public static ImmutableArray<GateCondition> Default { get; } =
    [
        new(Gate.IpRelease, "authority-approved", "Authority approval (or no objection, tacit approval, IND in effect) holds for this site", "REG", ConditionKind.SubmissionApproved, AuthorityTypes, MayBeExcepted: false),
        new(Gate.IpRelease, "ethics-approved", "Ethics approval holds for this site", "REG", ConditionKind.SubmissionApproved, EthicsTypes, MayBeExcepted: false),
        new(Gate.IpRelease, "versions-covered", "Protocol, ICF and IB at the site are the versions approved", "REG", ConditionKind.VersionsCovered, ["protocol", "icf", "ib", "protocol-signature-page"]),
        new(Gate.IpRelease, "submissions", "Other approvals that the site needs are there", "SUS", ConditionKind.SubmissionsRequired),
        new(Gate.IpRelease, "contract-executed", "Contract executed", "CON", ConditionKind.ContractExecuted),
        new(Gate.IpRelease, "documents", "Documents that IP release asks for are approved and valid", "SUS", ConditionKind.DocumentsRequired),
        new(Gate.IpRelease, "tasks", "Tasks that IP release asks for are done", "SUS", ConditionKind.TasksRequired),
        new(Gate.IpRelease, "pi-named", "Principal investigator named", "SUS", ConditionKind.ContactAssigned, ["PI"], MayBeExcepted: false),
        new(Gate.Activation, "ip-release", "IP release approved", "RRO", ConditionKind.GateApproved, ["ip-release"], MayBeExcepted: false),
        new(Gate.Activation, "siv-done", "Initiation visit done", "CRA", ConditionKind.MilestoneReached, ["SI-220"]),
        new(Gate.Activation, "trained-and-delegated", "PI and minimum team trained and delegated", "CRA", ConditionKind.MilestoneReached, ["SI-230"]),
        new(Gate.Activation, "systems-live", "EDC, IRT and laboratory access live", "CTA", ConditionKind.MilestoneReached, ["SI-240"]),
        new(Gate.Activation, "documents", "Documents that activation asks for are approved and valid", "SUS", ConditionKind.DocumentsRequired),
        new(Gate.Activation, "tasks", "Tasks that activation asks for are done, among them critical actions of the initiation visit", "CRA", ConditionKind.TasksRequired),
    ];

    /// <summary>What a gate asks of a site of a sponsor in a country: organisation, then sponsor, then country, then both together.</summary>
    public static ImmutableArray<GateCondition> For(Gate gate, Scope scope, OrganisationState? organisation)
    {
        ArgumentNullException.ThrowIfNull(scope);
        (string? Sponsor, string? Country)[] order = [(null, null), (scope.Sponsor, null), (null, scope.Country), (scope.Sponsor, scope.Country)];
        var layers = order.Distinct().Select(o => organisation?.GatePolicies.LastOrDefault(p => p.Sponsor == o.Sponsor && p.Country == o.Country)?.Layer).OfType<GatePolicyLayer>();
        return layers.Aggregate(Default, Over).Where(c => c.Gate == gate).ToImmutableArray();
    }

    private static ImmutableArray<GateCondition> Over(ImmutableArray<GateCondition> conditions, GatePolicyLayer layer) =>
    [
        .. conditions.Where(c => layer.Remove.OrEmpty().All(r => (r.Gate, r.Code) != (c.Gate, c.Code)) && layer.Add.OrEmpty().All(a => (a.Gate, a.Code) != (c.Gate, c.Code))),
        .. layer.Add.OrEmpty(),
    ];
}
