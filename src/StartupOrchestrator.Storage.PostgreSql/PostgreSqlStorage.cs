using Dapper;
using NodaTime;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Storage.Backup;
using StartupOrchestrator.Storage.Reading;
using StartupOrchestrator.Storage.Upkeep;

namespace StartupOrchestrator.Storage.PostgreSql;

/// <summary>A database that any number of processes share.</summary>
public sealed class PostgreSqlStorage : IStorage
{
    private readonly PostgreSqlDatabase database;
    private readonly PostgreSqlNotices notices;
    private readonly PostgreSqlSteps steps;
    private readonly ChangeSignal changes;
    private int disposed;

    private PostgreSqlStorage(PostgreSqlDatabase database, DatabaseNature nature, int writers, TimeProvider time)
    {
        this.database = database;
        Nature = nature;
        Traits = new StoreTraits(writers, MaxSteps: 128);
        changes = new ChangeSignal(time);
        notices = new PostgreSqlNotices(database, changes, time);
        steps = new PostgreSqlSteps(database, notices.Committed);
        Deliveries = new SqlDeliveries(database);
        Journal = new SqlJournal(database, new PostgreSqlChanges(database).ReadAsync);
        Views = new SqlViews(database);
        Personal = new SqlPersonal(database);
        Blobs = new PostgreSqlBlobs(database);
        Records = new SqlRecords(database);
        Secrets = new PostgreSqlSecrets(database);
        Counts = new PostgreSqlCounts(database);
        Upkeep = new SqlUpkeep(database, HorizonAgeAsync, ClockApartAsync);
    }

    /// <inheritdoc/>
    public IStepStore Steps => steps;

    /// <inheritdoc/>
    public IDeliveryStore Deliveries { get; }

    /// <inheritdoc/>
    public IJournalReader Journal { get; }

    /// <inheritdoc/>
    public IViewQueries Views { get; }

    /// <inheritdoc/>
    public IPersonalValues Personal { get; }

    /// <inheritdoc/>
    public IBlobStore Blobs { get; }

    /// <inheritdoc/>
    public IRecordKeeping Records { get; }

    /// <inheritdoc/>
    public ISharedSecrets Secrets { get; }

    /// <inheritdoc/>
    public ISharedCounts Counts { get; }

    /// <inheritdoc/>
    public IUpkeep Upkeep { get; }

    /// <inheritdoc/>
    public StoreTraits Traits { get; }

    /// <inheritdoc/>
    public DatabaseNature Nature { get; }

    /// <summary>Brings the schema up to date and checks that nothing unsafe is set.</summary>
    /// <exception cref="DatabaseRefusedException">It is newer, of another nature, or unsafe.</exception>
    public static async Task<PostgreSqlStorage> OpenAsync(PostgreSqlOptions options, TimeProvider time)
    {
        var nature = await PostgreSqlSetup.RunAsync(options, time).ConfigureAwait(false);
        var database = new PostgreSqlDatabase(options.ConnectionString);
        try
        {
            var writer = await database.OpenWriterAsync(CancellationToken.None).ConfigureAwait(false);
            await using (writer.ConfigureAwait(false))
            {
                await PostgreSqlSafety.CheckAsync(writer, options, nature, time).ConfigureAwait(false);
            }

            return new PostgreSqlStorage(database, nature, options.Writers, time);
        }
        catch
        {
            await database.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Says that a backup was restored: readers of changes start again at the present. Needs the schema's owner.</summary>
    public Task RaiseEpochAsync(CancellationToken cancellationToken) =>
        database.WriteAsync(t => t.Connection!.ExecuteAsync("update meta set value = (value::bigint + 1)::text where name = 'epoch'", transaction: t), cancellationToken);

    /// <summary>Writes a backup of a database while processes work on it: it reads one moment and disturbs nobody.</summary>
    public static async Task<BackupManifest> BackupAsync(string connectionString, Stream target, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var database = new PostgreSqlDatabase(connectionString);
        await using (database.ConfigureAwait(false))
        {
            var connection = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                await connection.ExecuteAsync("begin isolation level repeatable read read only; set local idle_in_transaction_session_timeout = 0").ConfigureAwait(false);
                var secrets = (await connection.QueryAsync<(string Name, byte[] Value)>("select name, value from secrets").ConfigureAwait(false)).ToDictionary(s => s.Name, s => s.Value);
                return await new BackupWriter(connection, new PostgreSqlBlobs(database), "xid, pos").WriteAsync(target, secrets, now, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Puts a backup into this new, empty database. Needs the schema's owner.</summary>
    /// <exception cref="BackupException">It is not empty.</exception>
    public async Task RestoreAsync(BackupReader backup, Instant now, CancellationToken cancellationToken)
    {
        await backup.IntoAsync(database, Blobs, now, cancellationToken).ConfigureAwait(false);
        foreach (var (name, value) in await backup.SecretsAsync(cancellationToken).ConfigureAwait(false))
        {
            await Secrets.KeepAsync(name, value, cancellationToken).ConfigureAwait(false);
        }

        await AnalyzeAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Age of the oldest running transaction in seconds: readers of changes wait for it.</summary>
    public Task<double> HorizonAgeAsync(CancellationToken cancellationToken) => database.ReadAsync(
        c => c.ExecuteScalarAsync<double>("select coalesce(max(extract(epoch from clock_timestamp() - xact_start)), 0)::float8 from pg_stat_activity where backend_xid is not null or backend_xmin is not null"),
        cancellationToken);

    /// <summary>Seconds by which the given moment is ahead of the server's clock.</summary>
    private Task<double> ClockApartAsync(Instant now, CancellationToken cancellationToken) => database.ReadAsync(
        async c => (now - Instant.FromUnixTimeMilliseconds((long)(1000 * await c.ExecuteScalarAsync<double>("select extract(epoch from clock_timestamp())::float8").ConfigureAwait(false)))).TotalSeconds,
        cancellationToken);

    /// <summary>The server's plan of a commit.</summary>
    public Task<string> ExplainCommitAsync(IReadOnlyList<StepCommit> batch, CancellationToken cancellationToken) => steps.ExplainAsync(batch, cancellationToken);

    /// <summary>Lets the server look at its tables, after an import for example.</summary>
    public Task AnalyzeAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(c => c.ExecuteAsync(new CommandDefinition("analyze", commandType: System.Data.CommandType.Text, cancellationToken: cancellationToken)), cancellationToken);

    /// <inheritdoc/>
    public Task WaitForChangeAsync(TimeSpan atMost, CancellationToken cancellationToken) => changes.WaitAsync(atMost, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 1)
        {
            return;
        }

        await notices.DisposeAsync().ConfigureAwait(false);
        await steps.DisposeAsync().ConfigureAwait(false);
        await database.DisposeAsync().ConfigureAwait(false);
    }
}
