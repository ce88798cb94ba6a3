namespace StartupOrchestrator.Domain.Sites;

/// <summary>Statuses of a site in a study.</summary>
public enum SiteStatus
{
    /// <summary>On the long list.</summary>
    Identified,

    /// <summary>Confidentiality agreement sent.</summary>
    CdaPending,

    /// <summary>Confidentiality agreement executed.</summary>
    CdaExecuted,

    /// <summary>Feasibility questionnaire answered.</summary>
    Surveyed,

    /// <summary>Qualification visit or waiver under way.</summary>
    Qualifying,

    /// <summary>Qualified.</summary>
    Qualified,

    /// <summary>Selected by the sponsor.</summary>
    Selected,

    /// <summary>Kept in reserve.</summary>
    BackUp,

    /// <summary>We said no.</summary>
    NotSelected,

    /// <summary>The site said no.</summary>
    Declined,

    /// <summary>Documents, contract and approvals under way.</summary>
    InStartUp,

    /// <summary>Ready for the initiation visit.</summary>
    ReadyForSiv,

    /// <summary>Initiation visit done.</summary>
    Initiated,

    /// <summary>Activated by the second gate: the site may screen.</summary>
    Active,

    /// <summary>Paused.</summary>
    OnHold,

    /// <summary>Left during start-up, after selection.</summary>
    Dropped,

    /// <summary>Closed after activation.</summary>
    Closed,
}
