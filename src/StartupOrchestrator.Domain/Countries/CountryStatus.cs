namespace StartupOrchestrator.Domain.Countries;

/// <summary>Statuses of a country in a study.</summary>
public enum CountryStatus
{
    /// <summary>Proposed for the study.</summary>
    Proposed,

    /// <summary>The study will run there.</summary>
    Selected,

    /// <summary>The country package is being prepared.</summary>
    Preparing,

    /// <summary>Submitted to authority or ethics.</summary>
    Submitted,

    /// <summary>Under review.</summary>
    UnderReview,

    /// <summary>Approved, perhaps with conditions.</summary>
    Approved,

    /// <summary>All country-level conditions met: sites may be released.</summary>
    Greenlit,

    /// <summary>At least one site is active.</summary>
    Active,

    /// <summary>Paused.</summary>
    OnHold,

    /// <summary>Taken out by the sponsor.</summary>
    Withdrawn,

    /// <summary>Refused by authority or ethics.</summary>
    Refused,

    /// <summary>The application or approval lapsed.</summary>
    Lapsed,
}
