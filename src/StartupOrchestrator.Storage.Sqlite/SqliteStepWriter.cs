using Microsoft.Data.Sqlite;
using StartupOrchestrator.Domain.Actors;
using StartupOrchestrator.Runtime.Storage;

namespace StartupOrchestrator.Storage.Sqlite;

/// <summary>Writes one step inside a transaction that is already open, or finds out why not.</summary>
internal sealed class SqliteStepWriter(SqliteStatements sql)
{
    public CommitOutcome Write(StepCommit step, SqliteTransaction t)
    {
        if (sql.Answer.First(t, ReadAnswer, step.Stream, step.CommandId) is { } answer)
        {
            return new CommitOutcome.Repeated(answer.BodyHash, answer.Answer, answer.Version);
        }

        foreach (var (stream, version) in step.Evidence)
        {
            if ((sql.State.First(t, ReadState, stream)?.Version ?? 0) != version)
            {
                return Or(Conflict(step, t), new CommitOutcome.EvidenceChanged(stream));
            }
        }

        foreach (var name in step.Claimed)
        {
            if (sql.Holder.First(t, r => r.GetString(0), name) is { } holder && holder != step.Stream)
            {
                return Or(Conflict(step, t), new CommitOutcome.ClaimTaken(name));
            }
        }

        var moved = step.ExpectedVersion == 0
            ? sql.InsertState.Run(t, step.Stream, step.Version, step.Head, step.State)
            : sql.UpdateState.Run(t, step.Stream, step.Version, step.Head, step.State, step.ExpectedVersion);
        if (moved == 0)
        {
            return Conflict(step, t) ?? throw new InvalidOperationException($"{step.Stream} is at the expected version and yet was not written.");
        }

        WriteRecords(step, t);
        WriteDeliveries(step, t);
        return new CommitOutcome.Committed();
    }

    public static StoredState ReadState(SqliteDataReader r) => new(r.GetInt64(0), r.GetString(1), r.GetString(2));

    public static StoredAnswer ReadAnswer(SqliteDataReader r) => new(r.GetString(0), r.IsDBNull(1) ? null : r.GetString(1), r.GetInt64(2));

    private static CommitOutcome Or(CommitOutcome? first, CommitOutcome second) => first ?? second;

    private CommitOutcome.Conflict? Conflict(StepCommit step, SqliteTransaction t)
    {
        var state = sql.State.First(t, ReadState, step.Stream);
        return (state?.Version ?? 0) == step.ExpectedVersion ? null : new CommitOutcome.Conflict(state?.Version ?? 0, state?.State, state?.Head);
    }

    private void WriteRecords(StepCommit step, SqliteTransaction t)
    {
        sql.InsertCommand.Run(t, step.Stream, step.CommandId, step.BodyHash, step.Answer, step.Version);
        foreach (var e in step.Journal)
        {
            sql.InsertEntry.Run(
                t, step.Stream, e.Version, e.Type, e.TypeVersion, StoreTime.Format(e.BusinessTime), StoreTime.Format(e.RecordedAt), e.By, e.CommandId, e.Cause, e.Data,
                e.PreviousHash, e.Hash);
        }

        if (step.Audit is { } a)
        {
            var id = ActorId.Parse(step.Stream);
            var study = id.Kind == ActorKind.Study ? id.Key : step.View?.Study;
            sql.InsertAudit.Run(
                t, step.Stream, a.Version, KindOf(step.Stream), study, StoreTime.Format(a.At), a.By, a.OnBehalfOf, a.Reason, a.Command, a.Cause, a.Changes);
        }

        if (step.View is { } view)
        {
            sql.PutView.Run(t, ViewWriting.Values(step.Stream, step.Version, view));
        }

        foreach (var p in step.Personal)
        {
            sql.InsertPersonal.Run(t, p.Ref.Id, p.Ref.Hash, p.Nonce, p.Value, p.Subject);
        }

        foreach (var name in step.Released)
        {
            sql.DeleteClaim.Run(t, name, step.Stream);
        }

        foreach (var name in step.Claimed)
        {
            sql.InsertClaim.Run(t, name, step.Stream);
        }
    }

    private void WriteDeliveries(StepCommit step, SqliteTransaction t)
    {
        if (step.ConsumedOutboxId is { } consumed)
        {
            sql.DeleteMessage.Run(t, consumed);
        }

        foreach (var o in step.Outbox)
        {
            sql.InsertMessage.Run(t, o.Id, step.Stream, o.Target, o.Sequence, o.Payload, StoreTime.Format(o.Due));
        }

        foreach (var key in step.ClearedTimers)
        {
            sql.DeleteTimer.Run(t, step.Stream, key);
        }

        foreach (var timer in step.Timers)
        {
            sql.PutTimer.Run(t, step.Stream, timer.Key, timer.Generation, StoreTime.Format(timer.Due), timer.Command);
        }

        foreach (var bookmark in step.ClearedBookmarks)
        {
            sql.DeleteBookmark.Run(t, step.Stream, bookmark);
        }

        foreach (var b in step.Bookmarks)
        {
            sql.PutBookmark.Run(t, step.Stream, b.Bookmark, b.Name, b.Correlation, StoreTime.Format(b.Since));
        }

        foreach (var e in step.Published)
        {
            sql.InsertEvent.Run(t, e.Id, e.Name, e.Correlation, e.Payload, StoreTime.Format(e.At));
        }
    }

    private static string KindOf(string stream) => stream[..stream.IndexOf('/', StringComparison.Ordinal)];
}
