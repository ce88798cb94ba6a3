using Microsoft.Data.Sqlite;

namespace StartupOrchestrator.Storage.Sqlite;

/// <summary>The statements of a commit.</summary>
internal sealed class SqliteStatements(SqliteConnection connection) : IDisposable
{
    public PreparedStatement Answer { get; } = new(connection, "select body_hash, answer, version from commands where stream = ?1 and id = ?2", 2);

    public PreparedStatement State { get; } = new(connection, "select version, doc, head from state where stream = ?1", 1);

    public PreparedStatement Holder { get; } = new(connection, "select stream from claims where name = ?1", 1);

    public PreparedStatement InsertState { get; } = new(connection, "insert into state (stream, version, head, doc) values (?1, ?2, ?3, ?4) on conflict (stream) do nothing", 4);

    public PreparedStatement UpdateState { get; } = new(connection, "update state set version = ?2, head = ?3, doc = ?4 where stream = ?1 and version = ?5", 5);

    public PreparedStatement InsertCommand { get; } = new(connection, "insert into commands (stream, id, body_hash, answer, version) values (?1, ?2, ?3, ?4, ?5)", 5);

    public PreparedStatement InsertEntry { get; } = new(
        connection,
        "insert into journal (stream, version, type, type_version, business_time, recorded_at, by_whom, command_id, cause, data, previous_hash, hash) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        12);

    public PreparedStatement InsertAudit { get; } = new(
        connection,
        "insert into audit (stream, version, kind, study, at, by_whom, on_behalf_of, reason, command, cause, changes) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        11);

    public PreparedStatement PutView { get; } = new(
        connection,
        $"insert into views ({string.Join(", ", ViewWriting.Columns)}) values ({string.Join(", ", ViewWriting.Columns.Select((_, i) => $"?{i + 1}"))}) on conflict (stream) do update set {ViewWriting.Update}",
        ViewWriting.Columns.Count);

    public PreparedStatement InsertMessage { get; } = new(
        connection, "insert into outbox (id, source, target, seq, payload, due) values (?1, ?2, ?3, ?4, ?5, ?6) on conflict (id) do nothing", 6);

    public PreparedStatement DeleteMessage { get; } = new(connection, "delete from outbox where id = ?1", 1);

    public PreparedStatement PutTimer { get; } = new(
        connection,
        "insert into timers (stream, key, generation, due, command) values (?1, ?2, ?3, ?4, ?5) on conflict (stream, key) do update set generation = excluded.generation, due = excluded.due, command = excluded.command, taken = ''",
        5);

    public PreparedStatement DeleteTimer { get; } = new(connection, "delete from timers where stream = ?1 and key = ?2", 2);

    public PreparedStatement PutBookmark { get; } = new(
        connection,
        "insert into bookmarks (stream, bookmark, name, correlation, since) values (?1, ?2, ?3, ?4, ?5) on conflict (stream, bookmark) do update set name = excluded.name, correlation = excluded.correlation, since = excluded.since",
        5);

    public PreparedStatement DeleteBookmark { get; } = new(connection, "delete from bookmarks where stream = ?1 and bookmark = ?2", 2);

    public PreparedStatement InsertEvent { get; } = new(connection, "insert into events (id, name, correlation, payload, at) values (?1, ?2, ?3, ?4, ?5) on conflict (id) do nothing", 5);

    public PreparedStatement InsertPersonal { get; } = new(connection, "insert into personal (id, hash, nonce, value, subject) values (?1, ?2, ?3, ?4, ?5) on conflict (id) do nothing", 5);

    public PreparedStatement InsertClaim { get; } = new(connection, "insert into claims (name, stream) values (?1, ?2) on conflict (name) do nothing", 2);

    public PreparedStatement DeleteClaim { get; } = new(connection, "delete from claims where name = ?1 and stream = ?2", 2);

    public void Dispose()
    {
        foreach (var statement in (ReadOnlySpan<PreparedStatement>)[
            Answer, State, Holder, InsertState, UpdateState, InsertCommand, InsertEntry, InsertAudit, PutView, InsertMessage, DeleteMessage, PutTimer, DeleteTimer,
            PutBookmark, DeleteBookmark, InsertEvent, InsertPersonal, InsertClaim, DeleteClaim])
        {
            statement.Dispose();
        }
    }
}
