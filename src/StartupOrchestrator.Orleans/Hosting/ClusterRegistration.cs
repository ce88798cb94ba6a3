using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;
using StartupOrchestrator.Domain.Persistence;
using StartupOrchestrator.Orleans.Relays;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Composition;
using StartupOrchestrator.Runtime.Local;

namespace StartupOrchestrator.Orleans.Hosting;

/// <summary>Makes a host of the product a member of the cluster.</summary>
public static class ClusterRegistration
{
    private const string Name = "startup";
    private const string Provider = "Npgsql";

    /// <summary>Adds membership. Call it after the runtime was added, and before what sends commands at its start: hosted services start in this order and stop in reverse.</summary>
    public static IServiceCollection AddCluster(this IServiceCollection services, ClusterSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<ClusterMembership>();
        services.AddSingleton<IClusterStatus>(sp => sp.GetRequiredService<ClusterMembership>());
        services.AddSingleton<Func<LocalRuntime, IActorHost>>(sp =>
        {
            var membership = sp.GetRequiredService<ClusterMembership>();
            return local => new OrleansRuntime(() => membership.Grains, local, sp.GetRequiredService<ContractCatalog>(), sp.GetRequiredService<TimeProvider>());
        });
        return services.AddHostedService(sp => sp.GetRequiredService<ClusterMembership>());
    }

    /// <summary>The silo, listed in the database of records.</summary>
    internal static void Join(this ISiloBuilder silo, ClusterSettings settings)
    {
        silo.Configure<ClusterOptions>(o => (o.ClusterId, o.ServiceId) = (Name, Name));
        silo.UseAdoNetClustering(o => (o.Invariant, o.ConnectionString) = (Provider, settings.ConnectionString));
        silo.KeepNotes(settings);
        var port = settings.Port > 0 ? settings.Port : FreePort(settings.Address);
        silo.ConfigureEndpoints(settings.Address, port, gatewayPort: 0, listenOnAnyHostAddress: false);
        silo.HostActors(settings);
    }

    /// <summary>Reminders and notes of relays, in the database of records.</summary>
    public static void KeepNotes(this ISiloBuilder silo, ClusterSettings settings)
    {
        silo.UseAdoNetReminderService(o => (o.Invariant, o.ConnectionString) = (Provider, settings.ConnectionString));
        silo.AddAdoNetGrainStorage(RelayGrain.Notes, o =>
        {
            (o.Invariant, o.ConnectionString) = (Provider, settings.ConnectionString);
            o.GrainStorageSerializer = new PlainJson();
        });
    }

    /// <summary>The part that does not depend on where members are listed. Its <see cref="TimeProvider"/> must be the machine's: the cluster's own timers run by it.</summary>
    public static void HostActors(this ISiloBuilder silo, ClusterSettings settings)
    {
        silo.Configure<ClusterMembershipOptions>(o =>
        {
            // A killed host is found out in about six seconds, by two others where there are so many.
            o.ProbeTimeout = TimeSpan.FromSeconds(2);
            o.NumMissedProbesLimit = 3;
            o.TableRefreshTimeout = TimeSpan.FromSeconds(5);

            // After a loss of all hosts at once, the next ones need not wait long for the dead.
            o.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(3);
            o.DefunctSiloExpiration = TimeSpan.FromHours(12);
        });
        silo.Configure<SiloMessagingOptions>(o => o.ResponseTimeout = settings.RequestTimeout);
        silo.Configure<GrainCollectionOptions>(o =>
        {
            o.CollectionAge = settings.IdleAfter;
            o.CollectionQuantum = TimeSpan.FromSeconds(Math.Clamp(settings.IdleAfter.TotalSeconds / 2, 1, 60));
        });
        silo.Services.AddSingleton<ClusterStatusReader>();
        if (settings.Relays)
        {
            silo.Services.AddHostedService<RelayKeeper>();
        }
    }

    private static int FreePort(IPAddress address)
    {
        using var socket = new TcpListener(address, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
