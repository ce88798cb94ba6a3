using System.Net;
using StartupOrchestrator.Orleans.Hosting;

namespace StartupOrchestrator.Server.Hosting.Cluster;

/// <summary>Makes this process a host of the cluster of its database. Only in builds with Orleans=true.</summary>
internal static class ClusterHost
{
    /// <summary>Adds the silo.</summary>
    public static void Add(IServiceCollection services, ProductOptions options) => services.AddCluster(new ClusterSettings(options.Connection!)
    {
        Address = options.ClusterAddress is { } address ? IPAddress.Parse(address) : IPAddress.Loopback,
        Port = options.ClusterPort,
        Relays = !options.DeliverByHand,
    });
}
