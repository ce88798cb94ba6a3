namespace StartupOrchestrator.Domain.Gates;

/// <summary>The two gates of a site. One person requests, another approves; never a plan alone.</summary>
public enum Gate
{
    /// <summary>IP release: the sponsor's regulatory release; IP may be shipped to the site.</summary>
    IpRelease,

    /// <summary>Site activation: the site may screen.</summary>
    Activation,
}
