using Microsoft.Data.Sqlite;
using NodaTime;
using StartupOrchestrator.Runtime.Storage;
using StartupOrchestrator.Storage.Backup;
using StartupOrchestrator.Storage.Reading;
using StartupOrchestrator.Storage.Schema;
using StartupOrchestrator.Storage.Upkeep;

namespace StartupOrchestrator.Storage.Sqlite;

/// <summary>A database in one folder, owned by one process: the embedded default.</summary>
public sealed class SqliteStorage : IStorage
{
    private readonly SqliteDatabase database;
    private readonly SqliteSteps steps;
    private readonly ChangeSignal changes;
    private readonly SqlUpkeep upkeep;
    private int disposed;

    private SqliteStorage(DataFolder folder, SqliteDatabase database, DatabaseNature nature, TimeProvider time)
    {
        this.database = database;
        Folder = folder;
        Nature = nature;
        changes = new ChangeSignal(time);
        steps = new SqliteSteps(database, changes);
        Deliveries = new SqlDeliveries(database);
        Journal = new SqlJournal(database, new SqliteChanges(database).ReadAsync);
        Views = new SqlViews(database);
        Personal = new SqlPersonal(database);
        Blobs = new FileBlobs(Path.Combine(folder.Path, "files"));
        Records = new SqlRecords(database);
        upkeep = new SqlUpkeep(database, _ => Task.FromResult(0.0), (_, _) => Task.FromResult(0.0));
    }

    /// <summary>Name of the database file in its folder.</summary>
    public static string FileName => "startup.db";

    /// <summary>The folder; the owner announces its address here.</summary>
    public DataFolder Folder { get; }

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
    public IUpkeep Upkeep => upkeep;

    /// <inheritdoc/>
    public StoreTraits Traits { get; } = new(Writers: 1, MaxSteps: 64);

    /// <inheritdoc/>
    public DatabaseNature Nature { get; }

    /// <summary>Takes the folder, brings the schema up to date and checks that nothing unsafe is set.</summary>
    /// <exception cref="DataFolderInUseException">Another process owns the folder.</exception>
    /// <exception cref="DatabaseRefusedException">It is newer, of another nature, or unsafe.</exception>
    public static async Task<SqliteStorage> OpenAsync(SqliteOptions options, TimeProvider time)
    {
        var folder = DataFolder.Take(options.Directory, options.OwnerUrl);
        SqliteDatabase? database = null;
        try
        {
            database = await SqliteDatabase.OpenAsync(Path.Combine(folder.Path, FileName)).ConfigureAwait(false);
            await new Migrations(typeof(SqliteStorage).Assembly).ApplyAsync(database.Writer, Instant.FromDateTimeOffset(time.GetUtcNow())).ConfigureAwait(false);
            var nature = await Meta.BeBornAsync(database.Writer, options.Nature).ConfigureAwait(false);
            return new SqliteStorage(folder, database, nature, time);
        }
        catch
        {
            if (database is not null)
            {
                await database.DisposeAsync().ConfigureAwait(false);
            }

            folder.Dispose();
            throw;
        }
    }

    /// <summary>Writes a backup of the database in a folder, whether or not a process owns it: it reads one moment and disturbs nobody.</summary>
    public static async Task<BackupManifest> BackupAsync(string directory, IReadOnlyDictionary<string, byte[]> secrets, Stream target, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var text = new SqliteConnectionStringBuilder { DataSource = Path.Combine(directory, FileName), Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString();
        var connection = new SqliteConnection(text);
        await using (connection.ConfigureAwait(false))
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            using var snapshot = connection.CreateCommand();
            snapshot.CommandText = "begin; select count(*) from meta";
            await snapshot.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
            return await new BackupWriter(connection, new FileBlobs(Path.Combine(directory, "files"))).WriteAsync(target, secrets, now, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Puts a backup into this new, empty database.</summary>
    /// <exception cref="BackupException">It is not empty.</exception>
    public Task RestoreAsync(BackupReader backup, Instant now, CancellationToken cancellationToken) => backup.IntoAsync(database, Blobs, now, cancellationToken);

    /// <inheritdoc/>
    public Task WaitForChangeAsync(TimeSpan atMost, CancellationToken cancellationToken) => changes.WaitAsync(atMost, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 1)
        {
            return;
        }

        steps.Dispose();
        await database.DisposeAsync().ConfigureAwait(false);
        Folder.Dispose();
    }
}
