using StartupOrchestrator.Runtime.Memory;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Commands;

namespace StartupOrchestrator.Server.Hosting;

/// <summary>Chooses the database: SQLite in the data folder, PostgreSQL by a connection string, memory for tests.</summary>
internal static class StoreRegistration
{
    /// <summary>Adds the database, opened when the host starts, and what lies beside it in the data folder.</summary>
    public static IServiceCollection AddProductStore(this IServiceCollection services, ProductOptions options)
    {
        services.AddSingleton(_ => options.InMemory ? SealingKey.Passing() : SealingKey.Open(Path.Combine(options.DataPath, "keys")));
        services.AddSingleton<Readiness>();
        services.AddSingleton<IStorage>(_ => Open(options));
        return services;
    }

    /// <summary>What a new database is born as.</summary>
    private static DatabaseNature NatureOf(ProductOptions options) => options.Nature switch
    {
        "training" => DatabaseNature.Training,
        "rehearsal" => DatabaseNature.Rehearsal,
        null when options.Demo => DatabaseNature.Training,
        _ => DatabaseNature.Production,
    };

    private static MemoryStorage Open(ProductOptions options) => new(NatureOf(options), options.Time);
}
