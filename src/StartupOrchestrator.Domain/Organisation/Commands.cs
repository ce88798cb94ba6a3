using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Gates;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Domain.Organisation;

/// <summary>Changes settings of the installation; null leaves a value as it is. The first one creates the actor <c>organisation/settings</c>.</summary>
/// <param name="InstanceName">Shown on pages and mails.</param>
/// <param name="SenderName">Name under which mails leave.</param>
/// <param name="SenderAddress">Address from which mails leave; a mailbox of the organisation, not of a person.</param>
/// <param name="ReplyTo">Address to which answers go.</param>
/// <param name="BaseUrl">Address under which pages are reached, without a slash at the end.</param>
/// <param name="QuietFrom">Mails wait from this local time of the recipient.</param>
/// <param name="QuietTo">Until this local time.</param>
[Contract("organisation.change")]
public sealed record ChangeOrganisation(
    string? InstanceName = null, string? SenderName = null, string? SenderAddress = null, string? ReplyTo = null, string? BaseUrl = null,
    string? DefaultLanguage = null, string? DefaultTimeZone = null, LocalTime? QuietFrom = null, LocalTime? QuietTo = null) : Command;

/// <summary>Sets what a sponsor or country asks at a gate beyond, or instead of, the layer above; asks a reason.</summary>
/// <param name="Sponsor">Sponsor key; null for all.</param>
/// <param name="Country">ISO 3166-1 alpha-2 code; null for all.</param>
/// <param name="Layer">What differs; null removes the layer.</param>
[Contract("organisation.set-gate-policy")]
public sealed record SetGatePolicy(string? Sponsor, string? Country, GatePolicyLayer? Layer) : Command;

/// <summary>Has a message that was given up tried again; asks a reason. The host makes it deliverable once this is committed.</summary>
/// <param name="Message">Id of the message.</param>
/// <param name="Source">Who sent it.</param>
[Contract("organisation.retry-delivery")]
public sealed record RetryDelivery(string Message, string Source) : Command;
