using System.Net;

namespace StartupOrchestrator.Orleans.Hosting;

/// <summary>How this host joins the cluster of its database. Whoever opens the same database is of the same cluster.</summary>
/// <param name="ConnectionString">The database of records; the members list themselves in it.</param>
public sealed record ClusterSettings(string ConnectionString)
{
    /// <summary>The address at which the other hosts reach this one; loopback: all on this machine.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The port for it; 0: any free one.</summary>
    public int Port { get; init; }

    /// <summary>A request to an owner is given up after this; what became of it is then unknown.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>Whether relays live in the cluster; not where one driver delivers everything by hand.</summary>
    public bool Relays { get; init; } = true;

    /// <summary>An actor that was not used for so long leaves memory.</summary>
    public TimeSpan IdleAfter { get; init; } = TimeSpan.FromMinutes(10);
}
