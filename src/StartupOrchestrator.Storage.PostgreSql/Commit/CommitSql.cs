using Npgsql;

namespace StartupOrchestrator.Storage.PostgreSql.Commit;

/// <summary>
/// The one statement that commits a batch. Steps lose alone: whoever is known, stale, too late or locked is left out of
/// <c>ok</c>, and every write asks <c>won</c>, an array by the step's number: a join would compare every row with every step.
/// Rows of large tables are reached one by one through their keys.
/// </summary>
internal sealed class CommitSql
{
    private const string Won = "(select f from won)";
    private readonly CommitParts parts;

    public CommitSql(NpgsqlCommand command, CommitParts parts)
    {
        this.parts = parts;
        Steps = new(command, "u", "#ord", "stream", "#expected", "#version", "doc", "head", "command_id", "body_hash", "answer", "consumed");
        Evidence = new(command, "e", "#ord", "stream", "#version");
        Claimed = new(command, "w", "#ord", "name", "stream");
        Released = new(command, "g", "#ord", "stream", "name");
        Journal = new(command, "j", "#ord", "stream", "#version", "type", "#type_version", "business_time", "recorded_at", "by_whom", "command_id", "cause", "data", "previous_hash", "hash");
        Audit = new(command, "a", "#ord", "stream", "#version", "kind", "study", "at", "by_whom", "on_behalf_of", "reason", "command", "cause", "changes");
        Views = new(command, "v", ["#ord", .. ViewWriting.Columns.Select(c => c == "version" ? "#version" : c)]);
        Messages = new(command, "m", "#ord", "stream", "id", "target", "#seq", "payload", "due");
        Timers = new(command, "t", "#ord", "stream", "key", "#generation", "due", "command");
        ClearedTimers = new(command, "g", "#ord", "stream", "key");
        Bookmarks = new(command, "b", "#ord", "stream", "bookmark", "name", "correlation", "since");
        ClearedBookmarks = new(command, "g", "#ord", "stream", "bookmark");
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

    private bool Has(CommitParts part) => (parts & part) != 0;

    private string Text() => $"""
        with u as materialized (select * from {Steps.Sql}),
        known as materialized (
          select u.ord, c.body_hash, c.answer, c.version from u cross join lateral (
            select body_hash, answer, version from commands c where c.stream = u.stream and c.id = u.command_id limit 1) c),
        {string.Join(",\n", [.. Guards(), .. Winners(), .. Records(), .. Deliveries(), .. Waits(), .. Names()])}
        select -1 as ord, null as body_hash, null as answer, cardinality(array_positions({Won}, true))::bigint as version, null as stale, null as taken, null::bigint as current, null as doc, null as head
        union all
        select u.ord, k.body_hash, k.answer, k.version, {(Has(CommitParts.Guarded) ? "st.stream, tk.name" : "null, null")}, s.version, s.doc, s.head
        from u left join known k on k.ord = u.ord
        {(Has(CommitParts.Guarded) ? "left join stale st on st.ord = u.ord left join taken tk on tk.ord = u.ord" : "")}
        left join lateral (select version, doc, head from state s where s.stream = u.stream limit 1) s on true
        where not {Won}[u.ord + 1]
        """;

    private IEnumerable<string> Guards() => !Has(CommitParts.Guarded) ? [] : [$"""
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
        taken as materialized (select ord, min(name) as name from owned where not own group by ord)
        """];

    private IEnumerable<string> Winners()
    {
        var unguarded = Has(CommitParts.Guarded) ? " and ord not in (select ord from stale) and ord not in (select ord from taken)" : "";
        yield return $"free as materialized (select * from u where ord not in (select ord from known){unguarded} order by stream)";
        if (Has(CommitParts.Moved))
        {
            yield return """
                locked as materialized (
                  select f.ord from free f cross join lateral (
                    select 1 from state s where s.stream = f.stream and s.version = f.expected for no key update of s skip locked) s where f.expected > 0)
                """;
        }

        if (Has(CommitParts.Created))
        {
            yield return """
                created as (insert into state (stream, version, head, doc) select stream, version, head, doc from free where expected = 0 on conflict (stream) do nothing returning stream)
                """;
        }

        var moved = Has(CommitParts.Moved) ? "expected > 0 and ord in (select ord from locked)" : "false";
        var created = Has(CommitParts.Created) ? "expected = 0 and stream in (select stream from created)" : "false";
        yield return $"ok as materialized (select * from free where ({moved}) or ({created}))";
        yield return "won as materialized (select array_agg(ord in (select ord from ok) order by ord) as f from u)";
        if (Has(CommitParts.Moved))
        {
            yield return "moved as (update state s set version = ok.version, head = ok.head, doc = ok.doc from ok where ok.expected > 0 and s.stream = ok.stream)";
        }
    }

    private IEnumerable<string> Records()
    {
        yield return $"""
            answered as (insert into commands (stream, id, body_hash, answer, version) select stream, command_id, body_hash, answer, version from ok),
            told as (
              insert into journal (stream, version, type, type_version, business_time, recorded_at, by_whom, command_id, cause, data, previous_hash, hash)
              select stream, version, type, type_version, business_time, recorded_at, by_whom, command_id, cause, data, previous_hash, hash
              from {Journal.Sql} where {Won}[j.ord + 1]),
            audited as (
              insert into audit (stream, version, kind, study, at, by_whom, on_behalf_of, reason, command, cause, changes)
              select stream, version, kind, study, at, by_whom, on_behalf_of, reason, command, cause, changes from {Audit.Sql} where {Won}[a.ord + 1])
            """;
        if (Has(CommitParts.Shown))
        {
            var columns = string.Join(", ", ViewWriting.Columns);
            yield return $"""
                shown as (
                  insert into views ({columns}) select {columns} from {Views.Sql} where {Won}[v.ord + 1]
                  on conflict (stream) do update set {ViewWriting.Update})
                """;
        }

        if (Has(CommitParts.Sealed))
        {
            yield return $"""
                sealed as (
                  insert into personal (id, hash, nonce, value, subject)
                  select id, hash, nonce, value, subject from {Personal.Sql} where {Won}[p.ord + 1] on conflict (id) do nothing)
                """;
        }
    }

    private IEnumerable<string> Deliveries()
    {
        if (Has(CommitParts.Delivered))
        {
            yield return "delivered as (delete from outbox o where o.id = any(array(select consumed from ok where consumed is not null)))";
        }

        if (Has(CommitParts.Sent))
        {
            yield return $"""
                sent as (
                  insert into outbox (id, source, target, seq, payload, due)
                  select id, stream, target, seq, payload, due from {Messages.Sql} where {Won}[m.ord + 1] on conflict (id) do nothing)
                """;
        }
    }

    private IEnumerable<string> Waits() => !Has(CommitParts.Waits) ? [] : [$"""
        timed as (
          insert into timers (stream, key, generation, due, command)
          select stream, key, generation, due, command from {Timers.Sql} where {Won}[t.ord + 1]
          on conflict (stream, key) do update set generation = excluded.generation, due = excluded.due, command = excluded.command, taken = ''),
        untimed as ({Removal("timers", "key", ClearedTimers)}),
        marked as (
          insert into bookmarks (stream, bookmark, name, correlation, since)
          select stream, bookmark, name, correlation, since from {Bookmarks.Sql} where {Won}[b.ord + 1]
          on conflict (stream, bookmark) do update set name = excluded.name, correlation = excluded.correlation, since = excluded.since),
        unmarked as ({Removal("bookmarks", "bookmark", ClearedBookmarks)}),
        published as (
          insert into events (id, name, correlation, payload, at)
          select id, name, correlation, payload, at from {Events.Sql} where {Won}[p.ord + 1] on conflict (id) do nothing)
        """];

    private IEnumerable<string> Names() => !Has(CommitParts.Guarded) ? [] : [$"""
        claimed as (
          insert into claims (name, stream)
          select w.name, w.stream from wanted w where {Won}[w.ord + 1] and (w.ord, w.name) not in (select ord, name from owned where own)),
        released as (
          delete from claims d where d.name = any(array(select g.name from {Released.Sql})) and {Named("name", Released)})
        """];

    // The first two conditions lead to the rows by their key, the third takes those that are meant, from a hash table.
    private static string Removal(string table, string key, RowSet rows) =>
        $"delete from {table} d where d.stream = any(array(select g.stream from {rows.Sql})) and d.{key} = any(array(select g.{key} from {rows.Sql})) and {Named(key, rows)}";

    private static string Named(string key, RowSet rows) => $"((d.stream, d.{key}) in (select g.stream, g.{key} from {rows.Sql} where {Won}[g.ord + 1])) is true";
}
