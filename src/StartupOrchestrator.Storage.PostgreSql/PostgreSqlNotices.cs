using Npgsql;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Storage.PostgreSql;

/// <summary>
/// Tells other processes that something was committed, after the commit and at most once at a time: inside the
/// transaction it would make commits wait for each other. Nothing depends on it; readers also poll.
/// </summary>
internal sealed class PostgreSqlNotices : IAsyncDisposable
{
    private const string Channel = "startup_changes";
    // Readers need no more than that, and each notice is a transaction of the server.
    private static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly PostgreSqlDatabase database;
    private readonly ChangeSignal changes;
    private readonly TimeProvider time;
    private readonly CancellationTokenSource stop = new();
    private readonly Task[] loops;
    private readonly SemaphoreSlim work = new(0);
    private int pending;

    public PostgreSqlNotices(PostgreSqlDatabase database, ChangeSignal changes, TimeProvider time)
    {
        this.database = database;
        this.changes = changes;
        this.time = time;
        loops = [Task.Run(() => LoopAsync(SendAsync)), Task.Run(() => LoopAsync(ListenAsync))];
    }

    /// <summary>Something was committed here.</summary>
    public void Committed()
    {
        changes.Announce();
        if (Interlocked.Exchange(ref pending, 1) == 0)
        {
            work.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(loops).ConfigureAwait(false);
        stop.Dispose();
        work.Dispose();
    }

    private async Task LoopAsync(Func<NpgsqlConnection, Task> use)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var connection = await database.OpenAsync(stop.Token).ConfigureAwait(false);
                await using (connection.ConfigureAwait(false))
                {
                    await use(connection).ConfigureAwait(false);
                }
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception)
            {
                // Best effort: the readers' own poll finds what was not announced.
                await Task.Delay(Pause, time, CancellationToken.None).ConfigureAwait(false);
            }
        }
    }

    private async Task SendAsync(NpgsqlConnection connection)
    {
        // A lost notice is found by the poll; waiting for the disk would take turns with the commits.
        using var quick = new NpgsqlCommand("set synchronous_commit = off", connection);
        await quick.ExecuteNonQueryAsync(stop.Token).ConfigureAwait(false);
        while (true)
        {
            await work.WaitAsync(stop.Token).ConfigureAwait(false);
            Interlocked.Exchange(ref pending, 0);
            using var command = new NpgsqlCommand($"notify {Channel}", connection);
            await command.ExecuteNonQueryAsync(stop.Token).ConfigureAwait(false);
            await Task.Delay(Apart, time, stop.Token).ConfigureAwait(false);
        }
    }

    private async Task ListenAsync(NpgsqlConnection connection)
    {
        connection.Notification += (_, _) => changes.Announce();
        using var command = new NpgsqlCommand($"listen {Channel}", connection);
        await command.ExecuteNonQueryAsync(stop.Token).ConfigureAwait(false);
        while (true)
        {
            await connection.WaitAsync(stop.Token).ConfigureAwait(false);
        }
    }
}
