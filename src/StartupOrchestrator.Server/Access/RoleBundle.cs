using System.Collections.Frozen;

namespace StartupOrchestrator.Server.Access;

/// <summary>A role: a named bundle of rights. The code is what grants record and never changes.</summary>
/// <param name="Code">Stable code, for example <c>specialist</c>.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Rights">What it allows within the scope of a grant.</param>
public sealed record RoleBundle(string Code, string Name, FrozenSet<Right> Rights)
{
    private static readonly Right[] Reading = [Right.ReadRecords, Right.ReadPersonal];

    /// <summary>Does the daily work of country and site start-up.</summary>
    public static RoleBundle Specialist { get; } = Of("specialist", "Start-up specialist",
        [.. Reading, Right.RecordStartUp, Right.RecordSubmissions, Right.RecordContracts, Right.DoTasks, Right.RequestGates, Right.UnblockPlans, Right.Export]);

    /// <summary>Owns a study's start-up plan.</summary>
    public static RoleBundle Lead { get; } = Of("lead", "Start-up lead",
        [.. Specialist.Rights, Right.Assign, Right.Replan, Right.ApproveGates, Right.SetUpStudies, Right.Correct, Right.Rehearse, Right.ReadAudit, Right.EditWorkflows]);

    /// <summary>Designs and publishes the workflows.</summary>
    public static RoleBundle ProcessOwner { get; } = Of("process-owner", "Process owner",
        [.. Reading, Right.EditWorkflows, Right.PublishWorkflows, Right.Rehearse, Right.UnblockPlans, Right.ReadAudit, Right.Export]);

    /// <summary>Managers, monitors and associates of a study.</summary>
    public static RoleBundle StudyTeam { get; } = Of("study-team", "Study team", [.. Reading, Right.RecordStartUp, Right.DoTasks, Right.Export]);

    /// <summary>Prepares submissions and answers requests for information.</summary>
    public static RoleBundle Regulatory { get; } = Of("regulatory", "Regulatory affairs",
        [.. Reading, Right.RecordSubmissions, Right.RecordStartUp, Right.DoTasks, Right.RequestGates, Right.Export]);

    /// <summary>Negotiates contracts; the one bundle besides the budget's own that sees amounts.</summary>
    public static RoleBundle ContractsBudget { get; } = Of("contracts-budget", "Contracts and site budgets",
        [.. Reading, Right.RecordContracts, Right.SiteBudgets, Right.DoTasks, Right.Export]);

    /// <summary>The sponsor's eyes and its approvals at the gates.</summary>
    public static RoleBundle SponsorApprover { get; } = Of("sponsor-approver", "Sponsor approver", [.. Reading, Right.ApproveGates, Right.DoTasks, Right.Export]);

    /// <summary>Quality and inspectors: read everything with its history, change nothing.</summary>
    public static RoleBundle Inspector { get; } = Of("inspector", "Quality or inspector (read only)", [.. Reading, Right.ReadAudit, Right.Export]);

    /// <summary>Manages accounts, studies and workflows of the installation; runs it; approves no content and sees no amounts.</summary>
    public static RoleBundle Administrator { get; } = Of("administrator", "Administrator",
        [.. Reading, Right.ManagePeople, Right.SetUpStudies, Right.Assign, Right.UnblockPlans, Right.EditWorkflows, Right.PublishWorkflows, Right.Rehearse,
            Right.ReadAudit, Right.Export, Right.Operate]);

    /// <summary>Staff of a site with an account: the site's records and own tasks.</summary>
    public static RoleBundle SiteContact { get; } = Of("site-contact", "Site contact", [Right.ReadRecords, Right.DoTasks]);

    /// <summary>All roles, in the order in which people choose among them.</summary>
    public static IReadOnlyList<RoleBundle> All { get; } =
        [Specialist, Lead, ProcessOwner, StudyTeam, Regulatory, ContractsBudget, SponsorApprover, Inspector, Administrator, SiteContact];

    private static readonly FrozenDictionary<string, RoleBundle> ByCode = All.ToFrozenDictionary(r => r.Code, StringComparer.Ordinal);

    /// <summary>The role of a code; null when there is none (a grant of a role that was withdrawn allows nothing).</summary>
    public static RoleBundle? Find(string code) => ByCode.GetValueOrDefault(code);

    private static RoleBundle Of(string code, string name, IEnumerable<Right> rights) => new(code, name, rights.ToFrozenSet());
}
