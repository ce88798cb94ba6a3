using NodaTime;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Gates;
using StartupOrchestrator.Domain.Persistence;

namespace StartupOrchestrator.Domain.Organisation;

/// <summary>Settings were changed; null members stayed as they were.</summary>
[Contract("organisation.changed")]
public sealed record OrganisationChanged(
    string? InstanceName = null, string? SenderName = null, string? SenderAddress = null, string? ReplyTo = null, string? BaseUrl = null,
    string? DefaultLanguage = null, string? DefaultTimeZone = null, LocalTime? QuietFrom = null, LocalTime? QuietTo = null) : Event;

/// <summary>A layer of gate conditions was set, or removed where it is null.</summary>
[Contract("organisation.gate-policy-set")]
public sealed record GatePolicySet(string? Sponsor, string? Country, GatePolicyLayer? Layer) : Event;

/// <summary>A message that was given up was tried again.</summary>
[Contract("organisation.delivery-retried")]
public sealed record DeliveryRetried(string Message, string Source) : Event;
