using System.Collections.Immutable;
using NodaTime;

namespace StartupOrchestrator.Domain.Time;

/// <summary>The clocks of one procedure, as law or practice has them from a day on. Chosen by the date of submission.</summary>
/// <param name="Code">Name of the procedure, for example <c>ctr-initial</c>; several versions share it.</param>
/// <param name="Name">In words.</param>
/// <param name="ValidFrom">First date of submission to which it applies.</param>
/// <param name="ValidTo">Last date of submission; null while it is in force.</param>
/// <param name="Rfi">What a request for information does to the authority's clock.</param>
/// <param name="Steps">At most one for each stage.</param>
/// <param name="AppliesTo">Submission types that use it by default, for example <c>ctr-initial</c>.</param>
/// <param name="Source">Where it was read.</param>
/// <param name="Verified">A person checked it.</param>
public sealed record ClockRuleSet(
    string Code, string Name, LocalDate ValidFrom, RfiBehaviour Rfi, ImmutableArray<ClockStep> Steps, LocalDate? ValidTo = null,
    ImmutableArray<string> AppliesTo = default, string? Source = null, bool Verified = false, string? Note = null)
{
    /// <summary>The step of a stage, if the procedure has one.</summary>
    public ClockStep? Step(ClockStage stage) => Steps.FirstOrDefault(s => s.Stage == stage);
}

/// <summary>One period of a procedure.</summary>
/// <param name="Stage">Which one.</param>
/// <param name="Name">In words.</param>
/// <param name="Rule">How long, and how it is counted.</param>
/// <param name="Party">Who must act.</param>
/// <param name="OnExpiry">What follows when the day passes in silence.</param>
public sealed record ClockStep(
    ClockStage Stage, string Name, DateRule Rule, ClockHolder Party = ClockHolder.Authority, ExpiryEffect OnExpiry = ExpiryEffect.None,
    string? Source = null, bool Verified = false, string? Note = null);

/// <summary>Stages that periods belong to.</summary>
public enum ClockStage
{
    /// <summary>From submission to validity.</summary>
    Validation,

    /// <summary>Our answer to a request during validation.</summary>
    ValidationRfiAnswer,

    /// <summary>From our answer to validity.</summary>
    ValidationAfterRfi,

    /// <summary>From validity (or submission, where there is no validation) to the conclusion.</summary>
    Assessment,

    /// <summary>Our answer to a request during assessment.</summary>
    AssessmentRfiAnswer,

    /// <summary>From our answer to the conclusion.</summary>
    AssessmentAfterRfi,

    /// <summary>From the conclusion of all parts to the decision.</summary>
    Decision,
}

/// <summary>What a request for information does to the authority's clock. It is data of the rule, not of the product.</summary>
public enum RfiBehaviour
{
    /// <summary>Adds the periods for answer and review (EU).</summary>
    Extends,

    /// <summary>Stops until the answer (CH, KR).</summary>
    Stops,

    /// <summary>Stops for the first request only (BR).</summary>
    SuspendsOnce,

    /// <summary>Runs on (GB since 28-Apr-2026, CA).</summary>
    RunsOn,
}

/// <summary>What follows when a last day passes in silence.</summary>
public enum ExpiryEffect
{
    /// <summary>Nothing by itself.</summary>
    None,

    /// <summary>Counts as valid or approved.</summary>
    Tacit,

    /// <summary>The application lapses.</summary>
    Lapses,
}
