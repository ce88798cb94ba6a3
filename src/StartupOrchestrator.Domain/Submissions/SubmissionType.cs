namespace StartupOrchestrator.Domain.Submissions;

/// <summary>Kinds of submission. Under the EU CTR one application has a Part I, a Part II and a decision per member state as children.</summary>
public enum SubmissionType
{
    /// <summary>To a national authority.</summary>
    Authority,

    /// <summary>To the central or lead ethics committee.</summary>
    EthicsCentral,

    /// <summary>To the ethics committee of a site.</summary>
    EthicsLocal,

    /// <summary>Hospital or institution: governance, capacity and capability, ancillary committees.</summary>
    Governance,

    /// <summary>Import licence.</summary>
    ImportLicence,

    /// <summary>EU CTR initial application: the parent.</summary>
    CtrInitial,

    /// <summary>EU CTR Part I, assessed by the reporting member state.</summary>
    CtrPartOne,

    /// <summary>EU CTR Part II of one member state.</summary>
    CtrPartTwo,

    /// <summary>EU CTR decision of one member state.</summary>
    CtrDecision,

    /// <summary>EU CTR addition of a member state.</summary>
    CtrAddition,

    /// <summary>Substantial modification or amendment.</summary>
    Modification,

    /// <summary>Notification without assessment.</summary>
    Notification,
}
