using System.Collections.Immutable;
using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Gates;
using StartupOrchestrator.Domain.Milestones;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Domain.Sites;

/// <summary>Enters a site on the long list. Its key is chosen by whoever enters it, for example <c>{study}.{nnn}</c>.</summary>
/// <param name="Iso2">ISO 3166-1 alpha-2 code, upper case.</param>
/// <param name="Code">What people call it, for example <c>PL-04</c>; unique within the study.</param>
/// <param name="Institution">Name of the institution.</param>
/// <param name="TimeZone">IANA zone, for example <c>Europe/Warsaw</c>; deadlines end there.</param>
/// <param name="Source">Where it came from: <c>registry</c>, <c>list</c>, <c>own-history</c>, <c>partner</c>.</param>
[Contract("site.identify")]
public sealed record IdentifySite(
    string Sponsor, string Study, string Iso2, string Code, string Institution, string? City = null, string? TimeZone = null,
    string? Source = null, string? Subdivision = null, LocalDate? On = null) : Command;

/// <summary>Changes what is described; null leaves a value as it is.</summary>
[Contract("site.change")]
public sealed record ChangeSite(
    string? Code = null, string? Institution = null, string? City = null, string? TimeZone = null, string? Subdivision = null,
    int? ParticipantsPlanned = null, bool? FastTrack = null) : Command;

/// <summary>Takes the site to another status along its table. <see cref="SiteStatus.Active"/> is reached only through the second gate.</summary>
/// <param name="On">Actual date; null means today at the site.</param>
/// <param name="ReasonCode">Required for not selected, declined, dropped, on hold and closed: a code of <see cref="SiteReasons"/>.</param>
[Contract("site.advance")]
public sealed record AdvanceSite(SiteStatus To, LocalDate? On = null, string? ReasonCode = null) : Command;

/// <summary>Back from on hold to the status before it.</summary>
[Contract("site.resume")]
public sealed record ResumeSite(LocalDate? On = null) : Command;

/// <summary>Sets one of the four dates of a milestone of the site; a null date takes it back.</summary>
[Contract("site.milestone")]
public sealed record SetSiteMilestone(string Code, MilestoneDateKind Kind, LocalDate? Date) : Command;

/// <summary>Sets planned dates of several milestones at once: a proposal that was looked at, or a move with what it takes along.</summary>
/// <param name="Dates">Planned date by milestone code.</param>
/// <param name="Freeze">Also freezes what has no baseline yet.</param>
[Contract("site.plan-dates")]
public sealed record PlanSiteDates(ImmutableSortedDictionary<string, LocalDate> Dates, bool Freeze = false) : Command;

/// <summary>Freezes planned dates as baseline.</summary>
[Contract("site.freeze-baseline")]
public sealed record FreezeSiteBaseline : Command;

/// <summary>Names who holds a role at the site.</summary>
/// <param name="Role">Role code: <c>PI</c>, <c>SI</c>, <c>SC</c>, <c>PHA</c>, <c>SAD</c>, <c>LAB</c>, <c>ISG</c>, or a staff role for this site.</param>
/// <param name="Person">Key of <c>person/…</c>.</param>
[Contract("site.assign-contact")]
public sealed record AssignContact(string Role, string Person, LocalDate? On = null) : Command;

/// <summary>Puts another person into a role; for the PI this restarts what hangs on the person (answer and event list it).</summary>
/// <param name="Replaces">Whose place is taken, where several hold the role; null: the first.</param>
[Contract("site.replace-contact")]
public sealed record ReplaceContact(string Role, string Person, LocalDate? On = null, string? Replaces = null) : Command;

/// <summary>Frees a role.</summary>
/// <param name="Person">Who leaves it, where several hold it; null: the first.</param>
[Contract("site.release-contact")]
public sealed record ReleaseContact(string Role, LocalDate? On = null, string? Person = null) : Command;

/// <summary>Asks for a gate. Refused with every unmet condition unless an exception is asked for it.</summary>
/// <param name="RequestedBy">The person who asks, when a plan passes the request on; ignored when a person sends the command.</param>
/// <param name="ExceptionsAsked">Codes of conditions for which an exception will be needed.</param>
[Contract("site.request-gate")]
public sealed record RequestGate(Gate Gate, string? RequestedBy = null, ImmutableArray<string> ExceptionsAsked = default) : Command;

/// <summary>Approves a requested gate; never by the person who requested it. Evidence is frozen.</summary>
/// <param name="On">Date of the release or activation; null means today at the site.</param>
[Contract("site.approve-gate")]
public sealed record ApproveGate(Gate Gate, ImmutableArray<GateException> Exceptions = default, LocalDate? On = null) : Command;

/// <summary>Sends a requested gate back; asks a reason.</summary>
[Contract("site.reject-gate")]
public sealed record RejectGate(Gate Gate, string? ReasonCode = null) : Command;

/// <summary>Mends a mistake; asks a reason.</summary>
/// <param name="To">For <see cref="SiteCorrection.Reopen"/>: an earlier status; null means the one before.</param>
/// <param name="Code">For <see cref="SiteCorrection.ChangeActual"/>: the milestone.</param>
/// <param name="Date">The right date; null takes it back.</param>
[Contract("site.correct")]
public sealed record CorrectSite(SiteCorrection Kind, SiteStatus? To = null, string? Code = null, LocalDate? Date = null) : Command;

/// <summary>What a correction of a site does.</summary>
public enum SiteCorrection
{
    /// <summary>Goes back to an earlier status.</summary>
    Reopen,

    /// <summary>Changes or takes back an actual date.</summary>
    ChangeActual,

    /// <summary>Takes back a selection, a reserve or a no: the site is qualified again.</summary>
    ReverseSelection,
}
