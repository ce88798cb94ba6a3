using Npgsql;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Storage.PostgreSql.Commit;

/// <summary>The statement for batches of one kind, prepared on one connection.</summary>
internal sealed class CommitCommand : IAsyncDisposable
{
    private readonly NpgsqlCommand command;
    private readonly CommitSql sql;

    private CommitCommand(NpgsqlConnection connection, CommitParts parts)
    {
        command = connection.CreateCommand();
        sql = new CommitSql(command, parts);
        sql.Bind();
    }

    public static async Task<CommitCommand> PrepareAsync(NpgsqlConnection connection, CommitParts parts, CancellationToken cancellationToken)
    {
        var prepared = new CommitCommand(connection, parts);
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
        Array.Fill(outcomes, new CommitOutcome.Committed());
        long committed = -1, lost = 0;
        var reader = await command.ExecuteReaderAsync().ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync().ConfigureAwait(false))
            {
                var ord = (int)reader.GetInt64(0);
                if (ord < 0)
                {
                    committed = reader.GetInt64(3);
                    continue;
                }

                lost++;
                outcomes[ord] = Outcome(reader, steps[ord]);
            }
        }

        return committed + lost == steps.Count
            ? outcomes
            : throw new InvalidOperationException($"Of {steps.Count} steps the database committed {committed} and refused {lost}.");
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
        if (!r.IsDBNull(1))
        {
            return new CommitOutcome.Repeated(r.GetString(1), Text(r, 2), r.GetInt64(3));
        }

        var version = r.IsDBNull(6) ? 0 : r.GetInt64(6);
        var same = version == step.ExpectedVersion;
        return same && !r.IsDBNull(4) ? new CommitOutcome.EvidenceChanged(r.GetString(4))
            : same && !r.IsDBNull(5) ? new CommitOutcome.ClaimTaken(r.GetString(5))
            : new CommitOutcome.Conflict(version, Text(r, 7), Text(r, 8));
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
            sql.Released.Add(ord, step.Stream, name);
        }

        AddRecords(ord, step);
        AddDeliveries(ord, step);
    }

    private void AddRecords(long ord, StepCommit step)
    {
        foreach (var e in step.Journal)
        {
            sql.Journal.Add(
                ord, step.Stream, e.Version, e.Type, (long)e.TypeVersion, StoreTime.Format(e.BusinessTime), StoreTime.Format(e.RecordedAt), e.By, e.CommandId, e.Cause, e.Data,
                e.PreviousHash, e.Hash);
        }

        if (step.Audit is { } a)
        {
            var id = ActorId.Parse(step.Stream);
            var kind = step.Stream[..step.Stream.IndexOf('/', StringComparison.Ordinal)];
            var study = id.Kind == ActorKind.Study ? id.Key : step.View?.Study;
            sql.Audit.Add(ord, step.Stream, a.Version, kind, study, StoreTime.Format(a.At), a.By, a.OnBehalfOf, a.Reason, a.Command, a.Cause, a.Changes);
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
            sql.Messages.Add(ord, step.Stream, o.Id, o.Target, o.Sequence, o.Payload, StoreTime.Format(o.Due));
        }

        foreach (var timer in step.Timers)
        {
            sql.Timers.Add(ord, step.Stream, timer.Key, timer.Generation, StoreTime.Format(timer.Due), timer.Command);
        }

        foreach (var key in step.ClearedTimers)
        {
            sql.ClearedTimers.Add(ord, step.Stream, key);
        }

        foreach (var b in step.Bookmarks)
        {
            sql.Bookmarks.Add(ord, step.Stream, b.Bookmark, b.Name, b.Correlation, StoreTime.Format(b.Since));
        }

        foreach (var bookmark in step.ClearedBookmarks)
        {
            sql.ClearedBookmarks.Add(ord, step.Stream, bookmark);
        }

        foreach (var e in step.Published)
        {
            sql.Events.Add(e.Id, ord, e.Name, e.Correlation, e.Payload, StoreTime.Format(e.At));
        }
    }
}
