using Npgsql;

namespace StartupOrchestrator.Storage.PostgreSql.Commit;

/// <summary>
/// The one statement that commits a batch. Steps lose alone: whoever is known, stale, too late or locked is left out of
/// <c>ok</c>, and every write joins <c>ok</c>. Rows of large tables are reached one by one through their keys.
/// </summary>
internal sealed class CommitSql
{
    public CommitSql(NpgsqlCommand command)
    {
        Steps = new(command, "u", "#ord", "stream", "#expected", "#version", "doc", "head", "command_id", "body_hash", "answer", "consumed");
        Evidence = new(command, "e", "#ord", "stream", "#version");
        Claimed = new(command, "w", "#ord", "name", "stream");
        Released = new(command, "g", "#ord", "name");
        Journal = new(command, "j", "#ord", "#version", "type", "#type_version", "business_time", "recorded_at", "by_whom", "command_id", "cause", "data", "previous_hash", "hash");
        Audit = new(command, "a", "#ord", "#version", "kind", "study", "at", "by_whom", "on_behalf_of", "reason", "command", "cause", "changes");
        Views = new(command, "v", ["#ord", .. ViewWriting.Columns.Select(c => c == "version" ? "#version" : c)]);
        Messages = new(command, "m", "#ord", "id", "target", "#seq", "payload", "due");
        Timers = new(command, "t", "#ord", "key", "#generation", "due", "command");
        ClearedTimers = new(command, "g", "#ord", "key");
        Bookmarks = new(command, "b", "#ord", "bookmark", "name", "correlation", "since");
        ClearedBookmarks = new(command, "g", "#ord", "bookmark");
        Events = new(command, "p", "id", "#ord", "name", "correlation", "payload", "at");
        Personal = new(command, "p", "#ord", "id", "hash", "nonce", "value", "subject");
        command.CommandText = Text();
    }

    public RowSet Steps { get; }

    public RowSet Evidence { get; }

    public RowSet Claimed { get; }

    public RowSet Released { get; }

    public RowSet Journal { get; }

    public RowSet Audit { get; }

    public RowSet Views { get; }

    public RowSet Messages { get; }

    public RowSet Timers { get; }

    public RowSet ClearedTimers { get; }

    public RowSet Bookmarks { get; }

    public RowSet ClearedBookmarks { get; }

    public RowSet Events { get; }

    public RowSet Personal { get; }

    public void Bind()
    {
        foreach (var rows in (ReadOnlySpan<RowSet>)[
            Steps, Evidence, Claimed, Released, Journal, Audit, Views, Messages, Timers, ClearedTimers, Bookmarks, ClearedBookmarks, Events, Personal])
        {
            rows.Bind();
        }
    }

