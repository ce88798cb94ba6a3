using System.Collections.Immutable;

namespace StartupOrchestrator.Domain.Organisation;

/// <summary>Settings of the installation.</summary>
public sealed record OrganisationState
{
    /// <summary>The settings; null while none was ever changed.</summary>
    public OrganisationChanged? Settings { get; init; }

    /// <summary>Gate conditions that sponsors and countries set.</summary>
    public ImmutableArray<GatePolicySet> GatePolicies { get; init; } = [];

    /// <summary>Shown on pages and mails.</summary>
    public string? InstanceName => Settings?.InstanceName;
}
