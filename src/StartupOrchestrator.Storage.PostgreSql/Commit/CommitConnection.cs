using Npgsql;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Storage.PostgreSql.Commit;

/// <summary>A connection that commits, with the statements it has prepared so far, one for each kind of batch it met.</summary>
internal sealed class CommitConnection(NpgsqlConnection connection) : IAsyncDisposable
{
    // Each costs the server the memory of a plan; batches of kinds met later use the statement that can do everything.
    private const int MaxPrepared = 24;
    private readonly Dictionary<CommitParts, CommitCommand> commands = [];

    public NpgsqlConnection Connection => connection;

    public async Task<CommitOutcome[]> CommitAsync(IReadOnlyList<StepCommit> steps, NpgsqlTransaction? transaction)
    {
        var command = await CommandAsync(steps).ConfigureAwait(false);
        return await command.RunAsync(steps, transaction).ConfigureAwait(false);
    }

    public async Task<string> ExplainAsync(IReadOnlyList<StepCommit> steps)
    {
        var command = await CommandAsync(steps).ConfigureAwait(false);
        return await command.ExplainAsync(steps).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        // The statements end with their connection.
        await connection.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<CommitCommand> CommandAsync(IReadOnlyList<StepCommit> steps)
    {
        var parts = CommitPartsOf.Batch(steps);
        if (!commands.ContainsKey(parts) && commands.Count >= MaxPrepared)
        {
            parts = CommitParts.All;
        }

        if (!commands.TryGetValue(parts, out var command))
        {
            commands[parts] = command = await CommitCommand.PrepareAsync(connection, parts, CancellationToken.None).ConfigureAwait(false);
        }

        return command;
    }
}
