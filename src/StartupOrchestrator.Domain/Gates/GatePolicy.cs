using System.Collections.Immutable;

namespace StartupOrchestrator.Domain.Gates;

/// <summary>One condition of a gate, as data.</summary>
/// <param name="Code">Unique within the gate, for example <c>contract-executed</c>.</param>
/// <param name="Text">What must hold, in words.</param>
/// <param name="Owner">Role or party who can make it hold.</param>
/// <param name="Kind">How it is looked at.</param>
/// <param name="Values">Document types, submission types, milestone codes, statuses: what the kind asks for; one of them suffices.</param>
/// <param name="MayBeExcepted">An approver may let it stay open with a reason.</param>
public sealed record GateCondition(
    Gate Gate, string Code, string Text, string Owner, ConditionKind Kind, ImmutableArray<string> Values = default, bool MayBeExcepted = true);

/// <summary>How a condition is looked at.</summary>
public enum ConditionKind
{
    /// <summary>Every registered document that the gate asks for is approved or in force, not applicable or not required, and not expired. Lists each one that is not.</summary>
    DocumentsRequired,

    /// <summary>At least one document of one of the types is approved or in force.</summary>
    DocumentApproved,

    /// <summary>At least one submission of one of the types (or milestone, where codes are given) has a favourable decision, holding today and naming this site.</summary>
    SubmissionApproved,

    /// <summary>Every registered submission that the gate asks for has a favourable decision.</summary>
    SubmissionsRequired,

    /// <summary>Versions in force at the site of documents that a decision names are the versions named.</summary>
    VersionsCovered,

    /// <summary>The site's contract is executed.</summary>
    ContractExecuted,

    /// <summary>One of the milestones of site, country or study has an actual date.</summary>
    MilestoneReached,

    /// <summary>The country has one of the statuses.</summary>
    CountryStatus,

    /// <summary>The site has one of the statuses.</summary>
    SiteStatus,

    /// <summary>Every registered task that the gate asks for is done or skipped.</summary>
    TasksRequired,

    /// <summary>One of the roles is held by somebody at the site.</summary>
    ContactAssigned,

    /// <summary>The other gate is approved.</summary>
    GateApproved,
}

/// <summary>What a sponsor or country adds to or takes from the conditions of the layer above.</summary>
/// <param name="Add">Conditions added, or put in place of one with the same code.</param>
/// <param name="Remove">Codes no longer asked for.</param>
public sealed record GatePolicyLayer(ImmutableArray<GateCondition> Add, ImmutableArray<GateRemoval> Remove);

/// <summary>A condition that a layer takes away.</summary>
public sealed record GateRemoval(Gate Gate, string Code);
