using System.Reflection;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Domain.Persistence;
using StartupOrchestrator.Runtime;
using StartupOrchestrator.Runtime.Composition;
using StartupOrchestrator.Runtime.Plans;

namespace StartupOrchestrator.Server.Hosting;

/// <summary>Registers the rules of all kinds of actor and the runtime that hosts them.</summary>
internal static class ActorRegistration
{
    private static readonly Assembly[] Homes = [typeof(ActorId).Assembly, typeof(IActorRuntime).Assembly];

    /// <summary>
    /// Adds every <see cref="IActorType"/> of domain and runtime, their contracts and the runtime. The cluster is joined
    /// between the runtime, which its grains need, and what sends commands at its start.
    /// </summary>
    public static IServiceCollection AddActors(this IServiceCollection services, ProductOptions options, Action joinCluster)
    {
        services.AddSingleton(_ => ContractCatalog.Scan(Homes));
        services.AddSingleton(_ => CountryPacks.Read());
        services.AddSingleton<CountryCalendars>();
        services.AddSingleton<IPlanDefinitions>(_ => new PlanDefinitionCache());
        foreach (var type in Homes.SelectMany(a => a.GetTypes()).Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IActorType))))
        {
            services.AddSingleton(typeof(IActorType), sp => ActivatorUtilities.CreateInstance(sp, type));
        }

        services.AddStartupRuntime(new RuntimeOptions { Background = !options.DeliverByHand, Sweep = !options.Cluster });
        joinCluster();
        services.AddHostedService<RecordAnchors>();
        services.AddHostedService<StandardPlans>();
        services.AddHostedService<PinnedPlans>();
        return services.AddHostedService<Upkeep.DailyUpkeep>();
    }
}
