namespace StartupOrchestrator.Domain.Milestones;

/// <summary>The four dates of a milestone. None ever overwrites another.</summary>
public enum MilestoneDateKind
{
    /// <summary>Frozen first approved plan.</summary>
    Baseline,

    /// <summary>The present commitment.</summary>
    Plan,

    /// <summary>What the model expects.</summary>
    Forecast,

    /// <summary>When it happened.</summary>
    Actual,
}
