using StartupOrchestrator.Runtime.Driving;
using StartupOrchestrator.Runtime.Memory;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Server.Commands;
using StartupOrchestrator.Server.Hosting.Secrets;
using StartupOrchestrator.Storage;
using StartupOrchestrator.Storage.PostgreSql;
using StartupOrchestrator.Storage.Sqlite;

namespace StartupOrchestrator.Server.Hosting;

/// <summary>Chooses the database: SQLite in the data folder, PostgreSQL by a connection string, memory for tests.</summary>
internal static class StoreRegistration
{
    /// <summary>Adds the database, opened when the host starts, and what lies beside it in the data folder.</summary>
    public static IServiceCollection AddProductStore(this IServiceCollection services, ProductOptions options)
    {
        services.AddSingleton(sp => options.InMemory ? SealingKey.Passing() : SealingKeyOf(options, sp.GetRequiredService<IStorage>()));
        services.AddSingleton<Readiness>();
        services.AddSingleton<IStorage>(_ => Open(options));
        return services;
    }

    private static SealingKey SealingKeyOf(ProductOptions options, IStorage storage) => storage.Secrets is { } secrets
        ? new SealingKey(SharedKeys.Keep(secrets, "sealing", Path.Combine(options.DataPath, "keys", "sealing.key")))
        : SealingKey.Open(Path.Combine(options.DataPath, "keys"));

    /// <summary>What the database must have been born as; null takes it as it is. The demo is a dry run that stops today.</summary>
    private static DatabaseNature? NatureOf(ProductOptions options) => options.Nature switch
    {
        "production" => DatabaseNature.Production,
        "training" => DatabaseNature.Training,
        "rehearsal" => DatabaseNature.Rehearsal,
        _ => options.Demo ? DatabaseNature.Rehearsal : null,
    };

    private static IStorage Open(ProductOptions options)
    {
        if (options.InMemory)
        {
            return new MemoryStorage(NatureOf(options) ?? DatabaseNature.Production, options.Time);
        }

        // Keys of anchors, the owner's file and pickup mail lie there also where the records do not.
        Directory.CreateDirectory(options.DataPath);
        var storage = options.Connection is { } connection
            ? (IStorage)PostgreSqlStorage.OpenAsync(new PostgreSqlOptions(connection) { Nature = NatureOf(options) }, options.Time).GetAwaiter().GetResult()
            : SqliteStorage.OpenAsync(new SqliteOptions(options.DataPath) { Nature = NatureOf(options) }, options.Time).GetAwaiter().GetResult();
        if (options.Time is VirtualClock && storage.Nature != DatabaseNature.Rehearsal)
        {
            storage.DisposeAsync().AsTask().GetAwaiter().GetResult();
            throw new DatabaseRefusedException($"Only a database born for a dry run takes another clock than the machine's; this one is {storage.Nature}. If its folder holds a file {RehearsalClock.FileName}, it came from elsewhere: remove it.");
        }

        return storage;
    }
}
