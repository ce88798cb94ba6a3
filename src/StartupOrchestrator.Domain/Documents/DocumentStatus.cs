namespace StartupOrchestrator.Domain.Documents;

/// <summary>Statuses of an expected document.</summary>
public enum DocumentStatus
{
    /// <summary>On the list.</summary>
    Expected,

    /// <summary>Asked for.</summary>
    Requested,

    /// <summary>A file arrived.</summary>
    Received,

    /// <summary>Being reviewed.</summary>
    InReview,

    /// <summary>Sent back with a reason.</summary>
    Rejected,

    /// <summary>Approved.</summary>
    Approved,

    /// <summary>In force.</summary>
    Effective,

    /// <summary>A newer version is asked for.</summary>
    Superseded,

    /// <summary>No longer valid.</summary>
    Expired,

    /// <summary>Does not apply here.</summary>
    NotApplicable,

    /// <summary>Not required, as somebody approved.</summary>
    Waived,
}
