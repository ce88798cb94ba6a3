using NodaTime;
using StartupOrchestrator.Server.Http;

namespace StartupOrchestrator.Server.Features.Sites;

/// <summary>A site in a list. Dates are those of its activation; days are business days of its country.</summary>
/// <param name="Id">The site (<c>site/key</c>).</param>
/// <param name="Key">Its key.</param>
/// <param name="Version">Version: the ETag.</param>
/// <param name="Study">Study key.</param>
/// <param name="Code">What people call it, for example PL-04.</param>
/// <param name="Name">Institution.</param>
/// <param name="City">City.</param>
/// <param name="Country">ISO 3166-1 alpha-2 code.</param>
/// <param name="Pi">Principal investigator; null when there is none, or not readable for the caller.</param>
/// <param name="Status">Code of the status.</param>
/// <param name="StatusWord">Status in words.</param>
/// <param name="NextStep">The milestone that comes next on the way to activation, in words; null once activated or left.</param>
/// <param name="WaitingOn">Whom it waits on: us, site, sponsor, authority, ethics.</param>
/// <param name="WaitingSince">Since when.</param>
/// <param name="WaitingBusinessDays">For how long.</param>
/// <param name="Baseline">Frozen first plan.</param>
/// <param name="Planned">Present commitment.</param>
/// <param name="Forecast">Expected from usual durations; null once activated or left.</param>
/// <param name="Actual">When it was activated.</param>
/// <param name="SlipBusinessDays">Actual or forecast against the plan; positive is late.</param>
/// <param name="IsLate">Not activated, and planned before today or expected more than ten business days after the plan.</param>
/// <param name="WaitingWhat">The step that waits longest past its target.</param>
/// <param name="WaitingName">Who that is, by name or body; null when only the role is known.</param>
/// <param name="WaitingOwner">Role code or person key of whom it waits on.</param>
/// <param name="DaysLost">Business days lost by what waits at the site, summed.</param>
/// <param name="Owner">Role code or person key of who looks after the site.</param>
/// <param name="OwnerName">Their name; null when only the role is known.</param>
/// <param name="TimeZone">IANA zone of the site.</param>
/// <param name="NextCode">Code of <paramref name="NextStep"/>.</param>
/// <param name="Phases">Selection, documents, ethics, contract, initiation: how far each is.</param>
public sealed record SiteLine(
    string Id, string Key, long Version, string? Study, string? Code, string? Name, string? City, string? Country, string? Pi, string Status, string StatusWord, string? NextStep,
    string? WaitingOn, LocalDate? WaitingSince, int? WaitingBusinessDays, LocalDate? Baseline, LocalDate? Planned, LocalDate? Forecast, LocalDate? Actual, int? SlipBusinessDays,
    bool IsLate, [property: Said] string? WaitingWhat, string? WaitingName, string? WaitingOwner, int DaysLost, string? Owner, string? OwnerName, string? TimeZone, string? NextCode, IReadOnlyList<PhaseLine> Phases);

/// <summary>A phase of a site.</summary>
/// <param name="Code">selection, documents, ethics, contract or initiation.</param>
/// <param name="Done">Milestones reached.</param>
/// <param name="Of">Milestones in all.</param>
/// <param name="IsLate">An open milestone is more than ten business days behind its plan.</param>
public sealed record PhaseLine(string Code, int Done, int Of, bool IsLate);

/// <summary>A page of sites.</summary>
/// <param name="Items">The sites.</param>
/// <param name="Next">Cursor of the next page; null at the end.</param>
public sealed record SitePage(IReadOnlyList<SiteLine> Items, string? Next);

/// <summary>One site with everything that its page shows.</summary>
/// <param name="Site">Its line.</param>
/// <param name="Milestones">All milestones of a site, with four dates each.</param>
/// <param name="Contacts">Who holds which role.</param>
/// <param name="Gates">The two gates with their conditions.</param>
/// <param name="Next">Statuses to which it can go from here.</param>
/// <param name="Allowed">Contract names of the commands that the caller's roles allow here.</param>
/// <param name="Details">Everything else that is known of it.</param>
public sealed record SiteDetail(
    SiteLine Site, IReadOnlyList<MilestoneLine> Milestones, IReadOnlyList<ContactLine> Contacts, IReadOnlyList<GateLine> Gates, IReadOnlyList<string> Next, IReadOnlyList<string> Allowed,
    System.Text.Json.Nodes.JsonObject Details);

/// <summary>A milestone with its four dates.</summary>
/// <param name="Code">For example SI-160.</param>
/// <param name="Name">In words.</param>
/// <param name="Phase">Part of start-up.</param>
/// <param name="Baseline">Frozen first plan.</param>
/// <param name="Planned">Present commitment.</param>
/// <param name="Forecast">What the model expects.</param>
/// <param name="Actual">When it happened.</param>
/// <param name="SlipBusinessDays">Actual or forecast against the plan; positive is late.</param>
public sealed record MilestoneLine(string Code, string Name, string Phase, LocalDate? Baseline, LocalDate? Planned, LocalDate? Forecast, LocalDate? Actual, int? SlipBusinessDays);

/// <summary>Who holds a role at the site.</summary>
/// <param name="Role">Role code.</param>
/// <param name="Person">Key of the person.</param>
/// <param name="Name">Name; null when erased or not readable.</param>
/// <param name="Email">E-mail address; as the name.</param>
public sealed record ContactLine(string Role, string Person, string? Name, string? Email);

/// <summary>A gate and how far it is from open.</summary>
/// <param name="Gate">Code: ip-release or activation.</param>
/// <param name="Name">In words.</param>
/// <param name="Status">Code of its status.</param>
/// <param name="StatusWord">In words.</param>
/// <param name="RequestedBy">Key of the person who asked.</param>
/// <param name="RequestedByName">Their name.</param>
/// <param name="RequestedOn">When.</param>
/// <param name="ApprovedByName">Who approved or sent back.</param>
/// <param name="ApprovedOn">When it was approved.</param>
/// <param name="Conditions">What must hold, and whether it does today.</param>
public sealed record GateLine(
    string Gate, string Name, string Status, string StatusWord, string? RequestedBy, string? RequestedByName, LocalDate? RequestedOn, string? ApprovedByName, LocalDate? ApprovedOn,
    IReadOnlyList<ConditionLine> Conditions);

/// <summary>A condition of a gate.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Text">What must hold.</param>
/// <param name="Met">It holds.</param>
/// <param name="Owner">Who can make it hold.</param>
/// <param name="Detail">What was found.</param>
/// <param name="MayBeExcepted">An approver may let it stay open.</param>
public sealed record ConditionLine(string Code, [property: Said, Told] string Text, bool Met, string Owner, [property: Told] string? Detail, bool MayBeExcepted);
