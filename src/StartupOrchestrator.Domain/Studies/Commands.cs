using System.Collections.Immutable;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Milestones;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Domain.Studies;

/// <summary>Enters a study. Its key is chosen by whoever registers it.</summary>
/// <param name="Sponsor">Sponsor key, for scope.</param>
/// <param name="SponsorName">Sponsor's name in words.</param>
/// <param name="Phase">For example <c>Phase 3</c>; null when not applicable.</param>
/// <param name="RegistryId">For example <c>NCT02552212</c> or an EU trial number.</param>
/// <param name="CountriesWanted">ISO 3166-1 alpha-2 codes foreseen.</param>
[Contract("study.register")]
public sealed record RegisterStudy(
    string Title, string ProtocolNumber, string Sponsor, string? SponsorName = null, string? ShortTitle = null, string? RegistryId = null,
    string? Phase = null, string? Condition = null, ImmutableArray<string> CountriesWanted = default) : Command;

/// <summary>Changes what is described; null leaves a value as it is.</summary>
[Contract("study.change")]
public sealed record ChangeStudy(
    string? Title = null, string? ShortTitle = null, string? ProtocolNumber = null, string? RegistryId = null, string? Phase = null,
    string? Condition = null, string? SponsorName = null, int? SitesPlanned = null, ImmutableArray<string> CountriesWanted = default) : Command;

/// <summary>Takes the study a step further.</summary>
/// <param name="On">Actual date; null means today.</param>
/// <param name="ReasonCode">Required to cancel, close or put on hold.</param>
[Contract("study.set-status")]
public sealed record SetStudyStatus(StudyStep Step, LocalDate? On = null, string? ReasonCode = null) : Command;

/// <summary>Names who holds a role in the study; null frees it.</summary>
/// <param name="Role">Role code, for example <c>SUL</c>.</param>
/// <param name="Person">Key of <c>person/…</c>.</param>
[Contract("study.set-team")]
public sealed record SetStudyTeam(string Role, string? Person) : Command;

/// <summary>Sets one of the four dates of a milestone of the study; a null date takes it back.</summary>
[Contract("study.milestone")]
public sealed record SetStudyMilestone(string Code, MilestoneDateKind Kind, LocalDate? Date) : Command;

/// <summary>Freezes the planned dates of the study, its countries and its sites as their baseline.</summary>
[Contract("study.freeze-baseline")]
public sealed record FreezeStudyBaseline : Command;

/// <summary>
/// The core consent form has a new version: countries adapt and translate it again, tell their committees, and sites get theirs
/// (rework loop L4). Asks a reason: whoever does the work again wants to know.
/// </summary>
/// <param name="Version">Label of the new version, for example <c>2.0</c>.</param>
/// <param name="On">Date of the version; null means today.</param>
[Contract("study.change-core-icf")]
public sealed record ChangeCoreIcf(string Version, LocalDate? On = null) : Command;

/// <summary>Mends a mistake; asks a reason.</summary>
[Contract("study.correct")]
public sealed record CorrectStudy(StudyCorrection Kind, string? Code = null, LocalDate? Date = null) : Command;

/// <summary>Steps of a study.</summary>
public enum StudyStep
{
    /// <summary>Draft to planning.</summary>
    StartPlanning,

    /// <summary>Planning to in start-up.</summary>
    BeginStartUp,

    /// <summary>In start-up to recruiting.</summary>
    Recruiting,

    /// <summary>To on hold.</summary>
    Hold,

    /// <summary>Back from on hold.</summary>
    Resume,

    /// <summary>To closed.</summary>
    Close,

    /// <summary>To cancelled.</summary>
    Cancel,
}

/// <summary>What a correction of a study does.</summary>
public enum StudyCorrection
{
    /// <summary>Goes back to the status before the last one.</summary>
    Reopen,

    /// <summary>Changes or takes back an actual date.</summary>
    ChangeActual,
}
