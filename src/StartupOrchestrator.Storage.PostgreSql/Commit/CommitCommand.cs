using Npgsql;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Storage.PostgreSql.Commit;

/// <summary>The statement, prepared on one connection.</summary>
internal sealed class CommitCommand : IAsyncDisposable
{
    private readonly NpgsqlCommand command;
    private readonly CommitSql sql;

    private CommitCommand(NpgsqlConnection connection)
    {
        command = connection.CreateCommand();
        sql = new CommitSql(command);
        sql.Bind();
    }

    public static async Task<CommitCommand> PrepareAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var prepared = new CommitCommand(connection);
        await prepared.command.PrepareAsync(cancellationToken).ConfigureAwait(false);
        return prepared;
    }

    public async Task<CommitOutcome[]> RunAsync(IReadOnlyList<StepCommit> steps, NpgsqlTransaction? transaction)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            Add(i, steps[i]);
        }

        sql.Bind();
        command.Transaction = transaction;
        var outcomes = new CommitOutcome[steps.Count];
        var reader = await command.ExecuteReaderAsync().ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync().ConfigureAwait(false))
            {
                var ord = (int)reader.GetInt64(0);
                outcomes[ord] = Outcome(reader, steps[ord]);
            }
        }

        return outcomes;
    }

    /// <summary>The server's plan of the statement, for the test that looks for scans of whole tables.</summary>
    public async Task<string> ExplainAsync(IReadOnlyList<StepCommit> steps)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            Add(i, steps[i]);
        }

        sql.Bind();
        var text = command.CommandText;
        command.CommandText = $"explain {text}";
        var lines = new List<string>();
        var reader = await command.ExecuteReaderAsync().ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync().ConfigureAwait(false))
            {
                lines.Add(reader.GetString(0));
            }
        }

        command.CommandText = text;
        return string.Join('\n', lines);
    }

    public ValueTask DisposeAsync() => command.DisposeAsync();

    private static CommitOutcome Outcome(NpgsqlDataReader r, StepCommit step)
    {
        if (r.GetBoolean(1))
        {
            return new CommitOutcome.Committed();
        }

        if (!r.IsDBNull(2))
        {
            return new CommitOutcome.Repeated(r.GetString(2), Text(r, 3), r.GetInt64(4));
        }

        var version = r.IsDBNull(7) ? 0 : r.GetInt64(7);
        var same = version == step.ExpectedVersion;
        return same && !r.IsDBNull(5) ? new CommitOutcome.EvidenceChanged(r.GetString(5))
            : same && !r.IsDBNull(6) ? new CommitOutcome.ClaimTaken(r.GetString(6))
            : new CommitOutcome.Conflict(version, Text(r, 8), Text(r, 9));
    }

    private static string? Text(NpgsqlDataReader r, int column) => r.IsDBNull(column) ? null : r.GetString(column);

    private void Add(long ord, StepCommit step)
    {
        sql.Steps.Add(ord, step.Stream, step.ExpectedVersion, step.Version, step.State, step.Head, step.CommandId, step.BodyHash, step.Answer, step.ConsumedOutboxId);
        foreach (var (stream, version) in step.Evidence)
        {
            sql.Evidence.Add(ord, stream, version);
        }

        foreach (var name in step.Claimed)
        {
            sql.Claimed.Add(ord, name, step.Stream);
        }

        foreach (var name in step.Released)
        {
            sql.Released.Add(ord, name);
        }

        AddRecords(ord, step);
        AddDeliveries(ord, step);
    }

    private void AddRecords(long ord, StepCommit step)
    {
        foreach (var e in step.Journal)
        {
            sql.Journal.Add(
                ord, e.Version, e.Type, (long)e.TypeVersion, StoreTime.Format(e.BusinessTime), StoreTime.Format(e.RecordedAt), e.By, e.CommandId, e.Cause, e.Data,
                e.PreviousHash, e.Hash);
        }

        if (step.Audit is { } a)
        {
            var id = ActorId.Parse(step.Stream);
            var kind = step.Stream[..step.Stream.IndexOf('/', StringComparison.Ordinal)];
            var study = id.Kind == ActorKind.Study ? id.Key : step.View?.Study;
            sql.Audit.Add(ord, a.Version, kind, study, StoreTime.Format(a.At), a.By, a.OnBehalfOf, a.Reason, a.Command, a.Cause, a.Changes);
        }

        if (step.View is { } view)
        {
            sql.Views.Add([ord, .. ViewWriting.Values(step.Stream, step.Version, view)]);
        }

        foreach (var p in step.Personal)
        {
            sql.Personal.Add(ord, p.Ref.Id, p.Ref.Hash, p.Nonce, p.Value, p.Subject);
        }
    }

    private void AddDeliveries(long ord, StepCommit step)
    {
        foreach (var o in step.Outbox)
        {
            sql.Messages.Add(ord, o.Id, o.Target, o.Sequence, o.Payload, StoreTime.Format(o.Due));
        }

        foreach (var timer in step.Timers)
        {
            sql.Timers.Add(ord, timer.Key, timer.Generation, StoreTime.Format(timer.Due), timer.Command);
        }

        foreach (var key in step.ClearedTimers)
        {
            sql.ClearedTimers.Add(ord, key);
        }

        foreach (var b in step.Bookmarks)
        {
            sql.Bookmarks.Add(ord, b.Bookmark, b.Name, b.Correlation, StoreTime.Format(b.Since));
        }

        foreach (var bookmark in step.ClearedBookmarks)
        {
            sql.ClearedBookmarks.Add(ord, bookmark);
        }

        foreach (var e in step.Published)
        {
            sql.Events.Add(e.Id, ord, e.Name, e.Correlation, e.Payload, StoreTime.Format(e.At));
        }
    }
}
