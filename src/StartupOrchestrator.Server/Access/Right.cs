namespace StartupOrchestrator.Server.Access;

/// <summary>What a person may do somewhere. Roles bundle rights; grants say where they hold.</summary>
public enum Right
{
    /// <summary>See records, their dates and whom they wait on.</summary>
    ReadRecords,

    /// <summary>Record facts of start-up: documents, visits, statuses, dates of sites and countries.</summary>
    RecordStartUp,

    /// <summary>Record what concerns submissions to authorities and ethics committees.</summary>
    RecordSubmissions,

    /// <summary>Record the negotiation and execution of contracts.</summary>
    RecordContracts,

    /// <summary>See and change amounts of site budgets.</summary>
    SiteBudgets,

    /// <summary>Do tasks: answer, complete, delegate, record for a site contact.</summary>
    DoTasks,

    /// <summary>Give tasks to persons; set a study's team.</summary>
    Assign,

    /// <summary>Change planned dates, freeze baselines.</summary>
    Replan,

    /// <summary>Ask for a gate to be opened: IP release, activation.</summary>
    RequestGates,

    /// <summary>Approve or reject gates and exceptions that others asked for.</summary>
    ApproveGates,

    /// <summary>Register, import and start studies; add countries and sites.</summary>
    SetUpStudies,

    /// <summary>Reopen, change actual dates, reverse selections.</summary>
    Correct,

    /// <summary>Retry, skip or cancel blocked steps of running plans.</summary>
    UnblockPlans,

    /// <summary>Make a dry run of a study on virtual time.</summary>
    Rehearse,

    /// <summary>See workflow definitions and edit drafts.</summary>
    EditWorkflows,

    /// <summary>Publish and retract workflow definitions.</summary>
    PublishWorkflows,

    /// <summary>Add people, give and take grants, unlock accounts.</summary>
    ManagePeople,

    /// <summary>Read the audit trail beyond the history of a visible record.</summary>
    ReadAudit,

    /// <summary>Take data out: exports.</summary>
    Export,

    /// <summary>See how the installation runs; let held mail leave or take it away.</summary>
    Operate,

    /// <summary>See names, addresses and free text of persons.</summary>
    ReadPersonal,
}