    private string Text() => $"""
        with u as materialized (select * from {Steps.Sql}),
        known as materialized (
          select u.ord, c.body_hash, c.answer, c.version from u cross join lateral (
            select body_hash, answer, version from commands c where c.stream = u.stream and c.id = u.command_id limit 1) c),
        relied as materialized (select * from {Evidence.Sql} order by stream),
        held as materialized (
          select r.ord, r.stream, s.version from relied r cross join lateral (
            select version from state s where s.stream = r.stream for share of s skip locked) s),
        stale as materialized (
          select r.ord, min(r.stream) as stream from relied r left join held h on h.ord = r.ord and h.stream = r.stream
          where coalesce(h.version, 0) <> r.version group by r.ord),
        wanted as materialized (select * from {Claimed.Sql}),
        owned as materialized (
          select w.ord, w.name, w.stream = c.stream as own from wanted w cross join lateral (select stream from claims c where c.name = w.name limit 1) c),
        taken as materialized (select ord, min(name) as name from owned where not own group by ord),
        free as materialized (
          select * from u where ord not in (select ord from known) and ord not in (select ord from stale) and ord not in (select ord from taken) order by stream),
        locked as materialized (
          select f.ord from free f cross join lateral (
            select 1 from state s where s.stream = f.stream and s.version = f.expected for no key update of s skip locked) s where f.expected > 0),
        created as (insert into state (stream, version, head, doc) select stream, version, head, doc from free where expected = 0 on conflict (stream) do nothing returning stream),
        ok as materialized (
          select * from free where (expected > 0 and ord in (select ord from locked)) or (expected = 0 and stream in (select stream from created))),
        moved as (
          update state s set version = ok.version, head = ok.head, doc = ok.doc from ok
          where ok.expected > 0 and s.stream = ok.stream),
        answered as (insert into commands (stream, id, body_hash, answer, version) select stream, command_id, body_hash, answer, version from ok),
        told as (
          insert into journal (stream, version, type, type_version, business_time, recorded_at, by_whom, command_id, cause, data, previous_hash, hash)
          select ok.stream, j.version, j.type, j.type_version, j.business_time, j.recorded_at, j.by_whom, j.command_id, j.cause, j.data, j.previous_hash, j.hash
          from {Journal.Sql} join ok on ok.ord = j.ord),
        audited as (
          insert into audit (stream, version, kind, study, at, by_whom, on_behalf_of, reason, command, cause, changes)
          select ok.stream, a.version, a.kind, a.study, a.at, a.by_whom, a.on_behalf_of, a.reason, a.command, a.cause, a.changes
          from {Audit.Sql} join ok on ok.ord = a.ord),
        shown as (
          insert into views ({string.Join(", ", ViewWriting.Columns)})
          select {string.Join(", ", ViewWriting.Columns.Select(c => $"v.{c}"))} from {Views.Sql} join ok on ok.ord = v.ord
          on conflict (stream) do update set {ViewWriting.Update}),
        delivered as (delete from outbox o where o.id = any(array(select consumed from ok where consumed is not null))),
        sent as (
          insert into outbox (id, source, target, seq, payload, due)
          select m.id, ok.stream, m.target, m.seq, m.payload, m.due from {Messages.Sql} join ok on ok.ord = m.ord on conflict (id) do nothing),
        timed as (
          insert into timers (stream, key, generation, due, command)
          select ok.stream, t.key, t.generation, t.due, t.command from {Timers.Sql} join ok on ok.ord = t.ord
          on conflict (stream, key) do update set generation = excluded.generation, due = excluded.due, command = excluded.command, taken = ''),
        untimed as (
          delete from timers d using {ClearedTimers.Sql} join ok on ok.ord = g.ord
          where d.stream = any(array(select stream from ok)) and d.stream = ok.stream and d.key = g.key),
        marked as (
          insert into bookmarks (stream, bookmark, name, correlation, since)
          select ok.stream, b.bookmark, b.name, b.correlation, b.since from {Bookmarks.Sql} join ok on ok.ord = b.ord
          on conflict (stream, bookmark) do update set name = excluded.name, correlation = excluded.correlation, since = excluded.since),
        unmarked as (
          delete from bookmarks d using {ClearedBookmarks.Sql} join ok on ok.ord = g.ord
          where d.stream = any(array(select stream from ok)) and d.stream = ok.stream and d.bookmark = g.bookmark),
        published as (
          insert into events (id, name, correlation, payload, at)
          select p.id, p.name, p.correlation, p.payload, p.at from {Events.Sql} join ok on ok.ord = p.ord on conflict (id) do nothing),
        sealed as (
          insert into personal (id, hash, nonce, value, subject)
          select p.id, p.hash, p.nonce, p.value, p.subject from {Personal.Sql} join ok on ok.ord = p.ord on conflict (id) do nothing),
        claimed as (
          insert into claims (name, stream)
          select w.name, w.stream from wanted w join ok on ok.ord = w.ord where (w.ord, w.name) not in (select ord, name from owned where own)),
        released as (
          delete from claims d using {Released.Sql} join ok on ok.ord = g.ord
          where d.name = any(array(select name from {Released.Sql})) and d.name = g.name and d.stream = ok.stream)
        select u.ord, ok.ord is not null, k.body_hash, k.answer, k.version, st.stream, tk.name, s.version, s.doc, s.head
        from u left join ok on ok.ord = u.ord left join known k on k.ord = u.ord left join stale st on st.ord = u.ord left join taken tk on tk.ord = u.ord
        left join lateral (select version, doc, head from state s where s.stream = u.stream and ok.ord is null limit 1) s on true
        order by u.ord
        """;
}
